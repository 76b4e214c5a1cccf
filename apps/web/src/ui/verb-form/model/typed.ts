/** What somebody has typed or chosen so far, as it is kept in a draft: nothing of it need be right yet. */
export type Typed = string | undefined | readonly Typed[] | { readonly [name: string]: Typed };

export type TypedFields = { readonly [name: string]: Typed };

export const fieldsOf = (typed: Typed): TypedFields =>
  typeof typed === 'object' && !Array.isArray(typed) ? (typed as TypedFields) : {};

export const listOf = (typed: Typed): readonly Typed[] =>
  Array.isArray(typed) ? (typed as readonly Typed[]) : [];

export const wordsIn = (typed: Typed): string => (typeof typed === 'string' ? typed : '');

/** Whether anything at all was typed. */
export const isBlank = (typed: Typed): boolean =>
  typeof typed === 'object'
    ? Object.values(typed as TypedFields).every(isBlank)
    : typed === undefined || typed.trim() === '';

/** What a draft holds; a draft of another version that cannot be read is none. */
export function typedFrom(text: string): Typed {
  try {
    return text === '' ? undefined : (JSON.parse(text) as Typed);
  } catch {
    return undefined;
  }
}

/** The same with one value in the place of another, wherever it was chosen. */
export function replaced(typed: Typed, before: string, after: string): Typed {
  if (typeof typed !== 'object') return typed === before ? after : typed;
  if (Array.isArray(typed)) return (typed as readonly Typed[]).map((each) => replaced(each, before, after));
  return Object.fromEntries(
    Object.entries(typed as TypedFields).map(([name, each]) => [name, replaced(each, before, after)]),
  );
}
