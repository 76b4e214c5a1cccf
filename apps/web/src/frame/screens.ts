import type { RouteObject } from 'react-router';

/** Screens that both faces have. Each is loaded when somebody goes there. */
export const SHARED: readonly RouteObject[] = [
  { path: '/', lazy: () => import('../screens/todo/todo.tsx').then(({ Todo }) => ({ Component: Todo })) },
  {
    path: 'plans',
    lazy: () => import('../screens/plan/plans.tsx').then(({ Plans }) => ({ Component: Plans })),
  },
  {
    path: 'plans/:id',
    lazy: () => import('../screens/plan/plan.tsx').then(({ Plan }) => ({ Component: Plan })),
  },
  {
    path: 'chapters/:id',
    lazy: () => import('../screens/chapter/chapter.tsx').then(({ Chapter }) => ({ Component: Chapter })),
  },
  {
    path: 'contributions/:id',
    lazy: () =>
      import('../screens/hand-in/contribution.tsx').then(({ Contribution }) => ({ Component: Contribution })),
  },
  {
    path: 'consultations/:id',
    lazy: () =>
      import('../screens/consultation/consultation.tsx').then(({ Consultation }) => ({
        Component: Consultation,
      })),
  },
  {
    path: 'meetings/:id',
    lazy: () => import('../screens/meeting/meeting.tsx').then(({ Meeting }) => ({ Component: Meeting })),
  },
  {
    path: 'manuscripts/:id',
    lazy: () =>
      import('../screens/manuscript/manuscript.tsx').then(({ Manuscript }) => ({ Component: Manuscript })),
  },
  { path: 'me', lazy: () => import('../screens/me/me.tsx').then(({ Me }) => ({ Component: Me })) },
  {
    path: ':plural/:id',
    lazy: () => import('../screens/thing/thing.tsx').then(({ Thing }) => ({ Component: Thing })),
  },
];

/** Screens of the desk alone: dense, and meant for a keyboard. */
export const DESK: readonly RouteObject[] = [
  {
    path: 'plans/:id/opinions',
    lazy: () => import('../screens/opinions/opinions.tsx').then(({ Opinions }) => ({ Component: Opinions })),
  },
];
