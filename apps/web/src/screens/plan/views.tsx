import { lazy, Suspense } from 'react';
import type { CaseOverview } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ExportArchive } from '../../ui/export-archive.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Papers } from '../../ui/papers.tsx';
import { Advancing } from '../cockpit/advancing.tsx';
import { Aside } from '../cockpit/aside.tsx';
import { Owing } from '../cockpit/owing.tsx';
import { withPassed } from '../cockpit/passed.ts';
import { Stage } from './stage.tsx';

export const VIEWS = ['overview', 'matrix', 'dates', 'charts', 'items', 'course'] as const;
export type ViewName = (typeof VIEWS)[number];

/** What the address asks for; the overview for anything else. */
export const viewOf = (asked: string | null): ViewName => VIEWS.find((name) => name === asked) ?? 'overview';

const Matrix = lazy(() => import('../cockpit/matrix.tsx').then((all) => ({ default: all.Matrix })));
const Gantt = lazy(() => import('../cockpit/gantt.tsx').then((all) => ({ default: all.Gantt })));
const Course = lazy(() => import('../cockpit/course.tsx').then((all) => ({ default: all.Course })));
const Charts = lazy(() => import('../cockpit/charts.tsx').then((all) => ({ default: all.Charts })));

interface ViewProps {
  readonly name: ViewName;
  readonly of: CaseOverview;
}

/** One view of a plan; the heavier ones come when somebody looks. */
export function View({ name, of }: ViewProps) {
  return <Suspense fallback={<Loading rows={8} />}>{viewNamed(name, of)}</Suspense>;
}

function viewNamed(name: ViewName, of: CaseOverview) {
  switch (name) {
    case 'matrix':
      return <Matrix id={of.id} />;
    case 'dates':
      return <Gantt id={of.id} />;
    case 'charts':
      return <Charts id={of.id} />;
    case 'items':
      return <Items of={of} />;
    case 'course':
      return (
        <>
          <Course id={of.id} />
          <Archive of={of} />
        </>
      );
    default:
      return (
        <>
          <Aside of={of} />
          <Advancing of={of} />
          <Owing of={of} />
        </>
      );
  }
}

const EXPORTING: readonly string[] = ['office', 'office-director', 'auditor'];

/** 归档包, for those who may have it. */
function Archive({ of: { id } }: Pick<ViewProps, 'of'>) {
  const { me } = usePresent();
  return me.capacities.some(({ as }) => EXPORTING.includes(as)) ? <ExportArchive caseId={id} /> : null;
}

function Items({ of: { id, stages, now } }: { readonly of: CaseOverview }) {
  const all = withPassed(stages);
  const open = all.filter(({ state }) => state === 'open');
  const others = all.filter(({ state }) => state !== 'open');
  return (
    <>
      {[...open, ...others].map((stage) => (
        <Stage key={stage.id} stage={stage} now={now} />
      ))}
      <Papers plural="cases" id={id} />
    </>
  );
}
