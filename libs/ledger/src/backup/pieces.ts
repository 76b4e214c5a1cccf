import type pg from 'pg';
import type { Streamed, Table } from './tables.ts';

/** Bytes of an original in memory at a time; whole in base64. */
const PIECE = 3 * 512 * 1024;
const ROWS = 500;
/** What a line begins with that is no row but the next bytes of the row before it. */
const MARK = '+';

interface Row {
  readonly row: string;
  readonly place: string;
  readonly bytes: number;
}

/** The rows of a table with large contents: each row without its content, and after it the content, piece by piece. */
export async function* rowsInPieces(
  client: pg.Client,
  table: Table,
  { column, columns }: Streamed,
  institution: string,
): AsyncGenerator<string> {
  const bare = columns.map((each) => (each === column ? 'null::bytea' : `t.${each}`)).join(', ');
  await client.query(
    `declare rows_in_pieces no scroll cursor for
      select (row(${bare})::${table.name})::text as row, t.ctid::text as place, octet_length(t.${column}) as bytes
      from ${table.name} t where t.institution = ${client.escapeLiteral(institution)} order by ${table.order}`,
  );
  const piece = `select substring(${column} from $2 for $3) as piece from ${table.name} where ctid = $1::tid`;
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${ROWS} from rows_in_pieces`);
    if (rows.length === 0) break;
    for (const { row, place, bytes } of rows) {
      yield row;
      for (let from = 1; from <= bytes; from += PIECE) {
        const found = await client.query<{ piece: Buffer }>(piece, [place, from, PIECE]);
        yield `${MARK}${found.rows[0]?.piece.toString('base64') ?? ''}`;
      }
    }
  }
  await client.query('close rows_in_pieces');
}

const GATHERING = 'create temp table if not exists restored_piece (place int, bytes bytea) on commit drop';
const GATHER = 'insert into restored_piece (place, bytes) values ($1, $2)';

/** Puts such rows back: the pieces are gathered by the server, and no content is ever whole in this process. */
export async function putPieces(
  client: pg.Client,
  table: string,
  { column, columns }: Streamed,
  lines: AsyncIterable<string>,
): Promise<number> {
  const content = `(select string_agg(bytes, ''::bytea order by place) from restored_piece)`;
  const values = columns.map((each) => (each === column ? content : `(u.row).${each}`)).join(', ');
  const names = columns.join(', ');
  const put = `insert into ${table} (${names}) select ${values} from (select $1::${table} as row offset 0) as u`;
  await client.query(GATHERING);
  let row: string | undefined;
  let [count, pieces] = [0, 0];
  const flush = async (): Promise<void> => {
    if (row === undefined) return;
    await client.query(put, [row]);
    await client.query('truncate restored_piece');
    count += 1;
    pieces = 0;
  };
  for await (const line of lines) {
    if (line.startsWith(MARK)) {
      await client.query(GATHER, [pieces, Buffer.from(line.slice(MARK.length), 'base64')]);
      pieces += 1;
    } else {
      await flush();
      row = line;
    }
  }
  await flush();
  return count;
}
