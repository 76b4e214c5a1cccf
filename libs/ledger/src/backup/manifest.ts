import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const BACKUP_FORMAT = 'mouding-backup@2';

/** The rows of one table of one institution, as one file of a backup. */
export interface BackedTable {
  readonly institution: string;
  /** With its schema, e.g. `ledger.entry`. */
  readonly table: string;
  /** Inside the folder of the backup. */
  readonly path: string;
  /** Lines of the file: a row each, and one for each piece of a large content. */
  readonly rows: number;
  /** SHA-256 (hex) of the lines before they are packed. */
  readonly sha256: string;
}

/** Where the log of an institution stood. */
export interface BackedLog {
  readonly institution: string;
  readonly code: string;
  readonly name: string;
  /** Entries with their place in the log. */
  readonly leaves: number;
  /** The newest checkpoint that covers it, as it was signed; null where nothing was signed. */
  readonly checkpoint: { readonly size: number; readonly root: string; readonly note: string } | null;
}

/** What stands in `manifest.json`. */
export interface BackupManifest {
  readonly format: typeof BACKUP_FORMAT;
  /** Real time, UTC. */
  readonly made: string;
  /** The migrations of the database, in their order: it is restored under the same and no other. */
  readonly migrations: readonly string[];
  readonly sequences: { readonly [name: string]: string };
  readonly logs: readonly BackedLog[];
  readonly tables: readonly BackedTable[];
  /** Jobs that waited in the worker's queue. */
  readonly jobs: { readonly path: string; readonly rows: number; readonly sha256: string };
}

/** Thrown for a folder that holds no backup, or half of one. */
export class NoBackup extends Error {
  override readonly name = 'NoBackup';
}

export const MANIFEST = 'manifest.json';

/** @throws NoBackup */
export function readManifest(folder: string): BackupManifest {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
  } catch (error) {
    throw new NoBackup(`${MANIFEST}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isManifest(read)) throw new NoBackup(`${MANIFEST} is not of ${BACKUP_FORMAT}`);
  return read;
}

const PATH = /^[a-z0-9._-]+(?:\/[a-z0-9._-]+)*$/;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isFile = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['path'] === 'string' &&
  PATH.test(value['path']) &&
  !value['path'].includes('..') &&
  typeof value['rows'] === 'number' &&
  typeof value['sha256'] === 'string';

function isManifest(value: unknown): value is BackupManifest {
  if (!isObject(value) || value['format'] !== BACKUP_FORMAT) return false;
  const { tables, logs, migrations, sequences, jobs } = value;
  const lists = [tables, logs, migrations].every((list) => Array.isArray(list));
  return lists && isObject(sequences) && isFile(jobs) && (tables as unknown[]).every(isFile);
}
