import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { failureOf } from '../../api/failure.ts';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { DEPOSIT } from '../../words/deposit.ts';
import { useSaid } from '../../words/language.tsx';
import { kindOf, type Submitted } from '../hand-in/submitted.ts';
import { codesQuery, issueCode } from './code-queries.ts';
import { CodeRow } from './code-row.tsx';
import './deposit.css';

const USUAL_DAYS = 5;
const MOST_DAYS = 20;

/** 报送码 of one submission: those that stand, and another one. */
export function DepositCodes({ thing }: { readonly thing: Submitted }) {
  const words = useSaid(DEPOSIT);
  const caseId = thing.case ?? '';
  const { data: codes } = useQuery({ ...codesQuery(caseId, thing.stream), enabled: caseId !== '' });
  return (
    <details className="sheet stage deposit-codes" open={codes !== undefined && codes.length > 0}>
      <summary>
        <h2>{words.title}</h2>
      </summary>
      <p className="soft">{words.why}</p>
      {codes?.length === 0 && <p>{words.none}</p>}
      <ul className="deposit-list">
        {codes?.map((code) => (
          <CodeRow key={code.id} code={code} label={thing.label} />
        ))}
      </ul>
      <Issue thing={thing} />
    </details>
  );
}

function Issue({ thing }: { readonly thing: Submitted }) {
  const words = useSaid(DEPOSIT);
  const id = useId();
  const queries = useQueryClient();
  const [days, setDays] = useState(USUAL_DAYS);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => issueCode({ of: kindOf(thing), id: thing.id, days }, key),
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
