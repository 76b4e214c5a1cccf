import { VERB_WORDS, wordsOf } from '@mouding/contract';
import type { ReactNode } from 'react';
import type { May } from '../api/generated/types.gen.ts';
import { useSpeech, useWords } from '../words/language.tsx';
import { colon } from '../words/marks.ts';

interface CannotProps {
  /** Of all that is said of who may, what may not be done is told. */
  readonly may: readonly May[];
  /** What may be done in place of a verb. */
  readonly instead?: (verb: string) => ReactNode;
}

/** What may not be done now, each with its reason. */
export function Cannot({ may, instead }: CannotProps) {
  const { thing: words } = useWords();
  const { language } = useSpeech();
  const held = may.filter(({ allowed }) => !allowed);
  if (held.length === 0) return null;
  return (
    <details>
      <summary>{words.cannot(held.length)}</summary>
      <ul>
        {held.map(({ command, said }) => (
          <li key={command}>
            {wordsOf(VERB_WORDS, command)[language]}
            {colon(language)}
            {said?.[language]}
            {instead?.(command)}
          </li>
        ))}
      </ul>
    </details>
  );
}
