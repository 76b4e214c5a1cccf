import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { caseQuery } from '../../api/queries.ts';
import type { CaseOverview } from '../../api/generated/types.gen.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { StageRail } from '../../ui/stage-rail.tsx';
import { useWords } from '../../words/language.tsx';
import { Stage } from './stage.tsx';

/** P4 规划总览: the stages of a case, who holds what, and by when. */
export function Plan() {
  const { id = '' } = useParams();
  return (
    <Fetched query={useQuery(caseQuery(id))} rows={10}>
      {(data) => <Overview of={data} />}
    </Fetched>
  );
}

function Overview({ of: { id, title, stages, procedure, now } }: { readonly of: CaseOverview }) {
  const { plans, opinions } = useWords();
  const open = stages.filter(({ state }) => state === 'open');
  const others = stages.filter(({ state }) => state !== 'open');
  return (
    <Page
      title={title}
      aside={<span className="soft">{plans.procedure(procedure.title, procedure.version)}</span>}
    >
      <StageRail stages={stages} />
      <p>
        <Link to={`/plans/${id}/opinions`}>{opinions.title}</Link>
      </p>
      {[...open, ...others].map((stage) => (
        <Stage key={stage.id} stage={stage} now={now} />
      ))}
      <Papers plural="cases" id={id} />
    </Page>
  );
}
