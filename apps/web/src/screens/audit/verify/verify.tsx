import { Button } from 'antd';
import { useState } from 'react';
import { useAuditor } from '../../../audit/at-door.tsx';
import { current } from '../../../audit/letters.ts';
import { useOnline } from '../../../frame/use-online.ts';
import { FailureNotice } from '../../../ui/failure-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { AUDIT_ASKS } from '../../../words/audit-asks.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { HeldCheckpoint, heldOf, type Held } from './held.tsx';
import { Newest } from './newest.tsx';
import { useVerification, type Progress, type Verification } from './use-verification.ts';
import { Verdict } from './verdict.tsx';

/** 核验 of the whole record, with its progress; the verdict is 一致, or 不一致 and where. */
export function Verify() {
  const words = useSaid(AUDIT_ASKS);
  const { letters } = useAuditor();
  const isOnline = useOnline();
  const { state, begin, stop } = useVerification();
  const [held, setHeld] = useState<Held>({ size: '', root: '' });
  const asked = heldOf(held);
  const mayVerify = current(letters).some(({ cases, period }) => cases === null && period === null);
  const isAtWork = state.at === 'work';
  return (
    <Page title={words.verifyTitle}>
      <p className="audit-lead">{words.verifyLead}</p>
      {mayVerify ? <Newest /> : <p className="audit-note">{words.verifyNeeds}</p>}
      <HeldCheckpoint held={held} onWrite={setHeld} isWrong={asked === null} />
      <div className="audit-make">
        <Button
          size="large"
          type="primary"
          disabled={!mayVerify || !isOnline || asked === null || isAtWork}
          loading={isAtWork}
          onClick={() => asked && begin(asked)}
        >
          {state.at === 'rest' ? words.begin : words.again}
        </Button>
        {isAtWork && (
          <Button size="large" onClick={stop}>
            {words.stop}
          </Button>
        )}
      </div>
      {state.steps.length > 0 && <Steps steps={state.steps} isOver={state.verdict !== null} />}
      <Ended state={state} />
    </Page>
  );
}

function Ended({ state: { at, failure, verdict, faults } }: { readonly state: Verification }) {
  const words = useSaid(AUDIT_ASKS);
  if (failure) return <FailureNotice failure={failure} />;
  if (at === 'stopped') return <p role="status">{words.stopped}</p>;
  if (at === 'broken')
    return (
      <p role="alert" className="audit-note">
        <strong>{words.broken}</strong> {words.brokenWhy}
      </p>
    );
  return verdict ? <Verdict verdict={verdict} faults={faults} /> : null;
}

interface StepsProps {
  readonly steps: readonly Progress[];
  readonly isOver: boolean;
}

/** The service tells of every few thousand: a step that another one followed is over. */
function Steps({ steps, isOver }: StepsProps) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  return (
    <ol className="sheet rows" aria-label={words.steps5}>
      {steps.map(({ step, words: said, done, of }, n) => {
        const isDone = isOver || n < steps.length - 1;
        return (
          <li key={step}>
            <span className="row-title">{said[language]}</span>
            <progress
              value={isDone ? 1 : done}
              max={isDone ? 1 : Math.max(1, of)}
              aria-label={said[language]}
            />
            <span className="audit-num">{isDone ? words.stepDone : words.progress(done, of)}</span>
          </li>
        );
      })}
    </ol>
  );
}
