import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { putPieces, rowsInPieces } from './pieces.ts';
import type { Table } from './tables.ts';

/** How many rows are asked for at once. */
const FETCHED = 500;

/** The rows of an institution in a table, each as PostgreSQL writes a row, in the order of its key. */
export const rowsOf = (client: pg.Client, table: Table, institution: string): AsyncGenerator<string> =>
  table.streamed
    ? rowsInPieces(client, table, table.streamed, institution)
    : wholeRows(client, table, institution);

async function* wholeRows(client: pg.Client, table: Table, institution: string): AsyncGenerator<string> {
  await client.query(
    `declare backed_rows no scroll cursor for select (t.*)::text as row from ${table.name} t
      where t.institution = ${client.escapeLiteral(institution)} order by ${table.order}`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${FETCHED} from backed_rows`);
    if (rows.length === 0) break;
    for (const { row } of rows) yield row;
  }
  await client.query('close backed_rows');
}

/** How much is written at once: rows, and characters. */
const [MOST_ROWS, MOST_CHARACTERS] = [500, 4_000_000];

/** Puts rows back, as many at once as is good. @returns how many */
export const putRows = (client: pg.Client, table: Table, lines: AsyncIterable<string>): Promise<number> =>
  table.streamed ? putPieces(client, table.name, table.streamed, lines) : putWhole(client, table.name, lines);

async function putWhole(client: pg.Client, table: string, lines: AsyncIterable<string>): Promise<number> {
  const text = `insert into ${table} select (r.row).* from (
    select u.line::${table} as row from unnest($1::text[]) as u(line) offset 0) as r`;
  let batch: string[] = [];
  let [size, count] = [0, 0];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await client.query(text, [batch]);
    [batch, size] = [[], 0];
  };
  for await (const line of lines) {
    batch.push(line);
    size += line.length;
    count += 1;
    if (batch.length >= MOST_ROWS || size >= MOST_CHARACTERS) await flush();
  }
  await flush();
  return count;
}

/** What went through: how many lines, and their SHA-256. */
export interface Counted {
  readonly rows: number;
  readonly sha256: string;
}

/** Counts and hashes lines while somebody else reads them; `counted` holds once they are at their end. */
export function counting(lines: AsyncIterable<string>): {
  readonly lines: AsyncGenerator<string>;
  counted(): Counted;
} {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    lines: (async function* () {
      for await (const line of lines) {
        hash.update(line).update('\n');
        rows += 1;
        yield line;
      }
    })(),
    counted: () => ({ rows, sha256: hash.copy().digest('hex') }),
  };
}

/** Counts and hashes lines that nobody else wants. */
export async function countedOf(lines: AsyncIterable<string>): Promise<Counted> {
  const through = counting(lines);
  for await (const line of through.lines) void line;
  return through.counted();
}

/** Writes lines into a packed file that only its owner may read. */
export async function writeLines(file: string, lines: AsyncIterable<string>): Promise<Counted> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const through = counting(lines);
  const quoted = async function* (): AsyncGenerator<string> {
    // A row may hold line feeds; as a JSON string it is one line.
    for await (const line of through.lines) yield `${JSON.stringify(line)}\n`;
  };
  const packing = createGzip({ level: constants.Z_BEST_SPEED });
  await pipeline(Readable.from(quoted()), packing, createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  return through.counted();
}

/** The lines of such a file. @throws Error for what is not one */
export async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  let failure: Error | undefined;
  const lines = createInterface({ input: unpacked, crlfDelay: Infinity });
  // Whoever stops reading early is not told of the rest, and what nobody hears ends the process.
  for (const stream of [unpacked, lines]) stream.on('error', (error: Error) => (failure ??= error));
  try {
    for await (const line of lines) {
      const read: unknown = JSON.parse(line);
      if (typeof read !== 'string') throw new Error(`${file}: a line is no row`);
      yield read;
    }
  } finally {
    source.destroy();
    unpacked.destroy();
  }
  if (failure) throw failure;
}
