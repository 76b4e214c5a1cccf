import { CLOCK } from '../../capacity.ts';
import { advanceCase } from '../../case/advance.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { openedWith } from '../../testing/asked-consultation.ts';
import { given, INSTITUTION, uuid } from '../../testing/given.ts';
import { CASE, head, history, house, MEDICAL, procedure, SURGERY, UNION } from '../../testing/plan-case.ts';
import { closeConsultation } from './consult.ts';
import { consultationMachine, type ConsultationState } from './consultation.ts';
import { recountWindow, setWindow } from './set-window.ts';

const ID = uuid(0x6f);
const stream = `consultation/${ID}` as const;
const org = `org/${INSTITUTION}` as const;
const due = '2026-03-03T16:00:00.000Z';
const floor = { n: 30, unit: 'natural', basis: '《重大行政决策程序暂行条例》第十五条（参照）' };
const director = { ...head(MEDICAL), as: 'office-director' as const };

const opened = (data: object = {}): Fact =>
  openedWith({ recipients: [MEDICAL, SURGERY, UNION], days: 30, due, rollOver: true, floor, ...data });
const reply = (department: string): Fact => ({
  type: 'ReplyReceived',
  data: { department, opinions: 0, opinion: null, received: '2026-02-05T02:00:00.000Z' },
});
const closed: Fact = { type: 'ConsultationClosed', data: { at: due, asked: 3, replied: 3, opinions: 0 } };

const when = (facts: readonly Fact[], setting: object = {}, weights: object | null = null) => {
  const plan = procedure();
  const steps = plan.steps.map((each) =>
    weights !== null && each.id === 'consult' ? { ...each, rules: weights } : each,
  );
  return given(
    { ...history('consult', { streams: { consult: [stream] } }), [stream]: facts },
    {
      definitions: { plan: { ...plan, steps } },
      actor: director,
      now: '2026-02-05T02:00:00.000Z',
      ...setting,
    },
  );
};
const fold = (facts: readonly Fact[]): ConsultationState =>
  facts.reduce(
    (state, fact) => step(consultationMachine, state, fact).state,
    initial(consultationMachine),
  ) as ConsultationState;
const body = (until: string) => ({ until, reason: '上级要求三月前报送' });

describe('another end of the window', () => {
  const longer = {
    how: 'extended',
    from: due,
    until: '2026-03-10',
    due: '2026-03-10T16:00:00.000Z',
    on: '2026-02-05',
    notices: [],
  };

  test('later moves the deadline, and the reason is for everybody who was asked', () => {
    const act = when([opened()]).when(setWindow, ID, body('2026-03-10'));
    act.then([{ stream, type: 'WindowMoved', data: longer }]);
    expect('facts' in act.decision && act.decision.facts[0]?.sealed).toEqual([
      { subject: director.person, plain: { reason: '上级要求三月前报送' } },
    ]);
    const before = fold([opened()]);
    const { state, effects } = step(consultationMachine, before, { type: 'WindowMoved', data: longer });
    expect(effects).toEqual([
      { type: 'deadline', params: { name: 'window', due: longer.due, verb: 'consultation.close' } },
    ]);
    const { context } = state as ConsultationState;
    expect(context.why.map(({ said }) => said.zh)).toEqual([
      '规定期限：2026年3月3日（含当日）',
      '延期至2026年3月10日（2026年2月5日批准）',
    ]);
  });

  test('earlier than the floor shows with its basis, refuses, or is not looked at, as the stage weighs it', () => {
    const shorten = (weights: object | null = null) =>
      when([opened()], {}, weights).when(setWindow, ID, body('2026-02-11'));
    const shown = shorten();
    expect(shown.decision).toMatchObject({
      notices: [
        {
          rule: 'consultation.window',
          said: { zh: '征求意见期限少于30日：自2026-02-01起至2026-02-11' },
          facts: { n: 30, unit: 'natural' },
        },
      ],
      facts: [{ fact: { data: { how: 'shortened', notices: [{ rule: 'consultation.window' }] } } }],
    });
    const blocked = shorten({ 'consultation.window': { effect: 'block', reason: '本院规定' } });
    blocked.refused('consultation.window');
    expect(blocked.decision).toMatchObject({ refusal: { basis: floor.basis } });
    expect(
      shorten({ 'consultation.window': { effect: 'off', reason: '内部征求意见' } }).decision,
    ).toMatchObject({ notices: [] });
  });

  test('is another day that has not passed, while the window is open', () => {
    when([opened()]).when(setWindow, ID, body('2026-02-04')).refused('consultation.until');
    when([opened()]).when(setWindow, ID, body('2026-03-03')).refused('consultation.until');
    when([opened()]).when(setWindow, ID, body('9999-12-31')).refused('consultation.until');
    when([opened(), closed]).when(setWindow, ID, body('2026-03-10')).refused('consultation.open');
  });

  test('is the one at which the clock closes', () => {
    const facts = [opened(), { type: 'WindowMoved', data: longer }];
    when(facts, { actor: CLOCK }).when(closeConsultation, ID, { due }).then([]);
    when(facts, { actor: CLOCK, now: longer.due })
      .when(closeConsultation, ID, { due: longer.due })
      .then([{ stream, type: 'ConsultationClosed' }]);
  });
});

describe('the rules of the stage when it is left', () => {
  const leave = (facts: readonly Fact[], weights: object | null = null) =>
    when(facts, {}, weights).when(advanceCase, CASE, { stage: 'consult' });
  const rulesOf = ({ decision }: ReturnType<typeof leave>): readonly string[] =>
    'notices' in decision ? (decision.notices ?? []).map(({ rule }) => rule) : [];
  const all = [MEDICAL, SURGERY, UNION].map(reply);

  test('everybody answered in a window that is long enough: nothing shows', () => {
    expect(rulesOf(leave([opened(), ...all, closed]))).toEqual([]);
  });

  test('工会 that is silent shows beside the others; silence is no hearing even where it counts as no opinion', () => {
    const silent = leave([opened({ silence: 'as-none' }), reply(MEDICAL), closed]);
    expect(rulesOf(silent)).toEqual(['consultation.answered', 'consultation.union']);
    expect(rulesOf(leave([opened(), reply(MEDICAL), reply(UNION), closed]))).toEqual([
      'consultation.answered',
    ]);
    leave([opened(), reply(MEDICAL), reply(SURGERY), closed], {
      'consultation.answered': { effect: 'off', reason: '不作要求' },
      'consultation.union': { effect: 'block', reason: '工会法' },
    }).refused('consultation.union');
  });

  test('工会 that was not asked is said so', () => {
    const act = leave([opened({ recipients: [MEDICAL] }), reply(MEDICAL), closed]);
    expect(act.decision).toMatchObject({ notices: [{ said: { zh: '征求意见范围未包括工会' } }] });
  });

  test('a window that is over and was too short shows even where its floor blocks: nobody could mend it', () => {
    const block = { 'consultation.window': { effect: 'block', reason: '从严' } };
    const short = opened({ floor: { n: 31, unit: 'natural' } });
    expect(rulesOf(leave([short, ...all, closed], block))).toEqual(['consultation.window']);
    const off = { 'consultation.window': { effect: 'off', reason: '内部' } };
    expect(rulesOf(leave([short, ...all, closed], off))).toEqual([]);
  });

  test('a window below the floor shows; a floor in working days is counted in them', () => {
    expect(rulesOf(leave([opened({ floor: { n: 31, unit: 'natural' } }), ...all, closed]))).toEqual([
      'consultation.window',
    ]);
    const days = (n: number) => rulesOf(leave([opened({ floor: { n, unit: 'working' } }), ...all, closed]));
    // 2026-02-02 to 03-03 has 18 working days: the Spring Festival takes six, two Saturdays are worked.
    expect(days(18)).toEqual([]);
    expect(days(19)).toEqual(['consultation.window']);
  });
});

describe('a window that was estimated', () => {
  const guessed = opened({
    opened: '2026-12-30T02:00:00.000Z',
    days: 3,
    unit: 'working',
    due: '2027-01-04T16:00:00.000Z',
    estimated: true,
  });
  const year = {
    year: 2027,
    of: 'state',
    off: [{ from: '2027-01-01', to: '2027-01-03' }],
    worked: [],
    source: '国办发明电〔2026〕9号（2026-11-10）',
  };
  const recount = (facts: readonly Fact[], holidays: readonly object[]) =>
    given(
      { [org]: [...house, ...holidays.map((data) => ({ type: 'HolidaysSet', data }))], [stream]: facts },
      { actor: CLOCK, now: '2026-12-31T02:00:00.000Z' },
    ).when(recountWindow, ID, {});

  test('is counted again when its year is announced, with both ends and the paper', () => {
    const act = recount([guessed], [year]);
    act.then([{ stream, type: 'WindowRecounted' }]);
    const data = 'facts' in act.decision ? act.decision.facts[0]?.fact.data : undefined;
    expect(data).toMatchObject({
      from: '2027-01-04T16:00:00.000Z',
      due: '2027-01-05T16:00:00.000Z',
      estimated: false,
      calendar: 'cn-2026+1',
      source: year.source,
    });
    const { context } = fold([guessed, { type: 'WindowRecounted', data: { ...data } }]);
    expect(context).toMatchObject({ due: '2027-01-05T16:00:00.000Z', estimated: false });
    expect(context.why.map(({ said }) => said.zh)).toContain(
      `依据${year.source}重新计算，由2027年1月4日改为2027年1月5日`,
    );
  });

  test('an end that would have passed is today: nobody loses a day that has come', () => {
    const open = opened({
      opened: '2026-12-30T02:00:00.000Z',
      days: 3,
      unit: 'working',
      due: '2027-01-04T16:00:00.000Z',
      estimated: true,
    });
    const announced = { type: 'HolidaysSet', data: { ...year, off: [], worked: ['2027-01-02'] } };
    const now = '2027-01-04T02:00:00.000Z';
    const { decision } = given(
      { [org]: [...house, announced], [stream]: [open] },
      { actor: CLOCK, now },
    ).when(recountWindow, ID, {});
    expect(decision).toMatchObject({
      facts: [{ fact: { data: { due: '2027-01-04T16:00:00.000Z', estimated: false } } }],
    });
  });

  test('stays while its year is not announced, when it rests on announced days, and when it is closed', () => {
    recount([guessed], []).then([]);
    recount([opened()], [year]).then([]);
    recount([guessed, closed], [year]).then([]);
  });

  test('is an estimate no more once its year says the same', () => {
    const act = recount([guessed], [{ ...year, off: [], worked: ['2027-01-02'] }]);
    expect(act.decision).toMatchObject({ facts: [{ fact: { data: { estimated: false } } }] });
    const same = recount([guessed], [{ ...year, off: [] }]);
    expect(same.decision).toMatchObject({
      facts: [{ fact: { data: { due: '2027-01-04T16:00:00.000Z', estimated: false } } }],
    });
  });
});

test('the clock that closes it late says so', () => {
  const now = '2026-03-05T02:00:00.000Z';
  const act = when([opened()], { actor: CLOCK, now }).when(closeConsultation, ID, { due });
  expect(act.decision).toMatchObject({ facts: [{ fact: { data: { at: due, belated: now } } }] });
});
