import pg from 'pg';
import type { Entry } from '@mouding/evidence';
import { copyRows, type CopiedEntry, type Fields } from './copied-rows.ts';

/** Where an entry stands. */
export interface RowKey {
  readonly stream: string;
  readonly version: number;
}

/** An entry and the key of its row. */
export interface FoldRow extends RowKey {
  readonly entry: string;
}

/** An entry's row, columns beside bytes, in the forms that the entry has for them but for the time. */
export interface LogRow extends FoldRow, CopiedEntry {
  readonly type: string;
  readonly sv: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly prev: string | null;
  readonly leafHash: string;
}

/** Where the log of one institution is read, on a connection of its own. */
export interface LogSource {
  readonly client: pg.Client;
  readonly institution: string;
}

export interface ReaderOptions {
  readonly url: string;
  readonly institution: string;
}

/** Runs `work` on a connection to the log of one institution. */
export async function withSource<T>(
  { url, institution }: ReaderOptions,
  work: (source: LogSource) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'mouding-log-reader' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`select set_config('mouding.institution', $1, false)`, [institution]);
    // Everything here is read in the order of its keys, whole; what the planner believes of a table that was filled
    // a moment ago must not turn that into a look-up for each row.
    await client.query(
      'set enable_nestloop = off; set enable_hashjoin = off; set enable_seqscan = off; set jit = off; set timezone = utc',
    );
    return await work({ client, institution });
  } finally {
    await client.end();
  }
}

/** Runs `work` in one snapshot, which nothing done meanwhile disturbs. */
export async function inSnapshot<T>(
  { client }: LogSource,
  mode: 'read only' | 'read write',
  work: () => Promise<T>,
): Promise<T> {
  await client.query(`begin isolation level repeatable read ${mode}`);
  const result = await work();
  await client.query('commit');
  return result;
}

/** Each batch is asked for by itself, which costs as much as some hundred rows. */
const BATCH = 2_000;

/** Some of the streams of an institution, by the order of their names; null leaves an end open. */
export interface Slice {
  readonly after: string | null;
  readonly upTo: string | null;
}

export const WHOLE: Slice = { after: null, upTo: null };

/**
 * Every entry of some streams, stream by stream and version by version, a batch at a time: of each row what `keep` makes
 * of it as it arrives.
 */
export function logRows<Kept extends RowKey>(
  { client }: LogSource,
  keep: (row: LogRow) => Kept,
  { after, upTo }: Slice = WHOLE,
): AsyncGenerator<readonly Kept[]> {
  const next = ({ stream, version }: Key): string => `select e.stream, e.version, e.type, e.sv, e.at, e.prev,
      e.leaf_hash, e.entry
    from ledger.entry e where e.institution = ledger.institution()
      and (e.stream, e.version) > (${client.escapeLiteral(stream)}, ${client.escapeLiteral(version)})
      and (${client.escapeLiteral(String(upTo === null))}::boolean or e.stream <= ${client.escapeLiteral(upTo ?? '')})
    order by e.stream, e.version limit ${BATCH}`;
  const start = after === null ? START : { stream: after, version: LAST_VERSION };
  return batches(client, start, next, (row) => keep(logRowOf(row)));
}

function logRowOf(row: Fields): LogRow {
  const [stream, version, type, sv] = [row.text(), row.int(), row.text(), row.int()];
  const [at, prev, leafHash] = [row.instant(), row.hex(), row.hex() ?? ''];
  const { entry, made } = row.entry();
  return { stream, version, type, sv, at, prev, leafHash, entry, made };
}

/**
 * The same for who only folds.
 *
 * @param upTo only entries whose leaf index is at most this; undefined reads everything, sequenced or not
 */
export function foldRows({ client }: LogSource, upTo?: number): AsyncGenerator<readonly FoldRow[]> {
  const last = Number(upTo);
  const next = ({ stream, version }: Key): string => {
    const leaves = `join ledger.leaf l on l.institution = e.institution and l.stream = e.stream
      and l.version = e.version and l.idx <= ${last}
      and (l.stream, l.version) > (${client.escapeLiteral(stream)}, ${client.escapeLiteral(version)})`;
    const placed = upTo === undefined ? '' : leaves;
    return `select e.stream, e.version, e.entry from ledger.entry e ${placed}
      where e.institution = ledger.institution()
        and (e.stream, e.version) > (${client.escapeLiteral(stream)}, ${client.escapeLiteral(version)})
      order by e.stream, e.version limit ${BATCH}`;
  };
  return batches(client, START, next, foldRowOf);
}

const foldRowOf = (row: Fields): FoldRow => ({
  stream: row.text(),
  version: row.int(),
  entry: row.text(),
});

/** The key of a row, as SQL has it. */
interface Key {
  readonly stream: string;
  readonly version: string;
}

const START: Key = { stream: '', version: '0' };
const LAST_VERSION = String(2 ** 31 - 1);

/**
 * Along the key, whatever the database knows of the table: of one that was just restored it knows nothing, and would
 * read and sort the rest of the log for each batch.
 */
const ALONG_THE_KEY =
  'set local enable_sort = off; set local enable_bitmapscan = off; set local enable_seqscan = off';
const AS_BEFORE =
  'set local enable_sort = default; set local enable_bitmapscan = default; set local enable_seqscan = default';

/** Batch after batch; while one is looked at, the server is at work on the next. */
async function* batches<Row extends RowKey>(
  client: pg.Client,
  start: Key,
  next: (after: Key) => string,
  rowOf: (row: Fields) => Row,
): AsyncGenerator<readonly Row[]> {
  await client.query(ALONG_THE_KEY);
  yield* batchByBatch(client, start, next, rowOf);
  await client.query(AS_BEFORE);
}

async function* batchByBatch<Row extends RowKey>(
  client: pg.Client,
  start: Key,
  next: (after: Key) => string,
  rowOf: (row: Fields) => Row,
): AsyncGenerator<readonly Row[]> {
  let coming = batch(client, next(start), rowOf);
  for (;;) {
    const rows = await coming;
    const last = rows.at(-1);
    if (!last) return;
    if (rows.length === BATCH) {
      coming = batch(client, next({ stream: last.stream, version: String(last.version) }), rowOf);
      // Nobody waits for it any more where whoever reads stops at these.
      coming.catch(() => {});
    }
    yield rows;
    if (rows.length < BATCH) return;
  }
}

async function batch<Row>(
  client: pg.Client,
  select: string,
  rowOf: (row: Fields) => Row,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  await copyRows(client, select, (row) => rows.push(rowOf(row)));
  return rows;
}

/** The entry of a row, or nothing when its bytes are no JSON. That they are canonical is for the chain check to say. */
export function entryOf(row: FoldRow): Entry | undefined {
  try {
    return JSON.parse(row.entry) as Entry;
  } catch {
    return undefined;
  }
}
