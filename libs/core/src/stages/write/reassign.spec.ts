import type { Capacity } from '../../capacity.ts';
import type { Fact } from '../../stream.ts';
import { given, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { CASE, FINANCE, history, house, LEAD, MEDICAL, procedure } from '../../testing/plan-case.ts';
import { knownOf } from '../../testing/house.ts';
import { chapterRows } from './chapter.ts';
import { reassignChapter } from './reassign.ts';

const ID = uuid(0x41);
const stream = `chapter/${ID}` as const;
const OTHER_LEAD = uuid(0x72);
const director: Capacity = { as: 'office-director', person: uuid(0x93), post: uuid(0x94), department: null };
const org: readonly Fact[] = [
  ...house,
  {
    type: 'PostCreated',
    data: { post: OTHER_LEAD, title: '副院长（综合）', as: 'leader', department: null },
  },
];
const held: Fact = {
  type: 'PostFilled',
  data: { post: OTHER_LEAD, person: uuid(0x73), from: '2025-01-01T00:00:00.000Z' },
};
const assigned: Fact = {
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
    due: null,
  },
};
const text = refOf('绩效重点指标\n');
const submitted: Fact = {
  type: 'ChapterSubmitted',
  data: { text, original: null, received: '2026-01-10T02:00:00.000Z', late: true, carrier: null },
};
const reassigned: Fact = {
  type: 'ChapterReassigned',
  data: {
    writer: FINANCE,
    lead: OTHER_LEAD,
    from: { writer: MEDICAL, lead: LEAD },
    document: '云市中医〔2026〕9号',
  },
};
const ask = (facts: readonly Fact[], body: object, ...more: readonly Fact[]) =>
  given(
    {
      ...history('write', { streams: { write: [stream] } }),
      [`org/${INSTITUTION}`]: [...org, ...more],
      [stream]: facts,
    },
    { actor: director, definitions: { plan: procedure() }, now: '2026-01-12T02:00:00.000Z' },
  ).when(reassignChapter, ID, { document: '云市中医〔2026〕9号', ...body });

test('a chapter goes to another department and another lead, by a document', () => {
  ask([assigned], { writer: FINANCE, lead: OTHER_LEAD }, held).then([{ stream, ...reassigned }]);
});

test('what it owes is theirs from then on, and its marks stay', () => {
  const open = knownOf({ [stream]: [assigned, reassigned] }).state('chapter', ID);
  const after = knownOf({ [stream]: [assigned, submitted, reassigned] }).state('chapter', ID);
  if (!open || !after) throw new Error('the chapter is there');
  const holders = (state: typeof open) => chapterRows(ID, state).obligations.map(({ holder }) => holder);
  expect(holders(open)).toContain(`department-head@${FINANCE}`);
  expect(holders(open)).not.toContain(`department-head@${MEDICAL}`);
  expect(holders(after)).toContain(`post:${OTHER_LEAD}`);
  expect([after.context.late, after.context.text, after.context.owners]).toEqual([true, text, [FINANCE]]);
});

test.each([
  ['the same hands', { writer: MEDICAL }, 'chapter.other-hands'],
  ['a department that is none', { writer: uuid(9) }, 'org.department-known'],
  ['a lead’s post that nobody holds', { lead: OTHER_LEAD }, 'chapter.lead-held'],
])('it is refused for %s', (_, body, rule) => {
  ask([assigned], body).refused(rule);
});

test('what is signed off is with nobody', () => {
  const over: Fact = { type: 'ChapterSignedOff', data: { text } };
  ask([assigned, submitted, over], { writer: FINANCE }).refused('chapter.with-somebody');
});

test('whoever writes on gives no input to itself', () => {
  const state = knownOf({ [stream]: [assigned, reassigned] }).state('chapter', ID);
  if (!state) throw new Error('the chapter is there');
  expect(chapterRows(ID, state).obligations).toMatchObject([{ verb: 'chapter.submit' }]);
});
