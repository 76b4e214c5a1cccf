import { citedNow, type CitedPlace } from './cited-place.ts';

/** What stands behind a value that nobody has confirmed, in what is exported. */
const PENDING_MARK = '（待核）';

/**
 * The text with the mark behind every cited value that waits to be confirmed. For what is exported alone: the text of
 * the record stays as it is. A place that is lost or marked already gets none.
 */
export function markPending(text: string, places: readonly CitedPlace[]): string {
  const ends = places.flatMap((place) => {
    const { at, says } = citedNow(text, place, '');
    return at === null || says === null || says.endsWith(PENDING_MARK) ? [] : [at + says.length];
  });
  return [...new Set(ends)]
    .toSorted((a, b) => b - a)
    .reduce((marked, end) => (marked.startsWith(PENDING_MARK, end) ? marked : insert(marked, end)), text);
}

const insert = (text: string, at: number): string => text.slice(0, at) + PENDING_MARK + text.slice(at);
