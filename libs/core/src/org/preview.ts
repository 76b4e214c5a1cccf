import { dayOf, startOfDay } from '../calendar.ts';
import type { Decision, Given, Known, Need } from '../decider.ts';
import { datedAct, DATED_VERBS } from './dated-acts.ts';
import { dayGiven, type Dated } from './dated.ts';
import { after } from './fall-due.ts';
import type { OrgState } from './org.ts';

/** What an act would do to the organisation on its day. */
export interface Foreseen {
  readonly decision: Decision;
  /** The organisation as it would stand then; as it stands where the act would be refused. */
  readonly then: OrgState;
  /** The law time from which it would count. */
  readonly at: string;
}

/** Verbs that {@link foresee} answers for. */
export const FORESEEN: readonly string[] = DATED_VERBS;

export const foreseenNeeds = (known: Known, verb: string, body: unknown): readonly Need[] =>
  datedAct(verb).needs(known, body);

/**
 * Computes what an act on the organisation would come to, by the same function that carries it out; nothing is recorded.
 * A day that lies ahead is taken as if it had come, with everybody where they are now.
 */
export function foresee(given: Given, verb: string, body: unknown): Foreseen {
  const day = dayGiven(body as Dated);
  const at = day === undefined || day === dayOf(given.now) ? given.now : startOfDay(day);
  const decision = datedAct(verb).carry(given, body, at, given.actor.person);
  return { decision, then: 'refusal' in decision ? given.org : after(given, decision.facts).org, at };
}
