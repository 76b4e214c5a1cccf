import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Issue as View } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { DueBadge } from '../../ui/due-badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportArchive } from '../../ui/export-archive.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { AskSheet } from '../../ui/verb-form/ask-sheet.tsx';
import { ISSUE } from '../../words/issue.ts';
import { useSaid } from '../../words/language.tsx';
import { Decide } from '../decide/decide.tsx';
import { CitedTexts } from '../thing/cited-texts.tsx';
import { Acts } from './acts.tsx';
import { Gates } from './gates.tsx';
import './issue.css';
import { PagePreview } from './page-preview.tsx';
import { issueQuery } from './queries.ts';
import { Receipts } from './receipts.tsx';
import { Sheet } from './sheet.tsx';
import { StepList } from './step-list.tsx';
import { Stops } from './stops.tsx';
import { useNames } from './use-names.ts';

/** What the office does with an issue; whoever may do none of it reads the text and decides. */
const MAKING: readonly string[] = [
  'issue.draft',
  'issue.review',
  'issue.number',
  'issue.publish',
  'issue.record-receipt',
];

/** P12 印发: for the office its sheet with the red-head pages; for a leader or a head the page to decide on. */
export function Issue() {
  const { id = '' } = useParams();
  const query = useQuery(issueQuery(id));
  return (
    <Fetched query={query} rows={10}>
      {(answer) =>
        answer.data.may.some(
          ({ command, allowed, rule }) =>
            MAKING.includes(command) && (allowed || rule?.startsWith('policy.') === false),
        ) ? (
          <Desk answer={answer} />
        ) : (
          <Decide />
        )
      }
    </Fetched>
  );
}

function Desk({ answer: { data: thing, etag } }: { readonly answer: Answer<View> }) {
  const { me } = usePresent();
  const names = useNames();
  const [door, setDoor] = useState<string | null>(null);
  const { id, data, case: caseId } = thing;
  const isOut = data.done['publish'] !== undefined;
  return (
    <Page title={data.title} aside={<StateSaid of={thing} />}>
      {data.due !== null && <DueBadge due={data.due} overdue={data.due < me.now} now={me.now} />}
      <div className="issue-layout">
        <div>
          {caseId !== null && !isOut && <Stops caseId={caseId} onDoor={setDoor} />}
          <Preview thing={thing} />
        </div>
        <div className="issue-side">
          <Acts thing={thing} seen={etag} names={names} />
          <StepList data={data} names={names} />
          <Sheet data={data} names={names} />
        </div>
      </div>
      <Gates thing={thing} />
      <Receipts thing={thing} names={names} />
      <Ways thing={thing} />
      <CitedTexts plural="issues" id={id} texts={thing.texts} />
      <Papers plural="issues" id={id} />
      {door !== null && (
        <AskSheet
          key={door}
          {...{ thing, verb: door, seen: etag }}
          plural="issues"
          isOpen
          onClose={() => setDoor(null)}
        />
      )}
    </Page>
  );
}

function Ways({ thing: { id, case: caseId } }: { readonly thing: View }) {
  const words = useSaid(ISSUE);
  return (
    <>
      <p className="issue-acts">
        <Link to={`/compare/issues/${id}`}>{words.compare}</Link>
      </p>
      {caseId !== null && <ExportArchive caseId={caseId} />}
    </>
  );
}

function Preview({ thing: { id, version, data } }: { readonly thing: View }) {
  const words = useSaid(ISSUE);
  return data.text === null ? (
    <EmptyState title={words.noPreview} why={words.noPreviewWhy} />
  ) : (
    <PagePreview of={{ plural: 'issues', id, paper: 'notice', version }} />
  );
}
