import pg from 'pg';

/**
 * Carries the rows of every table and the state of every sequence from one database into another, freshly migrated
 * one, as text: what a dump without the vault and its restore do. (The server that the project brings has no pg_dump.)
 */
export async function dumpAndRestore(from: string, to: string): Promise<void> {
  const [source, target] = [
    new pg.Client({ connectionString: from }),
    new pg.Client({ connectionString: to }),
  ];
  await Promise.all([source.connect(), target.connect()]);
  try {
    await source.query('begin isolation level repeatable read read only');
    await target.query('begin');
    for (const table of await tablesOf(source)) await copy(source, target, table);
    for (const sequence of ['ledger.append_order', 'ledger.access_order'])
      await carryOn(source, target, sequence);
    await target.query('commit');
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
}

async function tablesOf(source: pg.Client): Promise<readonly string[]> {
  const { rows } = await source.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'ledger' and c.relkind = 'r' and c.relname <> 'migration' order by 1`);
  return rows.map(({ name }) => name);
}

async function copy(source: pg.Client, target: pg.Client, table: string): Promise<void> {
  const { rows } = await source.query<{ row: string }>(`select t::text as row from ${table} t`);
  await target.query(`insert into ${table} select (r.row::${table}).* from unnest($1::text[]) as r(row)`, [
    rows.map(({ row }) => row),
  ]);
}

async function carryOn(source: pg.Client, target: pg.Client, sequence: string): Promise<void> {
  const { rows } = await source.query<{ last: string; called: boolean }>(
    `select last_value::text as last, is_called as called from ${sequence}`,
  );
  await target.query('select setval($1::regclass, $2::bigint, $3)', [
    sequence,
    rows[0]?.last,
    rows[0]?.called,
  ]);
}
