import {
  growthFrom,
  HASH_BYTES,
  leafHash,
  TILE_WIDTH,
  type Growth,
  type Head,
  type HashTile,
} from '@mouding/evidence';
import { openPool, within } from '../connection.ts';
import { sha256 } from '../hashing.ts';
import { openTreeLogs, type LeafEntry, type TreeLogs } from '../tree-log.ts';
import type { Fault } from './faults.ts';
import { heldFound, type Held } from './held.ts';
import { declarationIn, restartFaults, restartsOf, type Restarted } from './restarts.ts';
import { logFault, memoryFaults, signatureFaults, type LogTrust, type Signed } from './signed.ts';

/** What a verification of a log against its checkpoints found. */
export interface LogReport {
  /** The name of the log; null where nothing was signed yet. */
  readonly origin: string | null;
  readonly leaves: number;
  readonly checkpoints: number;
  readonly cosignatures: number;
  /** The size that was signed last, by the database. */
  readonly signed: number;
  readonly faults: readonly Fault[];
  /** Logs that were declared in the place of a former one, and whether the record holds the declaration. */
  readonly restarts: readonly Restarted[];
  /** Whose lines under the checkpoint that was kept elsewhere could not be checked, since their keys are not known. */
  readonly unknownWitnesses: readonly string[];
  /** Entries read, hashed and put into the tree. */
  readonly entriesPerSecond: number;
}

/** Whose log, under a role that reads everything of the institution: audit, or the owner. */
export interface LiveOptions {
  readonly url: string;
  readonly institution: string;
  readonly trust: LogTrust;
  readonly held?: Held | null;
  /** Hears how many entries are done, now and then. */
  onProgress?(done: number): void;
}

const PAGE = 5_000;

/**
 * Makes the tree anew from the bytes of the entries, and compares it with everything that was signed of it and with the
 * tiles that are kept; checks the signatures, and what the signer remembers.
 */
export async function verifyLog(options: LiveOptions): Promise<LogReport> {
  const pool = openPool({ url: options.url, applicationName: 'mouding-verify-log', max: 1 });
  try {
    return await verify(options, {
      logs: openTreeLogs(pool),
      signed: await within<Signed>(pool, options.institution, SIGNED),
    });
  } finally {
    await pool.end();
  }
}

const SIGNED = {
  name: 'signed-checkpoints',
  text: `select c.size::float8 as size, c.root, c.note, array(
      select s.witness || chr(10) || s.line from ledger.cosignature s
      where s.institution = c.institution and s.generation = c.generation and s.size = c.size
    ) as lines
    from ledger.checkpoint c where c.institution = ledger.institution() and c.generation = (
      select max(generation) from ledger.log_generation where institution = ledger.institution()
    ) order by c.size`,
  values: [],
};

interface Stored {
  readonly logs: TreeLogs;
  readonly signed: readonly Signed[];
}

async function verify(
  { institution, trust, held, onProgress }: LiveOptions,
  stored: Stored,
): Promise<LogReport> {
  const origin = (await stored.logs.generation(institution))?.origin ?? null;
  const started = performance.now();
  const last = rememberedOf(origin, trust);
  const then: Watched = { size: held?.size ?? 0, root: null };
  const heads = last ? [last] : [];
  const rebuilt = await rebuild(institution, stored, { heads, then, onProgress });
  const seconds = Math.max(0.001, (performance.now() - started) / 1_000);
  const newest = stored.signed.at(-1);
  const { size } = rebuilt.growth.head;
  const restarts = restartsOf(await stored.logs.restarts(institution), rebuilt.declared);
  const { signed } = stored;
  const { witnesses } = trust;
  const found = heldFound(held, { origin, size, rootThen: then.root, signed, restarts, witnesses });
  return {
    restarts,
    origin,
    leaves: size,
    checkpoints: stored.signed.length,
    cosignatures: stored.signed.reduce((sum, { lines }) => sum + lines.length, 0),
    signed: newest?.size ?? 0,
    faults: [
      ...rebuilt.faults,
      ...shortFaults(size, newest),
      ...found.faults,
      ...restartFaults(restarts),
      ...trustFaults({ origin, trust, last, size }, stored.signed),
    ],
    unknownWitnesses: found.unknown,
    entriesPerSecond: Math.round(size / seconds),
  };
}

interface Trusting {
  readonly origin: string | null;
  readonly trust: LogTrust;
  /** What the signer remembers. */
  readonly last: Head | null;
  readonly size: number;
}

/** What whoever is trusted from outside says of it. */
const trustFaults = (
  { origin, trust, last, size }: Trusting,
  signed: readonly Signed[],
): readonly Fault[] => [
  ...signed.flatMap((each) => signatureFaults(each, origin ?? '', trust)),
  ...(trust.last ? memoryFaults(signed.at(-1)?.size ?? 0, last, size) : []),
];

const rememberedOf = (origin: string | null, { last }: LogTrust): Head | null =>
  origin === null ? null : (last?.(origin) ?? null);

interface Rebuilding {
  /** What the signer remembers. */
  readonly heads: readonly Head[];
  /** Where the checkpoint that was kept elsewhere stands. */
  readonly then: Watched;
  readonly onProgress: LiveOptions['onProgress'];
}

interface Rebuilt {
  readonly growth: Growth;
  /** Names of logs that the record declares to begin. */
  readonly declared: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

async function rebuild(
  institution: string,
  { logs, signed }: Stored,
  { heads, then, onProgress }: Rebuilding,
): Promise<Rebuilt> {
  const growth = growthFrom(0, [], sha256);
  const faults: Fault[] = [];
  const declared = new Set<string>();
  const roots = rootsBySize([...signed, ...heads]);
  for (let from = 0; ; from = growth.head.size) {
    const leaves = await logs.leaves(institution, from, PAGE);
    if (leaves.length === 0) break;
    const kept = await tilesUnder(logs, institution, [from, from + leaves.length]);
    for (const [place, leaf] of leaves.entries()) {
      noteDeclared(declared, leaf);
      faults.push(...added(growth, leaf, { idx: from + place, kept: kept(from + place), roots, then }));
    }
    onProgress?.(growth.head.size);
  }
  const size = signed.at(-1)?.size ?? 0;
  return {
    growth,
    declared,
    faults: [...faults, ...(await tileFaults(logs, institution, growth, size))],
  };
}

function noteDeclared(declared: Set<string>, leaf: LeafEntry): void {
  const next = declarationIn(leaf);
  if (next !== null) declared.add(next);
}

type Roots = ReadonlyMap<number, readonly Uint8Array[]>;

/** Everything that was said of a tree of some size. */
function rootsBySize(heads: readonly Head[]): Roots {
  const roots = new Map<number, Uint8Array[]>();
  for (const { size, root } of heads) roots.set(size, [...(roots.get(size) ?? []), root]);
  return roots;
}

/** One size of the tree, and its root once it has grown so far. */
interface Watched {
  readonly size: number;
  root: Uint8Array | null;
}

interface Place {
  readonly idx: number;
  /** The hash that the tiles keep here. */
  readonly kept: Uint8Array | undefined;
  readonly roots: Roots;
  readonly then: Watched;
}

function added(growth: Growth, leaf: LeafEntry, { roots, then, ...place }: Place): readonly Fault[] {
  const hash = leafHash(leaf.entry ?? '', sha256);
  growth.add(hash);
  if (place.idx + 1 === then.size) then.root = growth.head.root;
  const said = roots.get(place.idx + 1);
  return [...leafFaults(leaf, hash, place), ...(said ? rootFaults(growth.head, said) : [])];
}

/** The hashes that the tiles keep of some leaves, by index. */
async function tilesUnder(
  logs: TreeLogs,
  institution: string,
  [from, to]: readonly [number, number],
): Promise<(idx: number) => Uint8Array | undefined> {
  const [first, last] = [Math.floor(from / TILE_WIDTH), Math.floor((to - 1) / TILE_WIDTH)];
  const tiles = await Promise.all(
    Array.from({ length: last - first + 1 }, (_, i) => logs.tile(institution, 0, first + i)),
  );
  return (idx) => {
    const begin = (idx % TILE_WIDTH) * HASH_BYTES;
    const hash = tiles[Math.floor(idx / TILE_WIDTH) - first]?.subarray(begin, begin + HASH_BYTES);
    return hash?.length === HASH_BYTES ? hash : undefined;
  };
}

function leafFaults(
  { stream, version, idx, entry }: LeafEntry,
  hash: Uint8Array,
  { idx: wanted, kept }: { readonly idx: number; readonly kept: Uint8Array | undefined },
): readonly Fault[] {
  const fault = (kind: Fault['fault'], detail: string): Fault => ({ stream, version, fault: kind, detail });
  if (idx !== wanted) return [fault('leaf', `index ${idx} at place ${wanted}`)];
  if (entry === null) return [fault('leaf', `the entry of index ${idx} is not there`)];
  if (!kept || Buffer.from(kept).equals(hash)) return [];
  return [fault('tile', `the entry at index ${idx} is not the one that was put into the tree`)];
}

function rootFaults({ size, root }: Head, signed: readonly Uint8Array[]): readonly Fault[] {
  if (signed.every((each) => Buffer.from(each).equals(root))) return [];
  return [logFault(size, 'checkpoint', `the first ${size} entries are not those that the checkpoint says`)];
}

/** The tiles of the size that was signed, compared with those of the entries. */
async function tileFaults(
  logs: TreeLogs,
  institution: string,
  growth: Growth,
  size: number,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const tile of growth.changed) {
    const { level, index } = tile;
    const kept = Buffer.from((await logs.tile(institution, level, index)) ?? []);
    if (!holds(kept, tile, size))
      faults.push(logFault(size, 'tile', `tile ${level}/${index} is not that of the entries`));
  }
  return faults;
}

/** On the lowest level the leaves are named one by one where they differ; a tile that is short has none to name. */
function holds(kept: Buffer, { level, index, bytes }: HashTile, size: number): boolean {
  const hashes = Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH;
  const length = Math.min(Math.max(0, hashes), TILE_WIDTH) * HASH_BYTES;
  if (level === 0) return kept.length >= length;
  return kept.subarray(0, length).equals(bytes.subarray(0, length));
}

function shortFaults(size: number, newest: Signed | undefined): readonly Fault[] {
  if (!newest || size >= newest.size) return [];
  return [logFault(newest.size, 'checkpoint', `${newest.size} entries were signed, ${size} are there`)];
}
