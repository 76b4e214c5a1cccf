import { CLOCK, type Capacity } from '../../capacity.ts';
import { marksOf } from '../../deadlines/marks.ts';
import { registerLine } from '../../deadlines/register.ts';
import { knownFrom } from '../../given.ts';
import { initial, step } from '../../machine.ts';
import { stageOf } from '../../procedure/definition.ts';
import { compileProcedure, readDefinition } from '../../procedure/procedure.ts';
import type { Fact } from '../../stream.ts';
import { given, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { CASE, head, history, house, MEDICAL, procedure, SURGERY } from '../../testing/plan-case.ts';
import { contributionRows } from './contribution.ts';
import { contributionFallDue } from './escalate.ts';
import { acceptContribution } from './judge.ts';
import { contributionMachine, type ContributionState } from './machine.ts';
import { recordContribution } from './record.ts';
import { extendContribution } from './release.ts';
import { reportNone, submitContribution, withdrawContribution } from './submit.ts';

const ID = uuid(0x31);
const stream = `contribution/${ID}` as const;
const due = '2025-12-10T16:00:00.000Z';
/** Three working days: Friday the 12th is the second, Monday the 15th the third. */
const grace = { n: 3, unit: 'working' as const, until: '2025-12-15T16:00:00.000Z', calendar: 'cn-2026' };
const within = '2025-12-12T02:00:00.000Z';
const text = refOf('规划');
const requested = (data: object = {}): Fact => ({
  type: 'ContributionRequested',
  data: {
    case: CASE,
    stage: 'collect',
    department: SURGERY,
    label: '外科发展规划',
    due,
    afterDue: 'receive',
    grace,
    ...data,
  },
});
const office: Capacity = { as: 'office', person: uuid(0x90), post: uuid(0x91), department: null };
const director: Capacity = { ...office, as: 'office-director' };
const submitted = (data: object): Fact => ({
  type: 'ContributionSubmitted',
  data: { text, original: null, received: within, late: false, carrier: null, ...data },
});
const when = (facts: readonly Fact[], setting: object = {}, weights: object = {}) => {
  const plan = procedure();
  const steps = plan.steps.map((each) => (each.id === 'collect' ? { ...each, ...weights } : each));
  return given(
    { ...history('collect', { streams: { collect: [stream] } }), [stream]: facts },
    { definitions: { plan: { ...plan, steps } }, actor: head(SURGERY), texts: ['规划'], ...setting },
  );
};
const fold = (facts: readonly Fact[]): ContributionState =>
  facts.reduce(
    (state, fact) => step(contributionMachine, state, fact).state,
    initial(contributionMachine),
  ) as ContributionState;
const statusOf = (facts: readonly Fact[]) => contributionRows(ID, fold(facts)).item?.status;
const lineOf = (facts: readonly Fact[]) =>
  registerLine(
    knownFrom({
      institution: INSTITUTION,
      states: new Map([[stream, fold(facts)]]),
      procedures: new Map(),
      texts: new Map(),
      files: new Map(),
      brought: new Map<string, string>(),
      derive: (name) => name,
    }),
    'contribution',
    ID,
  );

describe('宽限期', () => {
  const submit = (received: string) =>
    when([requested()], { received }).when(submitContribution, ID, { text });

  test('what comes within it is received and marked, and is not late', () => {
    submit(due).then([{ stream, ...submitted({ received: due }) }]);
    submit(within).then([{ stream, ...submitted({ inGrace: true }) }]);
    submit(grace.until).then([{ stream, ...submitted({ received: grace.until, inGrace: true }) }]);
    submit('2025-12-15T16:00:00.001Z').then([
      { stream, ...submitted({ received: '2025-12-15T16:00:00.001Z', late: true }) },
    ]);
    expect(statusOf([requested(), submitted({ inGrace: true })])).toBe('handed-in-grace');
  });

  test('holds for 零报告 and 代报, and where nothing late is received', () => {
    when([requested()], { received: within })
      .when(reportNone, ID, {})
      .then([
        {
          stream,
          type: 'ContributionNoneReported',
          data: { received: within, late: false, inGrace: true, carrier: null },
        },
      ]);
    const elsewhere = {
      happened: '2025-12-12',
      medium: 'paper' as const,
      scan: null,
      book: null,
      checker: null,
    };
    const entered = when([requested()], { actor: office, now: '2025-12-17T02:00:00.000Z' }).when(
      recordContribution,
      ID,
      { text, none: false, carrier: 'paper', elsewhere },
    );
    expect(entered.decision).toMatchObject({
      facts: [{ fact: { data: { late: false, inGrace: true } } }, {}],
    });
    const strict = [requested({ afterDue: 'refuse' })];
    const onPaper = when(strict, { actor: office, now: '2025-12-17T02:00:00.000Z' }).when(
      recordContribution,
      ID,
      { text, none: false, carrier: 'paper', elsewhere },
    );
    expect(JSON.stringify(onPaper.decision)).not.toContain('contribution.due');
    const tight = (received: string) => when(strict, { received }).when(submitContribution, ID, { text });
    tight(within).then([{ stream, type: 'ContributionSubmitted' }]);
    tight('2025-12-15T16:00:00.001Z').refused('contribution.due');
  });

  test('the clock waits for its end; the department owes by the date itself', () => {
    const { state, effects } = step(contributionMachine, initial(contributionMachine), requested());
    expect(effects).toEqual([
      { type: 'deadline', params: { name: 'due', due: grace.until, verb: 'contribution.fall-due' } },
    ]);
    expect(contributionRows(ID, state as ContributionState).obligations[0]?.due).toBe(due);
    when([requested()], { actor: CLOCK }).when(contributionFallDue, ID, { due }).then([]);
    when([requested()], { actor: CLOCK })
      .when(contributionFallDue, ID, { due: grace.until })
      .then([
        {
          stream,
          type: 'ContributionFellDue',
          data: { due: grace.until, escalate: '2025-12-16T00:00:00.000Z', calendar: 'cn-2026' },
        },
      ]);
  });

  test('what is taken back within it has its end again', () => {
    when([requested(), submitted({ inGrace: true })], { now: within })
      .when(withdrawContribution, ID, {})
      .then([{ stream, type: 'ContributionWithdrawn', data: { due: grace.until, escalate: null } }]);
  });

  test('the mark stays, whatever comes after', () => {
    const taken: Fact = { type: 'ContributionWithdrawn', data: { due: grace.until, escalate: null } };
    const facts = [requested(), submitted({ inGrace: true }), taken, submitted({ received: within })];
    expect(lineOf(facts)?.marks).toEqual(['in-grace']);
  });

  test('goes with the date when more time is given', () => {
    const act = when([requested()], { actor: director, now: '2025-12-11T02:00:00.000Z' }).when(
      extendContribution,
      ID,
      { until: '2025-12-19', reason: '换届' },
    );
    const data = {
      from: due,
      until: '2025-12-19',
      due: '2025-12-19T16:00:00.000Z',
      on: '2025-12-11',
      after: true,
      grace: { ...grace, until: '2025-12-24T16:00:00.000Z' },
    };
    act.then([{ stream, type: 'ContributionExtended', data }]);
    const { context } = fold([requested(), { type: 'ContributionExtended', data }]);
    expect(context.why.map(({ said }) => said.zh)).toEqual([
      '规定期限：2025年12月10日（含当日）',
      '延期至2025年12月19日（2025年12月11日批准，批准时已逾期）',
      '宽限3个工作日，至2025年12月24日报送的注明“宽限期内”，不作逾期',
    ]);
    expect(marksOf(context)).toEqual(['extended-late']);
  });

  test('is a parameter of the stage, none by default', () => {
    const entered = (parameters: object) => {
      const read = readDefinition(procedure({ collect: parameters }));
      if ('faults' in read) throw new Error('unsound');
      return compileProcedure(read.definition).stage(stageOf(read.definition, 'collect').id).params;
    };
    expect(entered({})).toMatchObject({
      grace: { n: 0, unit: 'natural' },
      ladder: { before: [3, 1, 0], after: [1, 3, 5], escalate: 1, release: 'office' },
    });
    expect(entered({ grace: { n: 2, unit: 'working' }, ladder: { escalate: 3 } })).toMatchObject({
      grace: { n: 2, unit: 'working' },
      ladder: { before: [3, 1, 0], escalate: 3 },
    });
  });
});

describe('the register', () => {
  const late = submitted({ received: '2025-12-20T02:00:00.000Z', late: true });
  const back: Fact = { type: 'ContributionWithdrawn', data: { due: null, escalate: due } };

  test('keeps every mark: late, extended, entered by the office, nothing to report', () => {
    const extended: Fact = {
      type: 'ContributionExtended',
      data: {
        from: due,
        until: '2025-12-30',
        due: '2025-12-30T16:00:00.000Z',
        on: '2025-12-21',
        after: true,
      },
    };
    const entered = submitted({ received: within, carrier: 'usb' });
    const none: Fact = {
      type: 'ContributionNoneReported',
      data: { received: '2025-12-22T02:00:00.000Z', late: true, carrier: null },
    };
    const facts = [requested({ grace: null }), late, back, extended, entered, none];
    expect(lineOf(facts)?.marks).toEqual(['late', 'extended-late', 'entered', 'none']);
    expect(lineOf([requested({ grace: null }), { type: 'ContributionExcused', data: {} }])?.marks).toEqual([
      'excused',
    ]);
    const waived: Fact = { type: 'ContributionWaived', data: { manuscript: `manuscript/${uuid(0x60)}` } };
    expect(lineOf([requested({ grace: null }), late, waived])?.marks).toEqual(['late', 'waived']);
    expect(lineOf([])?.marks ?? []).toEqual([]);
  });
});

describe('受理本部门的报送', () => {
  const own: Capacity = { ...office, department: SURGERY };
  const accept = (actor: Capacity, effect?: 'block' | 'off') =>
    when(
      [requested(), submitted({ received: due })],
      { actor },
      effect ? { rules: { 'submission.own': { effect, reason: '本院规定' } } } : {},
    ).when(acceptContribution, ID, {});

  test('shows, and stays in the fact; another department’s does not', () => {
    const act = accept(own);
    expect(act.decision).toMatchObject({
      notices: [{ rule: 'submission.own', facts: { department: SURGERY } }],
      facts: [{ fact: { data: { own: true } } }],
    });
    expect(accept({ ...own, department: MEDICAL }).decision).toMatchObject({ notices: [] });
    expect(accept(office).decision).toMatchObject({ notices: [] });
  });

  test('is seen whatever post is used: who heads the department accepts nothing of it as the office', () => {
    const post = uuid(0x95);
    const heads: readonly Fact[] = [
      ...house,
      { type: 'PostCreated', data: { post, title: '外科主任', as: 'department-head', department: SURGERY } },
      { type: 'PostFilled', data: { post, person: office.person, from: '2025-01-01T00:00:00.000Z' } },
    ];
    const { decision } = given(
      {
        ...history('collect', { streams: { collect: [stream] } }),
        [`org/${INSTITUTION}`]: heads,
        [stream]: [requested(), submitted({ received: due })],
      },
      { definitions: { plan: procedure() }, actor: office },
    ).when(acceptContribution, ID, {});
    expect(decision).toMatchObject({ notices: [{ rule: 'submission.own' }] });
  });

  test('is refused where the stage blocks it, and not looked at where it is off', () => {
    accept(own, 'block').refused('submission.own');
    expect(accept(own, 'off').decision).toMatchObject({ notices: [] });
  });
});
