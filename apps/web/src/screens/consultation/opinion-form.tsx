import { Button, Radio } from 'antd';
import { useId, useState } from 'react';
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

/** One opinion on one passage: what is wrong, and what should stand there. */
export function OpinionForm({ passage, onAdd, onClose }: OpinionFormProps) {
  const [wordingId, proposedId] = [useId(), useId()];
  const { consultation: words } = useWords();
  const [sort, setSort] = useState<Sort>('change');
  const [wording, setWording] = useState('');
  const [proposed, setProposed] = useState('');
  const row = rowFrom(passage, { sort, wording: wording.trim(), proposed: proposed.trim() });
  return (
    <section className="sheet stage opinion" aria-label={words.say}>
      <Radio.Group
        aria-label={words.sort}
        value={sort}
        onChange={({ target }) => setSort(target.value as Sort)}
        options={SORTS.map((value) => ({ value, label: words.sorts[value] }))}
      />
      {sort !== 'whole' && <blockquote>{passage.quote}</blockquote>}
      <label htmlFor={wordingId}>{words.wording}</label>
      <textarea id={wordingId} rows={3} value={wording} onChange={({ target }) => setWording(target.value)} />
      <label htmlFor={proposedId}>{words.proposed}</label>
      <textarea
        id={proposedId}
        rows={3}
        value={proposed}
        onChange={({ target }) => setProposed(target.value)}
      />
      <div className="bar">
        <Button size="large" onClick={onClose}>
          {words.drop}
        </Button>
        <Button size="large" type="primary" disabled={row.wording === ''} onClick={() => onAdd(row)}>
          {words.add}
        </Button>
      </div>
    </section>
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
