import { HASH_BYTES, TILE_WIDTH, type Growth, type HashTile } from '@mouding/evidence';
import type { Statement } from '../connection.ts';
import * as sql from '../tree-log-statements.ts';
import type { Fault } from './faults.ts';
import { logFault } from './signed.ts';

/** Runs a statement for the institution whose log is verified. */
export type Reading = <Row extends object>(statement: Statement) => Promise<readonly Row[]>;

/** The hashes that the tiles keep of some leaves, by index. */
export async function tilesUnder(
  read: Reading,
  [from, to]: readonly [number, number],
): Promise<(idx: number) => Uint8Array | undefined> {
  const [first, last] = [Math.floor(from / TILE_WIDTH), Math.floor((to - 1) / TILE_WIDTH)];
  const rows = await read<{ idx: number; hashes: Buffer }>(sql.lowestTiles(first, last));
  const tiles = new Map(rows.map(({ idx, hashes }) => [idx, hashes]));
  return (idx) => {
    const begin = (idx % TILE_WIDTH) * HASH_BYTES;
    const hash = tiles.get(Math.floor(idx / TILE_WIDTH))?.subarray(begin, begin + HASH_BYTES);
    return hash?.length === HASH_BYTES ? hash : undefined;
  };
}

interface KeptTile {
  readonly level: number;
  readonly idx: number;
  readonly length: number;
  /** Of the lowest level only the length is looked at. */
  readonly hashes: Buffer | null;
}

/** The tiles of the size that was signed, compared with those of the entries. */
export async function tileFaults(read: Reading, growth: Growth, size: number): Promise<readonly Fault[]> {
  const rows = await read<KeptTile>(sql.TILES);
  const kept = new Map(rows.map((tile) => [`${tile.level}/${tile.idx}`, tile]));
  return growth.changed
    .filter((tile) => !holds(kept.get(`${tile.level}/${tile.index}`), tile, size))
    .map(({ level, index }) => logFault(size, 'tile', `tile ${level}/${index} is not that of the entries`));
}

/** On the lowest level the leaves are named one by one where they differ; a tile that is short has none to name. */
function holds(kept: KeptTile | undefined, { level, index, bytes }: HashTile, size: number): boolean {
  const hashes = Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH;
  const length = Math.min(Math.max(0, hashes), TILE_WIDTH) * HASH_BYTES;
  if (level === 0 || length === 0) return (kept?.length ?? 0) >= length;
  return kept?.hashes?.subarray(0, length).equals(bytes.subarray(0, length)) ?? false;
}
