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
    path: 'plans/:id/opinions',
    lazy: () => import('../screens/opinions/opinions.tsx').then(({ Opinions }) => ({ Component: Opinions })),
  },
  {
    path: 'plans/:id/indicators',
    lazy: () =>
      import('../screens/indicators/indicators.tsx').then(({ Indicators }) => ({ Component: Indicators })),
  },
  {
    path: 'indicators/:id',
    lazy: () =>
      import('../screens/indicators/of-plan.tsx').then(({ IndicatorsOfPlan }) => ({
        Component: IndicatorsOfPlan,
      })),
  },
  {
    path: 'compare/:plural/:id',
    lazy: () => import('../screens/compare/compare.tsx').then(({ Compare }) => ({ Component: Compare })),
  },
  {
    path: 'slips/:id/:text',
    lazy: () => import('../screens/slip/slip.tsx').then(({ Slip }) => ({ Component: Slip })),
  },
  {
    path: 'reviews/:id/slip',
    lazy: () =>
      import('../screens/slip/leader-slip.tsx').then(({ ReviewSlip }) => ({ Component: ReviewSlip })),
  },
  {
    path: 'issues/:id/slip',
    lazy: () => import('../screens/slip/leader-slip.tsx').then(({ IssueSlip }) => ({ Component: IssueSlip })),
  },
  {
    path: 'tablings/:id',
    lazy: () => import('../screens/decide/decide.tsx').then(({ Decide }) => ({ Component: Decide })),
  },
  {
    path: 'issues/:id',
    lazy: () => import('../screens/issue/issue.tsx').then(({ Issue }) => ({ Component: Issue })),
  },
  {
    path: 'filings/:id',
    lazy: () => import('../screens/filing/filing.tsx').then(({ Filing }) => ({ Component: Filing })),
  },
  {
    path: 'dossiers/:id',
    lazy: () => import('../screens/dossier/dossier.tsx').then(({ Dossier }) => ({ Component: Dossier })),
  },
  {
    path: 'mandates/:id',
    lazy: () => import('../screens/decide/decide.tsx').then(({ Decide }) => ({ Component: Decide })),
  },
  {
    path: 'reviews/:id',
    lazy: () => import('../screens/decide/decide.tsx').then(({ Decide }) => ({ Component: Decide })),
  },
  {
    path: 'records/:id',
    lazy: () => import('../screens/slip/record.tsx').then(({ Record }) => ({ Component: Record })),
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
    path: 'chapters/:id/hand-in',
    lazy: () =>
      import('../screens/hand-in/chapter-hand-in.tsx').then(({ ChapterHandIn }) => ({
        Component: ChapterHandIn,
      })),
  },
  {
    path: 'deposits/:id',
    lazy: () => import('../screens/deposit/deposit.tsx').then(({ Deposit }) => ({ Component: Deposit })),
  },
  {
    path: 'department',
    lazy: () =>
      import('../screens/department/department.tsx').then(({ Department }) => ({ Component: Department })),
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
    path: 'sittings/:id',
    lazy: () => import('../screens/sitting/sitting.tsx').then(({ Sitting }) => ({ Component: Sitting })),
  },
  {
    path: 'ballots/:id',
    lazy: () => import('../screens/congress/ballot.tsx').then(({ Ballot }) => ({ Component: Ballot })),
  },
  {
    path: 'manuscripts/:id',
    lazy: () =>
      import('../screens/manuscript/manuscript.tsx').then(({ Manuscript }) => ({ Component: Manuscript })),
  },
  { path: 'me', lazy: () => import('../screens/me/me.tsx').then(({ Me }) => ({ Component: Me })) },
  {
    path: 'me/delegations',
    lazy: () =>
      import('../screens/org-duty/delegations.tsx').then(({ Delegations }) => ({ Component: Delegations })),
  },
  {
    path: 'org/log-restarts',
    lazy: () =>
      import('../screens/org-duty/log-restarts.tsx').then(({ LogRestarts }) => ({ Component: LogRestarts })),
  },
  {
    path: 'persons/:id',
    lazy: () => import('../screens/people/person.tsx').then(({ PersonPage }) => ({ Component: PersonPage })),
  },
  {
    path: 'org',
    lazy: () => import('../screens/org/org.tsx').then(({ Org }) => ({ Component: Org })),
  },
  {
    path: 'new',
    lazy: () => import('../screens/thing/making.tsx').then(({ Making }) => ({ Component: Making })),
  },
  {
    path: 'new/:verb',
    lazy: () => import('../screens/thing/making.tsx').then(({ MakingOne }) => ({ Component: MakingOne })),
  },
  {
    path: ':plural/:id/asks',
    lazy: () => import('../screens/thing/thing.tsx').then(({ Thing }) => ({ Component: Thing })),
  },
  {
    path: ':plural/:id',
    lazy: () => import('../screens/thing/thing.tsx').then(({ Thing }) => ({ Component: Thing })),
  },
];

/** Screens of the desk alone: dense, and meant for a keyboard. */
export const DESK: readonly RouteObject[] = [
  {
    path: 'manuscripts/:id/edit',
    lazy: () =>
      import('../screens/manuscript/edit/edit.tsx').then(({ EditManuscript }) => ({
        Component: EditManuscript,
      })),
  },
  {
    path: 'meetings/:id/console',
    lazy: () => import('../screens/console/console.tsx').then(({ Console }) => ({ Component: Console })),
  },
  {
    path: 'meetings/:id/pack',
    lazy: () => import('../screens/meeting/pack.tsx').then(({ Pack }) => ({ Component: Pack })),
  },
  {
    path: 'procedures',
    lazy: () =>
      import('../screens/procedure/procedures.tsx').then(({ Procedures }) => ({ Component: Procedures })),
  },
  {
    path: 'procedures/:id',
    lazy: () =>
      import('../screens/procedure/procedure.tsx').then(({ Procedure }) => ({ Component: Procedure })),
  },
  {
    path: 'procedures/:id/edit',
    lazy: () =>
      import('../screens/procedure/editor/editor.tsx').then(({ ProcedureEditor }) => ({
        Component: ProcedureEditor,
      })),
  },
  {
    path: 'people',
    lazy: () => import('../screens/people/people.tsx').then(({ People }) => ({ Component: People })),
  },
  {
    path: 'people/import',
    lazy: () =>
      import('../screens/people/import.tsx').then(({ ImportPeople }) => ({ Component: ImportPeople })),
  },
  {
    path: 'people/:id',
    lazy: () => import('../screens/people/person.tsx').then(({ PersonPage }) => ({ Component: PersonPage })),
  },
  {
    path: 'admin',
    lazy: () => import('../screens/admin/admin.tsx').then(({ Admin }) => ({ Component: Admin })),
  },
  {
    path: 'admin/messages',
    lazy: () => import('../screens/admin/messages.tsx').then(({ Messages }) => ({ Component: Messages })),
  },
  {
    path: 'admin/health',
    lazy: () => import('../screens/admin/health.tsx').then(({ Health }) => ({ Component: Health })),
  },
  {
    path: 'admin/repairs',
    lazy: () => import('../screens/admin/repairs.tsx').then(({ Repairs }) => ({ Component: Repairs })),
  },
  {
    path: 'gallery',
    lazy: () => import('../screens/gallery/gallery.tsx').then(({ Gallery }) => ({ Component: Gallery })),
  },
];

/** 大屏: screens of the desk without its frame. */
export const BARE: readonly RouteObject[] = [
  {
    path: 'meetings/:id/screen',
    lazy: () =>
      import('../screens/congress/screen.tsx').then(({ MeetingScreen }) => ({ Component: MeetingScreen })),
  },
  {
    path: 'sittings/:id/screen',
    lazy: () =>
      import('../screens/congress/screen.tsx').then(({ SittingScreen }) => ({ Component: SittingScreen })),
  },
];
