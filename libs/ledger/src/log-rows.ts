import pg from 'pg';
import type { Entry } from '@mouding/evidence';

/** An entry and the key of its row. */
export interface FoldRow {
  readonly stream: string;
  readonly version: number;
  readonly entry: string;
}

/** An entry's row, columns beside bytes, in the forms that the entry has for them. */
export interface LogRow extends FoldRow {
  readonly type: string;
  readonly sv: number;
  readonly at: string;
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

/** Few enough that what is made of one batch is gone before the collector would have to move it. */
const BATCH = 500;
const ORDER = 'where e.institution = ledger.institution() order by e.stream, e.version';

/** Some of the streams of an institution, by the order of their names; null leaves an end open. */
export interface Slice {
  readonly after: string | null;
  readonly upTo: string | null;
}

export const WHOLE: Slice = { after: null, upTo: null };

/** Every entry of some streams, stream by stream and version by version, a batch at a time. */
export async function* logRows(
  source: LogSource,
  { after, upTo }: Slice = WHOLE,
): AsyncGenerator<readonly LogRow[]> {
  const { client } = source;
  const select = `select e.stream, e.version, e.type, e.sv, e.at, e.prev, e.leaf_hash as "leafHash", e.entry
    from ledger.entry e where e.institution = ledger.institution()
      and e.stream > ${client.escapeLiteral(after ?? '')}
      and (${client.escapeLiteral(String(upTo === null))}::boolean or e.stream <= ${client.escapeLiteral(upTo ?? '')})
    order by e.stream, e.version`;
  yield* batches<LogRow>(source, 'log_rows', select);
}

/**
 * The same for who only folds.
 *
 * @param upTo only entries whose leaf index is at most this; undefined reads everything, sequenced or not
 */
export async function* foldRows(source: LogSource, upTo?: number): AsyncGenerator<readonly FoldRow[]> {
  const last = Number(upTo);
  const leaves = `join ledger.leaf l on l.institution = e.institution and l.stream = e.stream
    and l.version = e.version and l.idx <= ${last}`;
  const placed = upTo === undefined ? '' : leaves;
  const select = `select e.stream, e.version, e.entry from ledger.entry e ${placed} ${ORDER}`;
  yield* batches<FoldRow>(source, 'fold_rows', select);
}

async function* batches<Row extends object>(
  { client }: LogSource,
  cursor: string,
  select: string,
): AsyncGenerator<readonly Row[]> {
  await client.query(`declare ${cursor} no scroll cursor for ${select}`);
  for (;;) {
    const { rows } = await client.query<Row>({ text: `fetch ${BATCH} from ${cursor}`, types: AS_WRITTEN });
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query(`close ${cursor}`);
}

const INT4: number = pg.types.builtins.INT4;
const BYTEA: number = pg.types.builtins.BYTEA;
const TIMESTAMPTZ: number = pg.types.builtins.TIMESTAMPTZ;

/** A log is long: hashes and times are read as the text that the entry has for them, nothing is made of them. */
const AS_WRITTEN: pg.CustomTypesConfig = {
  getTypeParser: ((type: number) =>
    READ[type] ?? ((text: string) => text)) as pg.CustomTypesConfig['getTypeParser'],
};

const READ: { readonly [type: number]: (text: string) => unknown } = {
  [INT4]: Number,
  [BYTEA]: (text) => text.slice('\\x'.length),
  // 2026-11-22 03:50:58.9+00, without the noughts at the end of the fraction.
  [TIMESTAMPTZ]: (text) =>
    `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -'+00'.length).padEnd(3, '0')}Z`,
};

/** The entry of a row, or nothing when its bytes are no JSON. That they are canonical is for the chain check to say. */
export function entryOf(row: FoldRow): Entry | undefined {
  try {
    return JSON.parse(row.entry) as Entry;
  } catch {
    return undefined;
  }
}
