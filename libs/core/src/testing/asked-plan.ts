import { initial, step } from '../machine.ts';
import { contributionMachine, type ContributionState } from '../stages/collect/machine.ts';
import type { Fact } from '../stream.ts';
import { given, refOf, uuid } from './given.ts';
import { CASE, head, history, procedure, SURGERY } from './plan-case.ts';

export const ID = uuid(0x31);
export const stream = `contribution/${ID}` as const;
export const due = '2025-12-10T16:00:00.000Z';
export const plan = '外科发展规划';
export const text = refOf(plan);

export const requested = (data: object = {}): Fact => ({
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
export const cameIn = { text, original: null, carrier: null };
export const submitted: Fact = {
  type: 'ContributionSubmitted',
  data: { ...cameIn, received: '2025-12-01T02:00:00.000Z', late: false },
};
export const accepted: Fact = { type: 'ContributionAccepted', data: { text, original: null, late: false } };
export const escalate = '2025-12-11T00:00:00.000Z';
export const fellDue: Fact = { type: 'ContributionFellDue', data: { due, escalate, calendar: 'cn-2026' } };

export const past = (facts: readonly Fact[], parameters = {}) => ({
  history: { ...history('collect', { streams: { collect: [stream] } }), [stream]: facts },
  definitions: { plan: procedure({ collect: parameters }) },
});
export const when = (facts: readonly Fact[], setting: object = {}, parameters = {}) => {
  const { history: before, definitions } = past(facts, parameters);
  return given(before, { definitions, texts: [plan], actor: head(SURGERY), ...setting });
};
export const fold = (facts: readonly Fact[]): ContributionState =>
  facts.reduce(
    (state, fact) => step(contributionMachine, state, fact).state,
    initial(contributionMachine),
  ) as ContributionState;
