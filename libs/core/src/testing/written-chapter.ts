import { initial, step } from '../machine.ts';
import { chapterRows } from '../stages/write/chapter.ts';
import { chapterMachine, type ChapterState } from '../stages/write/machine.ts';
import type { Fact } from '../stream.ts';
import { given, refOf, uuid } from './given.ts';
import { CASE, FINANCE, head, history, LEAD, MEDICAL, procedure, QUALITY, SURGERY } from './plan-case.ts';

export const ID = uuid(0x41);
export const stream = `chapter/${ID}` as const;
export const due = '2026-01-15T16:00:00.000Z';
export const [draft, other, data1] = ['绩效重点指标\n', '绩效重点指标（改）\n', '财务数据'];
export const text = refOf(draft);
export const cameIn = { text, original: null, carrier: null };

export const assigned = (data: object = {}): Fact => ({
  type: 'ChapterAssigned',
  data: {
    case: CASE,
    stage: 'write',
    no: 3,
    title: '绩效重点指标',
    lead: LEAD,
    owners: [MEDICAL, QUALITY],
    writer: MEDICAL,
    support: [FINANCE, SURGERY],
    due,
    ...data,
  },
});
export const input = (department: string): Fact => ({
  type: 'ChapterInputGiven',
  data: {
    department,
    text: refOf(data1),
    original: null,
    received: '2025-12-20T02:00:00.000Z',
    carrier: null,
  },
});
export const submitted = (data: object = {}): Fact => ({
  type: 'ChapterSubmitted',
  data: { ...cameIn, received: '2026-01-10T02:00:00.000Z', late: false, ...data },
});
export const returned: Fact = { type: 'ChapterReturned', data: { text, original: null } };
export const signedOff: Fact = { type: 'ChapterSignedOff', data: { text } };

export const when = (facts: readonly Fact[], setting: object = {}) =>
  given(
    { ...history('write', { streams: { write: [stream] } }), [stream]: facts },
    { texts: [draft, other, data1], actor: head(MEDICAL), definitions: { plan: procedure() }, ...setting },
  );
export const fold = (facts: readonly Fact[]): ChapterState =>
  facts.reduce(
    (state, fact) => step(chapterMachine, state, fact).state,
    initial(chapterMachine),
  ) as ChapterState;
export const owed = (facts: readonly Fact[]) =>
  chapterRows(ID, fold(facts)).obligations.map(({ name, holder }) => [name, holder]);
