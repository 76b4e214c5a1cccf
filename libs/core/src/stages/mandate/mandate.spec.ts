import type { CaseState } from '../../case/case.ts';
import { decidedOn } from '../../case/case.ts';
import { compileProcedure, readDefinition } from '../../procedure/procedure.ts';
import { checkProcedure } from '../../procedure/check.ts';
import { foldStream } from '../../streams.ts';
import type { Fact } from '../../stream.ts';
import { actor, CASE, department, head, OFFICE, person, post, type Story } from '../../testing/council.ts';
import { fileOf, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { held, MANUSCRIPT, plan, PLAN, SECRETARY, TWICE, voted } from '../../testing/plan-bodies.ts';
import { declareItem } from '../meeting/declare.ts';
import { recordMeeting } from '../meeting/record-meeting.ts';
import { Elsewhere } from '../../elsewhere.ts';
import { approveMandate, returnMandate } from './approve.ts';
import { DraftMandate, draftMandate } from './draft.ts';
import { MandateBody } from './giving.ts';
import { RecordMandateApproval, recordMandateApproval } from './record-approval.ts';
import { endMandate, escalateMandate, referMandate } from './refer.ts';
import type { MandateState } from './mandate.ts';
import { mandateRows } from './rows.ts';

const [FIRST, SECOND, MANDATE] = [uuid(11), uuid(12), 'new-mandate'];
const APPROVER = actor(3);
const GIVEN = MandateBody.parse({
  points: [
    { words: '床位数按市规划口径调整', passages: ['开放床位达到31张'], numbers: ['31', '36'] },
    { words: '文字进一步精炼' },
  ],
  drafter: { department: department(1) },
  approver: post(3),
  due: '2025-11-30',
});
const edit = (quote: string, replacement: string, point: number | null) => ({
  quote,
  replacement,
  point,
  cites: null,
  reason: '按纪要',
});
const BEDS = edit('31张', '36张', 1);
const WORDS = edit('认真贯彻', '切实贯彻', 2);
const CHANGED = PLAN.replace('31张', '36张').replace('认真', '切实');
const draft = (...edits: readonly ReturnType<typeof edit>[]) =>
  [MANDATE, DraftMandate.parse({ base: refOf(PLAN), label: '修改稿', edits })] as const;

const agreed = (mandate = GIVEN): Story => held(plan(), { meeting: FIRST, stage: 'first', mandate });
const drafted = (...edits: readonly ReturnType<typeof edit>[]): Story =>
  agreed().does(head(1), draftMandate, draft(...edits));
const approves = (text: string) => [MANDATE, { text: refOf(text) }] as const;

const procedures = new Map([['twice', procedureOf(TWICE)]]);
function procedureOf(definition: object) {
  const read = readDefinition(definition);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return compileProcedure(read.definition);
}
const caseOf = ({ history }: Story): CaseState =>
  foldStream('case', history[`case/${CASE}`] ?? [], (hash) => procedures.get(hash)) as CaseState;
const owed = ({ history }: Story) => {
  const state = foldStream('mandate', history[`mandate/${MANDATE}`] ?? [], () => undefined);
  return mandateRows(MANDATE, state as MandateState).obligations.map(
    ({ verb, holder }) => `${verb} ${holder}`,
  );
};

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

test('approved after its day it shows, and stands', () => {
  const late = drafted(BEDS).at('2025-12-01T02:00:00.000Z');
  expect(late.when(APPROVER, approveMandate, approves(PLAN.replace('31', '36'))).decision).toMatchObject({
    facts: [
      { fact: { data: { late: true } } },
      {},
      { fact: { data: { notices: [{ rule: 'mandate.in-time' }] } } },
      {},
    ],
  });
});

const onPaper = (...edits: readonly ReturnType<typeof edit>[]) =>
  [
    MANDATE,
    RecordMandateApproval.parse({
      base: refOf(PLAN),
      label: '修改稿',
      edits,
      elsewhere: Elsewhere.parse({ happened: '2025-11-20', medium: 'paper', scan: fileOf('扫描件') }),
    }),
  ] as const;

test('a table that was signed on paper is recorded under its signer, who is told', () => {
  const recording = agreed().when(SECRETARY, recordMandateApproval, onPaper(BEDS));
  expect(recording.types()).toEqual([
    'mandate MandateDrafted',
    'mandate MandateApproved',
    'manuscript ManuscriptMandated',
    'case StageClosed',
    'case StageEntered',
    'record RecordEntered',
  ]);
  expect(recording.decision).toMatchObject({
    facts: [{}, { fact: { data: { post: post(3), by: person(3), outside: 0 } } }, {}, {}, {}, {}],
    notices: [],
  });
});

test('on paper, too, whoever drafted does not approve: it stands, and shows', () => {
  const second: readonly Fact[] = [
    { type: 'PostCreated', data: { post: post(50), title: '秘书科', as: 'office', department: null } },
    { type: 'PostFilled', data: { post: post(50), person: person(3), from: '2025-01-01T00:00:00.000Z' } },
  ];
  const mandate = MandateBody.parse({ ...GIVEN, drafter: { post: post(50) } });
  const story = held(plan().but(`org/${INSTITUTION}`, ...second), {
    meeting: FIRST,
    stage: 'first',
    mandate,
  });
  expect(story.when(SECRETARY, recordMandateApproval, onPaper(BEDS)).decision).toMatchObject({
    notices: [{ rule: 'mandate.second-person' }],
  });
});

test('whoever drafted an earlier table does not approve the one that took its place', () => {
  const text = PLAN.replace('31', '36');
  const story = drafted(BEDS).does({ ...head(1), person: person(60) }, draftMandate, draft(BEDS));
  story
    .when({ ...APPROVER, person: head(1).person }, approveMandate, approves(text))
    .refused('mandate.second-person');
  expect(story.when(APPROVER, approveMandate, approves(text)).types()).toHaveLength(4);
});

const RECORDED = {
  case: CASE,
  stage: 'first',
  at: '2025-11-20T01:00:00.000Z',
  place: '二楼会议室',
  called: '2025-11-18',
  chair: post(1),
  present: [post(1), post(2), post(3), post(4)],
  votes: [2, 3, 4, 1].map((n) => ({ post: post(n), vote: 'yes' as const })),
  outcome: 'in-principle' as const,
  text: refOf(PLAN),
  minutes: refOf('纪要'),
  elsewhere: Elsewhere.parse({ happened: '2025-11-20', medium: 'meeting', scan: fileOf('扫描件') }),
};

test('given at a meeting in a room and entered after its day, it is recorded, and overdue', () => {
  const mandate = { ...GIVEN, due: '2025-11-30' };
  const recording = plan()
    .at('2025-12-08T02:00:00.000Z')
    .when(SECRETARY, recordMeeting, [FIRST, { ...RECORDED, mandate }]);
  expect(recording.types()).toContain('mandate MandateGiven');
});

test('on paper a change outside is never refused: it holds the next step', () => {
  const recording = agreed().when(SECRETARY, recordMandateApproval, onPaper(edit('5个', '6个', 2)));
  expect(recording.types()).toContain('case StepHeld');
  expect(recording.decision).toMatchObject({ notices: [{ rule: 'mandate.scope' }] });
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
