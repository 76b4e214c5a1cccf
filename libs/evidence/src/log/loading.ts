import type { Sha256 } from '../leaf.ts';
import { nodesOfTiles, TILE_WIDTH } from './tiles.ts';
import { HASH_BYTES, type NodeAt } from './tree.ts';

/** Reads the bytes of a tile of hashes, as far as it is filled; undefined where there is none. */
export type LoadTile = (level: number, index: number) => Promise<Uint8Array | undefined>;

/** Thrown to say which tile is needed next. */
class NotLoaded extends Error {
  readonly level: number;
  readonly index: number;
  constructor(level: number, index: number) {
    super(`tile ${level}/${index} is not loaded`);
    this.level = level;
    this.index = index;
  }
}

/**
 * Computes something of a tree whose tiles have to be fetched: `work` is done again whenever another tile has come,
 * which for a proof is one for each level.
 *
 * @throws RangeError when a hash that `work` needs is in no tile
 */
export async function overTiles<T>(load: LoadTile, work: (nodeAt: NodeAt) => T, sha256: Sha256): Promise<T> {
  const loaded = new Map<string, Uint8Array>();
  const nodeAt = nodesOfTiles((level, place) => {
    const index = Math.floor(place / TILE_WIDTH);
    const bytes = loaded.get(`${level}/${index}`);
    if (!bytes) throw new NotLoaded(level, index);
    const at = (place % TILE_WIDTH) * HASH_BYTES;
    if (at + HASH_BYTES > bytes.length) throw new RangeError(`tile ${level}/${index} ends before ${place}`);
    return bytes.subarray(at, at + HASH_BYTES);
  }, sha256);
  for (;;) {
    try {
      return work(nodeAt);
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      const bytes = await load(error.level, error.index);
      if (!bytes) throw new RangeError(`there is no tile ${error.level}/${error.index}`);
      loaded.set(`${error.level}/${error.index}`, bytes);
    }
  }
}
