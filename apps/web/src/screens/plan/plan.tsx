import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import type { CaseOverview } from '../../api/generated/types.gen.ts';
import { caseQuery } from '../../api/queries.ts';
import '../../ui/dense.css';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { Views } from '../../ui/views.tsx';
import { useSaid, useWords } from '../../words/language.tsx';
import { COCKPIT } from '../../words/cockpit.ts';
import '../cockpit/cockpit.css';
import { Rail } from '../cockpit/rail.tsx';
import { View, VIEWS, viewOf, type ViewName } from './views.tsx';

/** P4 规划总览: where a plan stands, what holds it, who has what, and by when. */
export function Plan() {
  const { id = '' } = useParams();
  return (
    <Fetched query={useQuery(caseQuery(id))} rows={10}>
      {(data) => <Overview of={data} />}
    </Fetched>
  );
}

function Overview({ of }: { readonly of: CaseOverview }) {
  const { id, title, procedure } = of;
  const { plans } = useWords();
  const { tools } = useSaid(COCKPIT);
  const view = viewOf(useSearchParams()[0].get('view'));
  return (
    <Page
      title={title}
      aside={
        <>
          <span className="soft">{plans.procedure(procedure.title, procedure.version)}</span>
          <nav className="cockpit-tools push" aria-label={title}>
            <Link to={`/plans/${id}/opinions`}>{tools.opinions}</Link>
            <Link to={`/plans/${id}/indicators`}>{tools.indicators}</Link>
          </nav>
        </>
      }
    >
      <Rail id={id} />
      <ViewLinks at={view} />
      <View name={view} of={of} />
    </Page>
  );
}

function ViewLinks({ at }: { readonly at: ViewName }) {
  const { views, view } = useSaid(COCKPIT);
  return (
    <Views label={views}>
      {VIEWS.map((name) => (
        <Link
          key={name}
          to={{ search: name === 'overview' ? '' : `view=${name}` }}
          aria-current={name === at ? 'page' : undefined}
          preventScrollReset
        >
          {view[name]}
        </Link>
      ))}
    </Views>
  );
}
