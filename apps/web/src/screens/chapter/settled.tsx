import type { Trail } from '@mouding/contract';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { CHAPTER } from '../../words/chapter.ts';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';

interface SettledProps {
  readonly chapter: Chapter;
  readonly trail: Trail | undefined;
}

/** Facts that settle a chapter, for now or for good. */
const SETTLING: ReadonlySet<string> = new Set([
  'ChapterSignedOff',
  'ChapterReturned',
  'ChapterQuarantined',
  'ChapterWaived',
]);

type Standing = 'accepted' | 'open' | 'quarantined' | 'dispensed';

/** A status without its marks of lateness. */
function standingOf(status: string): Standing {
  if (status.startsWith('accepted')) return 'accepted';
  return status === 'quarantined' || status === 'dispensed' ? status : 'open';
}

/** Somebody has acted already: what became of it, by which post and when. Nothing where it was never handed in. */
export function Settled({ chapter: { status }, trail }: SettledProps) {
  const words = useSaid(CHAPTER);
  const { language } = useSpeech();
  const last = trail?.steps.findLast(({ type }) => SETTLING.has(type));
  const said = words.settled[standingOf(status)];
  if (!last || !said) return null;
  const who = last.mine ? words.byMe : words.byOn(last.post ?? '', '');
  return (
    <div className="chapter-settled" role="status">
      <strong>{said}</strong>
      <span>
        {who.trim()} <time dateTime={last.at}>{`${dayWords(last.at, language)} ${timeWords(last.at)}`}</time>
      </span>
    </div>
  );
}
