import type { Sha256 } from '../leaf.ts';
import { sameBytes } from './bytes.ts';
import { emptyRoot, nodeHash, rangeHash, split, type NodeAt } from './tree.ts';

/** Hashes of a proof, from the leaf's sibling up to the child of the root. */
export type Proof = readonly Uint8Array[];

const isIndex = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isGrowth = (older: number, newer: number): boolean =>
  isIndex(older) && isIndex(newer) && older <= newer;

/**
 * That the leaf `index` is in the tree of `size` leaves.
 *
 * @throws RangeError when the tree has no such leaf
 * @source RFC 6962 §2.1.1
 */
export function inclusionProof(index: number, size: number, nodeAt: NodeAt, sha256: Sha256): Proof {
  if (!isIndex(index) || !isIndex(size) || index >= size)
    throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  return path(index, 0, size, nodeAt, sha256);
}

function path(index: number, from: number, to: number, nodeAt: NodeAt, sha256: Sha256): Proof {
  if (to - from === 1) return [];
  const middle = from + split(to - from);
  return index < middle
    ? [...path(index, from, middle, nodeAt, sha256), rangeHash(middle, to, nodeAt, sha256)]
    : [...path(index, middle, to, nodeAt, sha256), rangeHash(from, middle, nodeAt, sha256)];
}

/**
 * That the tree of `older` leaves is the beginning of the tree of `newer` leaves. Empty where one of them is empty or
 * they are the same.
 *
 * @throws RangeError when `older` is larger than `newer`
 * @source RFC 6962 §2.1.2
 */
export function consistencyProof(older: number, newer: number, nodeAt: NodeAt, sha256: Sha256): Proof {
  if (!isGrowth(older, newer))
    throw new RangeError(`a tree of ${newer} leaves has not grown from one of ${older}`);
  return older === 0 || older === newer ? [] : subproof(older, [0, newer], true, nodeAt, sha256);
}

function subproof(
  older: number,
  [from, to]: readonly [number, number],
  whole: boolean,
  nodeAt: NodeAt,
  sha256: Sha256,
): Proof {
  if (older === to) return whole ? [] : [rangeHash(from, to, nodeAt, sha256)];
  const middle = from + split(to - from);
  return older <= middle
    ? [...subproof(older, [from, middle], whole, nodeAt, sha256), rangeHash(middle, to, nodeAt, sha256)]
    : [...subproof(older, [middle, to], false, nodeAt, sha256), rangeHash(from, middle, nodeAt, sha256)];
}

/** A leaf of a tree: its hash, its place, and the tree's size and root. */
export interface Inclusion {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * The way from a place on the lowest level of a tree up to its root: for each hash of a proof whether it stands on the
 * left. Null where the proof is too long or too short for the tree.
 */
function sides(from: number, lastPlace: number, length: number): readonly boolean[] | null {
  let [place, last] = [from, lastPlace];
  const found: boolean[] = [];
  for (; found.length < length; [place, last] = [half(place), half(last)]) {
    if (last === 0) return null;
    const isLeft = place % 2 === 1 || place === last;
    found.push(isLeft);
    // A node without a sibling rises until it has one on its left.
    if (isLeft) for (; place % 2 === 0 && place !== 0; last = half(last)) place = half(place);
  }
  return last === 0 ? found : null;
}

/** Whether the proof shows the leaf in the tree. @source RFC 9162 §2.1.3.2 */
export function includes({ leaf, index, size, root }: Inclusion, proof: Proof, sha256: Sha256): boolean {
  if (!isIndex(index) || !isIndex(size) || index >= size) return false;
  const way = sides(index, size - 1, proof.length);
  if (!way) return false;
  return sameBytes(climbed(leaf, proof, way, sha256), root);
}

const climbed = (start: Uint8Array, proof: Proof, way: readonly boolean[], sha256: Sha256): Uint8Array =>
  proof.reduce(
    (hash, sibling, i) => (way[i] ? nodeHash(sibling, hash, sha256) : nodeHash(hash, sibling, sha256)),
    start,
  );

/** A tree by its size and root. */
export interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether the proof shows the older tree at the beginning of the newer one. @source RFC 9162 §2.1.4.2 */
export function extendsTree(older: Head, newer: Head, proof: Proof, sha256: Sha256): boolean {
  if (!isGrowth(older.size, newer.size)) return false;
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && sameBytes(older.root, emptyRoot(sha256));
  return joins(older, newer, isPowerOfTwo(older.size) ? [older.root, ...proof] : proof, sha256);
}

/** What begins both trees, and what makes each of them out of it: the older one has only what stands on its left. */
function joins(older: Head, newer: Head, [first, ...rest]: Proof, sha256: Sha256): boolean {
  let [place, last] = [older.size - 1, newer.size - 1];
  for (; place % 2 === 1; last = half(last)) place = half(place);
  const way = sides(place, last, rest.length);
  if (!way || !first) return false;
  const left = rest.filter((_, i) => way[i]);
  const allLeft = left.map(() => true);
  return (
    sameBytes(climbed(first, left, allLeft, sha256), older.root) &&
    sameBytes(climbed(first, rest, way, sha256), newer.root)
  );
}

// Shifts would cut a number beyond 2^31.
const half = (value: number): number => Math.floor(value / 2);
const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value));
