import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { CONSOLE } from '../../words/console.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { Line } from './asking.tsx';
import { blankCharge, ChargeList, chargesOf, type Charge } from './charges.tsx';
import { Decided } from './decided.tsx';
import { isOpen } from './entry.ts';
import { useLawClock } from './law-clock.ts';
import { isOutcome, OutcomeChoice, type Outcome } from './outcome-choice.tsx';
import { useScene } from './scene.ts';
import { useConditions } from './set-conditions.ts';
import { Was } from './was.tsx';

/** Why a decision cannot be entered now; null when it can. Decisions never wait on this machine. */
export function useHindrance(): string | null {
  const words = useSaid(CONSOLE);
  const { isOnline, entries } = useScene();
  if (!isOnline) return words.onlineOnly;
  return entries.all.some(isOpen) ? words.unsynced : null;
}

/** 主持人决定, in a body that its chief leads: what the chair said in the room, in the words of the body. */
export function Decide() {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { thing, room } = useScene();
  const { rule, decision } = thing.data;
  if (room.status === 'declared') return <Decided />;
  if (room.status === 'decided' && decision !== null)
    return (
      <>
        <p className="sentence">{`${words.decided}${colon(language)}${rule.words[decision] ?? decision}`}</p>
        <Was of="decision" />
        <CorrectDecision />
      </>
    );
  return rule.decides === 'chair' && room.status === 'put' ? <Deciding /> : null;
}

/** 更正: what the secretary entered is entered anew until it is declared, with all that it asks for. */
function CorrectDecision() {
  const words = useSaid(CONSOLE);
  const { decision, decisionRecorded, mandate } = useScene().thing.data;
  const all = useConditions();
  if (!decisionRecorded || all === null || decision === null) return null;
  if (mandate !== null) return <p className="soft">{words.decisionMandate}</p>;
  const charges = all.map(({ now }) => ({ ...now, key: String(now.no) }));
  return (
    <details>
      <summary>{words.correctDecision}</summary>
      <Deciding charges={charges} {...(isOutcome(decision) ? { was: decision } : {})} />
    </details>
  );
}

interface DecidingProps {
  /** What was entered before. */
  readonly was?: Outcome;
  readonly charges?: readonly Charge[];
}

function Deciding({ was = 'passed', charges: before = [] }: DecidingProps) {
  const words = useSaid(CONSOLE);
  const { thing } = useScene();
  const [outcome, setOutcome] = useState<Outcome>(was);
  const [reason, setReason] = useState('');
  const [charges, setCharges] = useState<readonly Charge[]>(before);
  const hindrance = useHindrance();
  const { rule } = thing.data;
  const body = {
    outcome,
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(outcome === 'in-principle' ? { conditions: chargesOf(charges) } : {}),
  };
  const choose = (next: Outcome): void => {
    setOutcome(next);
    if (next === 'in-principle' && charges.length === 0) setCharges([blankCharge()]);
  };
  return (
    <fieldset className="decide-box">
      <legend>{words.decide}</legend>
      <OutcomeChoice name="outcome" value={outcome} onChoose={choose} />
      <Line label={words.decisionReason} rows={2} value={reason} onWrite={setReason} />
      {outcome === 'in-principle' && <ChargeList charges={charges} onChange={setCharges} />}
      <RecordDecision body={body} said={rule.words[outcome] ?? ''} hindrance={hindrance} />
    </fieldset>
  );
}

const VERB = 'meeting.record-decision';

interface RecordDecisionProps {
  readonly body: object;
  readonly said: string;
  readonly hindrance: string | null;
}

function RecordDecision({ body, said, hindrance }: RecordDecisionProps) {
  const words = useSaid(CONSOLE);
  const { thing, seen } = useScene();
  const { me } = usePresent();
  const [isAsking, setAsking] = useState(false);
  const clock = useLawClock();
  const { press, acting } = useAct({ verb: VERB, id: thing.id, seen });
  const record = (): void =>
    press(
      { ...body, elsewhere: { happened: clock(), medium: 'meeting' } },
      { onSuccess: () => setAsking(false) },
    );
  return (
    <p className="step">
      <Button type="primary" size="large" disabled={hindrance !== null} onClick={() => setAsking(true)}>
        {words.record}
      </Button>
      {hindrance !== null && <span className="due-soon">{hindrance}</span>}
      <ConfirmSheet
        isOpen={isAsking}
        sentence={words.willDecide(capacityOf(me, { verb: VERB, thing }, null), said)}
        action={words.record}
        acting={acting}
        onPress={record}
        onClose={() => setAsking(false)}
      />
    </p>
  );
}
