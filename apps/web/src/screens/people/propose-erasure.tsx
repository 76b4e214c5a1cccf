import { Button } from 'antd';
import { useId, useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { ERASURE } from '../../words/erasure.ts';
import { useSaid } from '../../words/language.tsx';
import type { ErasureProps } from './erasure.tsx';

const LONGEST = 80;

/** 提出清除, with its ground and the paper that approves it. */
export function Propose({ person, name, seen }: ErasureProps) {
  const words = useSaid(ERASURE);
  const as = useCapacity('person.propose-erasure', person.may);
  const [ground, setGround] = useState('');
  const [document, setDocument] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { press, acting } = useAct({ verb: 'person.propose-erasure', id: person.id, seen });
  return (
    <>
      <Button size="large" onClick={() => setOpen(true)}>
        {words.propose}
      </Button>
      <ConfirmSheet
        isOpen={isOpen && acting.at !== 'done'}
        sentence={words.proposeWill(as, name)}
        action={words.propose}
        acting={acting}
        canPress={ground !== '' && document.trim() !== ''}
        onPress={() => press({ ground, document })}
        onClose={() => setOpen(false)}
      >
        <Ground value={ground} onChange={setGround} />
        <Paper value={document} onChange={setDocument} />
      </ConfirmSheet>
    </>
  );
}

interface LineProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Ground({ value, onChange }: LineProps) {
  const id = useId();
  const words = useSaid(ERASURE);
  return (
    <div className="form-field">
      <label htmlFor={id}>{words.ground}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{words.choose}</option>
        {Object.entries(words.grounds).map(([key, said]) => (
          <option key={key} value={key}>
            {said}
          </option>
        ))}
      </select>
    </div>
  );
}

function Paper({ value, onChange }: LineProps) {
  const id = useId();
  const words = useSaid(ERASURE);
  return (
    <div className="form-field">
      <label htmlFor={id}>{words.document}</label>
      <input
        id={id}
        maxLength={LONGEST}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={`${id}-hint`} className="soft">
        {words.documentHint}
      </span>
    </div>
  );
}
