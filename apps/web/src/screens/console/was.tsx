import { CONSOLE } from '../../words/console.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { aside, colon } from '../../words/marks.ts';
import type { Corrected } from './corrected.ts';
import { useScene } from './scene.ts';

interface WasProps {
  readonly of: Corrected['of'];
  readonly post?: string;
}

/** 原登记, beside what stands now: nothing that was entered disappears. */
export function Was({ of, post }: WasProps) {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { room } = useScene();
  const said = useSaidOf();
  const found = room.corrections.filter((one) => one.of === of && one.post === post);
  if (found.length === 0) return null;
  return (
    <ul className="was" aria-label={words.was}>
      {found.map((one, at) => (
        <li key={at}>
          {words.was + colon(language)}
          <del>{said(one)}</del>
          {one.why !== null && one.why !== '' && aside(one.why, language)}
        </li>
      ))}
    </ul>
  );
}

/** An entry as it was, in words. */
function useSaidOf(): (one: Corrected) => string {
  const words = useSaid(CONSOLE);
  const { thing } = useScene();
  const named: Readonly<Record<string, string | undefined>> = {
    ...thing.data.rule.words,
    ...words.vote,
    present: words.isHere,
    absent: words.isAway,
  };
  return ({ was }) =>
    typeof was === 'string' ? (named[was] ?? was) : words.counted(was.yes, was.no, was.abstain);
}
