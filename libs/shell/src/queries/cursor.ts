import { ProblemError } from '../problem/problem-error.ts';

/** A place in a list as an opaque text. */
export const cursorOf = (place: string): string => Buffer.from(place).toString('base64url');

/** The place that a cursor stands for. @throws ProblemError for a text that is no cursor of ours */
export function placeOf(cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  if (cursorOf(place) !== cursor)
    throw new ProblemError('invalid-query', {
      errors: [{ pointer: '/cursor', said: { zh: '翻页标记无效', en: 'not a cursor of this list' } }],
    });
  return place;
}

export interface Page<T> {
  readonly items: T[];
  readonly page: { readonly next: string | null; readonly hasNext: boolean };
}

/** One page of a list that is in order by a unique key. */
export function pageAfter<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Page<T> {
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const from = after === undefined ? 0 : rows.findIndex((row) => keyOf(row) === after) + 1;
  // The row that the cursor names may be gone meanwhile; the list then starts again rather than losing rows.
  const items = rows.slice(from, from + limit);
  const last = items.at(-1);
  const hasNext = from + limit < rows.length;
  return { items, page: { next: hasNext && last ? cursorOf(keyOf(last)) : null, hasNext } };
}
