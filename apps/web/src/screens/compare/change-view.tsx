import type { ReactNode } from 'react';
import { Marked, Runs } from '../../text/marked.tsx';
import { COMPARE } from '../../words/compare.ts';
import { useSaid } from '../../words/language.tsx';
import type { Change, ChangeRow } from './rows.ts';

export type Layout = 'inline' | 'columns';

interface ChangeViewProps {
  readonly row: ChangeRow;
  readonly layout: Layout;
  readonly isCurrent: boolean;
  readonly isSeen: boolean;
  readonly onTick: (no: number) => void;
  /** What else can be done with it. */
  readonly more?: ReactNode;
  /** What it answers. */
  readonly because?: ReactNode;
}

/** One change: its sign and number, what it says in both, what it answers, and whether it has been looked at. */
export function ChangeView(props: ChangeViewProps) {
  const { row, layout, isCurrent, isSeen, onTick, more, because } = props;
  const words = useSaid(COMPARE);
  const { no, sort, part } = row;
  return (
    <li
      id={`change-${no}`}
      tabIndex={-1}
      className={`compare-change compare-${sort}`}
      aria-current={isCurrent || undefined}
    >
      <div className="compare-mark">
        <span className="compare-sign">{words.signs[sort]}</span>
        <span className="compare-no">{no}</span>
      </div>
      <div className={`compare-words compare-as-${layout}`}>
        <Notes part={part} />
        {layout === 'inline' ? <Inline part={part} /> : <Columns part={part} />}
        {because}
      </div>
      <div className="compare-side">
        <label className="compare-tick">
          <input type="checkbox" checked={isSeen} aria-label={words.tick(no)} onChange={() => onTick(no)} />
          <span aria-hidden>{words.seen}</span>
        </label>
        {more}
      </div>
    </li>
  );
}

/** What the words themselves do not show: it moved, or only its number or its layout is another. */
function Notes({ part }: { readonly part: Change }) {
  const words = useSaid(COMPARE);
  if ('lines' in part) return null;
  const notes = [
    part.kind === 'moved' ? words.movedHere : '',
    part.renumbered ? words.renumbered(part.renumbered.from, part.renumbered.to) : '',
    part.nature === 'format' ? words.format : '',
  ].filter((note) => note !== '');
  return notes.length === 0 ? null : <p className="soft compare-note">{notes.join(' · ')}</p>;
}

const said = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.trim() !== '');

function Inline({ part }: { readonly part: Change }) {
  if ('runs' in part)
    return (
      <p>
        <Runs runs={part.runs} />
      </p>
    );
  return said(part.lines).map((line, i) => (
    <p key={i}>
      <Marked how={part.kind === 'added' ? 'in' : 'out'} text={line.trim()} />
    </p>
  ));
}

function Columns({ part }: { readonly part: Change }) {
  if ('runs' in part)
    return (
      <>
        <p>
          <Runs runs={part.runs} side="before" />
        </p>
        <p>
          <Runs runs={part.runs} side="after" />
        </p>
      </>
    );
  const lines = <Inline part={part} />;
  return (
    <>
      <div>{part.kind === 'removed' && lines}</div>
      <div>{part.kind === 'added' && lines}</div>
    </>
  );
}
