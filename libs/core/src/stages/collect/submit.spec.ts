import { CLOCK } from '../../capacity.ts';
import { advanceCase } from '../../case/advance.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
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
} from '../../testing/plan-case.ts';
import { contributionRows } from './contribution.ts';
import { contributionFallDue } from './escalate.ts';
import { acceptContribution, returnContribution } from './judge.ts';
import { contributionMachine, type ContributionState } from './machine.ts';
import { submitContribution } from './submit.ts';

const ID = uuid(0x31);
const stream = `contribution/${ID}` as const;
const due = '2025-12-10T16:00:00.000Z';
const plan = '外科发展规划';
const text = refOf(plan);

const requested = (data: object = {}): Fact => ({
  type: 'ContributionRequested',
  data: {
    case: CASE,
    stage: 'collect',
    department: SURGERY,
    label: '外科发展规划',
    due,
    afterDue: 'receive',
    ...data,
  },
});
const cameIn = { text, original: null, carrier: null };
const submitted: Fact = {
  type: 'ContributionSubmitted',
  data: { ...cameIn, received: '2025-12-01T02:00:00.000Z', late: false },
};
const accepted: Fact = { type: 'ContributionAccepted', data: { text, original: null, late: false } };
const escalate = '2025-12-11T00:00:00.000Z';
const fellDue: Fact = { type: 'ContributionFellDue', data: { due, escalate, calendar: 'cn-2026' } };

const past = (facts: readonly Fact[], parameters = {}) => ({
  history: { ...history('collect', { streams: { collect: [stream] } }), [stream]: facts },
  definitions: { plan: procedure({ collect: parameters }) },
});
const when = (facts: readonly Fact[], setting: object = {}, parameters = {}) => {
  const { history: before, definitions } = past(facts, parameters);
  return given(before, { definitions, texts: [plan], actor: head(SURGERY), ...setting });
};
const fold = (facts: readonly Fact[]): ContributionState =>
  facts.reduce(
    (state, fact) => step(contributionMachine, state, fact).state,
    initial(contributionMachine),
  ) as ContributionState;

describe('handing in a department plan', () => {
  test('is received with its moment', () => {
    when([requested()], { received: '2025-12-10T15:59:58.000Z' })
      .when(submitContribution, ID, { text })
      .then([
        {
          stream,
          type: 'ContributionSubmitted',
          data: { ...cameIn, received: '2025-12-10T15:59:58.000Z', late: false },
        },
      ]);
  });

  test('at 24:00 sharp is in time, a millisecond later is late and still received', () => {
    const at = (received: string) => when([requested()], { received }).when(submitContribution, ID, { text });
    at(due).then([
      { stream, type: 'ContributionSubmitted', data: { ...cameIn, received: due, late: false } },
    ]);
    const later = '2025-12-10T16:00:00.001Z';
    at(later).then([
      { stream, type: 'ContributionSubmitted', data: { ...cameIn, received: later, late: true } },
    ]);
  });

  test('after its date is refused where the procedure says so', () => {
    const strict = [requested({ afterDue: 'refuse' })];
    when(strict, { received: '2025-12-10T16:00:00.001Z' })
      .when(submitContribution, ID, { text })
      .refused('contribution.due');
    when(strict, { received: due })
      .when(submitContribution, ID, { text })
      .then([{ stream, type: 'ContributionSubmitted' }]);
  });

  test('that arrived in time is not late although the clock was faster', () => {
    when([requested(), fellDue], { now: '2025-12-10T16:00:30.000Z', received: '2025-12-10T15:59:59.000Z' })
      .when(submitContribution, ID, { text })
      .then([
        {
          stream,
          type: 'ContributionSubmitted',
          data: { ...cameIn, received: '2025-12-10T15:59:59.000Z', late: false },
        },
      ]);
  });

  test('without a date is never late', () => {
    when([requested({ due: null })], { received: '2030-01-01T00:00:00.000Z' })
      .when(submitContribution, ID, { text })
      .then([
        {
          stream,
          type: 'ContributionSubmitted',
          data: { ...cameIn, received: '2030-01-01T00:00:00.000Z', late: false },
        },
      ]);
  });

  test('again, until it is accepted: the last text counts, lateness by the first arrival', () => {
    const mended = refOf('改');
    const later = { texts: ['改'], received: '2025-12-20T02:00:00.000Z' };
    const again = (facts: readonly Fact[]) =>
      when(facts, later).when(submitContribution, ID, { text: mended });
    const received = later.received;
    again([requested(), submitted]).then([
      { stream, type: 'ContributionSubmitted', data: { ...cameIn, text: mended, received, late: false } },
    ]);
    again([requested({ afterDue: 'refuse' }), submitted]).then([{ stream, type: 'ContributionSubmitted' }]);
    const twice = fold([
      requested(),
      submitted,
      { type: 'ContributionSubmitted', data: { ...cameIn, text: mended, received, late: false } },
    ]);
    expect(twice.context).toMatchObject({ text: mended, received: '2025-12-01T02:00:00.000Z', late: false });
    const late = {
      type: 'ContributionSubmitted',
      data: { ...cameIn, received: '2025-12-15T02:00:00.000Z', late: true },
    };
    again([requested(), late]).then([
      { stream, type: 'ContributionSubmitted', data: { ...cameIn, text: mended, received, late: true } },
    ]);
  });

  test('after acceptance, before it was asked for, or with a text that is not here is refused', () => {
    when([requested(), submitted, accepted])
      .when(submitContribution, ID, { text })
      .refused('contribution.open');
    when([]).when(submitContribution, ID, { text }).refused('contribution.open');
    when([requested()], { texts: [] }).when(submitContribution, ID, { text }).refused('text.known');
  });
});

describe('accepting a department plan', () => {
  test('cites the text that was handed in', () => {
    const office = { as: 'office' as const, person: uuid(999), post: uuid(998), department: null };
    when([requested(), submitted], { actor: office })
      .when(acceptContribution, ID, {})
      .then([{ stream, ...accepted }]);
  });

  test('that was not handed in, or twice, is refused', () => {
    when([requested()]).when(acceptContribution, ID, {}).refused('contribution.submitted');
    when([requested(), submitted, accepted])
      .when(acceptContribution, ID, {})
      .refused('contribution.submitted');
  });
});

describe('returning a department plan', () => {
  const returned: Fact = { type: 'ContributionReturned', data: { text, original: null } };

  test('opens it again; the reason is sealed under whoever gave it', () => {
    const office = { as: 'office' as const, person: uuid(999), post: uuid(998), department: null };
    const act = when([requested(), submitted], { actor: office }).when(returnContribution, ID, {
      reason: '请补充床位数',
    });
    act.then([{ stream, ...returned }]);
    expect('facts' in act.decision && act.decision.facts[0]?.sealed).toEqual([
      { subject: uuid(999), plain: { reason: '请补充床位数' } },
    ]);
    expect(fold([requested(), submitted, returned]).value).toBe('open');
  });

  test('makes nobody late', () => {
    when([requested(), submitted, returned], { received: '2025-12-20T02:00:00.000Z' })
      .when(submitContribution, ID, { text })
      .then([
        {
          stream,
          type: 'ContributionSubmitted',
          data: { ...cameIn, received: '2025-12-20T02:00:00.000Z', late: false },
        },
      ]);
  });

  test('is refused before it is handed in and after it is accepted', () => {
    for (const facts of [[requested()], [requested(), submitted, accepted]])
      when(facts).when(returnContribution, ID, { reason: '迟' }).refused('contribution.submitted');
  });
});

describe('the date of a department plan', () => {
  test('falls due once nothing is in', () => {
    when([requested()], { actor: CLOCK })
      .when(contributionFallDue, ID, { due })
      .then([{ stream, ...fellDue }]);
    expect(fold([requested(), fellDue]).context.late).toBe(true);
  });

  test('says nothing when it was kept, or when another date holds', () => {
    when([requested(), submitted], { actor: CLOCK }).when(contributionFallDue, ID, { due }).then([]);
    when([requested({ due: null })], { actor: CLOCK })
      .when(contributionFallDue, ID, { due })
      .then([]);
  });

  test('is a deadline until something is handed in', () => {
    const open = step(contributionMachine, initial(contributionMachine), requested());
    expect(open.effects).toEqual([
      { type: 'deadline', params: { name: 'due', due, verb: 'contribution.fall-due' } },
    ]);
    expect(step(contributionMachine, open.state, submitted).effects).toEqual([
      { type: 'settle', params: { name: 'due' } },
      { type: 'settle', params: { name: 'escalate' } },
    ]);
    expect(step(contributionMachine, initial(contributionMachine), requested({ due: null })).effects).toEqual(
      [],
    );
  });
});

describe('what is owed for a department plan', () => {
  test('goes from the department to the office to nobody', () => {
    const owed = (facts: readonly Fact[]) =>
      contributionRows(ID, fold(facts)).obligations.map(({ holder, verb, due: by }) => [holder, verb, by]);
    expect(owed([requested()])).toEqual([[`department-head@${SURGERY}`, 'contribution.submit', due]]);
    expect(owed([requested(), submitted])).toEqual([['office', 'contribution.accept', null]]);
    expect(owed([requested(), submitted, accepted])).toEqual([]);
    expect(contributionRows(ID, fold([requested(), submitted])).item).toMatchObject({
      status: 'handed-in',
      department: SURGERY,
      label: '外科发展规划',
    });
  });
});

describe('the collecting stage', () => {
  const research = `research/${uuid(0x30)}` as const;
  const before = (parameters: object) =>
    given(
      {
        ...history('research', { dates: { collect: due }, streams: { research: [research] } }),
        [research]: [
          {
            type: 'ResearchOpened',
            data: { case: CASE, stage: 'research', methods: [], least: 0, due: null },
          },
        ],
      },
      { definitions: { plan: procedure({ research: { methods: [], least: 0 }, collect: parameters }) } },
    ).when(advanceCase, CASE, { stage: 'research' }).decision;
  const asked = (parameters: object) => {
    const decision = before(parameters);
    return 'facts' in decision
      ? decision.facts.flatMap(({ fact }) =>
          fact.type === 'ContributionRequested' ? [(fact.data as { department?: string }).department] : [],
        )
      : [];
  };

  test('asks every department, clinical ones and organisations too, by the case’s date', () => {
    expect(asked({})).toEqual([MEDICAL, QUALITY, FINANCE, SURGERY, UNION]);
    const decision = before({});
    expect('facts' in decision && decision.facts.at(-1)?.fact.data).toMatchObject({
      label: '工会发展规划',
      due,
      afterDue: 'receive',
    });
  });

  test('asks only the functional ones where the procedure says so', () => {
    expect(asked({ from: 'functional-departments' })).toEqual([MEDICAL, QUALITY, FINANCE]);
  });

  test('ends clean when all are accepted', () => {
    const { decision } = when([requested(), submitted, accepted]).when(advanceCase, CASE, {
      stage: 'collect',
    });
    expect(decision).toMatchObject({ notices: [] });
  });

  test('ends with a notice when some are missing, or is held where the procedure says so', () => {
    const { decision } = when([requested(), submitted]).when(advanceCase, CASE, { stage: 'collect' });
    expect(decision).toMatchObject({
      notices: [{ rule: 'collect.complete', facts: { missing: [SURGERY] } }],
    });
    when([requested(), submitted], {}, { missing: 'block' })
      .when(advanceCase, CASE, { stage: 'collect' })
      .refused('collect.complete');
  });

  test('receives a late one after it has ended', () => {
    given(
      { ...history('write', { streams: { collect: [stream] } }), [stream]: [requested(), fellDue] },
      {
        definitions: { plan: procedure() },
        texts: [plan],
        actor: head(SURGERY),
        received: '2025-12-20T02:00:00.000Z',
      },
    )
      .when(submitContribution, ID, { text })
      .then([
        {
          stream,
          type: 'ContributionSubmitted',
          data: { ...cameIn, received: '2025-12-20T02:00:00.000Z', late: true },
        },
      ]);
  });
});
