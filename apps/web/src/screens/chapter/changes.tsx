import type { Tally } from '@mouding/text';
import { Link } from 'react-router';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { comma } from '../../words/marks.ts';
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

/** Where paragraphs only came or went, that is what is said: 改0处 would say that nothing had. */
function Counted({ tally: { changes, numbers, ...paragraphs } }: { readonly tally: Tally }) {
  const { language } = useSpeech();
  const words = useSaid(CHAPTER);
  const counts = (['added', 'removed', 'moved'] as const)
    .filter((what) => paragraphs[what] > 0)
    .map((what) => words.counts[what](paragraphs[what]));
  const whole = counts.length === 0 ? words.same : counts.join(comma(language));
  const headline = changes > 0 ? words.changed(changes, numbers.length) : whole;
  return (
    <>
      <strong>{headline}</strong>
      {changes > 0 && counts.length > 0 && <span>{counts.join(' · ')}</span>}
    </>
  );
}
