import { growthFrom, type Growth, type Head } from '@mouding/evidence';
import { openPool, within } from '../connection.ts';
import { sha256 } from '../hashing.ts';
import { openTreeLogs, type TreeLogs } from '../tree-log.ts';
import type { Fault } from './faults.ts';
import { heldFound, type Held } from './held.ts';
import { tileFaults, tilesUnder, type Reading } from './kept-tiles.ts';
import { readLeaves, type Leaf, type Leaves } from './leaf-hashes.ts';
import { restartFaults, restartsOf, type Restarted } from './restarts.ts';
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
    const read: Reading = (statement) => within(pool, options.institution, statement);
    return await verify(options, { logs: openTreeLogs(pool), read, signed: await read<Signed>(SIGNED) });
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
  readonly read: Reading;
  readonly signed: readonly Signed[];
}

async function verify(options: LiveOptions, stored: Stored): Promise<LogReport> {
  const { institution, trust, held } = options;
  const origin = (await stored.logs.generation(institution))?.origin ?? null;
  const started = performance.now();
  const last = rememberedOf(origin, trust);
  const then: Watched = { size: held?.size ?? 0, root: null };
  const heads = last ? [last] : [];
  const leaves = await readLeaves(options, options.onProgress);
  const rebuilt = await rebuild(institution, stored, { leaves, heads, then });
  const seconds = Math.max(0.001, (performance.now() - started) / 1_000);
  const newest = stored.signed.at(-1);
  const { size } = rebuilt.growth.head;
  const restarts = restartsOf(await stored.logs.restarts(institution), leaves.declared);
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
  readonly leaves: Leaves;
  /** What the signer remembers. */
  readonly heads: readonly Head[];
  /** Where the checkpoint that was kept elsewhere stands. */
  readonly then: Watched;
}

interface Rebuilt {
  readonly growth: Growth;
  readonly faults: readonly Fault[];
}

async function rebuild(
  institution: string,
  { logs, read, signed }: Stored,
  { leaves, heads, then }: Rebuilding,
): Promise<Rebuilt> {
  const growth = growthFrom(0, [], sha256);
  const faults: Fault[] = [];
  const saidBySize = rootsBySize([...signed, ...heads]);
  for (let from = 0; from < leaves.length; from += PAGE) {
    const to = Math.min(from + PAGE, leaves.length);
    const kept = await tilesUnder(read, [from, to]);
    const wrong: WrongLeaf[] = [];
    const roots: Fault[] = [];
    for (let place = from; place < to; place++) {
      const leaf = leaves.at(place);
      const why = whyWrong(leaf, place, kept(place));
      if (why) wrong.push({ idx: leaf.idx, ...why });
      growth.add(leaf.hash);
      if (place + 1 === then.size) then.root = growth.head.root;
      const said = saidBySize.get(place + 1);
      if (said) roots.push(...rootFaults(growth.head, said));
    }
    faults.push(...(await leafFaults(logs, institution, wrong)), ...roots);
  }
  const size = signed.at(-1)?.size ?? 0;
  return { growth, faults: [...faults, ...(await tileFaults(read, growth, size))] };
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

/** What is wrong with a leaf of which but the index is known. */
interface WrongLeaf extends Pick<Fault, 'fault' | 'detail'> {
  readonly idx: number;
}

function whyWrong(
  { idx, hash, isThere }: Leaf,
  place: number,
  kept: Uint8Array | undefined,
): Pick<Fault, 'fault' | 'detail'> | undefined {
  if (idx !== place) return { fault: 'leaf', detail: `index ${idx} at place ${place}` };
  if (!isThere) return { fault: 'leaf', detail: `the entry of index ${idx} is not there` };
  if (!kept || hash.equals(kept)) return undefined;
  return { fault: 'tile', detail: `the entry at index ${idx} is not the one that was put into the tree` };
}

/** Names them with the streams and versions that their indexes are given to. */
async function leafFaults(
  logs: TreeLogs,
  institution: string,
  wrong: readonly WrongLeaf[],
): Promise<readonly Fault[]> {
  const [first] = wrong;
  if (!first) return [];
  const given = await logs.leaves(institution, first.idx, PAGE);
  const placeOf = new Map(given.map((leaf) => [leaf.idx, leaf]));
  return wrong.map(({ idx, ...why }) => {
    const { stream, version } = placeOf.get(idx) ?? { stream: 'log', version: 0 };
    return { stream, version, ...why };
  });
}

function rootFaults({ size, root }: Head, signed: readonly Uint8Array[]): readonly Fault[] {
  if (signed.every((each) => Buffer.from(each).equals(root))) return [];
  return [logFault(size, 'checkpoint', `the first ${size} entries are not those that the checkpoint says`)];
}

function shortFaults(size: number, newest: Signed | undefined): readonly Fault[] {
  if (!newest || size >= newest.size) return [];
  return [logFault(newest.size, 'checkpoint', `${newest.size} entries were signed, ${size} are there`)];
}
