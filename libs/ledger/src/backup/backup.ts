import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { jobLines } from './jobs.ts';
import {
  BACKUP_FORMAT,
  MANIFEST,
  type BackedLog,
  type BackedTable,
  type BackupManifest,
} from './manifest.ts';
import { rowsOf, writeLines } from './rows.ts';
import { AS_TEXT, backedTables, migrationsOf, type Table } from './tables.ts';

export interface BackupOptions {
  /** Of the owner. */
  readonly url: string;
  /** A folder that is not there yet. */
  readonly folder: string;
  /** Where the wrapped data keys go, apart from the record; null leaves them out. */
  readonly keys: string | null;
  readonly prefix?: string;
  onProgress?(table: BackedTable): void;
}

/** A backup that was made. */
export interface Backup {
  readonly manifest: BackupManifest;
  /** Subjects whose data key was destroyed, `institution<TAB>subject<TAB>at`, in order: to be kept apart, and only added to. */
  readonly destroyed: readonly string[];
  /** How many data keys were written; null where none were asked for. */
  readonly keys: number | null;
}

/**
 * Writes the whole record into a folder, in one snapshot, while everybody goes on working. The data keys are not in it;
 * they go into a file of their own, or nowhere. The manifest comes last: a folder without one is no backup.
 */
export async function backUp(options: BackupOptions): Promise<Backup> {
  const client = new pg.Client({ connectionString: options.url, application_name: 'mouding-backup' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(AS_TEXT);
    await client.query('begin isolation level repeatable read');
    const backup = await written(client, options);
    await client.query('rollback');
    return backup;
  } finally {
    await client.end();
  }
}

interface House {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

async function written(client: pg.Client, options: BackupOptions): Promise<Backup> {
  const { folder, keys, prefix = 'mouding' } = options;
  const houses = await client.query<House>(HOUSES);
  const tables = await backedTables(client);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const backed: BackedTable[] = [];
  const logs: BackedLog[] = [];
  const destroyed: string[] = [];
  for (const house of houses.rows) {
    await enter(client, house.id);
    for (const table of tables) backed.push(await tableInto(client, { table, house, options }));
    logs.push(await logOf(client, house));
    destroyed.push(...(await destroyedIn(client)));
  }
  const count = keys === null ? null : await keysInto(client, keys, houses.rows);
  const jobs = 'jobs.gz';
  const manifest: BackupManifest = {
    format: BACKUP_FORMAT,
    made: new Date().toISOString(),
    migrations: await migrationsOf(client),
    sequences: await sequencesOf(client),
    logs,
    tables: backed,
    jobs: { path: jobs, ...(await writeLines(join(folder, jobs), jobLines(client, prefix))) },
  };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, {
    mode: 0o600,
    flag: 'wx',
  });
  return { manifest, destroyed, keys: count };
}

/** Row-level security holds the owner too: what is read is one institution's. */
export const enter = (client: pg.Client, institution: string): Promise<unknown> =>
  client.query(`select set_config('mouding.institution', $1, true)`, [institution]);

const HOUSES = 'select institution as id, code, name from ledger.institution order by institution';

async function tableInto(
  client: pg.Client,
  wish: { readonly table: Table; readonly house: House; readonly options: BackupOptions },
): Promise<BackedTable> {
  const { table, house, options } = wish;
  const path = `${house.id}/${table.name}.gz`;
  const counted = await writeLines(join(options.folder, path), rowsOf(client, table, house.id));
  const backed = { institution: house.id, table: table.name, path, ...counted };
  options.onProgress?.(backed);
  return backed;
}

async function logOf(client: pg.Client, { id, code, name }: House): Promise<BackedLog> {
  const leaves = await client.query<{ leaves: number }>(
    'select count(*)::float8 as leaves from ledger.leaf where institution = $1',
    [id],
  );
  const signed = await client.query<{ size: number; root: string; note: string }>(NEWEST, [id]);
  return {
    institution: id,
    code,
    name,
    leaves: leaves.rows[0]?.leaves ?? 0,
    checkpoint: signed.rows[0] ?? null,
  };
}

const NEWEST = `select size::float8 as size, encode(root, 'hex') as root, note from ledger.checkpoint
  where institution = $1 order by generation desc, size desc limit 1`;

async function destroyedIn(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select institution || chr(9) || subject || chr(9) || to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as line
      from ledger.destroyed_key where institution = ledger.institution() order by at, subject`,
  );
  return rows.map(({ line }) => line);
}

const DATA_KEYS: Table = { name: 'vault.data_key', order: 'subject', streamed: null };

async function keysInto(client: pg.Client, file: string, houses: readonly House[]): Promise<number> {
  const lines = async function* (): AsyncGenerator<string> {
    for (const { id } of houses) {
      await enter(client, id);
      for await (const row of rowsOf(client, DATA_KEYS, id)) yield `${id} ${row}`;
    }
  };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return (await writeLines(file, lines())).rows;
}

async function sequencesOf(client: pg.Client): Promise<BackupManifest['sequences']> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `select sequencename as name, coalesce(last_value, 0)::text as last from pg_sequences
      where schemaname = 'ledger' order by sequencename`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}
