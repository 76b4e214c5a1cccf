import type { Where } from './visit.ts';

/** One screen of the page, and who looks at it in the demo. */
export interface Screen {
  readonly name: string;
  readonly login: string | null;
  readonly where: Where;
  /** Of the desk alone: dense, and meant for a keyboard. */
  readonly isDesk?: boolean;
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
