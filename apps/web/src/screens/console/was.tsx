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
  const { room } = useScene();
  const said = useSaidOf();
  const found = room.corrections.filter((one) => one.of === of && one.post === post);
  return <WasList all={found.map((one) => ({ said: said(one), why: one.why }))} />;
}

interface WasListProps {
  readonly all: readonly { readonly said: string; readonly why: string | null }[];
}

/** What was entered before, the first one first, each with why it was put right. */
export function WasList({ all }: WasListProps) {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  if (all.length === 0) return null;
  return (
    <ul className="was" aria-label={words.was}>
      {all.map(({ said, why }, at) => (
        <li key={at}>
          {words.was + colon(language)}
          <del>{said}</del>
          {why !== null && why !== '' && aside(why, language)}
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
    recused: words.recused,
    'taking-part': words.notRecused,
  };
  return ({ was }) => {
    if (typeof was === 'string') return named[was] ?? was;
    return was !== null && 'yes' in was ? words.counted(was.yes, was.no, was.abstain) : '';
  };
}
