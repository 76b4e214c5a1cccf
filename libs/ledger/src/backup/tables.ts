import type pg from 'pg';

/** A table of which a backup holds the rows. */
export interface Table {
  /** With its schema. */
  readonly name: string;
  /** Its key, in an order that no collation changes. */
  readonly order: string;
  /** Set for a table of large contents, which are never whole in memory. */
  readonly streamed: Streamed | null;
}

/** The column of the contents among all columns of its table, in their order, as SQL. */
export interface Streamed {
  readonly column: string;
  readonly columns: readonly string[];
}

/**
 * What a restored system does better without: who is signed in, second factors asked for a minute ago, trails of
 * guesses, and which processes were alive. The list of migrations is compared, not copied.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'session',
  'step_up',
  'sign_in_trail',
  'heartbeat',
  'migration',
]);

/** Every table of the record, in the order of names. @throws Error for one that belongs to no institution */
export async function backedTables(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table & { readonly owned: boolean }>(TABLES);
  const kept = rows.filter(({ name }) => !LEFT_OUT.has(name));
  const stray = kept.find(({ owned }) => !owned);
  if (stray) throw new Error(`ledger.${stray.name} belongs to no institution`);
  return kept.map(({ name, order, streamed }) => ({ name: `ledger.${name}`, order, streamed }));
}

const TABLES = `select c.relname as name,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'institution') as owned,
    coalesce((
      select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', '
        order by k.place)
      from pg_index i
      cross join lateral unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary
    ), '1') as "order",
    (
      select json_build_object('column', quote_ident(large.attname), 'columns', (
        select json_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      )) from pg_attribute large
      where large.attrelid = c.oid and large.atttypid = 'bytea'::regtype and large.attstorage = 'e'
        and not large.attisdropped limit 1
    ) as streamed
  from pg_class c
  where c.relnamespace = 'ledger'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname`;

/** The migrations that a database has had, in their order. */
export async function migrationsOf(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>('select name from ledger.migration order by id');
  return rows.map(({ name }) => name);
}

/** Rows are written as text, the same on every server: nothing of a session may change how. */
export const AS_TEXT = `set timezone = utc; set datestyle = 'iso, ymd'; set intervalstyle = postgres;
  set bytea_output = hex; set extra_float_digits = 1; set jit = off`;
