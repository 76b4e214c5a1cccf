import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse, type Refused } from './words.ts';

/** The folder of the clone, wherever the command was called from. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The folder that holds what belongs to this one system: its keys, the database's password, logs, and the data
 * itself where the database may enter. `MOUDING_HOME`, otherwise `.mouding` in the clone. Nothing in it is in git.
 */
export function homeOf(environment: Readonly<Record<string, string | undefined>>): string {
  return resolve(environment['MOUDING_HOME'] || join(root, '.mouding'));
}

/** Makes the home and its log folder, or says why that is impossible. */
export function openHome(home: string): { readonly log: string } | Refused {
  const log = join(home, 'log');
  try {
    mkdirSync(log, { recursive: true });
    for (const folder of [home, log]) accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return { log };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(
      `不能写 ${home}（${reason}）。请用拥有该文件夹的用户运行，或以环境变量 MOUDING_HOME 指定一个可写的文件夹。`,
      `Cannot write ${home} (${reason}). Run as the user who owns the folder, or name a writable one in MOUDING_HOME.`,
    );
  }
}
