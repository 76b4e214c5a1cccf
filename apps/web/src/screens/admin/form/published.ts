import { mayBeNothing, plainOf, typeOf, type Defs, type Shape } from '../../../ui/verb-form/model/shape.ts';
import type { Schema } from './schema.ts';

/**
 * The published shape as these forms read it: every reference in its place, without null, a single value as a constant.
 * A field that may be nothing begins as nothing.
 */
export function schemaFrom(shape: Shape, defs: Defs): Schema {
  const plain = plainOf(shape, defs);
  const { items, properties, additionalProperties: each, ways } = plain;
  return {
    ...valuesOf(plain),
    ...limitsOf(plain),
    ...(plain.type === undefined ? {} : { type: typeOf(plain) }),
    ...(items ? { items: schemaFrom(items, defs) } : {}),
    ...(typeof each === 'object' ? { additionalProperties: schemaFrom(each, defs) } : {}),
    ...(ways.length > 0 ? { anyOf: ways.map((way) => schemaFrom(way, defs)) } : {}),
    ...(properties ? { properties: mapped(properties, (field) => fieldFrom(field, defs)) } : {}),
  };
}

const fieldFrom = (field: Shape, defs: Defs): Schema => ({
  ...(mayBeNothing(field) ? { default: null } : {}),
  ...schemaFrom(field, defs),
});

const mapped = (
  properties: NonNullable<Shape['properties']>,
  change: (each: Shape) => Schema,
): NonNullable<Schema['properties']> =>
  Object.fromEntries(Object.entries(properties).map(([field, each]) => [field, change(each)]));

function valuesOf({ const: own, enum: values }: Shape): Schema {
  const all = (own === undefined ? (values ?? []) : [own]).flatMap((value) =>
    typeof value === 'string' ? [value] : [],
  );
  const [only] = all;
  if (only === undefined) return {};
  return all.length === 1 ? { const: only } : { enum: all };
}

/** What is said of a field besides its kind. */
function limitsOf(shape: Shape): Schema {
  const { required, description, default: begin, format, minimum, maximum, maxLength, maxItems } = shape;
  const said = { required, description, default: begin, format, minimum, maximum, maxLength, maxItems };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
