import type { Capacity } from '../capacity.ts';
import { initial, step } from '../machine.ts';
import { contributionRows } from '../stages/collect/contribution.ts';
import { contributionMachine, type ContributionState } from '../stages/collect/machine.ts';
import type { Fact } from '../stream.ts';
import { fileOf, given, refOf, uuid } from './given.ts';
import { CASE, head, history, procedure, SURGERY } from './plan-case.ts';

export const ID = uuid(0x31);
export const stream = `contribution/${ID}` as const;
export const due = '2025-12-10T16:00:00.000Z';
export const early = '2025-12-01T02:00:00.000Z';
export const after = '2025-12-10T16:00:03.000Z';
export const text = refOf('外科发展规划');
export const [wps, docx] = ['外科规划.wps', '外科规划.docx'];
export const director: Capacity = {
  as: 'office-director',
  person: uuid(0x91),
  post: uuid(0x92),
  department: null,
};
export const office: Capacity = { as: 'office', person: uuid(0x93), post: uuid(0x94), department: null };

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
export const submitted = (data: object = {}): Fact => ({
  type: 'ContributionSubmitted',
  data: { text, original: null, received: early, late: false, carrier: null, ...data },
});
export const late = submitted({ received: after, late: true });
export const none = (data: object = {}): Fact => ({
  type: 'ContributionNoneReported',
  data: { received: early, late: false, carrier: null, ...data },
});
export const fellDue: Fact = {
  type: 'ContributionFellDue',
  data: { due, escalate: '2025-12-11T00:00:00.000Z' },
};
export const accepted: Fact = { type: 'ContributionAccepted', data: { text, original: null, late: false } };
export const quarantined: Fact = {
  type: 'ContributionQuarantined',
  data: { text: null, original: fileOf(wps), cause: 'not-converted' },
};

export const when = (facts: readonly Fact[], setting: object = {}) =>
  given(
    { ...history('collect', { streams: { collect: [stream] } }), [stream]: facts },
    {
      definitions: { plan: procedure() },
      texts: ['外科发展规划'],
      files: [wps, docx],
      actor: head(SURGERY),
      ...setting,
    },
  );
export const fold = (facts: readonly Fact[]): ContributionState =>
  facts.reduce(
    (state, fact) => step(contributionMachine, state, fact).state,
    initial(contributionMachine),
  ) as ContributionState;
export const effectsOf = (facts: readonly Fact[]) => {
  const last = facts.at(-1);
  if (!last) return [];
  return step(contributionMachine, fold(facts.slice(0, -1)), last).effects;
};
export const statusOf = (facts: readonly Fact[]) => contributionRows(ID, fold(facts)).item?.status;
export const sealedIn = ({ decision }: { decision: unknown }) =>
  (decision as { facts: readonly { sealed?: unknown }[] }).facts[0]?.sealed;
