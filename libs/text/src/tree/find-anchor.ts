import { CONTEXT, occurrencesIn, type Anchor, type Found } from './anchor.ts';
import { occurrences } from './track.ts';
import type { Tree } from './tree.ts';

/**
 * Where an anchor stands in a text of which nothing else is known, by its clause, its words and what is around them.
 * Words elsewhere count as the same only with their surroundings, and only where no others could be meant.
 */
export function find(anchor: Anchor, tree: Tree): Found {
  const { node, quote } = anchor;
  const texts = new Map(tree.nodes.map(({ id, text }) => [id, text ?? '']));
  const own = texts.get(node);
  const inside = own === undefined ? null : placeIn(own, anchor, occurrencesIn(tree, quote));
  if (inside !== null) return { kind: 'here', node, at: inside, quote };
  const carried = carriedTo(tree, anchor);
  if (carried) return { kind: 'here', ...carried, quote };
  if (own === undefined || own === '') return { kind: 'lost', was: quote };
  return { kind: 'changed', node, was: quote, now: standsIn(own, anchor) };
}

interface Place {
  readonly node: string;
  readonly at: number;
}

interface Candidate {
  readonly at: number;
  /** How many characters around the quote are as they were. */
  readonly before: number;
  readonly after: number;
}

function placesOf(text: string, { quote, before, after }: Anchor): readonly Candidate[] {
  const places: Candidate[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    places.push({
      at,
      before: alikeBackward(text.slice(Math.max(0, at - CONTEXT), at), before),
      after: alikeForward(text.slice(at + quote.length, at + quote.length + CONTEXT), after),
    });
  return places;
}

function alikeForward(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count++;
  return count;
}

function alikeBackward(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
}

/** Both surroundings as they were; short ones end where the clause does. */
const isBoth = ({ before, after, quote }: Anchor, place: Candidate, length: number): boolean =>
  place.before === before.length &&
  place.after === after.length &&
  (before.length === CONTEXT || place.at === before.length) &&
  (after.length === CONTEXT || place.at + quote.length + after.length === length);

/** So many characters on one side are no chance, where the clause has had these words only once. */
const ENOUGH = 8;

const isOne = ({ before, after }: Anchor, place: Candidate): boolean =>
  (place.before === before.length && before.length >= ENOUGH) ||
  (place.after === after.length && after.length >= ENOUGH) ||
  place.before + place.after >= ENOUGH;

/**
 * In its own clause: with both surroundings as they were; or with one of them, where the words were always single in it
 * and none of their like are gone from the text.
 */
function placeIn(text: string, anchor: Anchor, everywhere: number): number | null {
  const places = placesOf(text, anchor);
  const place = exactPlace(places, anchor, text.length);
  if (place !== null) return place;
  const [single] = places;
  const isSingle = places.length === 1 && anchor.of === 1 && everywhere === anchor.everywhere;
  return single && isSingle && isOne(anchor, single) ? single.at : null;
}

function exactPlace(places: readonly Candidate[], anchor: Anchor, length: number): number | null {
  const exact = places.filter((place) => isBoth(anchor, place, length));
  const isAsOften = places.length === anchor.of;
  const [same] = exact;
  if (same && exact.length === 1) return isAsOften || isLong(anchor) ? same.at : null;
  return isAsOften && exact.some(({ at }) => at === anchor.at) ? anchor.at : null;
}

/** Surroundings that a second place in the text hardly has. */
const isLong = ({ before, after }: Anchor): boolean => before.length + after.length >= CONTEXT;

/**
 * In another clause, where a split or a join brought them: words that the whole text had and has only once, with all
 * that was around them, be it over the border of two clauses.
 */
function carriedTo(tree: Tree, anchor: Anchor): Place | null {
  const { quote, before, after } = anchor;
  if (!isOnly(tree, anchor) || before.length + after.length < ENOUGH) return null;
  const texts = tree.nodes.map(({ id, text }) => ({ id, text: text ?? '' }));
  const node = texts.findIndex(({ text }) => text.includes(quote));
  const { id, text } = texts[node] ?? NONE;
  const at = text.indexOf(quote);
  const [head, tail] = [(texts[node - 1] ?? NONE).text, (texts[node + 1] ?? NONE).text];
  const isAround =
    `${head}${text.slice(0, at)}`.endsWith(before) &&
    `${text.slice(at + quote.length)}${tail}`.startsWith(after);
  return isAround ? { node: id, at } : null;
}

const NONE = { id: '', text: '' };

const isOnly = (tree: Tree, { quote, everywhere }: Anchor): boolean =>
  everywhere === 1 && occurrencesIn(tree, quote) === 1;

/** What stands between the old surroundings; the whole clause where they are not there any more. */
function standsIn(text: string, { before, after, quote }: Anchor): string {
  const [head, tail] = [before.slice(-ENOUGH), after.slice(0, ENOUGH)];
  const from = head === '' ? 0 : single(text, head) + head.length;
  if (head !== '' && from < head.length) return text;
  const to = tail === '' ? text.length : text.indexOf(tail, from);
  const now = text.slice(from, to);
  return to < from || now.length > 4 * quote.length + 40 ? text : now;
}

const single = (text: string, quote: string): number =>
  occurrences(text, quote) === 1 ? text.indexOf(quote) : -1;
