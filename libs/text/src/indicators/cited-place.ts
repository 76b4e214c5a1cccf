import { compareValues } from './compare-values.ts';
import { readValue, type Around } from './read-value.ts';

/** A value where a text cites an indicator, kept so that it is found again: the words themselves, and those around. */
export interface CitedPlace {
  readonly quote: string;
  /** Up to some twenty characters before and behind, in the same node. */
  readonly before: string;
  readonly after: string;
}

/** What stands there now, and whether it says the figure. unclear: nobody can tell from the two writings. */
export interface CitedNow {
  readonly says: string | null;
  readonly at: number | null;
  readonly state: 'same' | 'other' | 'unclear' | 'lost';
}

/** Characters that a value may have: what stands between the words around may have been replaced by so many. */
const LONGEST = 24;

/**
 * Looks for the place again in the text of its node. Where the value was rewritten the words around it tell; where
 * nothing tells, or more than one place could be meant, it is lost, and never guessed.
 */
export function citedNow(text: string, place: CitedPlace, figure: string, around: Around = {}): CitedNow {
  const found = locate(text, place);
  if (!found) return { says: null, at: null, state: 'lost' };
  return { ...found, state: agreementOf(found.says, figure, around) };
}

function agreementOf(says: string, figure: string, around: Around): CitedNow['state'] {
  if (says === figure) return 'same';
  const [there, here] = [readValue(says, around), readValue(figure, around)];
  if (!there || !here) return 'unclear';
  const found = compareValues(there, here);
  if (found === 'unclear') return 'unclear';
  return found === 'equal' ? 'same' : 'other';
}

type Found = { readonly says: string; readonly at: number };

function locate(text: string, { quote, before, after }: CitedPlace): Found | null {
  return (
    only(text, before + quote + after, before.length, quote) ??
    between(text, before, after) ??
    only(text, before + quote, before.length, quote) ??
    only(text, quote + after, 0, quote)
  );
}

/** The one place where these words stand; null for none, and for two. */
function only(text: string, words: string, skipped: number, quote: string): Found | null {
  if (words === '' || words === quote) return null;
  const at = text.indexOf(words);
  if (at < 0 || text.includes(words, at + 1)) return null;
  return { says: quote, at: at + skipped };
}

/** What stands between the words that were around the value. */
function between(text: string, before: string, after: string): Found | null {
  if (before === '') return null;
  const at = text.indexOf(before);
  if (at < 0 || text.includes(before, at + 1)) return null;
  const from = at + before.length;
  const says = upTo(text.slice(from), after);
  return says.length > LONGEST || !/^[^。；\n]+$/u.test(says) ? null : { says, at: from };
}

const upTo = (text: string, after: string): string =>
  after === '' ? text : text.slice(0, Math.max(0, text.indexOf(after)));
