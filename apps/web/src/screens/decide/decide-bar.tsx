import { VERB_WORDS, wordsOf } from '@mouding/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Resource } from '../../api/resource.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { AskSheet } from '../../ui/verb-form/ask-sheet.tsx';
import { WaysOut } from '../../ui/verb-form/ways-out.tsx';
import { DECIDE } from '../../words/decide.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { NextTodo } from '../chapter/next-todo.tsx';
import { DECIDING, MOST, plainBody, SLIPS } from './deciding.ts';
import { PlainSheet } from './plain-sheet.tsx';

interface DecideBarProps {
  readonly plural: string;
  readonly thing: Resource;
  readonly seen: string | null;
}

/** The decisions that wait for me, always within reach; each opens its sheet and acts only when confirmed there. */
export function DecideBar({ plural, thing, seen }: DecideBarProps) {
  const [verb, setVerb] = useState<string | null>(null);
  const act = useAct({ verb: verb ?? '', id: thing.id, seen });
  if (act.acting.at === 'done')
    return (
      <aside className="chapter-panel chapter-done">
        <ReceiptNote answer={act.acting.answer} />
        <NextTodo after={thing.stream} />
      </aside>
    );
  const body = verb === null ? null : plainBody(verb, thing);
  const close = (): void => setVerb(null);
  return (
    <aside className="chapter-panel">
      <Buttons plural={plural} thing={thing} onOpen={setVerb} />
      {verb !== null && body !== null && <PlainSheet {...{ verb, thing, body, act }} onClose={close} />}
      {verb !== null && body === null && (
        <AskSheet {...{ plural, verb, thing, seen }} isOpen onClose={close} />
      )}
    </aside>
  );
}

interface ButtonsProps extends Pick<DecideBarProps, 'plural' | 'thing'> {
  readonly onOpen: (verb: string) => void;
}

function Buttons({ plural, thing, onOpen }: ButtonsProps) {
  const words = useSaid(DECIDE);
  const { language } = useSpeech();
  const { liveness } = usePresent();
  const can = thing.may.filter(({ allowed }) => allowed).map(({ command }) => command);
  const shown = (DECIDING[plural] ?? []).filter((one) => can.includes(one)).slice(0, MOST);
  const isOffline = liveness === 'offline';
  return (
    <div className="chapter-bar" role="group" aria-label={words.bar}>
      {isOffline && <p className="chapter-why">{words.offline}</p>}
      {shown.length === 0 && !isSlip(plural, thing) && <Why plural={plural} thing={thing} />}
      <div className="chapter-buttons">
        {shown.map((one, i) => (
          <Button
            key={one}
            size="large"
            type={i === 0 ? 'primary' : 'default'}
            disabled={isOffline}
            onClick={() => onOpen(one)}
          >
            {wordsOf(VERB_WORDS, one)[language]}
          </Button>
        ))}
        <Ways plural={plural} thing={thing} others={can.filter((one) => !shown.includes(one))} />
      </div>
    </div>
  );
}

/** Whether a paper that a leader signed is waited for, and I may enter it. */
function isSlip(plural: string, { may, status }: Resource): boolean {
  const slip = SLIPS[plural];
  return slip?.status === status && may.some(({ command, allowed }) => command === slip.verb && allowed);
}

interface WaysProps extends Pick<DecideBarProps, 'plural' | 'thing'> {
  /** What else I may do. */
  readonly others: readonly string[];
}

/** To the page on which a signed paper is entered, and to everything else. */
function Ways({ plural, thing, others }: WaysProps) {
  const words = useSaid(DECIDE);
  const isMore = others.some((verb) => verb !== SLIPS[plural]?.verb);
  return (
    <>
      {isSlip(plural, thing) && (
        <Link className="chapter-next" to={`/${plural}/${thing.id}/slip`}>
          {words.slip}
        </Link>
      )}
      {isMore && (
        <Link className="chapter-next" to={`/${plural}/${thing.id}/asks`}>
          {words.others}
        </Link>
      )}
    </>
  );
}

/** Why nothing can be decided now, where the server says it. */
function Why({ plural, thing }: Pick<DecideBarProps, 'plural' | 'thing'>) {
  const words = useSaid(DECIDE);
  const { language } = useSpeech();
  const not = thing.may.find(({ command }) => DECIDING[plural]?.includes(command));
  return (
    <div className="chapter-why">
      {not?.said ? `${words.cannot}${colon(language)}${not.said[language]}` : words.nothing}
      {not && <WaysOut verb={not.command} thing={thing} />}
    </div>
  );
}
