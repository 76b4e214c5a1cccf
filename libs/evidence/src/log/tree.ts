import type { Sha256 } from '../leaf.ts';

/** Bytes of every hash. */
export const HASH_BYTES = 32;
const NODE = Uint8Array.of(1);
// A tree has as many nodes as leaves: one piece of memory for all of them, hashed in one go, takes half the time.
const node = Uint8Array.of(1, ...new Uint8Array(2 * HASH_BYTES));

/** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right). @source RFC 6962 §2.1 */
export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  // What is read from others' files may have any length.
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) return sha256(NODE, left, right);
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return sha256(node);
}

/** The hash of the tree of nothing. @source RFC 6962 §2.1 */
export const emptyRoot = (sha256: Sha256): Uint8Array => sha256();

/**
 * The hashes of the perfect subtrees of which a tree of some size is made, the largest first: everything that it takes
 * to grow it and to know its root. It has one entry for every 1 in the binary form of `size`.
 */
export interface Frontier {
  readonly size: number;
  readonly roots: readonly Uint8Array[];
}

export const NO_LEAVES: Frontier = { size: 0, roots: [] };

/** The tree with one leaf more. */
export function grown({ size, roots }: Frontier, leaf: Uint8Array, sha256: Sha256): Frontier {
  const kept = [...roots];
  let last = leaf;
  // Every trailing 1 of the old size is a subtree that is completed now.
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2))
    last = nodeHash(kept.pop() ?? last, last, sha256);
  return { size: size + 1, roots: [...kept, last] };
}

/** The root of the tree. @source RFC 6962 §2.1 */
export const rootOf = ({ roots }: Frontier, sha256: Sha256): Uint8Array =>
  roots.length === 0 ? emptyRoot(sha256) : roots.reduceRight((right, left) => nodeHash(left, right, sha256));

/** The largest power of two that is smaller than `size` (≥ 2). */
export function split(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/**
 * Reads the hash of a perfect subtree: of the leaves `index · 2^level` up to, not including, `(index + 1) · 2^level`.
 *
 * @throws Error when it does not have it
 */
export type NodeAt = (level: number, index: number) => Uint8Array;

/** The hash of the leaves from `from` up to, not including, `to`, where `from` is where a subtree of that size begins. */
export function rangeHash(from: number, to: number, nodeAt: NodeAt, sha256: Sha256): Uint8Array {
  const size = to - from;
  const level = Math.log2(size);
  if (Number.isInteger(level)) return nodeAt(level, from / size);
  const middle = from + split(size);
  return nodeHash(rangeHash(from, middle, nodeAt, sha256), rangeHash(middle, to, nodeAt, sha256), sha256);
}
