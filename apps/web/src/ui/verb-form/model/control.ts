import { labelFor, labelOfChoice, type Label } from './label.ts';
import { isParagraph, pickOf, type Pick, type Place } from './pick.ts';
import { plainOf, typeOf, type Defs, type Plain, type Shape } from './shape.ts';

/** How one value is asked for. */
export type Control =
  | { readonly kind: 'fixed'; readonly value: string }
  | { readonly kind: 'choice'; readonly field: string; readonly values: readonly string[] }
  | { readonly kind: 'either'; readonly ways: readonly Way[] }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly item: Control; readonly least: number }
  /** Key and value, line by line. */
  | { readonly kind: 'table'; readonly key: Control; readonly value: Control }
  | { readonly kind: 'number'; readonly least: number | null }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'day' }
  /** An instant; a day alone will do where `orDay`. */
  | { readonly kind: 'moment'; readonly orDay: boolean }
  | { readonly kind: 'file' }
  /** A text by its content; `asKey` where the schema takes it in one word. */
  | { readonly kind: 'text'; readonly asKey: boolean }
  | { readonly kind: 'words'; readonly long: boolean; readonly most: number | null }
  | { readonly kind: 'pick'; readonly of: Pick; readonly isNumber: boolean };

export interface Field {
  readonly name: string;
  readonly label: Label | null;
  readonly isNeeded: boolean;
  readonly control: Control;
}

/** One of several forms that a value may have. */
export interface Way {
  /** The code word by which it is told apart; null where only its fields tell. */
  readonly code: string | null;
  readonly control: Control;
}

const LONG = 200;

/** The control for a shape at its place. */
export function controlOf(shape: Shape, defs: Defs, place: Place): Control {
  const plain = plainOf(shape, defs);
  return named(plain) ?? several(plain, defs, place) ?? simple(plain, place) ?? whole(plain, defs, place);
}

/** Shapes of the house that have a control of their own. */
function named({ named: name }: Plain): Control | null {
  if (name === 'TextRef') return { kind: 'text', asKey: false };
  if (name === 'FileRef') return { kind: 'file' };
  return name === 'Day' ? { kind: 'day' } : null;
}

function several({ ways }: Plain, defs: Defs, place: Place): Control | null {
  if (ways.length === 0) return null;
  const plains = ways.map((way) => plainOf(way, defs));
  if (plains.some(({ format }) => format === 'date-time')) return { kind: 'moment', orDay: true };
  return {
    kind: 'either',
    ways: plains.map((plain, i) => ({ code: codeOf(plain), control: controlOf(ways[i] ?? {}, defs, place) })),
  };
}

/** The one value that a property of this form has, if it has one. */
function codeOf({ properties = {} }: Plain): string | null {
  const [only] = Object.values(properties).flatMap(({ enum: values, const: value }) =>
    value === undefined ? (values?.length === 1 ? values : []) : [value],
  );
  return typeof only === 'string' ? only : null;
}

function simple(plain: Plain, place: Place): Control | null {
  if (typeof plain.const === 'string') return { kind: 'fixed', value: plain.const };
  if (plain.enum) return chosen(plain.enum, place);
  const type = typeOf(plain);
  if (type === 'boolean') return { kind: 'yes-no' };
  if (type === 'integer' || type === 'number') return amount(plain, place);
  return type === 'string' ? written(plain, place) : null;
}

function chosen(values: readonly unknown[], { path }: Place): Control {
  const said = values.filter((value) => value !== null).map(String);
  const [only = ''] = said;
  return said.length === 1
    ? { kind: 'fixed', value: only }
    : { kind: 'choice', field: path.at(-1) ?? '', values: said };
}

function amount({ minimum, exclusiveMinimum }: Plain, place: Place): Control {
  if (isParagraph(place)) return { kind: 'pick', of: { from: 'paragraph' }, isNumber: true };
  const least = exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1;
  return { kind: 'number', least: least === undefined || least < -1e9 ? null : least };
}

const TEXT_KEY = '^(?:tree@1:)?';

function written(plain: Plain, place: Place): Control {
  const { format, pattern = '', maxLength } = plain;
  if (format === 'date') return { kind: 'day' };
  if (format === 'date-time') return { kind: 'moment', orDay: false };
  if (pattern.startsWith(TEXT_KEY)) return { kind: 'text', asKey: true };
  const pick = pickOf(plain, place);
  if (pick) return { kind: 'pick', of: pick, isNumber: false };
  return { kind: 'words', long: (maxLength ?? LONG) > LONG, most: maxLength ?? null };
}

function whole(plain: Plain, defs: Defs, place: Place): Control {
  if (typeOf(plain) === 'array')
    return {
      kind: 'list',
      item: controlOf(plain.items ?? {}, defs, place),
      least: plain.minItems ?? 0,
    };
  const { additionalProperties } = plain;
  if (typeof additionalProperties === 'object')
    return {
      kind: 'table',
      key: { kind: 'pick', of: { from: 'stage' }, isNumber: false },
      value: controlOf(additionalProperties, defs, place),
    };
  return { kind: 'group', fields: fieldsOf(plain, defs, place) };
}

function fieldsOf({ properties = {}, required = [] }: Plain, defs: Defs, place: Place): readonly Field[] {
  return Object.entries(properties).map(([name, shape]) => {
    const control = controlOf(shape, defs, { ...place, path: [...place.path, name] });
    const said = descriptionOf(shape, defs);
    const label =
      control.kind === 'choice' ? labelOfChoice(name, said, control.values) : labelFor(name, said);
    return { name, label, isNeeded: required.includes(name), control };
  });
}

/** What a text or an original is, is no name for a field: only what is said of the field itself counts. */
function descriptionOf(shape: Shape, defs: Defs): string | undefined {
  const { named: name, description } = plainOf(shape, defs);
  const own = [shape, ...(shape.allOf ?? [])].find((part) => part.description !== undefined)?.description;
  return name === null || !GENERAL.has(name) ? description : own;
}

const GENERAL: ReadonlySet<string> = new Set(['TextRef', 'FileRef', 'Day', 'NodeId', 'Id', 'Instant']);

/** Whether nothing has to be said: it is meant, and that is enough. */
export const asksNothing = (control: Control): boolean =>
  control.kind === 'group' && control.fields.length === 0;
