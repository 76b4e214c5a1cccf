import { CLOCK } from '../../capacity.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { given, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { CASE, house } from '../../testing/plan-case.ts';
import { filingMachine, type FilingState } from './filing.ts';
import { recountAnswer } from './recount.ts';

const ID = uuid(0x55);
const stream = `filing/${ID}` as const;
const prepared: Fact = {
  type: 'FilingPrepared',
  data: {
    case: CASE,
    stage: 'authority',
    subject: 'manuscript',
    title: '规划',
    mode: 'approve',
    authority: null,
    due: null,
  },
};
const counted = {
  from: '2026-12-29',
  within: { n: 3, unit: 'working' },
  why: [],
  calendar: 'cn-2026',
  estimated: true,
};
const sent = (data: object = {}): Fact => ({
  type: 'FilingSent',
  data: {
    case: CASE,
    stage: 'authority',
    text: refOf('规划'),
    letter: '请示',
    manifest: [],
    authority: null,
    party: 'paper',
    no: 1,
    channel: null,
    answerBy: '2027-01-01T16:00:00.000Z',
    counted,
    notices: [],
    ...data,
  },
});
const year = {
  year: 2027,
  of: 'state',
  off: [{ from: '2027-01-01', to: '2027-01-03' }],
  worked: [],
  source: '国办发明电〔2026〕9号（2026-11-10）',
};
const recount = (facts: readonly Fact[], holidays: readonly object[] = [year]) =>
  given(
    {
      [`org/${INSTITUTION}`]: [...house, ...holidays.map((data) => ({ type: 'HolidaysSet', data }))],
      [stream]: facts,
    },
    { actor: CLOCK },
  ).when(recountAnswer, ID, {});
const fold = (facts: readonly Fact[]): FilingState =>
  facts.reduce(
    (state, fact) => step(filingMachine, state, fact).state,
    initial(filingMachine),
  ) as FilingState;

test('a date for the answer that was estimated is counted again, and its deadline moves', () => {
  const act = recount([prepared, sent()]);
  act.then([{ stream, type: 'AnswerRecounted' }]);
  const data = 'facts' in act.decision ? act.decision.facts[0]?.fact.data : undefined;
  expect(data).toMatchObject({
    from: '2027-01-01T16:00:00.000Z',
    answerBy: '2027-01-04T16:00:00.000Z',
    source: year.source,
    counted: { calendar: 'cn-2026+1', estimated: false },
  });
  const after = step(filingMachine, fold([prepared, sent()]), { type: 'AnswerRecounted', data: { ...data } });
  expect(after.effects).toEqual([
    {
      type: 'deadline',
      params: { name: 'answer', due: '2027-01-04T16:00:00.000Z', verb: 'filing.fall-due' },
    },
  ]);
  const { context } = after.state as FilingState;
  expect(context.answerBy).toBe('2027-01-04T16:00:00.000Z');
  expect(context.why.map(({ said }) => said.zh)[0]).toBe(
    `依据${year.source}重新计算，由2027年1月1日改为2027年1月4日`,
  );
});

test('it stays while the year is not announced, when it was no estimate, was set by a person, or is answered', () => {
  recount([prepared, sent()], []).then([]);
  recount([prepared, sent({ counted: { ...counted, estimated: false } })]).then([]);
  recount([prepared, sent({ counted: undefined })]).then([]);
  const wait = { no: 1, instruction: 'wait', until: '2027-02-01', leader: uuid(1) };
  recount([prepared, sent(), { type: 'InstructionRecorded', data: wait }]).then([]);
  recount([prepared, sent(), { type: 'FilingUnanswered', data: { no: 1, due: counted.from } }]).then([]);
});
