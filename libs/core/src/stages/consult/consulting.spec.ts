import { advanceCase } from '../../case/advance.ts';
import type { Fact } from '../../stream.ts';
import {
  closed,
  due,
  early,
  givenOpinion,
  opened,
  opinion,
  proposed,
  reply,
  when,
} from '../../testing/asked-consultation.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
import {
  CASE,
  FINANCE,
  history,
  MEDICAL,
  procedure,
  QUALITY,
  SURGERY,
  UNION,
} from '../../testing/plan-case.ts';
import { compileManuscript } from '../manuscript/compile.ts';

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
