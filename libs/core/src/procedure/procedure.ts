import type { Json } from '@mouding/evidence';
import { kindOf } from '../stages/kinds.ts';
import type { StageKind } from '../stages/stage-kind.ts';
import { classingOf, type Classing } from './classing.ts';
import { caseMachine } from './compile.ts';
import { Definition, isTogether, stageOf, stagesOf, type Stage } from './definition.ts';

/** A procedure that can run: its definition with every default written out, and the machine of its cases. */
export interface Procedure {
  readonly definition: Definition;
  readonly machine: ReturnType<typeof caseMachine>;
  /** Which decisions stand after a change of each class. */
  readonly classing: Classing;
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
  faults.push(...repeated(parsed.data), ...unclassed(parsed.data));
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
    faults: [
      ...unrouted(stage, outcomesOf(kind, definition), kind),
      ...strayRoutes(stage, definition),
      ...unknownBody(full, definition),
    ],
  };
}

/** What the stage may end with. Where the procedure names the outcomes, there must be some. */
const outcomesOf = (kind: StageKind<unknown>, definition: Definition): readonly string[] => [
  ...kind.outcomes,
  ...(kind.outcomesIn?.(definition) ?? []),
];

const unrouted = (
  stage: Stage,
  outcomes: readonly string[],
  { routable = [] }: StageKind<unknown>,
): readonly DefinitionFault[] => [
  ...(outcomes.length > 0
    ? []
    : [
        {
          at: 'amendments',
          zh: `环节“${stage.title}”需要程序规定修改的分类`,
          en: `the stage ${stage.id} needs the classes of changes (amendments)`,
        },
      ]),
  ...outcomes
    .filter((outcome) => !(outcome in stage.then))
    .map((outcome) => ({
      at: `${stage.id}.then`,
      zh: `没有写明“${outcome}”之后到哪个环节`,
      en: `the outcome ${outcome} leads nowhere`,
    })),
  ...Object.keys(stage.then)
    .filter((outcome) => ![...outcomes, ...routable].includes(outcome))
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

/** The classes of changes are told apart by their ids, and the rules about what was touched name one of them each. */
function unclassed({ amendments }: Definition): readonly DefinitionFault[] {
  if (!amendments) return [];
  const ids = amendments.classes.map(({ id }) => id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  const { numbers, headings, duties } = amendments;
  const unknown = Object.entries({ numbers, headings, duties }).filter(
    ([, id]) => id !== undefined && !ids.includes(id),
  );
  return [
    ...twice.map((id) => ({
      at: 'amendments.classes',
      zh: `修改的分类“${id}”重复`,
      en: `the class of changes ${id} is there twice`,
    })),
    ...unknown.map(([rule, id]) => ({
      at: `amendments.${rule}`,
      zh: `没有“${id}”这一类修改`,
      en: `there is no class of changes ${id}`,
    })),
  ];
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
  const classing = classingOf(definition, meaning);
  return { definition, stage, classing, machine: caseMachine(definition, classing) };
}

/** The JSON that is hashed and published; the same definition gives the same bytes. */
export const definitionJson = (definition: Definition): Json =>
  JSON.parse(JSON.stringify(definition)) as Json;
