import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { failureOf } from '../../api/failure.ts';
import type { Deposit } from '../../api/generated/types.gen.ts';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { DEPOSIT } from '../../words/deposit.ts';
import { useSaid } from '../../words/language.tsx';
import { kindOf, type Submitted } from '../hand-in/submitted.ts';
import { codesQuery, issueCode } from './code-queries.ts';
import { CodeRow } from './code-row.tsx';
import './deposit.css';

const USUAL_DAYS = 5;
const MOST_DAYS = 20;

interface CodesProps {
  readonly thing: Submitted;
  /** 配合材料: what a supporting department gives to the chapter, not the chapter itself. */
  readonly isInput?: boolean;
}

/** 报送码 of one submission: those that stand, and another one. */
export function DepositCodes({ thing, isInput = false }: CodesProps) {
  const words = useSaid(DEPOSIT);
  const codes = useCodes(thing, isInput);
  return (
    <details className="sheet stage deposit-codes" open={codes !== undefined && codes.length > 0}>
      <summary>
        <h2>{isInput ? words.titleInput : words.title}</h2>
      </summary>
      <p className="soft">{words.why}</p>
      {codes?.length === 0 && <p>{words.none}</p>}
      <ul className="deposit-list">
        {codes?.map((code) => (
          <CodeRow key={code.id} code={code} label={thing.label} />
        ))}
      </ul>
      <Issue thing={thing} isInput={isInput} />
    </details>
  );
}

/** Those that stand, of the submission or of the inputs to it. */
function useCodes({ case: of, stream }: Submitted, isInput: boolean): readonly Deposit[] | undefined {
  const { data } = useQuery({ ...codesQuery(of ?? '', stream), enabled: of !== null });
  return data?.filter((code) => (code.data.input ?? false) === isInput);
}

function Issue({ thing, isInput = false }: CodesProps) {
  const words = useSaid(DEPOSIT);
  const id = useId();
  const queries = useQueryClient();
  const [days, setDays] = useState(USUAL_DAYS);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => issueCode({ of: isInput ? 'input' : kindOf(thing), id: thing.id, days }, key),
    onSuccess: () => {
      setKey(crypto.randomUUID());
      return queries.invalidateQueries({ queryKey: ['case', thing.case] });
    },
  });
  return (
    <div className="deposit-issue">
      <label htmlFor={id}>{words.days}</label>
      <input
        id={id}
        type="number"
        min={1}
        max={MOST_DAYS}
        value={days}
        onChange={({ target }) => setDays(Math.min(MOST_DAYS, Math.max(1, Number(target.value) || 1)))}
      />
      <Button size="large" loading={isPending} onClick={() => mutate()}>
        {words.issue}
      </Button>
      {error && <FailureNotice failure={failureOf(error)} />}
    </div>
  );
}
