import { Elsewhere } from '../../elsewhere.ts';
import { foldStream } from '../../streams.ts';
import type { Fact } from '../../stream.ts';
import { actor, CASE, department, head, OFFICE, person, post, type Story } from '../../testing/council.ts';
import { fileOf, uuid } from '../../testing/given.ts';
import { held, plan, SECRETARY, voted } from '../../testing/plan-bodies.ts';
import { declareItem } from '../meeting/declare.ts';
import { dutyRows, type DutyState } from './duty.ts';
import { escalateDuty, seeDutyEscalation } from './escalate.ts';
import { giveDuty } from './giving.ts';
import { RecordDuty, recordDuty } from './record.ts';
import { cancelDuty, extendDuty, reportDuty, verifyDuty } from './report.ts';

const MEETING = uuid(11);
const DUTY = 'new-duty-1';
const FIRST = { wording: '牵头修订配套制度', owner: { department: department(1) }, due: '2025-12-10' };
const GIVEN = [FIRST, { wording: '每季度报告进展', owner: { post: post(3) }, due: '2025-12-20' }];
const CLOCK = { as: 'clock', person: null, post: null, department: null } as const;
const DIRECTOR = { ...OFFICE, as: 'office-director' } as const;

const put = (): Story => voted(plan(), { meeting: MEETING, stage: 'first' });
const given = (): Story => put().does(SECRETARY, declareItem, [MEETING, { minutes: null, duties: GIVEN }]);
const REPORT = [DUTY, { report: '已印发', evidence: null }] as const;
const reported = (): Story => given().does(head(1), reportDuty, REPORT);

const stateOf = ({ history }: Story): DutyState =>
  foldStream('duty', history[`duty/${DUTY}`] ?? [], () => undefined) as DutyState;
const owed = (story: Story) =>
  dutyRows(DUTY, stateOf(story)).obligations.map(({ verb, holder }) => `${verb} ${holder}`);

test('given with the declaration, in the same append: who, by when, from which meeting; what is sealed', () => {
  const { decision } = put().when(SECRETARY, declareItem, [MEETING, { minutes: null, duties: GIVEN }]);
  const facts = 'refusal' in decision ? [] : decision.facts;
  expect(facts.filter(({ stream }) => stream.startsWith('duty/'))).toMatchObject([
    {
      stream: `duty/${DUTY}`,
      fact: {
        type: 'DutyGiven',
        data: {
          case: CASE,
          stage: 'first',
          meeting: `meeting/${MEETING}`,
          no: 1,
          owner: { department: department(1) },
          due: '2025-12-10',
          presider: post(1),
        },
      },
      sealed: [{ plain: { wording: '牵头修订配套制度' } }],
    },
    { stream: 'duty/new-duty-2', fact: { data: { no: 2 } } },
  ]);
  expect(facts[0]).toMatchObject({ fact: { data: { duties: [`duty/${DUTY}`, 'duty/new-duty-2'] } } });
});

test('an owner who is not here, or a day that has passed, is refused', () => {
  const declare = (change: object) =>
    put().when(SECRETARY, declareItem, [MEETING, { minutes: null, duties: [{ ...FIRST, ...change }] }]);
  declare({ owner: { post: uuid(9) } }).refused('duty.owner');
  declare({ due: '2025-11-19' }).refused('duty.due');
  expect(declare({ due: '2025-11-20' }).types()).toContain('duty DutyGiven');
});

test('given afterwards, by the office or the secretary, once there is a resolution', () => {
  const body = { ...FIRST, meeting: MEETING };
  const declared = held(plan(), { meeting: MEETING, stage: 'first' });
  expect(declared.when(OFFICE, giveDuty, [DUTY, body]).decision).toMatchObject({
    made: `duty/${DUTY}`,
    facts: [{ fact: { data: { no: null, presider: post(1), bodyKey: 'council' } } }],
  });
  declared.when(actor(3), giveDuty, [DUTY, body]).refused('duty.gives');
  put().when(OFFICE, giveDuty, [DUTY, body]).refused('duty.meeting');
  given().when(OFFICE, giveDuty, [DUTY, body]).refused('duty.new');
});

test('reported by its owner, verified by another, owed by each in turn', () => {
  expect(owed(given())).toEqual([`duty.report department-head@${department(1)}`]);
  expect(owed(reported())).toEqual(['duty.verify secretary@council']);
  const own = { ...SECRETARY, person: head(1).person };
  reported()
    .when(own, verifyDuty, [DUTY, { agree: true }])
    .refused('duty.second-person');
  reported()
    .when(SECRETARY, verifyDuty, [DUTY, { agree: false }])
    .refused('duty.reason');
  const back = reported().does(SECRETARY, verifyDuty, [DUTY, { agree: false, reason: '缺附件' }]);
  expect(owed(back)).toEqual([`duty.report department-head@${department(1)}`]);
  expect(owed(reported().does(SECRETARY, verifyDuty, [DUTY, { agree: true }]))).toEqual([]);
});

test('what shows it is kept; an original that is not here is refused', () => {
  const report = (evidence: ReturnType<typeof fileOf>) =>
    given().when(head(1), reportDuty, [DUTY, { report: '已办', evidence }]);
  expect(report(fileOf('扫描件')).decision).toMatchObject({
    facts: [{ fact: { data: { evidence: fileOf('扫描件') } } }],
  });
  report(fileOf('没有')).refused('file.known');
});

test('put off, the first day stays on record and the clock is set anew', () => {
  const story = given().does(DIRECTOR, extendDuty, [DUTY, { until: '2025-12-31', reason: '待上级文件' }]);
  expect(stateOf(story).context).toMatchObject({ due: '2025-12-31', extended: ['2025-12-10'] });
  given()
    .when(DIRECTOR, extendDuty, [DUTY, { until: '2025-12-10', reason: '同日' }])
    .refused('duty.extended');
  given()
    .at('2026-02-02T02:00:00.000Z')
    .when(DIRECTOR, extendDuty, [DUTY, { until: '2026-01-30', reason: '已过' }])
    .refused('duty.due');
});

test('overdue it is put before whoever presided, who takes note; done or taken back, nobody is told', () => {
  const due = { due: '2025-12-11T00:00:00.000Z' };
  const late = given().does(CLOCK, escalateDuty, [DUTY, due]);
  expect(owed(late)).toEqual([
    `duty.report department-head@${department(1)}`,
    `duty.see-escalation post:${post(1)}`,
  ]);
  late.when(actor(3), seeDutyEscalation, [DUTY, {}]).refused('duty.escalated');
  expect(owed(late.does(actor(1), seeDutyEscalation, [DUTY, {}]))).toHaveLength(1);
  const cancelled = given().does(DIRECTOR, cancelDuty, [DUTY, { reason: '并入其他工作' }]);
  expect(cancelled.when(CLOCK, escalateDuty, [DUTY, due]).types()).toEqual([]);
  cancelled.when(head(1), reportDuty, REPORT).refused('duty.open');
});

const onPaper = (body: object) =>
  [
    DUTY,
    RecordDuty.parse({
      words: '见督办单',
      elsewhere: Elsewhere.parse({ happened: '2025-11-20', medium: 'paper', scan: fileOf('扫描件') }),
      ...body,
    }),
  ] as const;
const types = (story: Story, body: object) => story.when(OFFICE, recordDuty, onPaper(body)).types();

test('on paper each step is recorded under whoever did it; verified by the same hand it shows', () => {
  expect(types(given(), { step: 'report', post: post(3) })).toEqual([
    'duty DutyReported',
    'record RecordEntered',
  ]);
  expect(types(given(), { step: 'cancel', post: post(1) })).toEqual([
    'duty DutyCancelled',
    'record RecordEntered',
  ]);
  expect(types(given(), { step: 'extend', post: post(1), until: '2025-12-31' })).toEqual([
    'duty DutyExtended',
    'record RecordEntered',
  ]);
  const done = given().does(OFFICE, recordDuty, onPaper({ step: 'report', post: post(3) }));
  const verify = (by: number) =>
    done.when(OFFICE, recordDuty, onPaper({ step: 'verify', post: post(by) })).decision;
  expect(verify(7)).toMatchObject({ facts: [{ fact: { data: { by: person(7) } } }, {}], notices: [] });
  expect(verify(3)).toMatchObject({ notices: [{ rule: 'duty.second-person' }] });
});

test('what cannot have been is not recorded', () => {
  given()
    .when(OFFICE, recordDuty, onPaper({ step: 'verify', post: post(7) }))
    .refused('duty.open');
  given()
    .when(OFFICE, recordDuty, onPaper({ step: 'report', post: uuid(9) }))
    .refused('duty.post');
  given()
    .when(OFFICE, recordDuty, onPaper({ step: 'extend', post: post(1), until: '2025-12-01' }))
    .refused('duty.extended');
});

test('folding its facts gives the rows that the story ends with', () => {
  const facts: readonly Fact[] = reported().history[`duty/${DUTY}`] ?? [];
  expect(facts.map(({ type }) => type)).toEqual(['DutyGiven', 'DutyReported']);
  expect(dutyRows(DUTY, stateOf(reported())).item).toMatchObject({
    status: 'reported',
    label: '督办事项第1项',
    no: 1,
  });
});
