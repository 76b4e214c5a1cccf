import { useState } from 'react';
import { CONSOLE } from '../../words/console.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { Asking, Line } from './asking.tsx';
import { OwnerChoice } from './charges.tsx';
import { mayCorrect } from './corrected.ts';
import { decisionReason } from './decision-reason.ts';
import { OutcomeChoice, type Outcome } from './outcome-choice.tsx';
import { IN_ROOM, useScene } from './scene.ts';
import { useConditions, useConditionSaid, type Conditioned } from './set-conditions.ts';
import { Was, WasList } from './was.tsx';

/** 主持人决定 once it is declared: what it asks for, and what of its entry may be put right. */
export function Decided() {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { thing } = useScene();
  const { rule, decision, decisionRecorded } = thing.data;
  const all = useConditions();
  if (decision === null) return null;
  const mayPutRight = decisionRecorded && mayCorrect(thing);
  return (
    <div className="decided-box">
      <p className="decided-line">
        {`${words.decide}${colon(language)}${rule.words[decision] ?? decision}`}
        {mayPutRight && <PutDecisionRight key={thing.version} />}
      </p>
      <Was of="decision" />
      <Because />
      {all !== null && all.length > 0 && (
        <ol className="set-conditions" aria-label={words.conditionList}>
          {all.map((each) => (
            <ConditionRow key={each.now.no} condition={each} mayPutRight={mayPutRight} />
          ))}
        </ol>
      )}
    </div>
  );
}

/** Why it was decided so, where a reason was given. */
function Because() {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { now, before } = decisionReason(useScene().thing.wording);
  if (now === '') return null;
  return (
    <div className="decided-reason">
      {words.because + colon(language) + now}
      <WasList all={before} />
    </div>
  );
}

interface ConditionRowProps {
  readonly condition: Conditioned;
  readonly mayPutRight: boolean;
}

function ConditionRow({ condition: { now, before, isWaiting }, mayPutRight }: ConditionRowProps) {
  const words = useSaid(CONSOLE);
  const said = useConditionSaid();
  return (
    <li value={now.no}>
      {said(now)} {isWaiting && <span className="due-soon">{words.states.waiting}</span>}
      {mayPutRight && <PutConditionRight key={JSON.stringify(now)} now={now} />}
      <WasList all={before.map((one) => ({ said: said(one), why: one.why }))} />
    </li>
  );
}

/** 更正条件: what it says, who has to meet it, by when; with the reason. */
function PutConditionRight({ now }: { readonly now: Conditioned['now'] }) {
  const words = useSaid(CONSOLE);
  const { entries } = useScene();
  const [wanted, setWanted] = useState(now);
  const [reason, setReason] = useState('');
  const write = (change: Partial<typeof now>): void => setWanted((before) => ({ ...before, ...change }));
  const wording = wanted.wording.trim();
  const isWhole = wording !== '' && wanted.due !== '' && Object.values(wanted.owner).every(Boolean);
  const send = (): void => {
    const { no, owner, due } = wanted;
    const body = { conditions: [{ no, wording, owner, due }], reason: reason.trim(), ...IN_ROOM };
    entries.note({ verb: 'meeting.correct-decision', body, said: words.saysCondition(no, wording) });
    setReason('');
  };
  return (
    <Asking
      isSmall
      label={words.correct}
      about={now.wording}
      action={words.correct}
      canSend={isWhole && JSON.stringify(wanted) !== JSON.stringify(now) && reason.trim() !== ''}
      onSend={send}
    >
      <p className="soft">{words.correctConditionHint}</p>
      <Line
        label={words.condition}
        rows={2}
        value={wanted.wording}
        onWrite={(text) => write({ wording: text })}
      />
      <OwnerChoice value={wanted.owner} onChoose={(owner) => write({ owner })} />
      <Line type="date" label={words.due} value={wanted.due} onWrite={(due) => write({ due })} />
      <Line label={words.correctWhy} value={reason} onWrite={setReason} />
    </Asking>
  );
}

/** 更正决定: why it was decided so. Another outcome is sent too, and the answer says who decides on that. */
function PutDecisionRight() {
  const words = useSaid(CONSOLE);
  const { thing, entries } = useScene();
  const was = thing.data.outcome as Outcome;
  const [outcome, setOutcome] = useState<Outcome>(was);
  const [stated, setStated] = useState('');
  const [reason, setReason] = useState('');
  const send = (): void => {
    const body = {
      ...(outcome === was ? {} : { outcome }),
      ...(stated.trim() === '' ? {} : { stated: stated.trim() }),
      reason: reason.trim(),
      ...IN_ROOM,
    };
    entries.note({ verb: 'meeting.correct-decision', body, said: words.saysDecision });
    setOutcome(was);
    setStated('');
    setReason('');
  };
  return (
    <Asking
      isSmall
      label={words.correct}
      about={words.decide}
      action={words.correct}
      canSend={(outcome !== was || stated.trim() !== '') && reason.trim() !== ''}
      onSend={send}
    >
      <p className="soft">{words.correctDecisionHint}</p>
      <OutcomeChoice name="corrected-outcome" value={outcome} onChoose={setOutcome} />
      <Line label={words.stated} rows={2} value={stated} onWrite={setStated} />
      <Line label={words.correctWhy} value={reason} onWrite={setReason} />
    </Asking>
  );
}
