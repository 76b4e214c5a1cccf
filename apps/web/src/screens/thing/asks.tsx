import { PLURALS, VERB_WORDS } from '@mouding/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { May } from '../../api/generated/types.gen.ts';
import type { Resource } from '../../api/resource.ts';
import { VerbSheet } from '../../ui/verb-form/verb-sheet.tsx';
import { useSpeech, useWords } from '../../words/language.tsx';

interface AsksProps {
  readonly thing: Resource;
  readonly seen: string | null;
  /** Verbs that the screen asks in a way of its own. */
  readonly except?: readonly string[];
}

/** What I may do with it now, and of the rest why not. */
export function Asks({ thing, seen, except = [] }: AsksProps) {
  const { thing: words } = useWords();
  const { language } = useSpeech();
  const rest = thing.may.filter(({ command }) => !except.includes(command));
  const can = rest.filter(({ allowed }) => allowed);
  const isNothing = !thing.may.some(({ allowed }) => allowed);
  const { verb, ask } = useAsked(can);
  if (rest.length === 0) return null;
  const plural = PLURALS[thing.stream.split('/')[0] ?? ''] ?? '';
  return (
    <>
      <h2>{words.asks}</h2>
      {isNothing && <p>{words.nothing}</p>}
      <div className="asks">
        {can.map(({ command }) => (
          <Button
            key={command}
            size="large"
            type={can.length === 1 ? 'primary' : 'default'}
            onClick={() => ask(command)}
          >
            {verbWords(command)[language]}
          </Button>
        ))}
      </div>
      {verb !== null && (
        <VerbSheet key={verb} {...{ verb, plural, thing, seen }} isOpen onClose={() => ask(null)} />
      )}
      <Cannot rest={rest.filter(({ allowed }) => !allowed)} />
    </>
  );
}

/** What I may not do now, each with its reason. */
function Cannot({ rest }: { readonly rest: readonly May[] }) {
  const { thing: words } = useWords();
  const { language } = useSpeech();
  if (rest.length === 0) return null;
  return (
    <details>
      <summary>{words.cannot(rest.length)}</summary>
      <ul>
        {rest.map((may) => (
          <li key={may.command}>
            {verbWords(may.command)[language]}：{reasonOf(may)[language]}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Which sheet is open. It stands in the address, so that a reload, the back button and a new session lead to the same. */
function useAsked(can: readonly May[]) {
  const [query, setQuery] = useSearchParams();
  const [opened, setOpened] = useState<string | null>(null);
  const verb = query.get(ASK);
  // What was done may not be done again: its receipt stays all the same.
  if (verb !== opened && can.some(({ command }) => command === verb)) setOpened(verb);
  return {
    verb: verb === opened ? verb : null,
    ask: (next: string | null): void => setQuery(withAsk(query, next)),
  };
}

const ASK = 'ask';

function withAsk(query: URLSearchParams, verb: string | null): URLSearchParams {
  const next = new URLSearchParams(query);
  if (verb === null) next.delete(ASK);
  else next.set(ASK, verb);
  return next;
}

const verbWords = (verb: string) => VERB_WORDS[verb] ?? { zh: verb, en: verb };

const reasonOf = ({ said }: May) => said ?? { zh: '', en: '' };
