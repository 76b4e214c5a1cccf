import { align, numbered } from './align.ts';
import { likely, type Profile } from './alike.ts';
import { heaviest, type Pair } from './chain.ts';
import { grown, type Match } from './grown.ts';
import { known, written, type Known } from './known.ts';

/** Which line became which. */
export interface Pairing {
  /** In rising order on both sides. Blank lines are in none. */
  readonly inPlace: readonly Match[];
  readonly moved: readonly Match[];
}

/** Pairs the lines of two texts: what stayed, what was edited in its place, what was split or joined, what moved. */
export function pairLines(a: readonly string[], b: readonly string[]): Pairing {
  const [one, other] = [known(a), known(b)];
  const stayed = stayedOf(one, other);
  take(one, other, stayed);
  const carried = carriedOf(one, other);
  take(one, other, carried);
  const guessed = guesses(one, other, stayed);
  const edited = editedOf(guessed, stayed);
  take(one, other, edited);
  const strayed = strayedOf(guessed, one, other);
  take(one, other, strayed);
  const inPlace = [...stayed, ...edited].toSorted((x, y) => x.i - y.i).map(asMatch);
  return {
    inPlace: inPlace.map((match) => grown(match, one, other)),
    moved: [...carried, ...strayed].map(asMatch),
  };
}

function take(a: Known, b: Known, pairs: readonly Pair[]): void {
  for (const { i, j } of pairs) {
    a.taken.add(i);
    b.taken.add(j);
  }
}

const asMatch = ({ i, j }: Pair): Match => ({ a: { from: i, to: i + 1 }, b: { from: j, to: j + 1 } });

/** The same words in the same order, whatever their numbers. */
function stayedOf(a: Known, b: Known): readonly Pair[] {
  const [inA, inB] = [written(a), written(b)];
  const body = (side: Known, line: number): string => side.folded[line]?.body ?? '';
  const keys = [inA.map((line) => body(a, line)), inB.map((line) => body(b, line))] as const;
  const ids = numbered(...keys);
  const lengths: number[] = [];
  ids.a.forEach((id, at) => (lengths[id] = (keys[0][at] ?? '').length + 1));
  const weightOf = (id: number): number => lengths[id] ?? 1;
  return align({ ...ids, weightOf }).map(({ i, j, weight }) => ({ i: inA[i] ?? 0, j: inB[j] ?? 0, weight }));
}

/** Shorter ones come again by chance. */
const MOVED_WHOLE = 4;
const MOVED_EDITED = 12;

/** The same words, once on each side, elsewhere. */
function carriedOf(a: Known, b: Known): readonly Pair[] {
  const there = onlyOnce(b);
  return [...onlyOnce(a)].flatMap(([body, i]) => {
    const j = there.get(body);
    return j === undefined || i < 0 || j < 0 || body.length < MOVED_WHOLE ? [] : [{ i, j, weight: 1 }];
  });
}

function onlyOnce(side: Known): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of written(side)) {
    const body = side.folded[line]?.body ?? '';
    found.set(body, found.has(body) ? -1 : line);
  }
  return found;
}

/** How many of the lines that stayed stand before a line: equal numbers on both sides mean the same gap. */
function gapOf(stayed: readonly number[], line: number): number {
  let [low, high] = [0, stayed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stayed[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For the lines of both sides, between which lines that stayed they stand. */
function gapsOf(stayed: readonly Pair[]): {
  readonly a: (i: number) => number;
  readonly b: (j: number) => number;
} {
  const [inA, inB] = [stayed.map(({ i }) => i), stayed.map(({ j }) => j)];
  return { a: (i) => gapOf(inA, i), b: (j) => gapOf(inB, j) };
}

/** What a line that is left over may have become: what is like it, and what stands in its place. */
function guesses(a: Known, b: Known, stayed: readonly Pair[]): readonly Pair[] {
  const [inA, inB] = [written(a), written(b)];
  const gaps = gapsOf(stayed);
  const [gapA, gapB] = [grouped(inA, gaps.a), grouped(inB, gaps.b)];
  const near = new Map<number, readonly number[]>();
  for (const [gap, lines] of gapA)
    lines.forEach((line, at) => {
      const there = gapB.get(gap) ?? [];
      near.set(
        line,
        [there[at], there[there.length - lines.length + at]].filter((j) => j !== undefined),
      );
    });
  const profiles = (side: Known, lines: readonly number[]): ReadonlyMap<number, Profile> =>
    new Map(lines.map((line) => [line, side.profile(line)]));
  return likely(profiles(a, inA), profiles(b, inB), (line) => near.get(line) ?? []);
}

function grouped(lines: readonly number[], gap: (line: number) => number): ReadonlyMap<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const line of lines) {
    const group = groups.get(gap(line));
    if (group) group.push(line);
    else groups.set(gap(line), [line]);
  }
  return groups;
}

/** Below this the reader is better served by the old text and the new one. */
const EDITED = 0.4;

/** Edited ones that stayed in their place: between the same two that stayed. */
function editedOf(guessed: readonly Pair[], stayed: readonly Pair[]): readonly Pair[] {
  const gaps = gapsOf(stayed);
  const inGap = guessed.filter(({ i, j, weight }) => weight >= EDITED && gaps.a(i) === gaps.b(j));
  // Squared, so that one that is surely meant counts for more than two that hardly are.
  return heaviest(inGap.map(({ i, j, weight }) => ({ i, j, weight: weight ** 2 })));
}

const STRAYED = 0.6;

/** Edited ones that stand elsewhere; the likest first. */
function strayedOf(guessed: readonly Pair[], a: Known, b: Known): readonly Pair[] {
  const free = { a: new Set(written(a)), b: new Set(written(b)) };
  return guessed
    .filter(({ i, weight }) => weight >= STRAYED && a.profile(i).length >= MOVED_EDITED)
    .toSorted((x, y) => y.weight - x.weight)
    .filter(({ i, j }) => {
      const isFree = free.a.has(i) && free.b.has(j);
      if (isFree)
        for (const [set, line] of [
          [free.a, i],
          [free.b, j],
        ] as const)
          set.delete(line);
      return isFree;
    });
}
