/** What an entry may hold: integers below 2^53 are the only numbers; amounts, ratios and large ids travel as strings. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Lists and objects nest at most this deep, so that no reader needs a stack of unknown size. */
export const MAX_DEPTH = 32;

/** Thrown when a value has no canonical form in this format. It names the path, so that the writer can mend the command. */
export class NotCanonical extends Error {
  constructor(path: string, why: string) {
    super(`${path || '$'}: ${why}`);
  }
}

/**
 * The canonical form of RFC 8785 for the values of {@link Json}: keys sorted by UTF-16 code units, no white space,
 * the shortest escapes. Equal values give equal bytes on every machine, which is what a hash needs.
 *
 * @throws NotCanonical for a fraction, an integer beyond 2^53-1, a lone surrogate, U+0000, nesting beyond
 * {@link MAX_DEPTH}, `undefined` or anything else that is not JSON
 * @source RFC 8785 §3.2
 */
export function canonical(value: Json): string {
  return write(value, '', 0);
}

function write(value: Json, path: string, depth: number): string {
  if (typeof value === 'string') return text(value, path);
  if (typeof value === 'number') return integer(value, path);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null) return 'null';
  if (depth === MAX_DEPTH) throw new NotCanonical(path, `nested deeper than ${MAX_DEPTH}`);
  return isList(value) ? list(value, path, depth + 1) : object(value, path, depth + 1);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function list(items: readonly Json[], path: string, depth: number): string {
  // Array.from visits the holes of a sparse list, which map() would pass over.
  return `[${Array.from(items, (item, i) => write(item, `${path}[${i}]`, depth)).join(',')}]`;
}

function object(value: Json, path: string, depth: number): string {
  // `undefined` and functions arrive here too: types are no proof of what a caller parsed.
  if (!isPlain(value)) throw new NotCanonical(path, `${typeof value} has no canonical form`);
  // `<` compares UTF-16 code units, as RFC 8785 §3.2.3 asks; localeCompare would not.
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${text(key, path)}:${write(member, `${path}.${key}`, depth)}`);
  return `{${members.join(',')}}`;
}

function isPlain(value: Json): value is { readonly [key: string]: Json } {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function integer(value: number, path: string): string {
  if (!Number.isSafeInteger(value)) throw new NotCanonical(path, 'numbers are integers below 2^53');
  return Object.is(value, -0) ? '0' : String(value);
}

function text(value: string, path: string): string {
  if (!value.isWellFormed()) throw new NotCanonical(path, 'a lone surrogate cannot be encoded in UTF-8');
  if (value.includes('\u0000')) throw new NotCanonical(path, 'U+0000 ends a string in too many programs');
  return JSON.stringify(value);
}
