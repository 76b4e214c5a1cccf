import { initialTransition, transition, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import type { DeadlineParams, Effect, SendParams, SettleParams } from './effects.ts';
import type { Fact } from './stream.ts';

/** Thrown when a stored fact does not fit the state before it: the log was not written by these machines. */
export class IllFittingFact extends Error {}

export interface Step {
  readonly state: AnyMachineSnapshot;
  readonly effects: readonly Effect[];
}

/** The state of a stream that has no facts. */
export const initial = (machine: AnyStateMachine): AnyMachineSnapshot => initialTransition(machine)[0];

/**
 * The one reducer: a fact is an event of the machine, the next state is what XState says it is.
 *
 * @throws IllFittingFact when the machine cannot take the fact; XState itself would answer the same state in silence
 */
export function step(machine: AnyStateMachine, state: AnyMachineSnapshot, fact: Fact): Step {
  if (!state.can(fact)) throw new IllFittingFact(`${fact.type} does not fit ${JSON.stringify(state.value)}`);
  const [next, actions] = transition(machine, state, fact);
  return { state: next, effects: actions.flatMap(effectOf) };
}

/** The state alone, for folding. */
export const evolve = (machine: AnyStateMachine, state: AnyMachineSnapshot, fact: Fact): AnyMachineSnapshot =>
  step(machine, state, fact).state;

/** Actions come back as data; their parameters were typed where the machine was set up. */
function effectOf({ type, params }: { readonly type: string; readonly params: unknown }): readonly Effect[] {
  switch (type) {
    case 'deadline':
      return [{ type, params: params as DeadlineParams }];
    case 'settle':
      return [{ type, params: params as SettleParams }];
    case 'send':
      return [{ type, params: params as SendParams }];
    default:
      return [];
  }
}
