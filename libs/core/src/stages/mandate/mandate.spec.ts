import { decidedOn } from '../../case/case.ts';
import { checkProcedure } from '../../procedure/check.ts';
import { actor, department, head, OFFICE, post } from '../../testing/council.ts';
import { refOf, uuid } from '../../testing/given.ts';
import {
  agreed,
  APPROVER,
  approves,
  BEDS,
  caseOf,
  CHANGED,
  draft,
  drafted,
  edit,
  FIRST,
  GIVEN,
  MANDATE,
  owed,
  procedureOf,
  SECOND,
  WORDS,
} from '../../testing/mandated-case.ts';
import { held, MANUSCRIPT, plan, PLAN, SECRETARY, TWICE, voted } from '../../testing/plan-bodies.ts';
import { declareItem } from '../meeting/declare.ts';
import { approveMandate, returnMandate } from './approve.ts';
import { draftMandate } from './draft.ts';
import { MandateBody } from './giving.ts';
import { endMandate, escalateMandate, referMandate } from './refer.ts';

test('put with a mandate, passed in principle and declared: the text is not approved, and may be changed', () => {
  const story = voted(plan(), { meeting: FIRST, stage: 'first', mandate: GIVEN });
  const declaring = story.when(SECRETARY, declareItem, [FIRST, { minutes: null }]);
  expect(declaring.types()).toEqual([
    'meeting ItemDeclared',
    'case MandateImposed',
    'case StageClosed',
    'case StageEntered',
    'mandate MandateGiven',
  ]);
  expect(declaring.decision).toMatchObject({
    facts: [
      { fact: { data: { outcome: 'in-principle', words: '原则同意', mandate: `mandate/${MANDATE}` } } },
      {},
      { fact: { data: { outcome: 'mandated' } } },
      { fact: { data: { stage: 'change', streams: [`mandate/${MANDATE}`] } } },
      {},
    ],
  });
  const { decided } = caseOf(agreed()).context;
  expect(decided['first']).toMatchObject({ text: null, provided: refOf(PLAN) });
});

test('its points name paragraphs and numbers as data, and their words are sealed', () => {
  const [proposed] = agreed().history[`mandate/${MANDATE}`] ?? [];
  expect(proposed?.data).toMatchObject({
    gate: 'first',
    points: [
      { no: 1, paragraphs: [2], numbers: ['31', '36'] },
      { no: 2, paragraphs: [], numbers: [] },
    ],
    drafter: { department: department(1) },
    approver: post(3),
  });
  expect(JSON.stringify(proposed)).not.toContain('精炼');
});

test('a number that is written with what it counts is the number of the text', () => {
  const points = [{ words: '床位数', passages: ['开放床位达到31张'], numbers: ['31张', '３６张'] }];
  const [proposed] = agreed(MandateBody.parse({ ...GIVEN, points })).history[`mandate/${MANDATE}`] ?? [];
  expect(proposed?.data).toMatchObject({ points: [{ no: 1, paragraphs: [2], numbers: ['31', '36'] }] });
});

test('drafted inside, approved by the named post: what the gate decided stands for the changed text', () => {
  const story = drafted(BEDS, WORDS);
  const approving = story.when(APPROVER, approveMandate, approves(CHANGED));
  expect(approving.types()).toEqual([
    'mandate MandateApproved',
    'manuscript ManuscriptMandated',
    'case StageClosed',
    'case StageEntered',
  ]);
  const after = caseOf(story.does(APPROVER, approveMandate, approves(CHANGED))).context;
  expect(after.texts.manuscript).toEqual(refOf(CHANGED));
  expect(after.decided['first']).toMatchObject({ text: refOf(CHANGED), own: refOf(PLAN) });
  expect(decidedOn(after, 'first', refOf(CHANGED))).toBe(true);
  expect(after.open).toEqual(['second']);
});

test('the second gate then decides the changed text, and both gates have decided the same', () => {
  const done = held(drafted(BEDS).does(APPROVER, approveMandate, approves(PLAN.replace('31', '36'))), {
    meeting: SECOND,
    stage: 'second',
  });
  const { context } = caseOf(done);
  expect(context.open).toEqual(['publish']);
  expect(['first', 'second'].map((gate) => decidedOn(context, gate, context.texts.manuscript))).toEqual([
    true,
    true,
  ]);
});

test.each([
  ['assigned to no point', edit('总则', '总体要求', null), 'unassigned'],
  ['in a paragraph that the point does not name', edit('总则', '总体要求', 1), 'paragraph'],
  ['of a number that the point does not name', edit('5个', '6个', 2), 'number'],
])('a change %s is drafted with a mark, and not approved: the list and the two doors', (_, outside, why) => {
  const drafting = agreed().when(head(1), draftMandate, draft(WORDS, outside));
  expect(drafting.decision).toMatchObject({ notices: [{ rule: 'mandate.scope' }] });
  const text = PLAN.replace(outside.quote, outside.replacement).replace('认真', '切实');
  const approving = drafted(WORDS, outside).when(APPROVER, approveMandate, approves(text));
  approving.refused('mandate.scope');
  expect(approving.decision).toMatchObject({
    refusal: {
      facts: { outside: [{ row: 2, why }] },
      needs: { zh: '请取消超出授权的修改，或者再提请原会议审议' },
    },
  });
});

test('given up, it is drafted again without it; the new table takes the place of the old one', () => {
  const story = drafted(WORDS, edit('5个', '6个', 2)).does(head(1), draftMandate, draft(WORDS));
  expect(story.when(APPROVER, approveMandate, approves(PLAN.replace('认真', '切实'))).types()).toHaveLength(
    4,
  );
});

test('put before the body again: the drafted text is the case’s, and the gate has decided nothing of it', () => {
  const story = drafted(edit('5个', '6个', null)).does(OFFICE, referMandate, [
    MANDATE,
    { reason: '超出授权' },
  ]);
  const { context } = caseOf(story);
  expect(context.open).toEqual(['first']);
  expect(context.texts.manuscript).toEqual(refOf(PLAN.replace('5个', '6个')));
  expect(decidedOn(context, 'first', context.texts.manuscript)).toBe(false);
  expect(story.history[`manuscript/${MANUSCRIPT}`]?.at(-1)).toMatchObject({
    type: 'ManuscriptMandated',
    data: { done: false },
  });
});

test('ended, the text is as it was and goes before the body again', () => {
  const story = agreed().does({ ...OFFICE, as: 'office-director' }, endMandate, [
    MANDATE,
    { reason: '不再修改' },
  ]);
  const { context } = caseOf(story);
  expect([context.open, context.texts.manuscript]).toEqual([['first'], refOf(PLAN)]);
  expect(decidedOn(context, 'first', refOf(PLAN))).toBe(false);
});

test('only the named post approves, nobody what they drafted, and only the text that was drafted', () => {
  const story = drafted(BEDS);
  const text = PLAN.replace('31', '36');
  story.when(actor(4), approveMandate, approves(text)).refused('mandate.approver');
  story
    .when({ ...APPROVER, person: head(1).person }, approveMandate, approves(text))
    .refused('mandate.second-person');
  story.when(APPROVER, approveMandate, approves(PLAN)).refused('mandate.text');
  agreed().when(APPROVER, approveMandate, approves(text)).refused('mandate.drafted');
});

test('the approver sends it back with a reason; it is owed by each in turn, and overdue by whoever presided', () => {
  expect(owed(agreed())).toEqual([`mandate.draft department-head@${department(1)}`]);
  expect(owed(drafted(BEDS))).toEqual([`mandate.approve post:${post(3)}`]);
  const returned = drafted(BEDS).does(APPROVER, returnMandate, [MANDATE, { reason: '再核' }]);
  expect(owed(returned)).toEqual([`mandate.draft department-head@${department(1)}`]);
  const clock = { as: 'clock', person: null, post: null, department: null } as const;
  const late = returned.does(clock, escalateMandate, [MANDATE, { due: '2025-12-01T00:00:00.000Z' }]);
  expect(owed(late)).toEqual([
    `mandate.draft department-head@${department(1)}`,
    `mandate.end post:${post(1)}`,
  ]);
});

test.each([
  [
    'a passage that the text does not have',
    { points: [{ words: '甲', passages: ['没有这句'] }] },
    'mandate.passage',
  ],
  ['an approver who drafts', { drafter: { post: post(3) } }, 'mandate.second-person'],
  ['nobody who approves', { approver: uuid(9) }, 'mandate.people'],
  ['a day that has passed', { due: '2025-11-19' }, 'mandate.due'],
])('a mandate with %s is not put', (_, change, rule) => {
  const mandate = MandateBody.parse({ ...GIVEN, ...change });
  expect(() => agreed(mandate)).toThrow(rule);
});

test('where the procedure leads nowhere from a mandate, none is put', () => {
  const steps = TWICE.steps.map((step) =>
    step.id === 'first'
      ? { ...step, then: { passed: 'second', 'not-passed': 'mend', deferred: 'again' } }
      : step,
  );
  const without = plan({ ...TWICE, steps: steps.filter(({ id }) => id !== 'change') });
  expect(() => held(without, { meeting: FIRST, stage: 'first', mandate: GIVEN })).toThrow('meeting.outcome');
});

test('the procedure is sound: no way to the issue past a gate', () => {
  expect(checkProcedure(procedureOf(TWICE)).faults).toEqual([]);
});

test.each([
  [
    'a mandate that leads to the next gate',
    'first',
    { then: { passed: 'second', 'not-passed': 'mend', deferred: 'again', mandated: 'second' } },
  ],
  ['a mandate of another gate', 'change', { with: { gate: 'second' } }],
])('%s is found out', (_, id, change) => {
  const steps = TWICE.steps.map((step) => (step.id === id ? { ...step, ...change } : step));
  expect(checkProcedure(procedureOf({ ...TWICE, steps })).faults.map(({ rule }) => rule)).toContain(
    'mandate-without-route',
  );
});
