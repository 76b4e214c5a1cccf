import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Stands beside the backups, grows with each, and is put into every restore: an old backup brings nobody back. */
export const DESTROYED_LIST = 'destroyed-keys.tsv';

/** The lines of a list of destroyed keys; none where there is no list. */
export const destroyedIn = (file: string): readonly string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];

/** Adds to the list of a folder of backups what is not on it yet; nothing ever leaves it. */
export function addDestroyed(folder: string, lines: readonly string[]): void {
  const file = join(folder, DESTROYED_LIST);
  const all = [...new Set([...destroyedIn(file), ...lines])];
  writeFileSync(`${file}.new`, all.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The list that stands beside a backup. */
export const listBeside = (backup: string): string => join(dirname(backup), DESTROYED_LIST);
