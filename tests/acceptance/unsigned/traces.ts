import pg from 'pg';

/** One row of any table, with the transaction that wrote it last. */
export interface Trace {
  readonly table: string;
  readonly transaction: string;
  /** The whole row as text; bytes as PostgreSQL writes them. */
  readonly row: string;
}

/** Every row of every table of the database, as only its owner can read them. */
export async function tracesOf(ownerUrl: string): Promise<readonly Trace[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('set row_security = off');
    const tables = await owner.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('ledger', 'vault', 'graphile_worker', 'public')`,
    );
    const traces: Trace[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await owner.query<{ transaction: string; row: string }>(
        `select t.xmin::text as transaction, t::text as row from ${name} t`,
      );
      traces.push(...rows.map((row) => ({ table: name, ...row })));
    }
    return traces;
  } finally {
    await owner.end();
  }
}

const holds = (row: string, words: readonly string[]): boolean => words.some((word) => row.includes(word));

/**
 * Where something that is one person's stands beside something of an unsigned opinion: in one row, or in rows that one
 * transaction wrote. Told by table and words, for a person to look at.
 */
export function linksBetween(
  traces: readonly Trace[],
  persons: readonly string[],
  unsigned: readonly string[],
): readonly string[] {
  const groups = Map.groupBy(traces, ({ transaction }) => transaction);
  return [...groups.values()].flatMap((group) => {
    const named = group.filter(({ row }) => holds(row, persons));
    const boxed = group.filter(({ row }) => holds(row, unsigned));
    return named.flatMap((one) =>
      boxed.map((other) => `${one.table} ${one.row} beside ${other.table} ${other.row}`),
    );
  });
}

/** Bytes as they stand in a row, from the text of a token. */
export const bytesIn = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
