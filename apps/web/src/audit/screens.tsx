import { Navigate, type RouteObject } from 'react-router';
import { Lost } from '../frame/lost.tsx';

/** The screens of one case, side by side. */
const OF_CASE: readonly RouteObject[] = [
  { index: true, element: <Navigate to="timeline" replace /> },
  {
    path: 'timeline',
    lazy: () =>
      import('../screens/audit/timeline/timeline.tsx').then(({ CaseTimeline }) => ({
        Component: CaseTimeline,
      })),
  },
  {
    path: 'state',
    lazy: () => import('../screens/audit/state/state.tsx').then(({ StateAt }) => ({ Component: StateAt })),
  },
  {
    path: 'ancestry',
    lazy: () =>
      import('../screens/audit/case/ancestry.tsx').then(({ Ancestry }) => ({ Component: Ancestry })),
  },
  {
    path: 'decisions',
    lazy: () =>
      import('../screens/audit/case/decisions.tsx').then(({ Decisions }) => ({ Component: Decisions })),
  },
  {
    path: 'conformance',
    lazy: () =>
      import('../screens/audit/case/conformance.tsx').then(({ Conformance }) => ({ Component: Conformance })),
  },
  {
    path: 'questions',
    lazy: () =>
      import('../screens/audit/questions/questions.tsx').then(({ Questions }) => ({ Component: Questions })),
  },
  {
    path: 'questions/:question',
    lazy: () => import('../screens/audit/questions/answer.tsx').then(({ Answer }) => ({ Component: Answer })),
  },
];

/** What auditors open. Each is loaded when somebody goes there. */
export const AUDIT_SCREENS: readonly RouteObject[] = [
  { path: '/', lazy: () => import('../screens/audit/scope.tsx').then(({ Scope }) => ({ Component: Scope })) },
  {
    path: 'timeline',
    lazy: () =>
      import('../screens/audit/timeline/timeline.tsx').then(({ WholeTimeline }) => ({
        Component: WholeTimeline,
      })),
  },
  {
    path: 'cases/:id',
    lazy: () =>
      import('../screens/audit/case/case.tsx').then(({ AuditedCase }) => ({ Component: AuditedCase })),
    children: [...OF_CASE],
  },
  {
    path: 'verify',
    lazy: () => import('../screens/audit/verify/verify.tsx').then(({ Verify }) => ({ Component: Verify })),
  },
  {
    path: 'readings',
    lazy: () => import('../screens/audit/readings.tsx').then(({ Readings }) => ({ Component: Readings })),
  },
  { path: '*', element: <Lost /> },
];
