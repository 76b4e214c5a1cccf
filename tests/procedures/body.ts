import { bodyOf } from '@mouding/core';
import { z } from 'zod';

/** What a schema says of a value, as JSON Schema, as far as it is needed to make one. */
interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: { readonly [name: string]: Shape };
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: Shape };
  readonly prefixItems?: readonly Shape[];
  readonly propertyNames?: Shape;
}

/** Values that stand for every field of this name: ids of the scene, its texts. */
export type Names = { readonly [name: string]: unknown };

/** A body that the schema of the verb takes, with the values of the scene where a field has their name. */
export function validBody(verb: string, names: Names): unknown {
  const schema = bodyOf(verb);
  if (!schema) return null;
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  return schema.parse(valueOf(shape, { defs: shape.$defs ?? {}, names }));
}

interface Making {
  readonly defs: { readonly [name: string]: Shape };
  readonly names: Names;
}

function valueOf(shape: Shape, making: Making): unknown {
  if (shape.$ref) return valueOf(making.defs[shape.$ref.split('/').at(-1) ?? ''] ?? {}, making);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.allOf) return Object.assign({}, ...shape.allOf.map((part) => valueOf(part, making)));
  const kind = kindOf(shape);
  return kind === shape ? plain(shape, making) : valueOf(kind, making);
}

/** The first of several kinds that is more than nothing. */
function kindOf(shape: Shape): Shape {
  const kinds = shape.anyOf ?? shape.oneOf ?? [shape];
  return kinds.find(({ type }) => type !== 'null') ?? shape;
}

const PLAIN: { readonly [type: string]: (shape: Shape, making: Making) => unknown } = {
  object: objectOf,
  array: ({ minItems = 0, items = {} }, making) =>
    Array.from({ length: minItems }, () => valueOf(items, making)),
  integer: leastOf,
  number: leastOf,
  boolean: () => true,
  null: () => null,
};

const plain = (shape: Shape, making: Making): unknown => (PLAIN[shape.type ?? ''] ?? textOf)(shape, making);

function leastOf({ minimum, exclusiveMinimum = 0 }: Shape): number {
  return minimum ?? exclusiveMinimum + 1;
}

/** Every field that must be there, and those that the scene has a value for. */
function objectOf({ properties = {}, required = [] }: Shape, making: Making): object {
  const { names } = making;
  const wanted = Object.keys(properties).filter((name) => required.includes(name) || name in names);
  return Object.fromEntries(
    wanted.map((name) => [name, name in names ? names[name] : valueOf(properties[name] ?? {}, making)]),
  );
}

const FORMATS: { readonly [format: string]: string } = {
  uuid: '00000000-0000-4000-8000-00000000ffff',
  date: '2026-01-05',
  'date-time': '2026-01-05T02:00:00.000Z',
  base64: `${'A'.repeat(43)}=`,
};

/** Texts for what a pattern of the house begins with. */
const PATTERNS: readonly (readonly [begins: string, text: string])[] = [
  ['^[0-9a-f]{64}', 'f'.repeat(64)],
  ['^(?:tree@1:)?[0-9a-f]{64}', 'f'.repeat(64)],
  ['^n[0-9a-z]', 'n00000000ff'],
  ['^(?:all|', 'all'],
  ['^[a-z', 'other'],
  ['^(case|', 'case/00000000-0000-4000-8000-00000000ffff'],
  ['^(opinion|', 'opinion/00000000-0000-4000-8000-00000000ffff'],
  [String.raw`^meeting\/`, 'meeting/00000000-0000-4000-8000-00000000ffff'],
];

function textOf({ format = '', pattern = '', minLength = 1 }: Shape): string {
  const found = PATTERNS.find(([begins]) => pattern.startsWith(begins));
  return FORMATS[format] ?? found?.[1] ?? '文'.repeat(minLength);
}
