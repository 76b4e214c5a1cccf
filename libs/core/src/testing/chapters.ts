import type { Capacity } from '../capacity.ts';
import { initial, step } from '../machine.ts';
import { chapterRows } from '../stages/write/chapter.ts';
import { chapterMachine, type ChapterState } from '../stages/write/machine.ts';
import type { Fact } from '../stream.ts';
import { fileOf, given, INSTITUTION, refOf, uuid } from './given.ts';
import { CASE, FINANCE, head, history, house, LEAD, MEDICAL, procedure } from './plan-case.ts';

export const ID = uuid(0x41);
export const stream = `chapter/${ID}` as const;
export const due = '2026-01-15T16:00:00.000Z';
export const escalate = '2026-01-16T00:00:00.000Z';
export const draft = '绩效重点指标\n';
export const text = refOf(draft);
export const scan = '送签单.pdf';
export const office: Capacity = { as: 'office', person: uuid(0x93), post: uuid(0x94), department: null };
export const director: Capacity = { ...office, as: 'office-director' };
export const leader: Capacity = { as: 'leader', person: uuid(0x71), post: LEAD, department: null };
export const writer = head(MEDICAL);
export const org: readonly Fact[] = [
  ...house,
  {
    type: 'PostCreated',
    data: { post: writer.post, title: '医务科科长', as: 'department-head', department: MEDICAL },
  },
  ...[
    { post: LEAD, person: leader.person },
    { post: writer.post, person: writer.person },
  ].map((data) => ({ type: 'PostFilled', data: { ...data, from: '2025-01-01T00:00:00.000Z' } })),
];

export const assigned = (data: object = {}): Fact => ({
  type: 'ChapterAssigned',
  data: {
    case: CASE,
    stage: 'write',
    no: 3,
    title: '绩效重点指标',
    lead: LEAD,
    owners: [MEDICAL],
    writer: MEDICAL,
    support: [FINANCE],
    due,
    ...data,
  },
});
export const submitted = (data: object = {}): Fact => ({
  type: 'ChapterSubmitted',
  data: {
    text,
    original: null,
    received: '2026-01-10T02:00:00.000Z',
    late: false,
    carrier: null,
    ...data,
  },
});
export const fellDue: Fact = { type: 'ChapterFellDue', data: { due, escalate, calendar: 'cn-2026' } };
export const told: Fact = { type: 'ChapterEscalated', data: { lead: LEAD } };
export const signedOff: Fact = { type: 'ChapterSignedOff', data: { text } };

export const when = (facts: readonly Fact[], setting: object = {}) =>
  given(
    {
      ...history('write', { streams: { write: [stream] } }),
      [`org/${INSTITUTION}`]: org,
      [stream]: facts,
    },
    {
      texts: [draft],
      files: [scan],
      actor: writer,
      definitions: { plan: procedure() },
      now: '2026-01-12T02:00:00.000Z',
      ...setting,
    },
  );
export const fold = (facts: readonly Fact[]): ChapterState =>
  facts.reduce(
    (state, fact) => step(chapterMachine, state, fact).state,
    initial(chapterMachine),
  ) as ChapterState;
export const owed = (facts: readonly Fact[]) =>
  chapterRows(ID, fold(facts)).obligations.map(({ holder, verb }) => [holder, verb]);
export const elsewhere = (more: object = {}) => ({
  happened: '2026-01-11',
  medium: 'paper' as const,
  scan: fileOf(scan),
  book: null,
  checker: null,
  ...more,
});
export const factsOf = ({ decision }: { decision: unknown }) =>
  (decision as { facts: readonly { of?: Capacity; fact: Fact; sealed?: unknown }[] }).facts;
