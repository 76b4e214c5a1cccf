import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { fileOf, given, refOf, uuid } from '../../testing/given.ts';
import { CASE, head, history, procedure, SURGERY } from '../../testing/plan-case.ts';
import { contributionRows } from './contribution.ts';
import { contributionMachine, type ContributionState } from './machine.ts';
import { submitContribution, withdrawContribution } from './submit.ts';

const ID = uuid(0x31);
const stream = `contribution/${ID}` as const;
const due = '2025-12-10T16:00:00.000Z';
const after = '2025-12-10T16:00:03.000Z';
const text = refOf('外科发展规划');
const wps = '外科规划.wps';

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
const submitted = (data: object = {}): Fact => ({
  type: 'ContributionSubmitted',
  data: { text, original: null, received: '2025-12-01T02:00:00.000Z', late: false, carrier: null, ...data },
});
const late = submitted({ received: after, late: true });
const fellDue: Fact = { type: 'ContributionFellDue', data: { due, escalate: '2025-12-11T00:00:00.000Z' } };
const quarantined: Fact = {
  type: 'ContributionQuarantined',
  data: { text: null, original: fileOf(wps), cause: 'not-converted' },
};

const when = (facts: readonly Fact[], setting: object = {}) =>
  given(
    { ...history('collect', { streams: { collect: [stream] } }), [stream]: facts },
    {
      definitions: { plan: procedure() },
      texts: ['外科发展规划'],
      files: [wps],
      actor: head(SURGERY),
      ...setting,
    },
  );
const fold = (facts: readonly Fact[]): ContributionState =>
  facts.reduce(
    (state, fact) => step(contributionMachine, state, fact).state,
    initial(contributionMachine),
  ) as ContributionState;
const effectsOf = (facts: readonly Fact[]) => {
  const last = facts.at(-1);
  if (!last) return [];
  return step(contributionMachine, fold(facts.slice(0, -1)), last).effects;
};

describe('what was sent back has kept its date', () => {
  const back: Fact = { type: 'ContributionReturned', data: { text, original: null } };
  const now = '2025-12-20T02:00:00.000Z';
  const owed = (facts: readonly Fact[]) => contributionRows(ID, fold(facts)).obligations;
  const dates = (facts: readonly Fact[]) => owed(facts).map(({ verb, due: by }) => [verb, by]);

  test('it is owed without a date until more time is given', () => {
    expect(dates([requested()])).toEqual([['contribution.submit', due]]);
    expect(dates([requested(), submitted(), back])).toEqual([['contribution.submit', null]]);
    const until = '2025-12-25T16:00:00.000Z';
    const data = { from: due, until: '2025-12-25', due: until };
    expect(dates([requested(), submitted(), back, { type: 'ContributionExtended', data }])).toEqual([
      ['contribution.submit', until],
    ]);
  });

  test('its correction may be taken back, and the next one is not late for it', () => {
    const facts = [requested(), submitted(), back, submitted({ received: now })];
    when(facts, { now })
      .when(withdrawContribution, ID, {})
      .then([{ stream, type: 'ContributionWithdrawn', data: { due: null, escalate: null } }]);
    const taken: Fact = { type: 'ContributionWithdrawn', data: { due: null, escalate: null } };
    expect(effectsOf([...facts, taken])).toEqual([]);
    expect(dates([...facts, taken])).toEqual([['contribution.submit', null]]);
    when([...facts, taken], { received: '2025-12-21T02:00:00.000Z' })
      .when(submitContribution, ID, { text })
      .then([{ stream, ...submitted({ received: '2025-12-21T02:00:00.000Z' }) }]);
  });

  test('the mark of one that came late stays through all of it', () => {
    const taken: Fact = { type: 'ContributionWithdrawn', data: { due: null, escalate: null } };
    const facts = [requested(), fellDue, late, back, submitted({ received: now, late: true }), taken];
    expect(fold(facts).context).toMatchObject({ late: true, wasLate: true, received: after });
  });

  test('its escalation is over: nobody takes note of what has come, nor of a file that cannot be opened', () => {
    const told: Fact = { type: 'ContributionEscalated', data: { leads: [uuid(0x71)] } };
    const proposed: Fact = { type: 'ContributionEscalationProposed', data: { leads: [uuid(0x71)] } };
    const file = submitted({ text: null, original: fileOf(wps), received: after, late: true });
    for (const step of [told, proposed]) {
      expect(owed([requested(), fellDue, step])).toHaveLength(2);
      expect(dates([requested(), fellDue, step, late, back])).toEqual([['contribution.submit', null]]);
      expect(dates([requested(), fellDue, step, file, quarantined])).toEqual([['contribution.submit', null]]);
    }
  });
});
