import {
  compileProcedure,
  isTogether,
  readDefinition,
  stagesOf,
  type Definition,
  type Procedure,
  type Stage,
} from '@mouding/core';

type Step = Definition['steps'][number];

/** Compiles what was made of a shipped procedure. @throws Error when it is no definition any more */
export function compiled(written: unknown): Procedure {
  const read = readDefinition(written);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return compileProcedure(read.definition);
}

/** Every stage without whose yes its subject is not issued. */
export function gatesOf(definition: Definition): readonly Stage[] {
  const { stage } = compileProcedure(definition);
  return stagesOf(definition).filter(({ id }) => {
    const { kind, params } = stage(id);
    return kind.meaning(params).binds;
  });
}

/** The procedure without one of its steps: whatever led there leads where its yes leads. */
export function without(definition: Definition, gate: Stage): Definition {
  const { stage } = compileProcedure(definition);
  const { kind, params } = stage(gate.id);
  const next = gate.then[kind.meaning(params).approving[0] ?? ''] ?? 'end';
  const around = (to: string): string => (to === gate.id ? next : to);
  const rerouted = (one: Stage): Stage => ({
    ...one,
    then: Object.fromEntries(Object.entries(one.then).map(([outcome, to]) => [outcome, around(to)])),
  });
  const step = (one: Step): Step =>
    isTogether(one)
      ? { ...one, together: one.together.map(rerouted), then: around(one.then) }
      : rerouted(one);
  const rest = definition.steps.filter(({ id }) => id !== gate.id).map(step);
  const first = definition.steps[0]?.id === gate.id ? next : definition.steps[0]?.id;
  return {
    ...definition,
    steps: [...rest.filter(({ id }) => id === first), ...rest.filter(({ id }) => id !== first)],
  };
}

/** The procedure with one stage changed in its parameters or its routes. */
export function restaged(
  definition: Definition,
  id: string,
  change: (stage: Stage) => Partial<Stage>,
): Definition {
  const steps = definition.steps.map((step) =>
    !isTogether(step) && step.id === id ? { ...step, ...change(step) } : step,
  );
  return { ...definition, steps };
}

/** The procedure in which one gate still decides and nothing depends on it. */
export const unbound = (definition: Definition, gate: Stage): Definition =>
  restaged(definition, gate.id, ({ kind, with: params }) => ({
    with: { ...params, ...(kind === 'file@1' ? { authority: 'none' } : { binds: false }) },
  }));

/** The procedure in which one class of changes no longer asks for a gate. */
export const classedWithout = (definition: Definition, of: string, gate: string): Definition => ({
  ...definition,
  amendments: {
    ...definition.amendments,
    classes: (definition.amendments?.classes ?? []).map((one) =>
      one.id === of ? { ...one, gates: one.gates.filter((asked) => asked !== gate) } : one,
    ),
  },
});

/** The procedure in which the text is changed after an answer as at any time, and nobody classes the change. */
export const unclassed = (definition: Definition): Definition =>
  restaged(definition, 'amendment', () => ({ kind: 'revise@1', with: {}, then: { revised: 'authority' } }));
