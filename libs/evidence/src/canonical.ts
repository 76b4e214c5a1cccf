/** What an entry may hold: integers below 2^53 are the only numbers; amounts, ratios and large ids travel as strings. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Lists and objects nest at most this deep, so that no reader needs a stack of unknown size. */
export const MAX_DEPTH = 32;

/** Thrown when a value has no canonical form in this format. It names the path, so that the writer can mend the command. */
export class NotCanonical extends Error {
  private readonly path: string;
  private readonly why: string;

  constructor(path: string, why: string) {
    super(`${path || '$'}: ${why}`);
    this.path = path;
    this.why = why;
  }

  /** The same trouble, seen from what holds the value at `step`. */
  within(step: string): NotCanonical {
    return new NotCanonical(step + this.path, this.why);
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
  return write(value, 0);
}

/**
 * Whether a text is the canonical form of what was parsed out of it.
 *
 * @throws NotCanonical when the value has no canonical form
 */
export function isCanonical(text: string, parsed: Json): boolean {
  // Nearly every text is known by its length, without being written again: see shortest().
  const escaped = text.includes('\\');
  const plain = text.isWellFormed() && !(escaped && text.includes('\\u'));
  return (plain && shortest(parsed, 0, escaped) === text.length) || canonical(parsed) === text;
}

/**
 * The length of the shortest text without \u that gives this value, where no other text that gives it is as short and
 * its members, read in the order of the text, are in canonical order. Then the canonical form is that shortest text: each
 * white space, member named twice, needless escape or other way to write a number makes a text longer. NaN where that
 * cannot be said: of numbers that an exponent would shorten (1e2), of names that objects put in an order of their own
 * (whole numbers), of members out of order, and of what has no canonical form.
 *
 * @param escaped whether its strings may need escapes
 */
function shortest(value: Json, depth: number, escaped: boolean): number {
  if (typeof value === 'string') return escaped ? JSON.stringify(value).length : value.length + 2;
  if (typeof value === 'number') return digits(value);
  if (typeof value === 'boolean' || value === null) return String(value).length;
  if (depth === MAX_DEPTH) return Number.NaN;
  return isList(value) ? shortestList(value, depth + 1, escaped) : shortestObject(value, depth + 1, escaped);
}

function digits(value: number): number {
  if (value >= 0 && value < 10 && Number.isInteger(value)) return 1;
  return Number.isSafeInteger(value) && value % 100 !== 0 ? String(value).length : Number.NaN;
}

function shortestList(items: readonly Json[], depth: number, escaped: boolean): number {
  // Two brackets, and a comma less than there are items.
  let length = Math.max(2, items.length + 1);
  for (const item of items) length += shortest(item, depth, escaped);
  return length;
}

const NINE = '9'.charCodeAt(0);

function shortestObject(value: { readonly [key: string]: Json }, depth: number, escaped: boolean): number {
  let length = 1;
  let before = '';
  let initialBefore = -1;
  for (const key in value) {
    // Mostly the first character tells, at a fraction of the price of comparing names or of a pattern.
    const initial = key.charCodeAt(0);
    if (!(initial > initialBefore) && key < before) return Number.NaN;
    if (initial <= NINE && /^\d+$/.test(key)) return Number.NaN;
    // The colon, and the comma or the brace behind it.
    length += shortest(key, depth, escaped) + 2 + shortest(value[key] as Json, depth, escaped);
    before = key;
    initialBefore = initial;
  }
  return length === 1 ? 2 : length;
}

function write(value: Json, depth: number): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return integer(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null) return 'null';
  if (depth === MAX_DEPTH) throw new NotCanonical('', `nested deeper than ${MAX_DEPTH}`);
  return isList(value) ? list(value, depth + 1) : object(value, depth + 1);
}

// Paths are put together on the way out of a failure: entries are written by the thousand, and nearly none fails.
function inside(step: () => string, error: unknown): unknown {
  return error instanceof NotCanonical ? error.within(step()) : error;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function list(items: readonly Json[], depth: number): string {
  let i = 0;
  try {
    let written = '';
    // By index, which visits the holes of a sparse list too.
    for (; i < items.length; i++) written += (i === 0 ? '' : ',') + write(items[i] as Json, depth);
    return `[${written}]`;
  } catch (error) {
    throw inside(() => `[${i}]`, error);
  }
}

function object(value: Json, depth: number): string {
  // `undefined` and functions arrive here too: types are no proof of what a caller parsed.
  if (!isPlain(value)) throw new NotCanonical('', `${typeof value} has no canonical form`);
  let members = '';
  // Without a comparer, sort() compares UTF-16 code units, as RFC 8785 §3.2.3 asks; localeCompare would not.
  for (const key of Object.keys(value).sort())
    members += `${members === '' ? '' : ','}${text(key)}:${member(value, key, depth)}`;
  return `{${members}}`;
}

function member(value: { readonly [key: string]: Json }, key: string, depth: number): string {
  try {
    return write(value[key] as Json, depth);
  } catch (error) {
    throw inside(() => `.${key}`, error);
  }
}

function isPlain(value: Json): value is { readonly [key: string]: Json } {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new NotCanonical('', 'numbers are integers below 2^53');
  return Object.is(value, -0) ? '0' : String(value);
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new NotCanonical('', 'a lone surrogate cannot be encoded in UTF-8');
  if (value.includes('\u0000')) throw new NotCanonical('', 'U+0000 ends a string in too many programs');
  return JSON.stringify(value);
}
