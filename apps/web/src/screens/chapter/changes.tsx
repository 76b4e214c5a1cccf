import type { Tally } from '@mouding/text';
import { Link } from 'react-router';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid } from '../../words/language.tsx';
import type { Since } from './use-since.ts';

interface ChangesProps {
  readonly plural: string;
  readonly id: string;
  readonly current: string | null;
  readonly since: Since;
}

/** 与您上次看到的相比：改N处，数字N处, and the way to every one of them. */
export function Changes({ plural, id, current, since: { basis, from, label, compared } }: ChangesProps) {
  const words = useSaid(CHAPTER);
  if (basis === null || from === null) return <p className="chapter-changed">{words.first}</p>;
  if (!compared) return <p className="chapter-changed soft">{words.wait}</p>;
  return (
    <p className="chapter-changed">
      <span className="soft">{words.since[basis](label)}</span>
      <Counted tally={compared.tally} />
      <Link to={`/compare/${plural}/${id}?from=${from}&to=${current ?? ''}`}>{words.see}</Link>
    </p>
  );
}

function Counted({ tally: { changes, numbers, ...paragraphs } }: { readonly tally: Tally }) {
  const words = useSaid(CHAPTER);
  const counts = (['added', 'removed', 'moved'] as const)
    .filter((what) => paragraphs[what] > 0)
    .map((what) => words.counts[what](paragraphs[what]));
  return (
    <>
      <strong>{changes + counts.length === 0 ? words.same : words.changed(changes, numbers.length)}</strong>
      {counts.length > 0 && <span>{counts.join(' · ')}</span>}
    </>
  );
}
