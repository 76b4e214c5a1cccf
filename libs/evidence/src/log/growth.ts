import type { Sha256 } from '../leaf.ts';
import type { Head } from './proof.ts';
import { nodesOfTiles, TILE_WIDTH, type Tile } from './tiles.ts';
import { emptyRoot, HASH_BYTES, nodeHash, rangeHash } from './tree.ts';

/** A tile of hashes, as far as it is filled. */
export interface HashTile extends Tile {
  readonly level: number;
  /** `width` hashes, {@link HASH_BYTES} each. */
  readonly bytes: Uint8Array;
}

/** A tree that grows, by its tiles. It holds only the tile on the right edge of each level, and what it changed. */
export interface Growth {
  readonly head: Head;
  /** The tiles that were begun, grown or filled, lowest level first. */
  readonly changed: readonly HashTile[];
  add(leaf: Uint8Array): void;
}

/** The tiles on the right edge of a tree of `size` leaves that are not full: with them it can grow. */
export function edgeOf(size: number): readonly (Tile & { readonly level: number })[] {
  const tiles: (Tile & { readonly level: number })[] = [];
  let hashes = size;
  for (let level = 0; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) {
    const width = hashes % TILE_WIDTH;
    if (width > 0) tiles.push({ level, index: Math.floor(hashes / TILE_WIDTH), width });
  }
  return tiles;
}

interface Filling {
  index: number;
  width: number;
  readonly bytes: Uint8Array;
}

const WHOLE = TILE_WIDTH * HASH_BYTES;

/**
 * The tree of `size` leaves, to be grown.
 *
 * @param edge the tiles that {@link edgeOf} names, with their bytes
 * @throws RangeError where the edge is not that of a tree of this size
 */
export function growthFrom(size: number, edge: readonly HashTile[], sha256: Sha256): Growth {
  const levels = fillingOf(size, edge);
  const changed = new Map<string, HashTile>();
  let leaves = size;
  const keep = (level: number, { index, width, bytes }: Filling): void => {
    changed.set(`${level}/${index}`, { level, index, width, bytes: bytes.slice(0, width * HASH_BYTES) });
  };
  const push = (level: number, hash: Uint8Array): void => {
    const tile = (levels[level] ??= emptyTile(0));
    tile.bytes.set(hash, tile.width * HASH_BYTES);
    tile.width += 1;
    if (tile.width < TILE_WIDTH) return;
    keep(level, tile);
    push(level + 1, rootOfTile(tile.bytes, sha256));
    levels[level] = emptyTile(tile.index + 1);
  };
  return {
    get head() {
      return { size: leaves, root: rangeOf(leaves, levels, sha256) };
    },
    get changed() {
      levels.forEach((tile, level) => tile.width > 0 && keep(level, tile));
      return [...changed.values()].toSorted((a, b) => a.level - b.level || a.index - b.index);
    },
    add(leaf) {
      push(0, leaf);
      leaves += 1;
    },
  };
}

const emptyTile = (index: number): Filling => ({ index, width: 0, bytes: new Uint8Array(WHOLE) });

function fillingOf(size: number, edge: readonly HashTile[]): Filling[] {
  const levels: Filling[] = [];
  for (let hashes = size, level = 0; hashes > 0; hashes = Math.floor(hashes / TILE_WIDTH), level++) {
    const tile = emptyTile(Math.floor(hashes / TILE_WIDTH));
    tile.width = hashes % TILE_WIDTH;
    const found = edge.find((each) => each.level === level && each.index === tile.index);
    if (tile.width > 0 && (found?.bytes.length ?? 0) < tile.width * HASH_BYTES)
      throw new RangeError(`tile ${level}/${tile.index} of a tree of ${size} leaves is not there`);
    tile.bytes.set(found?.bytes.subarray(0, tile.width * HASH_BYTES) ?? []);
    levels.push(tile);
  }
  return levels;
}

const hashIn = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);

/** The root over a full tile. */
function rootOfTile(bytes: Uint8Array, sha256: Sha256): Uint8Array {
  let level = bytes;
  while (level.length > HASH_BYTES) {
    const above = new Uint8Array(level.length / 2);
    for (let at = 0; at < above.length / HASH_BYTES; at++)
      above.set(nodeHash(hashIn(level, at * 2), hashIn(level, at * 2 + 1), sha256), at * HASH_BYTES);
    level = above;
  }
  return level;
}

/** The subtrees that a tree is made of all lie in the tiles of its edge, one group of eight levels in each. */
function rangeOf(size: number, levels: readonly Filling[], sha256: Sha256): Uint8Array {
  if (size === 0) return emptyRoot(sha256);
  const hashAt = (level: number, index: number): Uint8Array => {
    const tile = levels[level];
    const at = index - (tile?.index ?? 0) * TILE_WIDTH;
    if (!tile || at < 0 || at >= tile.width) throw new RangeError(`no hash ${level}/${index} on the edge`);
    return hashIn(tile.bytes, at);
  };
  return rangeHash(0, size, nodesOfTiles(hashAt, sha256), sha256);
}
