import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Consultation as View } from '../../api/generated/types.gen.ts';
import { consultationQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { Beside } from '../../ui/beside.tsx';
import { DueBadge } from '../../ui/due-badge.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { OfPlan } from '../../ui/of-plan.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { dayWords, dueDay } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { UNSIGNED } from '../../words/unsigned.ts';
import '../department/department.css';
import { OwnOpinions } from '../department/own-opinions.tsx';
import { Asks } from '../thing/asks.tsx';
import { Answering } from './answering.tsx';
import { DraftText } from './draft-text.tsx';
import { None } from './none.tsx';
import { QrSheet } from './qr-sheet.tsx';

/** P8 征求意见: the letter's text, clause by clause, and the answer of my department. */
export function Consultation() {
  const { id = '' } = useParams();
  const query = useQuery(consultationQuery(id));
  return (
    <Fetched query={query} rows={10}>
      {(answer) => <Shown answer={answer} />}
    </Fetched>
  );
}

function Shown({ answer: { data: thing, etag } }: { readonly answer: Answer<View> }) {
  const { me } = usePresent();
  const { due } = thing.data;
  const can = (verb: string): boolean =>
    thing.may.some(({ command, allowed }) => command === verb && allowed);
  const departments = me.capacities.flatMap(({ as, department }) =>
    as === 'department-head' && department ? [department.id] : [],
  );
  const none = can('consultation.reply-none') && <None thing={thing} />;
  const poster = thing.status === 'open' && <Poster thing={thing} />;
  return (
    <Page
      title={thing.label}
      over={<OfPlan id={thing.case} label={thing.label} />}
      aside={<StateSaid of={thing} />}
    >
      <DueBadge due={due} overdue={due < me.now} now={me.now} />
      <Letter thing={thing} />
      {can('consultation.reply') ? (
        <Answering thing={thing} none={none} poster={poster} />
      ) : (
        <Beside acts={[none, poster]}>
          <DraftText thing={thing} canSay={false} onSay={() => undefined} />
        </Beside>
      )}
      {thing.case !== null && <OwnOpinions caseId={thing.case} departments={departments} />}
      <Asks thing={thing} seen={etag} except={['consultation.reply', 'consultation.reply-none']} />
      <Papers plural="consultations" id={thing.id} version={thing.version} />
    </Page>
  );
}

/** The sheet with the QR by which everybody in the house may answer. */
function Poster({ thing: { id, label, data } }: { readonly thing: View }) {
  const { language } = useSpeech();
  return <QrSheet id={id} label={label} until={dueDay(data.due, language)} />;
}

/** 征求意见函 in short: the period, what silence counts as, the letter itself, and the way without a name. */
function Letter({ thing }: { readonly thing: View }) {
  const words = useSaid(UNSIGNED);
  const { language } = useSpeech();
  const { id, status, data, case: caseId } = thing;
  if (status !== 'open')
    return (
      <p className="due-soon">
        {words.closed} {caseId !== null && <Link to={`/plans/${caseId}/opinions`}>{words.results}</Link>}
      </p>
    );
  return (
    <>
      <p>
        {words.period(dayWords(data.opened, language), dueDay(data.due, language))}
        {data.silence === 'as-none' ? words.silent : words.silentNone}
      </p>
      <p className="setting">
        <a href={`/v1/consultations/${id}/papers/letter.pdf`} download>
          {words.letter}
        </a>
        <a href={`/o/${id}`}>{words.unsigned}</a>
      </p>
    </>
  );
}
