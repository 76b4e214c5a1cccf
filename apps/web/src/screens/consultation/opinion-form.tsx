import { Button, Radio } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../words/language.tsx';
import type { Passage } from './clauses.tsx';
import type { Row } from './rows.ts';

type Sort = NonNullable<Row['sort']>;
const SORTS: readonly Sort[] = ['change', 'wording', 'whole'];

interface OpinionFormProps {
  readonly passage: Passage;
  readonly onAdd: (row: Row) => void;
  readonly onClose: () => void;
}

/** One opinion on one passage: what is wrong, and what should stand there. It lies above the text, which stays where it is. */
export function OpinionForm({ passage, onAdd, onClose }: OpinionFormProps) {
  const { consultation: words } = useWords();
  const [sort, setSort] = useState<Sort>('change');
  const [wording, setWording] = useState('');
  const [proposed, setProposed] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const row = rowFrom(passage, { sort, wording: wording.trim(), proposed: proposed.trim() });
  return (
    <dialog
      ref={dialog}
      className="sheet confirm opinion"
      aria-label={words.say}
      onClose={onClose}
      // What was typed is dropped by a press of the button that says so, not by a key.
      onCancel={(event) => (wording + proposed).trim() !== '' && event.preventDefault()}
    >
      <Radio.Group
        aria-label={words.sort}
        value={sort}
        onChange={({ target }) => setSort(target.value as Sort)}
        options={SORTS.map((value) => ({ value, label: words.sorts[value] }))}
      />
      {sort !== 'whole' && <blockquote>{passage.quote}</blockquote>}
      <Lines label={words.wording} text={wording} onWrite={setWording} />
      <Lines label={words.proposed} text={proposed} onWrite={setProposed} />
      <div className="bar">
        <Button size="large" onClick={onClose}>
          {words.drop}
        </Button>
        <Button size="large" type="primary" disabled={row.wording === ''} onClick={() => onAdd(row)}>
          {words.add}
        </Button>
      </div>
    </dialog>
  );
}

interface LinesProps {
  readonly label: string;
  readonly text: string;
  readonly onWrite: (text: string) => void;
}

function Lines({ label, text, onWrite }: LinesProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={3} value={text} onChange={({ target }) => onWrite(target.value)} />
    </>
  );
}

interface Written {
  readonly sort: Sort;
  readonly wording: string;
  readonly proposed: string;
}

function rowFrom({ about, clause, quote }: Passage, { sort, wording, proposed }: Written): Row {
  const place = sort === 'whole' ? { clause: null, quote: null } : { clause, quote };
  return { about, ...place, sort, wording, ...(proposed === '' ? {} : { proposed }) };
}
