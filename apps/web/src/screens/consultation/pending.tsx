import { Button } from 'antd';
import { useWords } from '../../words/language.tsx';
import type { Row } from './rows.ts';

interface PendingProps {
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
}

/** Opinions that were written and not given yet. */
export function Pending({ rows, onChange }: PendingProps) {
  const { consultation: words } = useWords();
  if (rows.length === 0) return null;
  return (
    <section aria-label={words.pending(rows.length)}>
      <h2>{words.pending(rows.length)}</h2>
      <ol className="sheet rows">
        {rows.map((row, i) => (
          <li key={`${row.about} ${row.wording} ${i}`}>
            <span className="row-title">
              <strong>{row.about}</strong>
              {row.wording}
            </span>
            <Button onClick={() => onChange(rows.filter((_, at) => at !== i))}>{words.remove}</Button>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface GiveBarProps {
  readonly count: number;
  readonly onGive: () => void;
}

/** How many wait, and the way to give them, within reach wherever in the text one reads. */
export function GiveBar({ count, onGive }: GiveBarProps) {
  const { consultation: words } = useWords();
  return (
    <div className={count === 0 ? undefined : 'bar sticky consultation-give'}>
      <span role="status">{count > 0 && words.pending(count)}</span>
      {count > 0 && (
        <Button type="primary" size="large" onClick={onGive}>
          {words.give}
        </Button>
      )}
    </div>
  );
}
