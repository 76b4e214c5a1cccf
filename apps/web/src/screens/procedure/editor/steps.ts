import { isTogether, kindOf, stagesOf, type Definition, type Stage } from '@mouding/core';
import { blank, schemaOf, type Fields, type Schema } from '../../admin/form/schema.ts';

export type Step = Definition['steps'][number];
export type Group = Extract<Step, { readonly together: unknown }>;

/** Where a step leads when it went well: its first outcome, or all of it at once. */
export function forward(definition: Definition, step: Step): string {
  if (isTogether(step)) return step.then;
  const to = step.then[firstOutcome(definition, step) ?? ''] ?? 'end';
  return to === 'again' ? 'end' : to;
}

/** The outcome with which a case goes on. What was published has its outcomes in no order of meaning. */
function firstOutcome(definition: Definition, stage: Stage): string | undefined {
  return outcomesOf(definition, stage).find((outcome) => outcome in stage.then);
}

/** What the kind of a stage can end with, in this procedure; those that must lead somewhere first. */
export function outcomesOf(definition: Definition, stage: Stage): readonly string[] {
  const kind = kindOf(stage.kind);
  if (!kind) return Object.keys(stage.then);
  return [...kind.outcomes, ...(kind.outcomesIn?.(definition) ?? []), ...(kind.routable ?? [])];
}

const routed = (step: Step, change: (to: string) => string): Step => {
  if (isTogether(step)) return { ...step, then: change(step.then) };
  const then = Object.fromEntries(Object.entries(step.then).map(([outcome, to]) => [outcome, change(to)]));
  return { ...step, then };
};

const leading = (from: string, to: string) => (target: string) => (target === from ? to : target);

/** An id that nothing has; nobody reads it. */
function freshId({ steps }: Definition, base: string): string {
  const taken = new Set(
    steps.flatMap((s) => (isTogether(s) ? [s.id, ...s.together.map(({ id }) => id)] : [s.id])),
  );
  let n = 1;
  while (taken.has(`${base}-${n}`)) n++;
  return `${base}-${n}`;
}

/** What stage is wanted, and where. */
interface Wish {
  readonly kind: string;
  readonly title: string;
  readonly at: number;
}

/** A stage of a kind with everything that it must have; nothing leads to it yet. */
export function newStage(definition: Definition, { kind, title, at }: Wish): Stage {
  const id = freshId(definition, 'stage');
  const bare: Stage = { id, kind, title, with: newParams(definition, kind, at), then: {} };
  const must = [...(kindOf(kind)?.outcomes ?? []), ...(kindOf(kind)?.outcomesIn?.(definition) ?? [])];
  return { ...bare, then: Object.fromEntries(must.map((outcome) => [outcome, 'again'])) };
}

function newParams(definition: Definition, kind: string, at: number): Fields {
  const described = kindOf(kind)?.params;
  const { properties = {}, required = [] }: Schema = described ? schemaOf(described) : {};
  const known: Fields = {
    body: Object.keys(definition.bodies)[0],
    subject: subjectBefore(definition, at),
    authority: 'approve',
    // Whoever adds a meeting does not thereby hold every issue: that is said on purpose.
    binds: false,
    gate: stagesOf(definition).find((stage) => stage.kind.startsWith('meeting'))?.id,
  };
  const asked = Object.keys(properties).filter(
    (field) => required.includes(field) || ['subject', 'binds'].includes(field),
  );
  return Object.fromEntries(
    asked.flatMap((field) => {
      const value = known[field] ?? blank(properties[field] ?? {});
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

/** The text that the stages just before are about; the manuscript once it is being made. */
function subjectBefore({ steps }: Definition, at: number): unknown {
  const before = steps.slice(0, at).flatMap((step) => (isTogether(step) ? step.together : [step]));
  return before.reduce<unknown>(
    (last, { kind, with: params }) => (kind === 'compile@1' ? 'manuscript' : (params['subject'] ?? last)),
    'manuscript',
  );
}

/** Puts a step where another one stands: whoever led from before it to that one leads to it, and it leads on. */
export function insertStep(definition: Definition, at: number, step: Step): Definition {
  const { steps, ...rest } = definition;
  const next = steps[at]?.id ?? 'end';
  const before = steps
    .slice(0, at)
    .map((each, n) => (n === at - 1 ? routed(each, leading(next, step.id)) : each));
  return { ...rest, steps: [...before, onward(definition, step, next), ...steps.slice(at)] };
}

/** The step with its first outcome leading on. */
function onward(definition: Definition, step: Step, next: string): Step {
  if (isTogether(step)) return { ...step, then: next };
  const first = firstOutcome(definition, step);
  return first === undefined ? step : { ...step, then: { ...step.then, [first]: next } };
}

/** Takes a step out; whoever led to it leads to where it led. */
export function removeStep(definition: Definition, id: string): Definition {
  const { steps, ...rest } = definition;
  const gone = steps.find((step) => step.id === id);
  const to = gone ? forward(definition, gone) : 'end';
  const left = steps
    .filter((step) => step.id !== id)
    .map((step) => routed(step, leading(id, to === id ? 'end' : to)));
  return { ...rest, steps: left };
}

/** Moves a step over its neighbour. @param by -1 towards the beginning, 1 towards the end */
export function moveStep(definition: Definition, id: string, by: -1 | 1): Definition {
  const at = definition.steps.findIndex((step) => step.id === id);
  const step = definition.steps[at];
  const there = at + by;
  if (!step || there < 0 || there >= definition.steps.length) return definition;
  return insertStep(removeStep(definition, id), there, step);
}

/** Puts another stage in the place of one, in a group too. */
export const putStage = ({ steps, ...rest }: Definition, id: string, stage: Stage): Definition => ({
  ...rest,
  steps: steps.map((step) => {
    if (!isTogether(step)) return step.id === id ? stage : step;
    return { ...step, together: step.together.map((each) => (each.id === id ? stage : each)) };
  }),
});

/** 同时办理: a step and the one behind it run side by side. */
export function joinNext(definition: Definition, id: string): Definition {
  const { steps } = definition;
  const at = steps.findIndex((step) => step.id === id);
  const [one, two] = [steps[at], steps[at + 1]];
  if (!one || !two) return definition;
  const members = [one, two].flatMap((step) => (isTogether(step) ? step.together : [step]));
  const then = forward(definition, two);
  const kept = [one, two].find(isTogether);
  const group: Group = {
    id: kept?.id ?? freshId(definition, 'group'),
    title: kept?.title ?? members.map(({ title }) => title).join('、'),
    together: members.map((stage) => ({ ...stage, then: allTo(stage, then) })),
    then,
  };
  const joined = [...steps.slice(0, at), group, ...steps.slice(at + 2)];
  const within = (to: string): string => (to === one.id || to === two.id ? group.id : to);
  return { ...definition, steps: joined.map((step) => (step === group ? step : routed(step, within))) };
}

/** 依次办理: the stages of a group one behind the other. */
export function apart(definition: Definition, id: string): Definition {
  const { steps } = definition;
  const group = steps.find((step): step is Group => step.id === id && isTogether(step));
  if (!group) return definition;
  const inLine = group.together.map((stage, n) => ({
    ...stage,
    then: allTo(stage, group.together[n + 1]?.id ?? group.then),
  }));
  const first = inLine[0]?.id ?? 'end';
  return {
    ...definition,
    steps: steps.flatMap((step): readonly Step[] =>
      step === group ? inLine : [routed(step, leading(id, first))],
    ),
  };
}

const allTo = (stage: Stage, to: string): Stage['then'] =>
  Object.fromEntries(Object.keys(stage.then).map((outcome) => [outcome, to]));
