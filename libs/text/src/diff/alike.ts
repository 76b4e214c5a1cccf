import type { Pair } from './chain.ts';

/** What a paragraph is recognised by after an edit: its pairs of neighbouring characters. */
export interface Profile {
  /** With every number read as the same one, so that a row of figures is recognised whatever they are now. */
  readonly grams: ReadonlySet<number>;
  /** With the figures as they are. */
  readonly exact: ReadonlySet<number>;
  readonly length: number;
}

/** The profile of a folded text. */
export function profileOf(text: string): Profile {
  const exact = gramsOf(text);
  const plain = text.replace(/\d+(?:[.,]\d+)*/g, '0');
  return { grams: plain === text ? exact : gramsOf(plain), exact, length: text.length };
}

const EDGE = 1;

function gramsOf(text: string): ReadonlySet<number> {
  const grams = new Set<number>();
  let before = EDGE;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    grams.add(gram(before, code));
    before = code;
  }
  return grams.add(gram(before, EDGE));
}

/** In 32 bits, which a set holds without a box; two pairs may rarely be taken for one. */
const gram = (one: number, other: number): number => (Math.imul(one, 40_503) + other) | 0;

function shared(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let count = 0;
  for (const gram of small) if (large.has(gram)) count++;
  return count;
}

/** How much two sets have in common, from 0 to 1 (Dice). */
const dice = (one: ReadonlySet<number>, other: ReadonlySet<number>): number =>
  (2 * shared(one, other)) / Math.max(1, one.size + other.size);

/** How alike two paragraphs are, from 0 to 1; among equally alike ones the figures decide. */
export function likeness(one: Profile, other: Profile): number {
  const alike = dice(one.grams, other.grams);
  const piece = alike < PIECE && isPiece(one, other) ? PIECE : 0;
  if (one.grams === one.exact && other.grams === other.exact) return Math.max(alike, piece);
  return Math.max(piece, 0.8 * alike + 0.2 * dice(one.exact, other.exact));
}

/** A line that is a piece of the other counts as this alike: a paragraph of ten lines is like none of them. */
const PIECE = 0.45;

function isPiece(one: Profile, other: Profile): boolean {
  const [part, whole] = one.length < other.length ? [one, other] : [other, one];
  return part.length >= 8 && contained(part, whole) >= 0.8;
}

/** How much of one paragraph stands in another, from 0 to 1. */
export const contained = (part: Profile, whole: Profile): number =>
  shared(part.grams, whole.grams) / Math.max(1, part.grams.size);

/** A gram of more paragraphs than this says nothing about which of them is meant. */
const COMMON = 24;
/** As many of the likeliest are compared in full. */
const COMPARED = 6;

/**
 * For paragraphs of one side those of the other that they may have become, in the form that `heaviest` takes, with the
 * likeness as weight. `near` names others that are worth a look because of where they stand.
 */
export function likely(
  a: ReadonlyMap<number, Profile>,
  b: ReadonlyMap<number, Profile>,
  near: (i: number) => readonly number[],
): readonly Pair[] {
  const index = indexOf(b);
  return [...a].flatMap(([i, profile]) =>
    candidates(profile, index, near(i))
      .flatMap((j) => {
        const other = b.get(j);
        return other ? [{ i, j, weight: likeness(profile, other) }] : [];
      })
      .toSorted((x, y) => y.j - x.j),
  );
}

function indexOf(profiles: ReadonlyMap<number, Profile>): ReadonlyMap<number, readonly number[]> {
  const index = new Map<number, number[]>();
  for (const [j, { grams }] of profiles)
    for (const gram of grams) {
      const holders = index.get(gram);
      if (!holders) index.set(gram, [j]);
      else if (holders.length <= COMMON) holders.push(j);
    }
  return index;
}

function candidates(
  { grams }: Profile,
  index: ReadonlyMap<number, readonly number[]>,
  near: readonly number[],
): readonly number[] {
  const counts = new Map<number, number>();
  for (const gram of grams) {
    const holders = index.get(gram) ?? [];
    if (holders.length > COMMON) continue;
    for (const j of holders) counts.set(j, (counts.get(j) ?? 0) + 1);
  }
  const best = [...counts].toSorted(([, x], [, y]) => y - x).slice(0, COMPARED);
  return [...new Set([...best.map(([j]) => j), ...near])];
}
