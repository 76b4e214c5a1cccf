import type { Where } from './where.ts';

/** One screen of the page, and who looks at it in the demo. */
export interface Screen {
  readonly name: string;
  readonly login: string | null;
  readonly where: Where;
  /** Of the desk alone: dense, and meant for a keyboard. */
  readonly isDesk?: boolean;
  /** It shows on purpose what is still on its way. */
  readonly isLoading?: boolean;
  /** Outside of the desk and `/m`: open to everybody, or the auditor's service. */
  readonly face?: 'open' | 'audit';
}

const shared: readonly Screen[] = [
  { name: 'door', login: null, where: { path: '' } },
  { name: 'todo-office', login: 'office', where: { path: '/' } },
  { name: 'todo-leader', login: 'fuyuanzhang3', where: { path: '/' } },
  { name: 'plans', login: 'office', where: { path: '/plans' } },
  { name: 'plan', login: 'office', where: { ofPlan: '' } },
  { name: 'opinions', login: 'office', where: { ofPlan: '/opinions' } },
  { name: 'indicators', login: 'office', where: { ofPlan: '/indicators' } },
  { name: 'chapter', login: 'fuyuanzhang3', where: { owed: 'chapter.sign-off' } },
  { name: 'chapter-asks', login: 'fuyuanzhang3', where: { owed: 'chapter.sign-off', then: '/asks' } },
  { name: 'compare', login: 'fuyuanzhang3', where: { owed: 'chapter.sign-off', before: '/compare' } },
  { name: 'issue', login: 'fuyuanzhang3', where: { owed: 'issue.sign' } },
  { name: 'indicator', login: 'xinxike', where: { owed: 'indicator.fill' } },
  { name: 'consultation', login: 'xinxike', where: { owed: 'consultation.give-opinion' } },
  { name: 'record', login: 'xinxike', where: { owed: 'record.acknowledge' } },
  { name: 'department', login: 'xinxike', where: { path: '/department' } },
  { name: 'meeting', login: 'mishu', where: { owed: 'meeting.open' } },
  { name: 'meeting-delegate', login: 'daibiao05', where: { owed: 'meeting.sign-in' } },
  { name: 'me', login: 'office', where: { path: '/me' } },
  { name: 'new', login: 'office', where: { path: '/new' } },
];

const desk: readonly Screen[] = [
  { name: 'console', login: 'mishu', where: { owed: 'meeting.open', then: '/console' } },
  { name: 'pack', login: 'mishu', where: { owed: 'meeting.open', then: '/pack' } },
  { name: 'big-screen', login: 'mishu', where: { owed: 'meeting.open', then: '/screen' } },
  { name: 'procedures', login: 'office', where: { path: '/procedures' } },
  { name: 'org', login: 'office', where: { path: '/org' } },
  { name: 'people', login: 'admin', where: { path: '/people' } },
  { name: 'people-import', login: 'admin', where: { path: '/people/import' } },
  { name: 'admin', login: 'admin', where: { path: '/admin' } },
  { name: 'messages', login: 'admin', where: { path: '/admin/messages' } },
  { name: 'health', login: 'admin', where: { path: '/admin/health' } },
  { name: 'repairs', login: 'office', where: { path: '/admin/repairs' } },
];

/** The screens, each in a state with real work. Those behind an address that is found by name only once it exists come with their own specs. */
export const ALL: readonly Screen[] = [...shared, ...desk.map((screen) => ({ ...screen, isDesk: true }))];

const OLDER = '信息化建设专项规划';
const AWAITED = '名医传承专项规划';

const views = (login: string, name: string, at: string, all: readonly string[]): readonly Screen[] =>
  all.map((view) => ({
    name: `${name}-${view}`,
    login,
    where: at === '' ? { ofPlan: `?view=${view}` } : { path: `${at}?view=${view}` },
  }));

const more: readonly Screen[] = [
  ...views('office', 'plan', '', ['matrix', 'dates', 'charts', 'items', 'course']),
  { name: 'plan-read-only', login: 'shenji', where: { ofPlan: '' } },
  { name: 'todo-chair', login: 'shuji', where: { path: '/' } },
  { name: 'todo-secretary', login: 'mishu', where: { path: '/' } },
  { name: 'todo-department', login: 'piweibingke', where: { path: '/' } },
  { name: 'todo-authority', login: 'jingban', where: { path: '/' } },
  { name: 'todo-admin', login: 'admin', where: { path: '/' } },
  { name: 'dossier', login: 'jingban', where: { owed: 'dossier.answer' } },
  { name: 'filing', login: 'office', where: { kind: 'filing', of: OLDER } },
  { name: 'contribution', login: 'xinxike', where: { kind: 'contribution', of: OLDER } },
  { name: 'manuscript', login: 'office', where: { kind: 'manuscript' } },
  { name: 'opinion', login: 'office', where: { kind: 'opinion' } },
  { name: 'ballot', login: 'daibiao01', where: { kind: 'ballot', of: OLDER } },
  { name: 'research', login: 'office', where: { kind: 'research' } },
  { name: 'issued', login: 'office', where: { kind: 'issue', of: OLDER } },
  { name: 'meeting-chair', login: 'shuji', where: { kind: 'meeting', of: AWAITED } },
  { name: 'meeting-over', login: 'office', where: { kind: 'meeting', of: OLDER } },
  { name: 'new-one', login: 'office', where: { path: '/new/case.open' } },
  { name: 'lost', login: 'office', where: { path: '/no-such-place' } },
  { name: 'tour', login: null, where: { path: '/' }, face: 'open' },
  { name: 'show', login: null, where: { path: '/show' }, face: 'open' },
  { name: 'code-unknown', login: null, where: { path: '/d/no-such-code' }, face: 'open' },
];

const moreOfDesk: readonly Screen[] = [
  ...views('office', 'org', '/org', ['posts', 'bodies', 'planned', 'unheld', 'calendar']),
  ...views('admin', 'org', '/org', ['departments', 'posts', 'security']),
  { name: 'procedure', login: 'office', where: { first: '/v1/procedures', below: '/procedures' } },
  ...['graph', 'rules', 'diff', 'move'].map((view) => ({
    name: `procedure-${view}`,
    login: 'office',
    where: { first: '/v1/procedures', below: '/procedures', then: `?view=${view}` },
  })),
  {
    name: 'procedure-edit',
    login: 'office',
    where: { first: '/v1/procedures', below: '/procedures', then: '/edit' },
  },
  { name: 'person', login: 'admin', where: { first: '/v1/persons', below: '/people' } },
  { name: 'gallery', login: 'office', where: { path: '/gallery' }, isLoading: true },
  { name: 'manuscript-edit', login: 'office', where: { kind: 'manuscript', then: '/edit' } },
];

const audit: readonly Screen[] = [
  { name: 'audit-door', login: null, where: { path: '/' } },
  { name: 'audit-letters', login: 'shenji', where: { path: '/' } },
  { name: 'audit-verify', login: 'shenji', where: { path: '/verify' } },
  { name: 'audit-readings', login: 'shenji', where: { path: '/readings' } },
  ...['timeline', 'state', 'ancestry', 'decisions', 'conformance', 'questions'].map((part) => ({
    name: `audit-${part}`,
    login: 'shenji',
    where: { ofPlan: `/${part}` },
  })),
];

/** Everything that `npm run screens` takes: besides those above what costs too much to be checked each time. */
export const PICTURED: readonly Screen[] = [
  ...ALL,
  ...more,
  ...moreOfDesk.map((screen) => ({ ...screen, isDesk: true })),
  ...audit.map((screen): Screen => ({ ...screen, face: 'audit' })),
];
