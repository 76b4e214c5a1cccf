import { join } from 'node:path';
import pg from 'pg';
import { enter } from './backup.ts';
import { putJobs } from './jobs.ts';
import { readManifest, type BackedTable, type BackupManifest } from './manifest.ts';
import { countedOf, counting, putRows, readLines, rowsOf, type Counted } from './rows.ts';
import { AS_TEXT, backedTables, migrationsOf, type Table } from './tables.ts';

export interface RestoreOptions {
  /** Of the owner of a database that is migrated, and empty. */
  readonly url: string;
  readonly folder: string;
  /** The file of the wrapped data keys; null restores without: the record is whole, and nothing sealed opens. */
  readonly keys: string | null;
  /** Lists of destroyed keys that were kept apart, in the form of {@link Backup.destroyed}; newer than the backup. */
  readonly destroyed: readonly string[];
  /** Read every table back and compare it with the backup. */
  readonly prove: boolean;
  readonly prefix?: string;
  onProgress?(table: BackedTable): void;
}

/** Why nothing was restored: `full` and `other-version` before a row was written, `differs` after which all was taken back. */
export type NotRestored =
  | { readonly kind: 'full' }
  | {
      readonly kind: 'other-version';
      readonly missing: readonly string[];
      readonly unknown: readonly string[];
    }
  | { readonly kind: 'differs'; readonly faults: readonly string[] };

export interface Restored {
  readonly kind: 'restored';
  readonly manifest: BackupManifest;
  readonly rows: number;
  readonly keys: number;
  readonly jobs: number;
  /** Subjects that are erased, those of the lists included. */
  readonly erased: number;
}

/** Takes everything back that was written. */
class Differs extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/**
 * Puts a backup into an empty database, in one transaction: whole, or not at all. Whoever was erased since the backup
 * was made is erased again before anybody can read a row.
 *
 * @throws NoBackup
 */
export async function restore(options: RestoreOptions): Promise<Restored | NotRestored> {
  const manifest = readManifest(options.folder);
  const client = new pg.Client({ connectionString: options.url, application_name: 'mouding-restore' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(AS_TEXT);
    await client.query('begin');
    const unfit = await unfitFor(client, manifest);
    if (unfit) return unfit;
    const restored = await put(client, manifest, options);
    await client.query('commit');
    return restored;
  } catch (error) {
    if (error instanceof Differs) return { kind: 'differs', faults: error.faults };
    throw error;
  } finally {
    await client.end();
  }
}

async function unfitFor(client: pg.Client, manifest: BackupManifest): Promise<NotRestored | undefined> {
  const { rowCount } = await client.query('select from ledger.institution limit 1');
  if (rowCount !== 0) return { kind: 'full' };
  const here = await migrationsOf(client);
  const missing = manifest.migrations.filter((name) => !here.includes(name));
  const unknown = here.filter((name) => !manifest.migrations.includes(name));
  return missing.length + unknown.length > 0 ? { kind: 'other-version', missing, unknown } : undefined;
}

async function put(client: pg.Client, manifest: BackupManifest, options: RestoreOptions): Promise<Restored> {
  const { folder, keys, prefix = 'mouding' } = options;
  const tables = await tablesIn(client, manifest);
  let rows = 0;
  for (const backed of manifest.tables) {
    rows += await putTable(client, backed, tables.get(backed.table), folder);
    options.onProgress?.(backed);
  }
  if (options.prove) await compare(client, manifest, tables);
  const jobs = await putFile(join(folder, manifest.jobs.path), manifest.jobs, (lines) =>
    putJobs(client, prefix, lines),
  );
  for (const [name, last] of Object.entries(manifest.sequences))
    if (last !== '0') await client.query('select setval($1::regclass, $2)', [`ledger.${name}`, last]);
  const given = keys === null ? 0 : await putKeys(client, keys);
  return {
    kind: 'restored',
    manifest,
    rows,
    jobs,
    keys: given,
    erased: await eraseAgain(client, options.destroyed),
  };
}

async function putTable(
  client: pg.Client,
  backed: BackedTable,
  table: Table | undefined,
  folder: string,
): Promise<number> {
  if (!table) return 0;
  await enter(client, backed.institution);
  return putFile(join(folder, backed.path), backed, (lines) => putRows(client, table, lines));
}

async function tablesIn(client: pg.Client, { tables }: BackupManifest): Promise<ReadonlyMap<string, Table>> {
  const known = new Map((await backedTables(client)).map((table) => [table.name, table]));
  const strange = tables
    .filter(({ table }) => !known.has(table))
    .map(({ table }) => `${table}: no such table`);
  if (strange.length > 0) throw new Differs(strange);
  return known;
}

/** @throws Differs for a file that is missing, damaged, or not the one of the manifest */
async function putFile(
  file: string,
  wanted: Counted & { readonly path: string },
  putting: (lines: AsyncIterable<string>) => Promise<number>,
): Promise<number> {
  const through = counting(readLines(file));
  try {
    await putting(through.lines);
  } catch (error) {
    throw new Differs([`${wanted.path}: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const fault = unlike(wanted.path, wanted, through.counted());
  if (fault) throw new Differs([fault]);
  return wanted.rows;
}

function unlike(what: string, wanted: Counted, found: Counted): string | undefined {
  if (wanted.rows !== found.rows) return `${what}: ${found.rows} rows, the manifest says ${wanted.rows}`;
  return wanted.sha256 === found.sha256 ? undefined : `${what}: the rows are not those of the manifest`;
}

/** Restored equals original: every table, read back. @throws Differs */
async function compare(
  client: pg.Client,
  { tables }: BackupManifest,
  known: ReadonlyMap<string, Table>,
): Promise<void> {
  const faults: string[] = [];
  for (const backed of tables) {
    const table = known.get(backed.table);
    if (!table) continue;
    await enter(client, backed.institution);
    const found = await countedOf(rowsOf(client, table, backed.institution));
    const fault = unlike(`${backed.table} (${backed.institution})`, backed, found);
    if (fault) faults.push(fault);
  }
  if (faults.length > 0) throw new Differs(faults);
}

const KEY_LINE = /^([0-9a-f-]{36}) (\(.*\))$/s;

/** Rows of the vault; keys that were destroyed go again right afterwards. */
async function putKeys(client: pg.Client, file: string): Promise<number> {
  let count = 0;
  for await (const line of readLines(file)) {
    const [, institution = '', row = ''] = KEY_LINE.exec(line) ?? [];
    if (row === '') throw new Differs([`${file}: line ${count + 1} is no data key`]);
    await enter(client, institution);
    await client.query('insert into vault.data_key select ($1::vault.data_key).*', [row]);
    count += 1;
  }
  return count;
}

const DESTROYED = /^([0-9a-f-]{36})\t([0-9a-f-]{36})\t(\S+)$/;

/** Erases whoever is on the lists, and all that stands beside the log and says who it was. @throws Differs */
async function eraseAgain(client: pg.Client, lists: readonly string[]): Promise<number> {
  for (const line of lists) {
    const [, institution, subject, at] = DESTROYED.exec(line) ?? [];
    if (institution === undefined) throw new Differs([`destroyed keys: ${line}`]);
    await enter(client, institution);
    await client.query(
      'insert into ledger.destroyed_key (institution, subject, at) values ($1, $2, $3) on conflict do nothing',
      [institution, subject, at],
    );
  }
  const houses = await client.query<{ id: string }>('select institution as id from ledger.institution');
  let erased = 0;
  for (const { id } of houses.rows) {
    await enter(client, id);
    const done = await client.query(
      `select ledger.erase_person(subject) from ledger.destroyed_key where institution = $1`,
      [id],
    );
    erased += done.rowCount ?? 0;
  }
  return erased;
}
