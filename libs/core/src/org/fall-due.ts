import { record, type Command, type Decision, type Given, type Known, type Recorded } from '../decider.ts';
import { evolve } from '../machine.ts';
import { streamName } from '../stream.ts';
import { endingActing } from './appoint-acting.ts';
import { endingAuditAccess } from './audit-access.ts';
import { datedAct } from './dated-acts.ts';
import type { Planned } from './dated.ts';
import { endingDelegations } from './delegation.ts';
import { orgMachine, type OrgState } from './org.ts';
import { vacating } from './posts.ts';

/**
 * A day of the organisation has come: terms, 主持工作 and delegations that end then, and what was planned for it, in
 * this order, so that a successor comes into a post that is empty. Everything counts from its own day, however late the
 * clock finds it.
 */
export const orgFallDue: Command<'org', { due: string }> = {
  verb: 'org.fall-due',
  on: 'org',
  concurrent: true,
  needs: (known, id, { due }) => [
    { write: streamName('org', id) },
    ...plannedFor(known, due).flatMap(({ verb, body }) => datedAct(verb).needs(known, body)),
  ],
  decide: (given, _, { due }) => ({
    facts: inTurn(given, due, [terms, actings, delegations, letters, plans]),
  }),
};

type Step = (given: Given, due: string) => readonly Recorded[];

/** Each step finds the organisation as the step before it leaves it. */
export function inTurn(given: Given, due: string, steps: readonly Step[]): readonly Recorded[] {
  const [step, ...rest] = steps;
  if (!step) return [];
  const facts = step(given, due);
  return [...facts, ...inTurn(after(given, facts), due, rest)];
}

/** What a decision would find once these facts of the organisation stand. */
export const after = (given: Given, facts: readonly Recorded[]): Given => ({
  ...given,
  org: facts
    .filter(({ stream }) => stream === streamName('org', given.institution))
    .reduce((org, { fact }) => evolve(orgMachine, org, fact) as OrgState, given.org),
});

const terms: Step = (given, due) =>
  given.org.context.posts
    .filter(({ holder }) => holder?.term === due)
    .flatMap((post) => vacating(given, post, due, { reason: 'term' }));

const actings: Step = (given, due) =>
  given.org.context.actings
    .filter(({ until, ended }) => ended === null && until === due)
    .flatMap(({ post }) => endingActing(given, post, due, 'expired'));

const delegations: Step = (given, due) =>
  endingDelegations(given, ({ until }) => until === due, due, 'expired');

const letters: Step = endingAuditAccess;

const plannedFor = ({ org }: Pick<Known, 'org'>, due: string): readonly Planned[] =>
  org.context.planned.filter(({ at, waits }) => waits === 'day' && at === due);

const ORDER = ['org.vacate-post', 'org.appoint-acting', 'org.fill-post', 'org.delegate'];

/** Whoever leaves, leaves before somebody comes. */
const plans: Step = (given, due) =>
  inTurn(
    given,
    due,
    plannedFor(given, due)
      .toSorted((a, b) => ORDER.indexOf(a.verb) - ORDER.indexOf(b.verb))
      .map((planned) => (now: Given) => carriedOut(now, planned)),
  );

function carriedOut(given: Given, planned: Planned): readonly Recorded[] {
  const { act } = planned;
  const decision = effectOf(given, planned);
  const stream = streamName('org', given.institution);
  if ('refusal' in decision) {
    const { rule, said } = decision.refusal;
    return [record(stream, { type: 'PlannedActLapsed', data: { act, rule, said: { ...said } } })];
  }
  const data = { act, how: 'day', confirmer: null } as const;
  return [...decision.facts, record(stream, { type: 'PlannedActCarriedOut', data })];
}

/** What a planned act comes to, with ids of its own. */
export const effectOf = (given: Given, { act, verb, body, at, by }: Planned): Decision =>
  datedAct(verb).carry({ ...given, id: (name) => given.id(`${act} ${name}`) }, body, at, by);
