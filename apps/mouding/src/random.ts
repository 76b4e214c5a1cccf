/** Numbers for invented people and texts: the same seed gives the same ones everywhere. Never for secrets. */
export interface Random {
  /** A whole number from 0 to `n` − 1. */
  below(n: number): number;
  /** One of the list, which is not empty. */
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Mulberry32, for its size; its quality is ample for what it is used for. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mix = Math.imul(state ^ (state >>> 15), state | 1);
    mix ^= mix + Math.imul(mix ^ (mix >>> 7), mix | 61);
    return ((((mix ^ (mix >>> 14)) >>> 0) * n) / 2 ** 32) | 0;
  };
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}
