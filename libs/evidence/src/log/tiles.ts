import { HASH_BYTES, nodeHash, type NodeAt } from './tree.ts';
import type { Sha256 } from '../leaf.ts';

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256;
const HEIGHT = 8;

/** One tile, or with the level `entries` one bundle, of a tree of some size: `width` of its 256 are there. */
export interface Tile {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** `index` in groups of three digits, all but the last with an `x`: 1234067 is `x001/x234/067`. */
function numbered(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** Where a tile lies below the log: `tile/0/x001/x234/067.p/8`. @source C2SP tlog-tiles, Merkle Tree */
export const tilePath = ({ level, index, width }: Tile): string =>
  `tile/${level}/${numbered(index)}${width < TILE_WIDTH ? `.p/${width}` : ''}`;

const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile that a path names; null for what is no path of a tile, a second spelling of one included. */
export function tileAt(path: string): Tile | null {
  const [, level, number = '', width] = PATH.exec(path) ?? [];
  if (level === undefined) return null;
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(number.replace(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  return tile.width <= TILE_WIDTH && tilePath(tile) === path ? tile : null;
}

/** Hashes on a level of tiles in a tree of that size. */
const hashesOn = (level: number, size: number): number => Math.floor(size / TILE_WIDTH ** level);

/**
 * The tiles and bundles that a tree of `size` has and one of `before` had not, partial ones on its edge included: what
 * is to be written when it has grown.
 */
export function tilesBetween(before: number, size: number): readonly Tile[] {
  const levels: Tile['level'][] = ['entries'];
  for (let level = 0; hashesOn(level, size) > 0; level++) levels.push(level);
  return levels.flatMap((level) => {
    const on = level === 'entries' ? 0 : level;
    const [had, has] = [hashesOn(on, before), hashesOn(on, size)];
    if (had === has) return [];
    const [first, end] = [Math.floor(had / TILE_WIDTH), Math.ceil(has / TILE_WIDTH)];
    return Array.from({ length: end - first }, (_, i) => {
      const index = first + i;
      return { level, index, width: Math.min(TILE_WIDTH, has - index * TILE_WIDTH) };
    });
  });
}

/** The bytes of a tile's hashes, 32 each. @throws RangeError where they are no whole number of hashes, or too many */
export function hashesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const width = bytes.length / HASH_BYTES;
  if (!Number.isInteger(width) || width < 1 || width > TILE_WIDTH)
    throw new RangeError(`${bytes.length} bytes are no tile`);
  return Array.from({ length: width }, (_, i) => bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES));
}

/**
 * Reads nodes out of tiles: the hashes between the levels of tiles are computed from those below.
 *
 * @param hashAt the hash at a place of a level of tiles; it must throw where there is none
 */
export function nodesOfTiles(hashAt: (level: number, index: number) => Uint8Array, sha256: Sha256): NodeAt {
  const nodeAt: NodeAt = (level, index) => {
    const rest = level % HEIGHT;
    if (rest === 0) return hashAt(level / HEIGHT, index);
    return nodeHash(nodeAt(level - 1, index * 2), nodeAt(level - 1, index * 2 + 1), sha256);
  };
  return nodeAt;
}
