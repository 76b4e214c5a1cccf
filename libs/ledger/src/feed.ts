import pg from 'pg';
import { within } from './connection.ts';

/** An entry at its place in the institution's log. */
export interface Leaf {
  /** Dense from 0; the order that every later reader follows. */
  readonly idx: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly leafHash: string;
}

// One look-up by key for each leaf, whatever the planner believes of two tables that have just begun to grow.
const ENTRY_OF_LEAF = `join lateral (
    select e.type, e.at, e.leaf_hash, e.entry from ledger.entry e
    where e.institution = l.institution and e.stream = l.stream and e.version = l.version offset 0
  ) e on true`;

const FEED = `select l.idx::float8 as idx, l.stream, l.version, e.type, e.at, e.leaf_hash
  from ledger.leaf l ${ENTRY_OF_LEAF}
  where l.institution = ledger.institution() and l.idx > $1 order by l.idx limit $2`;

/** Entries after a leaf index (-1 for all), in order. */
export async function feed(
  pool: pg.Pool,
  institution: string,
  afterIdx: number,
  limit: number,
): Promise<readonly Leaf[]> {
  const rows = await within<LeafRow>(pool, institution, {
    name: 'feed',
    text: FEED,
    values: [afterIdx, limit],
  });
  return rows.map(leafOf);
}

const HISTORY = `select l.idx::float8 as idx, l.stream, l.version, e.type, e.at, e.leaf_hash, e.entry
  from ledger.leaf l ${ENTRY_OF_LEAF}
  where l.institution = ledger.institution() and l.stream = any ($1) and l.idx > $2 order by l.idx limit $3`;

/** The entries of some streams after a leaf index, in the order of the log. */
export async function history(
  pool: pg.Pool,
  institution: string,
  streams: readonly string[],
  afterIdx: number,
  limit: number,
): Promise<readonly (Leaf & { readonly entry: string })[]> {
  const statement = { name: 'history', text: HISTORY, values: [streams, afterIdx, limit] };
  return (await within<LeafRow & { entry: string }>(pool, institution, statement)).map(leafOf);
}

function leafOf<R extends LeafRow>({ at, leaf_hash, ...row }: R) {
  return { ...row, at: at.toISOString(), leafHash: leaf_hash.toString('hex') };
}

interface LeafRow {
  readonly idx: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly at: Date;
  readonly leaf_hash: Buffer;
}

/** The number of leaves of an institution's log. */
export async function logSize(pool: pg.Pool, institution: string): Promise<number> {
  const text = `select coalesce(max(idx) + 1, 0)::float8 as size from ledger.leaf where institution = ledger.institution()`;
  const [row] = await within<{ size: number }>(pool, institution, { name: 'log-size', text, values: [] });
  return row?.size ?? 0;
}

const POLL_MS = 1_000;

/**
 * Calls `onBatch` when leaves were added, in any institution, and once a second besides: a notification may be lost
 * with its connection, which is made again. Calls mean "look", not "something is there".
 *
 * @returns how to stop
 */
export async function listen(
  url: string,
  applicationName: string,
  onBatch: () => void,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let stopped = false;
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, application_name: `${applicationName}-listen` });
    fresh.on('error', () => {});
    fresh.on('end', () => (client = undefined));
    fresh.on('notification', onBatch);
    await fresh.connect();
    await fresh.query('listen mouding_leaf');
    client = fresh;
  };
  await connect();
  let connecting: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (!client)
      connecting ??= connect()
        .catch(() => {})
        .finally(() => (connecting = undefined));
    if (!stopped) onBatch();
  }, POLL_MS);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await connecting;
    await client?.end();
  };
}
