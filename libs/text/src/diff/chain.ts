/** Something of one side put beside something of the other, and what that is worth. */
export interface Pair {
  readonly i: number;
  readonly j: number;
  readonly weight: number;
}

/**
 * The heaviest choice of pairs in which both sides only go forward. Pairs are given by rising `i` and, for the same
 * `i`, by falling `j`. Takes n log n.
 */
export function heaviest(pairs: readonly Pair[]): readonly Pair[] {
  const columns = [...new Set(pairs.map(({ j }) => j))].toSorted((x, y) => x - y);
  const rank = new Map(columns.map((j, at) => [j, at + 1]));
  const totals: number[] = [];
  const best = bestOf(columns.length, totals);
  const before: number[] = [];
  pairs.forEach(({ j, weight }, at) => {
    const column = rank.get(j) ?? 0;
    const previous = best.upTo(column - 1);
    totals.push(weight + (previous < 0 ? 0 : (totals[previous] ?? 0)));
    before.push(previous);
    best.offer(column, at);
  });
  const chosen: Pair[] = [];
  for (let at = best.upTo(columns.length); at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chosen.push(pair);
  }
  return chosen.toReversed();
}

interface Best {
  /** The pair with the greatest total in this column or one before it; -1 for none. */
  upTo(column: number): number;
  offer(column: number, pair: number): void;
}

/** A Fenwick tree of the greatest totals. */
function bestOf(columns: number, totals: readonly number[]): Best {
  const tree = new Int32Array(columns + 1).fill(-1);
  const better = (one: number, other: number): number =>
    other >= 0 && (one < 0 || (totals[other] ?? 0) > (totals[one] ?? 0)) ? other : one;
  return {
    upTo(column) {
      let found = -1;
      for (let at = column; at > 0; at -= at & -at) found = better(found, tree[at] ?? -1);
      return found;
    },
    offer(column, pair) {
      for (let at = column; at <= columns; at += at & -at) tree[at] = better(tree[at] ?? -1, pair);
    },
  };
}
