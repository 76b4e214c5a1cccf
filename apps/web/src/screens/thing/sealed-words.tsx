import { FACT_WORDS, FIELD_WORDS, wordsOf } from '@mouding/contract';
import type { Resource } from '../../api/resource.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { SEALED } from '../../words/sealed.ts';

interface SealedWordsProps {
  readonly wording: Resource['wording'];
}

/** What was said of a thing, in the words of whoever said it, the last first; what was erased stays named. */
export function SealedWords({ wording }: SealedWordsProps) {
  const words = useSaid(SEALED);
  const { language } = useSpeech();
  if (wording.length === 0) return null;
  return (
    <>
      <h2>{words.title}</h2>
      {[...wording].reverse().map(({ version, type, said }) => (
        <section key={`${version} ${type}`} className="sheet stage">
          <h3>{wordsOf(FACT_WORDS, type)[language]}</h3>
          {said === null ? <p className="soft">{words.erased}</p> : <Fields said={said} />}
        </section>
      ))}
    </>
  );
}

const textsIn = (said: object): readonly (readonly [string, string])[] =>
  Object.entries(said).flatMap(([field, text]: [string, unknown]) =>
    typeof text === 'string' && text !== '' ? [[field, text] as const] : [],
  );

function Fields({ said }: { readonly said: object }) {
  const { fields } = useSaid(SEALED);
  const { language } = useSpeech();
  const named: { readonly [field: string]: string } = fields;
  return (
    <dl className="thing-said">
      {textsIn(said).map(([field, text]) => (
        <div key={field}>
          <dt>{named[field] ?? wordsOf(FIELD_WORDS, field)[language]}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
