import type { CaseState } from '../../case/case.ts';
import { Elsewhere } from '../../elsewhere.ts';
import { compileProcedure, readDefinition } from '../../procedure/procedure.ts';
import { checkProcedure } from '../../procedure/check.ts';
import { mayReconsider } from '../../procedure/reconsidering.ts';
import { foldStream } from '../../streams.ts';
import type { Fact } from '../../stream.ts';
import { actor, CASE, OFFICE, post, type Story } from '../../testing/council.ts';
import { fileOf, refOf, uuid } from '../../testing/given.ts';
import { AT, held, MANUSCRIPT, plan, PLAN, SECRETARY, TWICE, voted } from '../../testing/plan-bodies.ts';
import { declareItem } from './declare.ts';
import { callMeeting } from './call.ts';
import { withdrawItem } from './agenda.ts';
import { decideItem } from './decide.ts';
import { recordMeeting } from './record-meeting.ts';
import type { Vote } from './meeting.ts';

const [FIRST, SECOND, AGAIN] = [uuid(11), uuid(12), uuid(13)];
const NO: readonly Vote[] = ['no', 'no', 'no', 'yes'];
const CALL = { case: CASE, stage: 'first', at: AT, place: '二楼会议室', reconsiders: FIRST };

const passed = (definition: object = TWICE): Story =>
  held(plan(definition), { meeting: FIRST, stage: 'first' });
const reconsidering = (before: Story, votes: readonly Vote[]): Story =>
  voted(before, { meeting: AGAIN, stage: 'first', votes, more: { reconsiders: FIRST } });
const declares = [AGAIN, { minutes: null }] as const;

const caseOf = ({ history }: Story) => {
  const read = readDefinition(TWICE);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const procedure = compileProcedure(read.definition);
  return (foldStream('case', history[`case/${CASE}`] ?? [], () => procedure) as CaseState).context;
};

test('what a body passed comes before it again while the case stands at a later body; till then it stays in force', () => {
  const story = reconsidering(passed(), NO);
  expect(caseOf(story)).toMatchObject({ open: ['second'], decided: { first: { outcome: 'passed' } } });
  expect(story.history[`meeting/${AGAIN}`]?.[0]?.data).toMatchObject({
    ifRefused: { opens: 'mend', leaves: ['second'] },
  });
});

test('passed again it is confirmed: nothing moves, nothing is opened twice', () => {
  const story = reconsidering(passed(), ['yes', 'yes', 'yes', 'yes']);
  expect(story.when(SECRETARY, declareItem, declares).types()).toEqual([
    'meeting ItemDeclared',
    'case GateReconsidered',
  ]);
  const after = caseOf(story.does(SECRETARY, declareItem, declares));
  expect([after.open, after.decided['first']?.text]).toEqual([['second'], refOf(PLAN)]);
});

test('not passed it falls: the case goes where a no leads, and the meeting of the later body lapses', () => {
  const called = passed().does(SECRETARY, callMeeting, [
    SECOND,
    { ...CALL, stage: 'second', reconsiders: undefined },
  ]);
  const story = reconsidering(called, NO);
  expect(story.when(SECRETARY, declareItem, declares).types()).toEqual([
    'meeting ItemDeclared',
    'meeting MeetingLapsed',
    'case GateReconsidered',
    'case StageEntered',
    'manuscript RevisionRequested',
  ]);
  const after = caseOf(story.does(SECRETARY, declareItem, declares));
  expect(after).toMatchObject({
    open: ['mend'],
    decided: { first: { outcome: 'not-passed', text: null, failed: 1 } },
  });
});

test('put off, the old resolution stands', () => {
  const story = reconsidering(passed(), NO).does(actor(1), decideItem, [
    AGAIN,
    { outcome: 'deferred', reason: '再研' },
  ]);
  expect(caseOf(story.does(SECRETARY, declareItem, declares))).toMatchObject({ open: ['second'] });
});

test('taken back, the case stays where it is', () => {
  const story = passed().does(SECRETARY, callMeeting, [AGAIN, CALL]);
  expect(story.when(OFFICE, withdrawItem, [AGAIN, { reason: '不再复议' }]).types()).toEqual([
    'meeting ItemWithdrawn',
  ]);
});

test('only what it passed, only of this stage, only while later bodies are at the same text', () => {
  const call = (so: Story, change: object = {}) =>
    so.when(SECRETARY, callMeeting, [AGAIN, { ...CALL, ...change }]);
  call(passed(), { reconsiders: SECOND }).refused('meeting.reconsiders');
  call(passed(), { stage: 'second' }).refused('meeting.reconsiders');
  const refused = held(plan(), { meeting: FIRST, stage: 'first', votes: NO });
  call(refused).refused('meeting.reconsiders');
  const issuing = held(passed(), { meeting: SECOND, stage: 'second' });
  call(issuing).refused('meeting.reconsider');
});

test('nothing is asked for with it', () => {
  const open = voted(passed(), {
    meeting: AGAIN,
    stage: 'first',
    votes: ['yes', 'yes', 'yes'],
    more: { reconsiders: FIRST },
  });
  expect(open.history[`meeting/${AGAIN}`]?.[0]?.data).toMatchObject({ reconsiders: `meeting/${FIRST}` });
  const mandate = {
    points: [{ words: '文字' }],
    drafter: { post: post(2) },
    approver: post(3),
    due: '2025-11-30',
  };
  expect(() =>
    voted(passed(), {
      meeting: AGAIN,
      stage: 'first',
      more: { reconsiders: FIRST },
      mandate: { ...mandate, points: [{ words: '文字', passages: [], numbers: [] }] },
    }),
  ).toThrow('meeting.reconsider-plain');
});

const HELD = {
  case: CASE,
  stage: 'first',
  at: '2025-11-20T01:00:00.000Z',
  place: '二楼会议室',
  called: '2025-11-18',
  chair: post(1),
  present: [post(1), post(2), post(3), post(4)],
  votes: [2, 3, 4, 1].map((n) => ({ post: post(n), vote: 'no' as const })),
  outcome: 'not-passed' as const,
  text: refOf(PLAN),
  minutes: refOf('纪要'),
  reconsiders: FIRST,
  elsewhere: Elsewhere.parse({ happened: '2025-11-20', medium: 'meeting', scan: fileOf('扫描件') }),
};

test('held in a room and recorded, it falls just the same', () => {
  const recording = passed().when(SECRETARY, recordMeeting, [AGAIN, HELD]);
  expect(recording.types()).toEqual([
    'meeting MeetingRecorded',
    'case ItemScheduled',
    'case GateReconsidered',
    'case StageEntered',
    'manuscript RevisionRequested',
    'record RecordEntered',
  ]);
});

const HOLD: Fact = {
  type: 'StepHeld',
  data: { by: `record/${uuid(40)}`, stage: 'first', rules: ['meeting.quorum'] },
};

test('while the case is held nothing falls by a declaration here; what was held in a room is recorded, and shows', () => {
  const live = reconsidering(passed(), NO).but(`case/${CASE}`, HOLD);
  live.when(SECRETARY, declareItem, declares).refused('case.held');
  const recording = passed().but(`case/${CASE}`, HOLD).when(SECRETARY, recordMeeting, [AGAIN, HELD]);
  expect(recording.types()).toContain('case GateReconsidered');
  expect(recording.decision).toMatchObject({ notices: [{ rule: 'case.held' }] });
});

test('a meeting of a round before, which passed another text, is not what is reconsidered', () => {
  const round = [
    { type: 'StageEntered', data: { stage: 'mend', round: 2, due: null, streams: [] } },
    {
      type: 'StageClosed',
      data: { stage: 'mend', round: 2, outcome: 'revised', text: refOf('第二稿'), notices: [], sum: {} },
    },
    { type: 'StageEntered', data: { stage: 'first', round: 2, due: null, streams: [] } },
    {
      type: 'StageClosed',
      data: { stage: 'first', round: 2, outcome: 'passed', text: refOf('第二稿'), notices: [], sum: {} },
    },
    { type: 'StageEntered', data: { stage: 'second', round: 2, due: null, streams: [] } },
  ];
  const refused = held(passed(), { meeting: SECOND, stage: 'second', votes: NO });
  const [, ...since] = round;
  refused
    .but(`case/${CASE}`, ...since)
    .when(SECRETARY, callMeeting, [AGAIN, CALL])
    .refused('meeting.reconsiders');
});

test('the walk knows that a decision may fall, and every gate still decides what is issued', () => {
  const read = readDefinition(TWICE);
  const procedure = 'faults' in read ? null : compileProcedure(read.definition);
  if (!procedure) throw new Error('the procedure is well-formed');
  expect(checkProcedure(procedure).faults).toEqual([]);
  const streams = [`manuscript/${MANUSCRIPT}`];
  expect(caseOf(passed()).entered['mend']?.streams).toEqual(streams);
});

test('while an earlier gate has yet to decide the text, a later one is not reconsidered: the way on would lead past it', () => {
  const read = readDefinition(TWICE);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const { classing } = compileProcedure(read.definition);
  const context = { ...caseOf(passed()), open: ['first'] };
  const both = (first: string) => ({
    ...context,
    decided: {
      first: { round: 1, outcome: 'passed', text: refOf(first) },
      second: { round: 1, outcome: 'passed', text: refOf(PLAN) },
    },
  });
  expect(mayReconsider(both('修改前的文稿'), 'second', classing)).toBe(false);
  expect(mayReconsider({ ...both(PLAN), open: ['second'] }, 'first', classing)).toBe(true);
  expect(mayReconsider(both(PLAN), 'second', classing)).toBe(true);
});
