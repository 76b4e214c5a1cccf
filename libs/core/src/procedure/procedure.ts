import type { Json } from '@mouding/evidence';
import { kindOf } from '../stages/kinds.ts';
import type { StageKind } from '../stages/stage-kind.ts';
import { caseMachine } from './compile.ts';
import { Definition, isTogether, stageOf, stagesOf, type Stage } from './definition.ts';

/** A procedure that can run: its definition with every default written out, and the machine of its cases. */
export interface Procedure {
  readonly definition: Definition;
  readonly machine: ReturnType<typeof caseMachine>;
  /** A stage with its kind and its parameters. @throws Error for a stage that the definition does not have */
  stage(id: string): { readonly stage: Stage; readonly kind: StageKind<unknown>; readonly params: unknown };
}

/** What is wrong with a definition, each with the place in it, e.g. `steps[3].with.days`. */
export interface DefinitionFault {
  readonly at: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * Reads what a hospital wrote: the schema, then every stage's parameters by its kind, then its routes.
 * The definition that comes back has every default written out and is what gets hashed and published.
 */
export function readDefinition(
  written: unknown,
): { readonly definition: Definition } | { readonly faults: readonly DefinitionFault[] } {
  const parsed = Definition.safeParse(written);
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map(({ path, message }) => ({
        at: path.join('.'),
        zh: message,
        en: message,
      })),
    };
  const faults: DefinitionFault[] = [];
  const complete = (stage: Stage): Stage => {
    const { stage: done, faults: wrong } = completeStage(stage, parsed.data);
    faults.push(...wrong);
    return done;
  };
  const steps = parsed.data.steps.map((step) =>
    isTogether(step) ? { ...step, together: step.together.map(complete) } : complete(step),
  );
  faults.push(...repeated(parsed.data));
  return faults.length > 0 ? { faults } : { definition: { ...parsed.data, steps } };
}

function completeStage(
  stage: Stage,
  definition: Definition,
): { stage: Stage; faults: readonly DefinitionFault[] } {
  const kind = kindOf(stage.kind);
  if (!kind)
    return {
      stage,
      faults: [
        { at: stage.id, zh: `没有“${stage.kind}”这种环节`, en: `there is no stage kind ${stage.kind}` },
      ],
    };
  const params = kind.params.safeParse(stage.with);
  if (!params.success)
    return {
      stage,
      faults: params.error.issues.map(({ path, message }) => ({
        at: `${stage.id}.with.${path.join('.')}`,
        zh: message,
        en: message,
      })),
    };
  const full = { ...stage, with: params.data as { [key: string]: unknown } };
  return {
    stage: full,
    faults: [...unrouted(stage, kind), ...strayRoutes(stage, definition), ...unknownBody(full, definition)],
  };
}

const unrouted = (stage: Stage, kind: StageKind<unknown>): readonly DefinitionFault[] => [
  ...kind.outcomes
    .filter((outcome) => !(outcome in stage.then))
    .map((outcome) => ({
      at: `${stage.id}.then`,
      zh: `没有写明“${outcome}”之后到哪个环节`,
      en: `the outcome ${outcome} leads nowhere`,
    })),
  ...Object.keys(stage.then)
    .filter((outcome) => !kind.outcomes.includes(outcome))
    .map((outcome) => ({
      at: `${stage.id}.then`,
      zh: `这种环节没有“${outcome}”这个结果`,
      en: `this kind of stage never ends with ${outcome}`,
    })),
];

function strayRoutes(stage: Stage, definition: Definition): readonly DefinitionFault[] {
  const known = new Set([...definition.steps.map(({ id }) => id), 'end', 'again']);
  return Object.values(stage.then)
    .filter((next) => !known.has(next) && !insideGroup(definition, stage))
    .map((next) => ({ at: `${stage.id}.then`, zh: `没有“${next}”这个环节`, en: `there is no step ${next}` }));
}

const insideGroup = (definition: Definition, stage: Stage): boolean =>
  definition.steps.some((step) => isTogether(step) && step.together.some(({ id }) => id === stage.id));

function unknownBody(stage: Stage, definition: Definition): readonly DefinitionFault[] {
  const body = stage.with['body'];
  if (typeof body !== 'string' || body in definition.bodies) return [];
  return [
    { at: `${stage.id}.with.body`, zh: `没有“${body}”这个议事决策机构`, en: `there is no body ${body}` },
  ];
}

function repeated(definition: Definition): readonly DefinitionFault[] {
  const ids = [
    ...definition.steps.filter(isTogether).map(({ id }) => id),
    ...stagesOf(definition).map(({ id }) => id),
  ];
  return ids
    .filter((id, i) => ids.indexOf(id) !== i || id === 'end' || id === 'again' || id === 'absent')
    .map((id) => ({
      at: id,
      zh: `环节标识“${id}”重复或不可用`,
      en: `the id ${id} is used twice or reserved`,
    }));
}

/** Compiles a definition that {@link readDefinition} accepted. One compiled procedure serves all cases of its version. */
export function compileProcedure(definition: Definition): Procedure {
  const stage = (id: string): ReturnType<Procedure['stage']> => {
    const found = stageOf(definition, id);
    const kind = kindOf(found.kind);
    if (!kind) throw new Error(`no stage kind ${found.kind}`);
    return { stage: found, kind, params: kind.params.parse(found.with) };
  };
  const meanings = new Map(
    stagesOf(definition).map(({ id }) => {
      const { kind, params } = stage(id);
      return [id, kind.meaning(params)] as const;
    }),
  );
  const meaning = (id: string) => {
    const found = meanings.get(id);
    if (!found) throw new Error(`no stage ${id} in ${definition.id}`);
    return found;
  };
  return { definition, stage, machine: caseMachine(definition, meaning) };
}

/** The JSON that is hashed and published; the same definition gives the same bytes. */
export const definitionJson = (definition: Definition): Json =>
  JSON.parse(JSON.stringify(definition)) as Json;
