import { heaviest, type Pair } from './chain.ts';

/** Two sequences of things that are equal when their numbers are, and what keeping each number is worth. */
export interface Sequences {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly weightOf: (id: number) => number;
}

/** As many pairs are weighed in one step; of what is more frequent the rarest come first. */
const BUDGET = 60_000;

interface Range {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/**
 * Pairs of equal elements in rising order, the heaviest there are. Where there are too many equal ones to weigh, those
 * that occur least decide (as in a histogram diff) and the rest is paired between them.
 */
export function align(sequences: Sequences): readonly Pair[] {
  const found: Pair[] = [];
  const open: Range[] = [{ a0: 0, a1: sequences.a.length, b0: 0, b1: sequences.b.length }];
  for (let range = open.pop(); range; range = open.pop()) {
    const inner = trimmed(sequences, range, found);
    if (inner.a0 === inner.a1 || inner.b0 === inner.b1) continue;
    const { pairs, isWhole } = equals(sequences, inner);
    const chosen = heaviest(pairs);
    for (const pair of chosen) found.push(pair);
    if (!isWhole && chosen.length > 0) for (const rest of between(inner, chosen)) open.push(rest);
  }
  return found.toSorted((x, y) => x.i - y.i);
}

/** Takes what both begin and end with, and returns what is left. */
function trimmed({ a, b, weightOf }: Sequences, range: Range, found: Pair[]): Range {
  let { a0, a1, b0, b1 } = range;
  const take = (i: number, j: number): void => void found.push({ i, j, weight: weightOf(a[i] ?? -1) });
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) take(a0++, b0++);
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) take(--a1, --b1);
  return { a0, a1, b0, b1 };
}

function equals(
  { a, b, weightOf }: Sequences,
  range: Range,
): { readonly pairs: readonly Pair[]; readonly isWhole: boolean } {
  const [inA, inB] = [placesOf(a, range.a0, range.a1), placesOf(b, range.b0, range.b1)];
  const common = [...inA]
    .flatMap(([id, here]) => {
      const there = inB.get(id);
      return there ? [{ id, here, there, size: here.length * there.length }] : [];
    })
    .toSorted((x, y) => x.size - y.size);
  const pairs: Pair[] = [];
  for (const { id, here, there, size } of common) {
    const isTooMuch = pairs.length + size > BUDGET;
    if (isTooMuch && pairs.length > 0) return { pairs: pairs.sort(asHeaviestTakes), isWhole: false };
    const make = isTooMuch ? inStep : crosswise;
    for (const pair of make(here, there, weightOf(id))) pairs.push(pair);
  }
  return { pairs: pairs.sort(asHeaviestTakes), isWhole: true };
}

const asHeaviestTakes = (x: Pair, y: Pair): number => x.i - y.i || y.j - x.j;

const crosswise = (here: readonly number[], there: readonly number[], weight: number): readonly Pair[] =>
  here.flatMap((i) => there.map((j) => ({ i, j, weight })));

/** Thousands of equal ones and nothing else: the first goes with the first. */
const inStep = (here: readonly number[], there: readonly number[], weight: number): readonly Pair[] =>
  here.slice(0, there.length).map((i, at) => ({ i, j: there[at] ?? 0, weight }));

function placesOf(ids: readonly number[], from: number, to: number): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (let at = from; at < to; at++) {
    const id = ids[at] ?? -1;
    const known = places.get(id);
    if (known) known.push(at);
    else places.set(id, [at]);
  }
  return places;
}

function between({ a0, a1, b0, b1 }: Range, chosen: readonly Pair[]): readonly Range[] {
  const edges = [{ i: a0 - 1, j: b0 - 1 }, ...chosen, { i: a1, j: b1 }];
  return edges.slice(1).flatMap((edge, at) => {
    const start = edges[at] ?? edge;
    const range = { a0: start.i + 1, a1: edge.i, b0: start.j + 1, b1: edge.j };
    return range.a0 < range.a1 && range.b0 < range.b1 ? [range] : [];
  });
}

/** Gives equal keys equal numbers, on both sides. */
export function numbered(a: readonly string[], b: readonly string[]): { a: number[]; b: number[] } {
  const ids = new Map<string, number>();
  const idOf = (key: string): number => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, ids.size);
    return ids.size - 1;
  };
  return { a: a.map(idOf), b: b.map(idOf) };
}
