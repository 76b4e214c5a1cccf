import { CLOCK } from '../capacity.ts';
import { advanceCase } from '../case/advance.ts';
import { initial, step } from '../machine.ts';
import type { Fact } from '../stream.ts';
import { given, refOf, uuid } from '../testing/given.ts';
import {
  CASE,
  FINANCE,
  head,
  history,
  MEDICAL,
  procedure,
  QUALITY,
  SURGERY,
  UNION,
} from '../testing/plan-case.ts';
import { consultationMachine, consultationRows, type ConsultationState } from './consultation.ts';
import { compileManuscript } from './compile.ts';
import { closeConsultation } from './consult.ts';
import { giveOpinion, GiveOpinion, replyNone } from './reply.ts';

const ID = uuid(0x6f);
const stream = `consultation/${ID}` as const;
const due = '2026-02-11T16:00:00.000Z';
const early = '2026-02-05T02:00:00.000Z';
const late = '2026-02-11T16:00:00.001Z';
const opinion = (n: number) => `opinion/${uuid(0x700 + n)}` as const;

const opened: Fact = {
  type: 'ConsultationOpened',
  data: {
    case: CASE,
    stage: 'consult',
    round: 1,
    text: refOf('初稿'),
    recipients: [MEDICAL, SURGERY],
    days: 10,
    unit: 'natural',
    opened: '2026-02-01T02:00:00.000Z',
    due,
    estimated: false,
  },
};
const reply = (department: string, opinions: number, name: string | null = null): Fact => ({
  type: 'ReplyReceived',
  data: { department, opinions, opinion: name, received: early },
});
const closed = (at = due): Fact => ({
  type: 'ConsultationClosed',
  data: { at, asked: 2, replied: 0, opinions: 0 },
});
const givenOpinion = (no: number): Fact => ({
  type: 'OpinionGiven',
  data: { consultation: ID, case: CASE, stage: 'consult', department: MEDICAL, no },
});
const proposed: Fact = { type: 'DispositionProposed', data: { disposition: 'adopted' } };

const when = (
  facts: readonly Fact[],
  setting: object = {},
  more: { readonly [stream: string]: readonly Fact[] } = {},
) =>
  given(
    { ...history('consult', { streams: { consult: [stream] } }), [stream]: facts, ...more },
    { definitions: { plan: procedure() }, actor: head(MEDICAL), received: early, ...setting },
  );
const fold = (facts: readonly Fact[]): ConsultationState =>
  facts.reduce(
    (state, fact) => step(consultationMachine, state, fact).state,
    initial(consultationMachine),
  ) as ConsultationState;

describe('answering 无意见', () => {
  test('is an answer of its own', () => {
    when([opened])
      .when(replyNone, ID, {})
      .then([
        {
          stream,
          type: 'ReplyReceived',
          data: { department: MEDICAL, opinions: 0, opinion: null, received: early },
        },
      ]);
  });

  test('twice, or after an opinion, is refused', () => {
    when([opened, reply(MEDICAL, 0)])
      .when(replyNone, ID, {})
      .refused('consultation.replied');
    when([opened, reply(MEDICAL, 1, opinion(1))])
      .when(replyNone, ID, {})
      .refused('consultation.replied');
    when([opened, reply(SURGERY, 0)])
      .when(replyNone, ID, {})
      .then([{ stream, type: 'ReplyReceived' }]);
  });

  test('is for those who were asked', () => {
    when([opened], { actor: head(UNION) })
      .when(replyNone, ID, {})
      .refused('consultation.recipient');
    when([opened], { actor: CLOCK }).when(replyNone, ID, {}).refused('consultation.recipient');
  });
});

describe('giving an opinion', () => {
  const body = { about: '第三章 绩效重点指标', quote: '36个', wording: '建议改为31个，与附表一致' };
  const facts = (no: number, opinions: number) => [
    {
      stream: 'opinion/new-opinion',
      type: 'OpinionGiven',
      data: { consultation: ID, case: CASE, stage: 'consult', department: MEDICAL, no, quoted: true },
    },
    {
      stream,
      type: 'ReplyReceived',
      data: { department: MEDICAL, opinions, opinion: 'opinion/new-opinion', received: early },
    },
  ];

  test('makes an opinion whose wording is sealed under whoever gave it', () => {
    const run = when([opened]).when(giveOpinion, ID, body);
    run.then(facts(1, 1));
    expect(run.decision).toMatchObject({ made: 'opinion/new-opinion' });
    const recorded = 'facts' in run.decision ? run.decision.facts : [];
    expect(recorded[0]?.sealed).toEqual([
      { subject: head(MEDICAL).person, plain: { about: body.about, wording: body.wording, quote: '36个' } },
    ]);
    expect(JSON.stringify(recorded.map(({ fact }) => fact))).not.toMatch(/31个|第三章/);
  });

  test('may follow another one, and 无意见, until the window ends', () => {
    when([opened, reply(SURGERY, 1, opinion(1)), reply(MEDICAL, 1, opinion(2))])
      .when(giveOpinion, ID, body)
      .then(facts(3, 2));
    when([opened, reply(MEDICAL, 0)])
      .when(giveOpinion, ID, body)
      .then(facts(1, 1));
  });

  test('is for those who were asked, and needs words and a place', () => {
    when([opened], { actor: head(UNION) })
      .when(giveOpinion, ID, body)
      .refused('consultation.recipient');
    expect(GiveOpinion.safeParse({ ...body, wording: ' ' }).success).toBe(false);
    expect(GiveOpinion.safeParse({ ...body, about: '' }).success).toBe(false);
  });
});

describe('the end of the window', () => {
  const answer = (facts: readonly Fact[], received: string, setting: object = {}) =>
    when(facts, { received, ...setting }).when(replyNone, ID, {});

  test('is 24:00 sharp, whether or not the clock has come by', () => {
    answer([opened], due).then([{ stream, type: 'ReplyReceived' }]);
    answer([opened], late).refused('consultation.open');
    answer([opened, closed()], late).refused('consultation.open');
  });

  test('lets in what arrived in time while the clock was faster', () => {
    answer([opened, closed()], due).then([{ stream, type: 'ReplyReceived' }]);
    answer([opened, closed('2026-02-04T02:00:00.000Z')], early).refused('consultation.open');
    expect(fold([opened, closed(), reply(MEDICAL, 0)]).context.replies).toEqual({ [MEDICAL]: 0 });
    expect(() => fold([opened, closed('2026-02-04T02:00:00.000Z'), reply(MEDICAL, 0)])).toThrow();
  });

  test('lets in nothing when the stage is over, or was never opened', () => {
    given(
      { ...history('revise', { streams: { consult: [stream] } }), [stream]: [opened, closed()] },
      { definitions: { plan: procedure() }, actor: head(MEDICAL), received: early },
    )
      .when(replyNone, ID, {})
      .refused('consultation.open');
    answer([], early).refused('consultation.open');
  });

  test('is a deadline that closing settles', () => {
    const open = step(consultationMachine, initial(consultationMachine), opened);
    expect(open.effects).toEqual([
      { type: 'deadline', params: { name: 'window', due, verb: 'consultation.close' } },
    ]);
    expect(step(consultationMachine, open.state, closed()).effects).toEqual([
      { type: 'settle', params: { name: 'window' } },
    ]);
  });
});

/** What the close says, with its numbers; its sentences are those of the register. */
const closing = (numbers: object) => ({
  at: due,
  asked: 2,
  replied: 0,
  opinions: 0,
  unsigned: 0,
  none: 0,
  overdue: [],
  silence: 'none',
  sum: expect.stringMatching(/^发出2份，收回\d份，意见\d条，无意见\d份，逾期未反馈\d份$/),
  sumEn: expect.stringContaining('2 asked'),
  ...numbers,
});

describe('closing', () => {
  const office = { actor: { as: 'office', person: uuid(9), post: uuid(8), department: null } };
  const both = [opened, reply(MEDICAL, 1, opinion(1)), reply(SURGERY, 0)];

  test('by the clock happens at the due moment, once, and for this date only', () => {
    const clock = (facts: readonly Fact[], by = due) =>
      when(facts, { actor: CLOCK, received: '2026-02-11T16:05:00.000Z' }).when(closeConsultation, ID, {
        due: by,
      });
    clock([opened, reply(MEDICAL, 1, opinion(1))]).then([
      { stream, type: 'ConsultationClosed', data: closing({ replied: 1, opinions: 1, overdue: [SURGERY] }) },
    ]);
    clock([opened, closed()]).then([]);
    clock([opened], '2026-02-01T16:00:00.000Z').then([]);
    clock([]).then([]);
  });

  test('by the office is possible as soon as everybody has answered', () => {
    when(both, office)
      .when(closeConsultation, ID, {})
      .then([
        {
          stream,
          type: 'ConsultationClosed',
          data: closing({ at: early, replied: 2, opinions: 1, none: 1 }),
        },
      ]);
    const waiting = when([opened, reply(MEDICAL, 0)], office).when(closeConsultation, ID, {});
    waiting.refused('consultation.all-replied');
    expect(waiting.decision).toMatchObject({ refusal: { facts: { waiting: [SURGERY] } } });
  });

  test('by the office is possible after the window, and not twice', () => {
    when([opened], { ...office, received: late })
      .when(closeConsultation, ID, {})
      .then([{ stream, type: 'ConsultationClosed', data: closing({ overdue: [MEDICAL, SURGERY] }) }]);
    when([...both, closed()], office)
      .when(closeConsultation, ID, {})
      .refused('consultation.open');
  });
});

describe('what is owed in a consultation', () => {
  test('goes from those who were asked to the office to nobody', () => {
    const owed = (facts: readonly Fact[]) =>
      consultationRows(ID, fold(facts)).obligations.map(({ name, holder, due: by }) => [name, holder, by]);
    const of = (department: string) => [`reply:${department}`, `department-head@${department}`, due];
    expect(owed([opened])).toEqual([of(MEDICAL), of(SURGERY)]);
    expect(owed([opened, reply(MEDICAL, 0)])).toEqual([of(SURGERY)]);
    expect(owed([opened, reply(MEDICAL, 0), reply(SURGERY, 0)])).toEqual([['close', 'office', due]]);
    expect(owed([opened, closed()])).toEqual([]);
  });
});

describe('the consulting stage', () => {
  const manuscript = `manuscript/${uuid(0x60)}` as const;
  const chapter = `chapter/${uuid(0x41)}` as const;
  const text = refOf('一');
  const assigned = {
    case: CASE,
    stage: 'write',
    no: 1,
    title: '一',
    lead: '',
    owners: [],
    writer: MEDICAL,
    support: [],
    due: null,
  };

  /** Compiling one chapter is what opens it. */
  const opening = (parameters: object, now: string, rules: object = {}) => {
    const plan = procedure({ consult: parameters });
    const steps = plan.steps.map((each) => (each.id === 'consult' ? { ...each, rules } : each));
    const { decision } = given(
      {
        ...history('compile', { streams: { write: [chapter], compile: [manuscript] } }),
        [chapter]: [
          { type: 'ChapterAssigned', data: assigned },
          { type: 'ChapterSubmitted', data: { text, received: early, late: false } },
          { type: 'ChapterSignedOff', data: { text } },
        ],
        [manuscript]: [
          { type: 'ManuscriptRequested', data: { case: CASE, stage: 'compile', round: 1, due: null } },
        ],
      },
      { definitions: { plan: { ...plan, steps } }, texts: ['一'], now },
    ).when(compileManuscript, uuid(0x60), { label: '征求意见稿' });
    return 'facts' in decision ? decision.facts.at(-1)?.fact.data : undefined;
  };

  test('asks everybody there is that day about the text of the case, for ten days', () => {
    expect(opening({}, '2026-02-01T02:00:00.000Z')).toEqual({
      case: CASE,
      stage: 'consult',
      round: 1,
      text: expect.objectContaining({ scheme: 'tree@1' }),
      recipients: [MEDICAL, QUALITY, FINANCE, SURGERY, UNION],
      days: 10,
      unit: 'natural',
      opened: '2026-02-01T02:00:00.000Z',
      due,
      estimated: false,
      calendar: 'cn-2026',
      rollOver: true,
      why: [
        {
          how: 'counted',
          from: '2026-02-01',
          n: 10,
          unit: 'natural',
          day: '2026-02-11',
          calendar: null,
          estimated: false,
        },
      ],
      silence: 'none',
    });
  });

  test('asks whom, and counts as, the procedure says', () => {
    expect(
      opening({ ask: 'functional-departments', days: 5, unit: 'working' }, '2026-02-11T02:00:00.000Z'),
    ).toMatchObject({
      recipients: [MEDICAL, QUALITY, FINANCE],
      due: '2026-02-25T16:00:00.000Z',
      estimated: false,
    });
    expect(opening({ days: 5, unit: 'working' }, '2026-12-30T02:00:00.000Z')).toMatchObject({
      estimated: true,
    });
  });

  test('opens no shorter than a floor that blocks: a window that is over cannot be lengthened', () => {
    const floor = { n: 20, unit: 'natural', basis: '本院规定' };
    const now = '2026-02-01T02:00:00.000Z';
    expect(opening({ floor }, now)).toMatchObject({ due, days: 10 });
    expect(
      opening({ floor }, now, { 'consultation.window': { effect: 'block', reason: '从严' } }),
    ).toMatchObject({
      days: 20,
      due: '2026-02-24T16:00:00.000Z',
    });
  });

  test('counts from the Beijing day of its opening', () => {
    expect(opening({ days: 1 }, '2026-02-01T16:30:00.000Z')).toMatchObject({
      due: '2026-02-03T16:00:00.000Z',
    });
  });

  // 2026-02-14 is a Saturday that is worked, 02-15 to 02-23 are the Spring Festival.
  test.each([
    ['a holiday', {}, '2026-02-08T02:00:00.000Z', '2026-02-24T16:00:00.000Z'],
    ['a Saturday', { days: 3 }, '2026-03-04T02:00:00.000Z', '2026-03-09T16:00:00.000Z'],
    ['a Saturday that is worked', { days: 3 }, '2026-02-11T02:00:00.000Z', '2026-02-14T16:00:00.000Z'],
    ['a holiday, as agreed', { rollOver: false }, '2026-02-08T02:00:00.000Z', '2026-02-18T16:00:00.000Z'],
  ])('ends on a working day when it would end on %s', (_, parameters, now, end) => {
    expect(opening(parameters, now)).toMatchObject({ due: end, unit: 'natural', estimated: false });
  });

  test('is an estimate where the end rests on working days that nobody has announced', () => {
    expect(opening({}, '2026-12-30T02:00:00.000Z')).toMatchObject({ estimated: true });
    expect(opening({ rollOver: false }, '2026-12-30T02:00:00.000Z')).toMatchObject({ estimated: false });
  });

  const leave = (facts: readonly Fact[], more = {}) =>
    when(facts, {}, more).when(advanceCase, CASE, { stage: 'consult' });

  test('is not left while the window is open', () => {
    leave([opened, reply(MEDICAL, 0), reply(SURGERY, 0)]).refused('consult.closed');
  });

  test('is not left while an opinion has no proposed disposition', () => {
    const facts = [opened, reply(MEDICAL, 1, opinion(1)), reply(MEDICAL, 2, opinion(2)), closed()];
    const run = leave(facts, { [opinion(1)]: [givenOpinion(1), proposed], [opinion(2)]: [givenOpinion(2)] });
    run.refused('consult.disposed');
    expect(run.decision).toMatchObject({ refusal: { facts: { open: [2] } } });
  });

  test('says that silence counts as no opinion where the letter said so', () => {
    const asNone = { ...opened, data: { ...opened.data, silence: 'as-none' } };
    expect(leave([asNone, reply(UNION, 0), reply(MEDICAL, 0), closed()]).decision).toMatchObject({
      notices: [{ said: { zh: '逾期未反馈（按征求意见函视为无意见）：外科' } }],
    });
  });

  test('shows who did not answer', () => {
    const run = leave([opened, reply(UNION, 0), reply(MEDICAL, 1, opinion(1)), closed()], {
      [opinion(1)]: [givenOpinion(1), proposed],
    });
    expect(run.decision).toMatchObject({
      notices: [
        {
          rule: 'consultation.answered',
          said: { zh: '逾期未反馈：外科' },
          facts: { departments: [SURGERY] },
        },
      ],
    });
    expect(run.types()).toContain('case StageClosed');
    const all = [opened, reply(UNION, 0), reply(MEDICAL, 0), reply(SURGERY, 0), closed()];
    expect(leave(all).decision).toMatchObject({
      notices: [],
    });
  });
});
