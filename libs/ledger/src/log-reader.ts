import pg from 'pg';
import type { Entry } from '@mouding/evidence';
import { bytesOf } from './hashing.ts';
import { TEXT } from './statements.ts';

/** An entry's row, columns beside bytes, and its leaf index where it has one. */
export interface LogRow {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly sv: number;
  readonly at: Date;
  readonly prev: Buffer | null;
  readonly leaf_hash: Buffer;
  readonly entry: string;
  readonly idx: number | null;
}

/** A reader of one institution's log, on a connection of its own. */
export interface LogReader {
  readonly client: pg.Client;
  readonly institution: string;
  text(hash: string): Promise<string | undefined>;
}

export interface ReaderOptions {
  readonly url: string;
  readonly institution: string;
}

/** Runs `work` with a reader of one institution. */
export async function withReader<T>(
  { url, institution }: ReaderOptions,
  work: (reader: LogReader) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'mouding-log-reader' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`select set_config('mouding.institution', $1, false)`, [institution]);
    // Everything here is read in the order of its keys, whole; what the planner believes of a table that was filled
    // a moment ago must not turn that into a look-up for each row.
    await client.query(
      'set enable_nestloop = off; set enable_hashjoin = off; set enable_seqscan = off; set jit = off',
    );
    return await work({
      client,
      institution,
      async text(hash) {
        const { rows } = await client.query<{ content: Buffer }>({ ...TEXT, values: [bytesOf(hash)] });
        return rows[0]?.content.toString('utf8');
      },
    });
  } finally {
    await client.end();
  }
}

/** Runs `work` in one snapshot, which nothing done meanwhile disturbs. */
export async function inSnapshot<T>(
  { client }: LogReader,
  mode: 'read only' | 'read write',
  work: () => Promise<T>,
): Promise<T> {
  await client.query(`begin isolation level repeatable read ${mode}`);
  const result = await work();
  await client.query('commit');
  return result;
}

const LOG = `select e.stream, e.version, e.type, e.sv, e.at, e.prev, e.leaf_hash, e.entry, l.idx::float8 as idx
  from ledger.entry e
  left join ledger.leaf l on l.institution = e.institution and l.stream = e.stream and l.version = e.version
  where e.institution = ledger.institution()
  order by e.stream, e.version`;

const BATCH = 2_000;

/**
 * Every entry of the institution, stream by stream and version by version, a batch at a time.
 *
 * @param upTo only entries whose leaf index is at most this; undefined reads everything, sequenced or not
 */
export async function* logRows({ client }: LogReader, upTo?: number): AsyncGenerator<readonly LogRow[]> {
  const cursor = 'log_rows';
  await client.query(`declare ${cursor} no scroll cursor for ${LOG}`);
  for (;;) {
    const { rows } = await client.query<LogRow>({ name: 'log-rows', text: `fetch ${BATCH} from ${cursor}` });
    if (rows.length === 0) break;
    yield upTo === undefined ? rows : rows.filter(({ idx }) => idx !== null && idx <= upTo);
  }
  await client.query(`close ${cursor}`);
}

/** The entry of a row, or nothing when its bytes are no JSON. That they are canonical is for the chain check to say. */
export function entryOf(row: LogRow): Entry | undefined {
  try {
    return JSON.parse(row.entry) as Entry;
  } catch {
    return undefined;
  }
}
