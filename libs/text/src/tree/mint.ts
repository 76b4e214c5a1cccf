import { utf8 } from './bytes.ts';
import type { Sha256, Tree } from './tree.ts';

/** Gives the id for the first new node, the second … always the same for the same ordinal. */
export type Mint = (ordinal: number) => string;

const DIGITS = 10;
const SPACE = 36n ** BigInt(DIGITS);

/**
 * Ids out of a seed, so that a replay needs no chance: `n` and ten characters of 0-9 and a-z. A seed is used for one
 * thing only, e.g. `<command id>/<change>`.
 */
export const mintFrom =
  (sha256: Sha256, seed: string): Mint =>
  (ordinal) => {
    const digest = sha256(utf8(`${seed}\n${ordinal}`));
    let number = 0n;
    for (const byte of digest.subarray(0, 8)) number = number * 256n + BigInt(byte);
    return `n${(number % SPACE).toString(36).padStart(DIGITS, '0')}`;
  };

/** New ids one after the other; an id that the tree has already is passed over. */
export function freshIds({ nodes }: Tree, mint: Mint): () => string {
  const taken = new Set(nodes.map(({ id }) => id));
  let ordinal = 0;
  return () => {
    let id = mint(ordinal++);
    while (taken.has(id)) id = mint(ordinal++);
    taken.add(id);
    return id;
  };
}
