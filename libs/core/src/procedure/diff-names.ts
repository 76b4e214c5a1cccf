import { stagesOf, type Definition } from './definition.ts';

/** The title of a step that a route names. */
export function stepTitle({ steps }: Definition, id: string): string {
  if (id === 'end') return '办结';
  if (id === 'again') return '本环节再次办理';
  return steps.find((step) => step.id === id)?.title ?? id;
}

export const stageTitle = (definition: Definition, id: string): string =>
  stagesOf(definition).find((stage) => stage.id === id)?.title ?? id;

const bodyTitle = ({ bodies }: Definition, key: string): string => bodies[key]?.title ?? key;

/** Parameters of a stage that name another stage of the procedure. */
const STAGES = ['gate', 'gates', 'keeps', 'renews'];

/** The parameters of a stage with bodies and stages under their titles: a reader does not know their ids. */
export const namedParams = (definition: Definition, params: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(params).map(([field, value]) => [field, named(definition, field, value)]),
  );

function named(definition: Definition, field: string, value: unknown): unknown {
  if (field === 'body' && typeof value === 'string') return bodyTitle(definition, value);
  if (STAGES.includes(field)) return titled(definition, value);
  if (field === 'again' && typeof value === 'object' && value !== null && 'then' in value)
    return { ...value, then: bodyTitle(definition, String(value.then)) };
  return value;
}

const titled = (definition: Definition, value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((id) => stageTitle(definition, String(id)))
    : stageTitle(definition, String(value));
