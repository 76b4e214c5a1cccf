/** What the body of a command looks like, as JSON Schema, as far as a form needs it. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: { readonly [name: string]: Shape };
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly $ref?: string;
}

/** Shapes by the name under which others refer to them. */
export type Defs = { readonly [name: string]: Shape };

/** A shape with what it refers to put in its place; `named` is the first name that it went through. */
export interface Plain extends Shape {
  readonly named: string | null;
  /** More than one kind of value that it may be, null aside. */
  readonly ways: readonly Shape[];
}

const nameOf = (ref: string): string => ref.split('/').at(-1) ?? '';

/**
 * Follows references, joins what must hold together and leaves out null. The description that stands nearest to the
 * field is kept, since it says what the value is for there.
 */
export function plainOf(shape: Shape, defs: Defs): Plain {
  const { $ref, allOf, anyOf, oneOf, ...own } = shape;
  if ($ref !== undefined) {
    const name = nameOf($ref);
    return { ...plainOf(defs[name] ?? {}, defs), ...own, named: name };
  }
  if (allOf) {
    const parts = allOf.map((part) => plainOf(part, defs));
    return Object.assign({ named: null, ways: [] }, ...parts, own) as Plain;
  }
  const ways = (anyOf ?? oneOf ?? []).filter(({ type }) => type !== 'null');
  const [only] = ways;
  if (ways.length === 1 && only) return { ...plainOf(only, defs), ...own };
  return { ...own, named: null, ways };
}

/** The kind of a value, null aside. */
export const typeOf = ({ type }: Shape): string =>
  typeof type === 'string' ? type : (type?.find((each) => each !== 'null') ?? '');

/** Whether null is one of its values. */
export const mayBeNothing = ({ type, anyOf, oneOf }: Shape): boolean =>
  (Array.isArray(type) && type.includes('null')) || (anyOf ?? oneOf ?? []).some((way) => way.type === 'null');
