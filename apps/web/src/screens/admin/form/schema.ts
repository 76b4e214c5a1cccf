/** What the page reads of a JSON schema: the part that bodies of commands and parameters of stages use. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string | number | boolean;
  readonly properties?: { readonly [field: string]: Schema };
  readonly required?: readonly string[];
  readonly items?: Schema;
  /** Of a record: what each of its values is. */
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: Schema };
  readonly description?: string;
  readonly default?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

/** Something that knows its own schema, as the schemas of the core do. */
interface Describes {
  toJSONSchema(wish: { readonly io: 'input'; readonly unrepresentable: 'any' }): unknown;
}

/** What may be written where this is asked, with every reference put in its place. */
export function schemaOf(described: Describes): Schema {
  const schema = described.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as Schema;
  return inPlace(schema, schema.$defs ?? {});
}

const NAME = '#/$defs/';

function inPlace(schema: Schema, defs: NonNullable<Schema['$defs']>): Schema {
  const { $ref, ...own } = schema;
  const named = $ref === undefined ? undefined : defs[$ref.slice(NAME.length)];
  const whole: Schema = named ? { ...named, ...own } : schema;
  const { properties, items, additionalProperties: each, anyOf = whole.oneOf } = whole;
  return {
    ...whole,
    ...(properties ? { properties: mapped(properties, (each) => inPlace(each, defs)) } : {}),
    ...(items ? { items: inPlace(items, defs) } : {}),
    ...(typeof each === 'object' ? { additionalProperties: inPlace(each, defs) } : {}),
    ...(anyOf ? { anyOf: anyOf.map((each) => inPlace(each, defs)) } : {}),
  };
}

const mapped = (
  properties: NonNullable<Schema['properties']>,
  change: (each: Schema) => Schema,
): NonNullable<Schema['properties']> =>
  Object.fromEntries(Object.entries(properties).map(([field, each]) => [field, change(each)]));

/** Without the nothing that may stand in its place. */
export function present(schema: Schema): Schema {
  const variants = schema.anyOf?.filter(({ type }) => type !== 'null');
  const [only] = variants ?? [];
  if (!variants || !only) return schema;
  // A day, or an instant: people write days.
  const isOneKind = variants.every(({ type, const: value }) => type === 'string' && value === undefined);
  return variants.length === 1 || isOneKind
    ? { ...schema, anyOf: undefined, ...only }
    : { ...schema, anyOf: variants };
}

/** The variants among which a value is one; a single one is none. */
export const variantsOf = (schema: Schema): readonly Schema[] => schema.anyOf ?? [];

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a field begins with: its default, otherwise the emptiest thing that can be written in it. */
export function blank(schema: Schema): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  const [first] = variantsOf(schema);
  if (first) return blank(first);
  if (schema.type === 'object') return blankFields(schema);
  if (schema.type === 'array') return [];
  return schema.type === 'boolean' ? false : undefined;
}

const blankFields = ({ properties = {}, required = [] }: Schema): Fields =>
  Object.fromEntries(
    required.flatMap((field) => {
      const value = blank(properties[field] ?? {});
      return value === undefined ? [] : [[field, value]];
    }),
  );

/** What has to be said and may be nothing: it is nothing until somebody writes it. */
export const nothingIn = ({ properties = {}, required = [] }: Schema): Fields =>
  Object.fromEntries(
    required.flatMap((field) => (properties[field]?.default === null ? [[field, null]] : [])),
  );

/** Which of the variants a value is, by its fields; the first for what fits none. */
export function variantOf(variants: readonly Schema[], value: unknown): number {
  const found = variants.findIndex((variant) => isLike(variant, value));
  return Math.max(0, found);
}

function isLike(variant: Schema, value: unknown): boolean {
  if (variant.const !== undefined) return variant.const === value;
  if (!isFields(value)) return variant.type === typeof value;
  const { properties = {}, required = [] } = variant;
  return (
    required.every((field) => isConst(properties[field], value[field])) &&
    Object.keys(value).every((field) => field in properties) &&
    required.some((field) => field in value)
  );
}

const isConst = (schema: Schema | undefined, value: unknown): boolean =>
  schema?.const === undefined || schema.const === value;
