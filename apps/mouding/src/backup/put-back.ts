import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { migrate, NoBackup, prepareRoles, restore, type NotRestored, type Restored } from '@mouding/ledger';
import { openDatabase } from '../database.ts';
import { exitCode } from '../exit-code.ts';
import { openHome } from '../home.ts';
import { institutionsOf, keyFileOf } from '../launch.ts';
import type { Out } from '../out.ts';
import { keptCheckpoint, type KeptCheckpoint } from '../log/kept-checkpoint.ts';
import { holdHome } from '../run-file.ts';
import { rolePasswords, secretOf, writePasswords } from '../secret.ts';
import { isRefused, refuse, type Refused } from '../words.ts';
import { destroyedIn, listBeside } from './destroyed-list.ts';
import { prove } from './prove.ts';
import { showFaults, showProved, showRestored } from './show-restored.ts';

export interface RestoreWish {
  /** The folder of one backup. */
  readonly backup: string;
  readonly home: string;
  readonly databaseUrl: string | undefined;
  readonly prove: boolean;
  readonly keys?: string;
  /** A list of destroyed keys that was kept apart. */
  readonly destroyed?: string;
  readonly checkpoint?: string;
}

/** Puts a backup into the empty database of a home folder, or of `DATABASE_URL`, and proves that it is the same. */
export async function putBack(wish: RestoreWish, out: Out): Promise<number | Refused> {
  const home = openHome(wish.home);
  if (isRefused(home)) return home;
  const absent = [wish.keys, wish.destroyed, wish.checkpoint].find((file) => file && !existsSync(file));
  if (absent) return refuse(`没有文件 ${absent}。`, `There is no file ${absent}.`);
  const hold = holdHome(wish.home);
  if ('holder' in hold)
    return refuse(
      `进程 ${hold.holder} 正在使用 ${wish.home}。请先停止谋定，或以 MOUDING_HOME 指定一个空文件夹。`,
      `Process ${hold.holder} is using ${wish.home}. Stop Mouding first, or name an empty folder in MOUDING_HOME.`,
    );
  try {
    out.progress({ zh: '启动数据库……', en: 'starting the database …' });
    const database = await openDatabase(wish.home, wish.databaseUrl);
    if (isRefused(database)) return database;
    try {
      return await into(database.ownerUrl, wish, out);
    } finally {
      await database.stop();
    }
  } finally {
    hold.release();
  }
}

async function into(url: string, wish: RestoreWish, out: Out): Promise<number | Refused> {
  const unready = await prepare(url, wish.home);
  if (unready) return unready;
  const checkpoint = wish.checkpoint === undefined ? null : keptCheckpoint(wish.checkpoint, wish.home);
  if (typeof checkpoint === 'string') return showFaults([checkpoint], out);
  const began = performance.now();
  const restored = await restoredFrom(url, wish, out);
  if (isRefused(restored)) return restored;
  if (restored.kind !== 'restored') return notRestored(restored, out);
  showRestored(restored, (performance.now() - began) / 1000, out);
  noteKey(wish.home, out);
  if (wish.prove) return proved(url, { ...wish, kept: checkpoint }, restored, out);
  out.answer({ restored: true, proved: null, ...figuresOf(restored) });
  return exitCode.ok;
}

/** The roles, and the schema of this version. */
async function prepare(url: string, home: string): Promise<Refused | null> {
  const passwords = rolePasswords(secretOf(home));
  const prepared = await prepareRoles(url, passwords);
  if ('refused' in prepared) {
    const file = writePasswords(home, passwords);
    return refuse(
      `请让数据库管理员执行一次 docker/roles.sql，再执行 ${file}，然后重试。`,
      `${prepared.refused} Let an administrator run docker/roles.sql once, then ${file}, and try again.`,
    );
  }
  await migrate(url);
  return null;
}

function noteKey(home: string, out: Out): void {
  if (existsSync(process.env['KEY_FILE'] ?? keyFileOf(home))) return;
  out.line({
    zh: `· 密钥文件不在 ${keyFileOf(home)}：启动前请放回原来那一份。`,
    en: `· The key file is not at ${keyFileOf(home)}: put the very same one back before you start.`,
  });
}

async function restoredFrom(
  url: string,
  { backup, keys, destroyed, prove: proving }: RestoreWish,
  out: Out,
): Promise<Restored | NotRestored | Refused> {
  const folder = resolve(backup);
  const lists = [listBeside(folder), ...(destroyed === undefined ? [] : [destroyed])];
  try {
    return await restore({
      url,
      folder,
      keys: keys ?? null,
      destroyed: [...new Set(lists.flatMap(destroyedIn))],
      prove: proving,
      onProgress: ({ table, rows }) =>
        out.progress({ zh: `已恢复 ${table}：${rows} 行`, en: `${table}: ${rows} rows` }),
    });
  } catch (error) {
    if (!(error instanceof NoBackup)) throw error;
    return refuse(
      `${folder} 不是完整的备份（${error.message}）。`,
      `${folder} is no whole backup (${error.message}).`,
    );
  }
}

function notRestored(why: NotRestored, out: Out): number | Refused {
  if (why.kind === 'differs') return showFaults(why.faults, out);
  if (why.kind === 'full')
    return refuse(
      '目标数据库中已有单位，不覆盖。请以 MOUDING_HOME 或 DATABASE_URL 指定一个空的。',
      'The database holds an institution already and is not overwritten. Name an empty one in MOUDING_HOME or DATABASE_URL.',
    );
  const names = [...why.missing, ...why.unknown].join(', ');
  return refuse(
    `备份与本版本的数据库结构不同（${names}）。请用做备份的版本恢复，再升级。`,
    `The backup is of another version of the schema (${names}). Restore it with the version that made it, then upgrade.`,
  );
}

const figuresOf = ({ rows, keys, jobs, erased }: Restored): object => ({ rows, keys, jobs, erased });

async function proved(
  url: string,
  { home, kept }: { readonly home: string; readonly kept: KeptCheckpoint | null },
  restored: Restored,
  out: Out,
): Promise<number> {
  const reports = await prove({ url, home, checkpoint: kept, out }, await institutionsOf(url));
  return showProved(reports, { ...restored, isKept: kept !== null }, out);
}
