import { streamName, type Refusal, type StreamName } from '@mouding/core';
import type { Attempt } from './attempt.ts';
import type { Decided } from './writing.ts';

/** Where refusals of a case go; what belongs to no case goes to the institution's own. */
export const refusalStreamOf = (trial: Attempt): StreamName<'refusal'> =>
  streamName('refusal', caseOf(trial) ?? caseNamed(trial) ?? trial.asking.institution);

/** The case that the stream serves. */
function caseOf({ world, target }: Attempt): string | null {
  const { of, state } = world.folded.get(streamName(target.command.on, target.id)) ?? {};
  return of && state ? (of.rows(target.id, state).item?.case ?? null) : null;
}

/** The case that a command names which makes something in it. */
function caseNamed({ world, asking }: Attempt): string | null {
  const { case: named } = asking.body as { case?: unknown };
  return typeof named === 'string' && world.version(streamName('case', named)) > 0 ? named : null;
}

/** The fact that an act was refused: the rule and what decided, not the sentence and not what was sent. */
export function refused(
  { target, asking }: Attempt,
  stream: StreamName,
  { because, rule, facts }: Refusal,
): Decided {
  const data = { verb: asking.verb, target: streamName(target.command.on, target.id), because, rule, facts };
  return { facts: [{ stream, fact: { type: 'ActRefused', data } }] };
}
