import { VERB_WORDS, wordsOf } from '@mouding/contract';
import { Button } from 'antd';
import { useState } from 'react';
import type { Issue } from '../../api/generated/types.gen.ts';
import { AskSheet } from '../../ui/verb-form/ask-sheet.tsx';
import { ISSUE } from '../../words/issue.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { PlainStep } from './plain-step.tsx';
import type { Names } from './use-names.ts';

interface ActsProps {
  readonly thing: Issue;
  readonly seen: string | null;
  readonly names: Names;
}

/** Steps that are taken on the very text that is shown. */
const ON_TEXT: readonly string[] = [
  'issue.review',
  'issue.countersign',
  'issue.sign',
  'issue.check',
  'issue.seal',
  'issue.publish',
];

/** In the order of the sheet; what is done on paper comes last. */
const ORDER: readonly string[] = [
  'issue.draft',
  'issue.review',
  'issue.countersign',
  'issue.sign',
  'issue.check',
  'issue.reserve-number',
  'issue.number',
  'issue.seal',
  'issue.publish',
  'issue.confirm-editorial',
  'issue.acknowledge',
];

const placeOf = (verb: string): number => {
  const at = ORDER.indexOf(verb);
  return at < 0 ? ORDER.length : at;
};

/** What I may do with the issue now; everything else that I may not do says why. */
export function Acts({ thing, seen, names }: ActsProps) {
  const words = useSaid(ISSUE);
  const { language } = useSpeech();
  const [verb, setVerb] = useState<string | null>(null);
  const can = thing.may.filter(({ allowed }) => allowed).map(({ command }) => command);
  const sorted = [...can].sort((a, b) => placeOf(a) - placeOf(b));
  const close = (): void => setVerb(null);
  return (
    <section className="sheet issue-panel" aria-label={words.acts}>
      <h2>{words.acts}</h2>
      <div className="issue-acts">
        {sorted.map((each, i) => (
          <Button
            key={each}
            type={i === 0 && ORDER.includes(each) ? 'primary' : 'default'}
            onClick={() => setVerb(each)}
          >
            {wordsOf(VERB_WORDS, each)[language]}
          </Button>
        ))}
      </div>
      <Cannot thing={thing} />
      {verb !== null && ON_TEXT.includes(verb) && (
        <PlainStep key={verb} {...{ thing, seen, names, verb }} onClose={close} />
      )}
      {verb !== null && !ON_TEXT.includes(verb) && (
        <AskSheet key={verb} {...{ thing, seen, verb }} plural="issues" isOpen onClose={close} />
      )}
    </section>
  );
}

function Cannot({ thing: { may } }: Pick<ActsProps, 'thing'>) {
  const words = useSaid(ISSUE);
  const { language } = useSpeech();
  const held = may.filter(({ allowed, said, command }) => !allowed && said && ORDER.includes(command));
  if (held.length === 0) return null;
  return (
    <details>
      <summary>{words.more}</summary>
      <ul>
        {held.map(({ command, said }) => (
          <li key={command}>
            {wordsOf(VERB_WORDS, command)[language]}
            {colon(language)}
            {said?.[language]}
          </li>
        ))}
      </ul>
    </details>
  );
}
