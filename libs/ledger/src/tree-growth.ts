import {
  consistencyProof,
  edgeOf,
  emptyRoot,
  growthFrom,
  leafHash,
  overTiles,
  rangeHash,
  type Growth,
  type Head,
  type Proof,
} from '@mouding/evidence';
import { sha256 } from './hashing.ts';
import type { LeafEntry, TreeLogs } from './tree-log.ts';

const PAGE = 2_000;

/** A leaf whose entry is not what its hash says, or is not there. */
export interface BadLeaf {
  readonly idx: number;
  readonly stream: string;
  readonly version: number;
  readonly why: 'gap' | 'no-entry' | 'altered';
}

/** A tree that was grown in memory over one that is stored. */
export interface Grown {
  readonly growth: Growth;
  /** The root that this tree had at an earlier size. */
  rootAt(size: number): Promise<Uint8Array>;
  /** That it begins with the tree that it was at an earlier size. */
  proofFrom(size: number): Promise<Proof>;
}

/**
 * Grows an institution's tree from its newest checkpoint to `to` leaves. Each leaf hash is made anew of the bytes of
 * the entry; the first that is not so ends it.
 *
 * @param from the size of the newest checkpoint
 * @throws RangeError when tiles of the stored tree are missing
 */
export async function growTree(
  logs: TreeLogs,
  institution: string,
  [from, to]: readonly [number, number],
): Promise<Grown | BadLeaf> {
  const edge = await Promise.all(
    edgeOf(from).map(async (tile) => {
      const bytes = await logs.tile(institution, tile.level, tile.index);
      return { ...tile, bytes: bytes ?? new Uint8Array() };
    }),
  );
  const growth = growthFrom(from, edge, sha256);
  for (let next = from; next < to;) {
    const leaves = await logs.leaves(institution, next, Math.min(PAGE, to - next));
    const bad = leaves.length === 0 ? gapAt(next) : addAll(growth, next, leaves);
    if (bad) return bad;
    next += leaves.length;
  }
  return { growth, ...proofsOf(logs, institution, growth) };
}

const gapAt = (idx: number): BadLeaf => ({ idx, stream: 'log', version: 0, why: 'gap' });

function addAll(growth: Growth, from: number, leaves: readonly LeafEntry[]): BadLeaf | undefined {
  for (const [at, { idx, stream, version, entry, leafHash: stored }] of leaves.entries()) {
    if (idx !== from + at) return gapAt(from + at);
    if (entry === null || stored === null) return { idx, stream, version, why: 'no-entry' };
    const hash = leafHash(entry, sha256);
    if (!stored.equals(hash)) return { idx, stream, version, why: 'altered' };
    growth.add(hash);
  }
  return undefined;
}

function proofsOf(logs: TreeLogs, institution: string, growth: Growth): Omit<Grown, 'growth'> {
  const fresh = new Map(growth.changed.map((tile) => [`${tile.level}/${tile.index}`, tile.bytes]));
  const load = async (level: number, index: number): Promise<Uint8Array | undefined> =>
    fresh.get(`${level}/${index}`) ?? (await logs.tile(institution, level, index));
  return {
    rootAt: (size) =>
      size === 0
        ? Promise.resolve(emptyRoot(sha256))
        : overTiles(load, (nodeAt) => rangeHash(0, size, nodeAt, sha256), sha256),
    proofFrom: (size) =>
      overTiles(load, (nodeAt) => consistencyProof(size, growth.head.size, nodeAt, sha256), sha256),
  };
}

/** The newest checkpoint's head, or that of nothing. */
export const headOf = (checkpoint: Head | undefined): Head =>
  checkpoint ?? { size: 0, root: emptyRoot(sha256) };
