import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { CaseOverview, CaseStage, Why } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { DueBadge } from '../../ui/due-badge.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { WaysOut } from '../../ui/verb-form/ways-out.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { COCKPIT } from '../../words/cockpit.ts';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { leavingQuery } from './queries.ts';

/** 进入下一环节: of each open stage whether it can end now, by the very rules of the act, and what is still needed. */
export const Advancing = ({ of }: { readonly of: CaseOverview }) => (
  <div className="cockpit-gates">
    {of.stages
      .filter(({ state }) => state === 'open')
      .map((stage) => (
        <Gate key={`${stage.id}.${stage.round}`} of={of} stage={stage} />
      ))}
  </div>
);

interface GateProps {
  readonly of: CaseOverview;
  readonly stage: CaseStage;
}

function Gate({ of, stage }: GateProps) {
  const { plans } = useWords();
  const isOffice = of.may.some(({ command, allowed }) => command === 'case.advance' && allowed);
  const { notYours } = useSaid(COCKPIT);
  // A stage without a date of its own lasts as long as what is open in it.
  const dates = stage.items.flatMap(({ due: day, holders }) =>
    day !== null && holders.length > 0 ? [day] : [],
  );
  const due = stage.due ?? [...dates].sort().at(-1) ?? null;
  return (
    <section className="sheet cockpit-gate" aria-label={stage.title}>
      <header>
        <h2>{stage.title}</h2>
        {stage.round > 1 && <span className="soft">{plans.round(stage.round)}</span>}
        {due !== null && <DueBadge due={due} overdue={stage.overdue} now={of.now} />}
      </header>
      {isOffice ? <Verdict of={of} stage={stage} /> : <p className="soft">{notYours}</p>}
    </section>
  );
}

function Verdict({ of, stage }: GateProps) {
  return (
    <Fetched query={useQuery(leavingQuery(of.id, stage.id))} rows={1}>
      {(why) => (why.allowed === true ? <Ready of={of} stage={stage} /> : <NotReady why={why} of={of} />)}
    </Fetched>
  );
}

function NotReady({ why, of }: { readonly why: Why; readonly of: CaseOverview }) {
  const { language } = useSpeech();
  const words = useWords();
  const said = useSaid(COCKPIT);
  // A stage that ends with its own decision is not held up by anything.
  const isByContent = why.rule === 'case.left-by-content';
  return (
    <div className="cockpit-verdict">
      <p className={isByContent ? 'soft' : 'due-soon'}>
        {!isByContent && <ExclamationCircleOutlined aria-hidden />}{' '}
        {isByContent ? why.said[language] : `${said.notReady}${colon(language)}${why.said[language]}`}
      </p>
      {why.needs && <p>{words.needs(why.needs[language])}</p>}
      {why.basis !== null && <p className="soft">{words.basis(why.basis)}</p>}
      {!isByContent && <WaysOut verb="case.advance" thing={of} />}
    </div>
  );
}

function Ready({ of, stage }: GateProps) {
  const words = useSaid(COCKPIT);
  const [isOpen, setOpen] = useState(false);
  const { me } = usePresent();
  const { press, acting } = useAct({ verb: 'case.advance', id: of.id, seen: `"${of.stream}:${of.version}"` });
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  return (
    <div className="cockpit-verdict cockpit-ready">
      <p className="cockpit-good">
        <CheckCircleOutlined aria-hidden /> {words.ready}
      </p>
      <Button type="primary" size="large" onClick={() => setOpen(true)}>
        {words.next}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.willAdvance(
          capacityOf(me, { verb: 'case.advance', thing: of }, null),
          stage.title,
          of.title,
        )}
        action={words.ending(stage.title)}
        acting={acting}
        onPress={() => press({ stage: stage.id })}
        onClose={() => setOpen(false)}
      />
    </div>
  );
}
