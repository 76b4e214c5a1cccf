import { PLURALS, VERB_WORDS, wordsOf } from '@mouding/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { May } from '../../api/generated/types.gen.ts';
import type { Resource } from '../../api/resource.ts';
import { Cannot } from '../../ui/cannot.tsx';
import { AskSheet } from '../../ui/verb-form/ask-sheet.tsx';
import { WaysOut } from '../../ui/verb-form/ways-out.tsx';
import { useSpeech, useWords } from '../../words/language.tsx';

interface AsksProps {
  readonly thing: Resource;
  readonly seen: string | null;
  /** Verbs that the screen asks in a way of its own. */
  readonly except?: readonly string[];
  /** Verbs in the order of their course: the first that may be done stands out, all others are folded. */
  readonly course?: readonly string[];
}

/** What I may do with it now, and of the rest why not. */
export function Asks({ thing, seen, except = [], course }: AsksProps) {
  const { thing: words } = useWords();
  const rest = thing.may.filter(({ command }) => !except.includes(command));
  const can = rest.filter(({ allowed }) => allowed);
  const isNothing = !thing.may.some(({ allowed }) => allowed);
  const { verb, ask } = useAsked(can);
  if (rest.length === 0) return null;
  const plural = PLURALS[thing.stream.split('/')[0] ?? ''] ?? '';
  return (
    <section className="asks-part">
      <h2>{words.asks}</h2>
      {isNothing && <p>{words.nothing}</p>}
      <Can can={can.map(({ command }) => command)} course={course} onAsk={ask} />
      {verb !== null && (
        <AskSheet key={verb} {...{ verb, plural, thing, seen }} isOpen onClose={() => ask(null)} />
      )}
      <Cannot may={rest} instead={(each) => <WaysOut verb={each} thing={thing} />} />
    </section>
  );
}

interface CanProps extends Pick<AsksProps, 'course'> {
  readonly can: readonly string[];
  readonly onAsk: (verb: string) => void;
}

/** What I may do: all alike, or the next of a course and the others below it. */
function Can({ can, course = [], onAsk }: CanProps) {
  const { thing: words } = useWords();
  const next = course.find((verb) => can.includes(verb));
  const others = can.filter((verb) => verb !== next);
  const first = next === undefined && can.length === 1 ? can[0] : next;
  if (course.length === 0 || others.length <= FEW)
    return <AskButtons verbs={[...(next === undefined ? [] : [next]), ...others]} {...{ first, onAsk }} />;
  return (
    <>
      {next !== undefined && <AskButtons verbs={[next]} {...{ first, onAsk }} />}
      <details>
        <summary>{words.others(others.length)}</summary>
        <AskButtons verbs={others} first={undefined} onAsk={onAsk} />
      </details>
    </>
  );
}

/** So many more stand beside the next step without hiding it. */
const FEW = 2;

interface AskButtonsProps extends Pick<CanProps, 'onAsk'> {
  readonly verbs: readonly string[];
  readonly first: string | undefined;
}

function AskButtons({ verbs, first, onAsk }: AskButtonsProps) {
  const { language } = useSpeech();
  return (
    <div className="asks">
      {verbs.map((verb) => (
        <Button
          key={verb}
          size="large"
          type={verb === first ? 'primary' : 'default'}
          onClick={() => onAsk(verb)}
        >
          {wordsOf(VERB_WORDS, verb)[language]}
        </Button>
      ))}
    </div>
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
