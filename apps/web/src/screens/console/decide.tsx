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
import { isOpen } from './entry.ts';
import { useLawClock } from './law-clock.ts';
import { useScene } from './scene.ts';
import { Was } from './was.tsx';

const OUTCOMES = ['passed', 'in-principle', 'not-passed', 'deferred'] as const;
type Outcome = (typeof OUTCOMES)[number];

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

/** 更正: what the secretary entered is entered anew until it is declared; what was asked for with it stays asked. */
function CorrectDecision() {
  const words = useSaid(CONSOLE);
  const { decisionRecorded, conditions, mandate } = useScene().thing.data;
  if (!decisionRecorded || conditions.length > 0 || mandate !== null) return null;
  return (
    <details>
      <summary>{words.correctDecision}</summary>
      <Deciding />
    </details>
  );
}

function Deciding() {
  const words = useSaid(CONSOLE);
  const { thing } = useScene();
  const [outcome, setOutcome] = useState<Outcome>('passed');
  const [reason, setReason] = useState('');
  const [charges, setCharges] = useState<readonly Charge[]>([]);
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
      <p className="vote-buttons" role="radiogroup" aria-label={words.decision}>
        {OUTCOMES.filter((each) => rule.words[each] !== undefined).map((each) => (
          <label key={each} className="vote-radio">
            <input type="radio" name="outcome" checked={outcome === each} onChange={() => choose(each)} />
            {rule.words[each]}
          </label>
        ))}
      </p>
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
