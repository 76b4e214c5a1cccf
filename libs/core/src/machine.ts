import {
  createActor,
  initialTransition,
  type AnyActor,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import type { DeadlineParams, Effect, SendParams, SettleParams } from './effects.ts';
import type { Fact } from './stream.ts';

/** Thrown when a stored fact does not fit the state before it: the log was not written by these machines. */
export class IllFittingFact extends Error {}

export interface Step {
  readonly state: AnyMachineSnapshot;
  readonly effects: readonly Effect[];
}

/** What is made of a machine once and serves every stream of its kind. */
interface Prepared {
  /** XState computes nothing without an actor to name; this one is never started. */
  readonly self: AnyActor;
  readonly initial: AnyMachineSnapshot;
}

const prepared = new WeakMap<AnyStateMachine, Prepared>();

function preparedFor(machine: AnyStateMachine): Prepared {
  const made = prepared.get(machine) ?? {
    self: createActor(machine),
    initial: initialTransition(machine)[0],
  };
  prepared.set(machine, made);
  return made;
}

/** The state of a stream that has no facts. */
export const initial = (machine: AnyStateMachine): AnyMachineSnapshot => preparedFor(machine).initial;

/**
 * The one reducer: a fact is an event of the machine, the next state is what XState says it is.
 *
 * @throws IllFittingFact when the machine cannot take the fact; XState itself would answer the same state in silence
 */
export function step(machine: AnyStateMachine, state: AnyMachineSnapshot, fact: Fact): Step {
  const effects: Effect[] = [];
  const next = moved(machine, state, fact, (effect) => effects.push(effect));
  // Whatever takes a fact makes another state or has effects; only of the rest it must be asked.
  if (next === state && effects.length === 0 && !state.can(fact))
    throw new IllFittingFact(`${fact.type} does not fit ${JSON.stringify(state.value)}`);
  return { state: next, effects };
}

/** XState's `transition`, which would make an actor and its initial state anew for each fact. */
function moved(
  machine: AnyStateMachine,
  state: AnyMachineSnapshot,
  fact: Fact,
  hear: (effect: Effect) => void,
): AnyMachineSnapshot {
  const { self } = preparedFor(machine);
  return machine.transition(state, fact, {
    self,
    system: self.system,
    id: self.id,
    sessionId: self.sessionId,
    logger: () => {},
    defer: () => {},
    emit: () => {},
    stopChild: () => {},
    actionExecutor: (action) => effectOf(action, hear),
  });
}

/** The state alone, for folding. */
export const evolve = (machine: AnyStateMachine, state: AnyMachineSnapshot, fact: Fact): AnyMachineSnapshot =>
  step(machine, state, fact).state;

/** Actions come back as data; their parameters were typed where the machine was set up. */
function effectOf(
  { type, params }: { readonly type: string; readonly params: unknown },
  hear: (effect: Effect) => void,
): void {
  if (type === 'deadline') hear({ type, params: params as DeadlineParams });
  else if (type === 'settle') hear({ type, params: params as SettleParams });
  else if (type === 'send') hear({ type, params: params as SendParams });
}
