import {
  consistencyProof,
  encodeBundle,
  HASH_BYTES,
  inclusionProof,
  overTiles,
  readSignature,
  TILE_WIDTH,
  tileAt,
  tilesBetween,
  writeLogProof,
  writeSpicy,
  type Head,
  type LogProof,
  type Proof,
  type Tile,
} from '@mouding/evidence';
import { sha256, type StoredCheckpoint, type TreeLogs } from '@mouding/ledger';

/** The log of one institution, to be read. */
export interface PublishedLog {
  readonly logs: TreeLogs;
  readonly institution: string;
}

/** The signed note with the lines of witnesses: the file `checkpoint`. @source C2SP tlog-checkpoint */
export const checkpointFile = ({ note, cosignatures }: StoredCheckpoint): string =>
  `${note}${cosignatures.join('')}`;

/** So many lines of witnesses under a checkpoint, those that came first: later ones change nothing of what was handed out. */
export const cosignedFirst = ({ cosignatures }: StoredCheckpoint, many: number): readonly string[] =>
  cosignatures
    .map((line) => ({ line, when: readSignature(line.trimEnd())?.signature.subarray(0, TIME_BYTES) ?? NONE }))
    .toSorted((one, other) => Buffer.compare(one.when, other.when))
    .slice(0, many)
    .map(({ line }) => line);

/** A witness's line begins with the moment. @source C2SP tlog-cosignature */
const TIME_BYTES = 8;
const NONE = new Uint8Array();

/**
 * A tile or a bundle of a log as a file; undefined for what a tree of the published size has not.
 *
 * @source C2SP tlog-tiles
 */
export async function tileFile(
  { logs, institution }: PublishedLog,
  { size }: Head,
  tile: Tile,
): Promise<Uint8Array | undefined> {
  const { level, index, width } = tile;
  const there = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level));
  if (index * TILE_WIDTH + width > there) return undefined;
  if (level !== 'entries')
    return (await logs.tile(institution, level, index))?.subarray(0, width * HASH_BYTES);
  const leaves = await logs.leaves(institution, index * TILE_WIDTH, width);
  return encodeBundle(leaves.map(({ entry }) => entry ?? ''));
}

/** The same by its path below the log, `tile/0/000`; undefined for a path of none, or a second spelling of one. */
export async function fileAt(log: PublishedLog, head: Head, path: string): Promise<Uint8Array | undefined> {
  const tile = tileAt(path);
  return tile ? tileFile(log, head, tile) : undefined;
}

/** Every file of tiles and bundles that a log of this size has. */
export const tilesOf = ({ size }: Head): readonly Tile[] => tilesBetween(0, size);

/** That an entry is in the log, with the newest checkpoint. @throws RangeError when it is not in it yet */
export async function proofOf(
  { logs, institution }: PublishedLog,
  checkpoint: StoredCheckpoint,
  index: number,
): Promise<LogProof> {
  const proof = await overTiles(
    (level, at) => logs.tile(institution, level, at),
    (nodeAt) => inclusionProof(index, checkpoint.size, nodeAt, sha256),
    sha256,
  );
  return { index, proof, checkpoint: checkpointFile(checkpoint) };
}

/** The proof as the file of C2SP, or as the tool `spicy` reads it. */
export const proofFile = (proof: LogProof, form: 'tlog-proof' | 'spicy'): string =>
  form === 'spicy' ? writeSpicy(proof) : writeLogProof(proof);

/** That the tree of `older` leaves is the beginning of that of `newer`. @throws RangeError when it cannot be */
export const growthProof = (
  { logs, institution }: PublishedLog,
  [older, newer]: readonly [number, number],
): Promise<Proof> =>
  overTiles(
    (level, at) => logs.tile(institution, level, at),
    (nodeAt) => consistencyProof(older, newer, nodeAt, sha256),
    sha256,
  );
