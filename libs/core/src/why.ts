import type { Capacity } from './capacity.ts';
import type { Command, Decision, Known } from './decider.ts';
import { givenFrom, knownFrom, type Loaded, type Moment } from './given.ts';
import { permit } from './policy/permit.ts';
import { notNow, type Notice, type Refusal } from './refusal.ts';
import type { Kind } from './stream.ts';

/** What would come of asking: it is allowed, in which capacity and with what showing; or the rule that refuses it. */
export type Why =
  | { readonly allowed: true; readonly as: Capacity; readonly notices: readonly Notice[] }
  | { readonly allowed: false; readonly as: Capacity | null; readonly refusal: Refusal };

/** A command aimed at one stream, by whoever holds these capacities. */
export interface Question {
  readonly command: Command<Kind, unknown>;
  readonly id: string;
  readonly body: unknown;
  readonly held: readonly Capacity[];
}

/**
 * What would come of asking this now: the policy, the machine and the decision itself, and nothing of it is kept. What
 * `needs` of the command names must be loaded.
 *
 * @throws NotNeeded when it is not
 */
export function why(loaded: Loaded, question: Question, momentOf: (actor: Capacity) => Moment): Why {
  const { command, id, body } = question;
  const known = knownFrom(loaded);
  const leave = permit(command.verb, command.on, id, question.held, known);
  if ('refusal' in leave) return { allowed: false, as: null, refusal: leave.refusal };
  const { decision, as } = decideIn(leave.capacities, (actor) =>
    command.decide(givenFrom(loaded, momentOf(actor)), id, body),
  );
  if ('refusal' in decision) return { allowed: false, as, refusal: decision.refusal };
  return { allowed: true, as, notices: decision.notices ?? [] };
}

/** Asks in one capacity after the other until one fits; when none does, the first one's refusal stands. */
export function decideIn(
  [preferred, ...others]: readonly [Capacity, ...Capacity[]],
  ask: (capacity: Capacity) => Decision,
): { readonly decision: Decision; readonly as: Capacity } {
  const first = { decision: ask(preferred), as: preferred };
  if (!('refusal' in first.decision)) return first;
  for (const as of others) {
    const decision = ask(as);
    if (!('refusal' in decision)) return { decision, as };
  }
  return first;
}

/**
 * As much as can be said before it is known what would be sent: whether the policy lets it be asked, and whether the
 * stream stands where it can be asked at all; null when it depends on what is sent.
 */
export function whyWithoutBody(known: Known, { command, id, held }: Omit<Question, 'body'>): Why | null {
  const { verb, on, during } = command;
  const leave = permit(verb, on, id, held, known);
  if ('refusal' in leave) return { allowed: false, as: null, refusal: leave.refusal };
  const status = String(known.state(on, id)?.value ?? 'absent');
  if (!during || during.includes(status)) return null;
  const refusal = notNow(
    'state.not-now',
    '此事项目前所处的状态不能这样办理',
    'This cannot be done in the state in which it stands',
    { status, during: [...during] },
  );
  return { allowed: false, as: leave.capacities[0], refusal };
}
