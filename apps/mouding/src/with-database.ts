import type { Institution } from '@mouding/ledger';
import { openDatabase } from './database.ts';
import { openHome } from './home.ts';
import { institutionsOf } from './launch.ts';
import { ask } from './postgres/ask.ts';
import { holdHome, runningIn } from './run-file.ts';
import type { SystemUse } from './system.ts';
import { isRefused, refuse, type Refused } from './words.ts';

/** Work on the log itself, for which no service need run. */
export type DatabaseWork = (
  ownerUrl: string,
  institutions: readonly Institution[],
) => Promise<number | Refused>;

/**
 * Does `work` with the database of the home folder, which is started for it unless it runs, or with that of
 * `DATABASE_URL`; `code` narrows it to one institution.
 */
export async function withDatabase(
  use: SystemUse,
  code: string | undefined,
  work: DatabaseWork,
): Promise<number | Refused> {
  const url = runningIn(use.home)?.databaseUrl ?? use.databaseUrl;
  return url ? examine(url, code, work) : withEmbedded(use, (ownerUrl) => examine(ownerUrl, code, work));
}

async function withEmbedded(
  use: SystemUse,
  work: (ownerUrl: string) => Promise<number | Refused>,
): Promise<number | Refused> {
  const home = openHome(use.home);
  if (isRefused(home)) return home;
  const hold = holdHome(use.home);
  if ('holder' in hold) {
    return refuse(
      `进程 ${hold.holder} 正在使用 ${use.home}，请等它结束后再试。`,
      `Process ${hold.holder} is using ${use.home}; wait until it has ended and try again.`,
    );
  }
  try {
    use.out.progress({ zh: '启动数据库……', en: 'starting the database …' });
    const database = await openDatabase(use.home, undefined);
    if (isRefused(database)) return database;
    try {
      return await work(database.ownerUrl);
    } finally {
      await database.stop();
    }
  } finally {
    hold.release();
  }
}

async function examine(
  ownerUrl: string,
  code: string | undefined,
  work: DatabaseWork,
): Promise<number | Refused> {
  const table = await ask(ownerUrl, "select to_regclass('ledger.institution')::text as name");
  if ('error' in table)
    return refuse(`数据库没有应答：${table.error}`, `The database does not answer: ${table.error}`);
  const all = table.row?.['name'] === null ? [] : await institutionsOf(ownerUrl);
  const wanted = all.filter((institution) => code === undefined || institution.code === code);
  if (wanted.length > 0) return work(ownerUrl, wanted);
  const known = all.map((institution) => institution.code).join(', ');
  return code === undefined
    ? refuse(
        '数据库中还没有单位。请先运行 npm start。',
        'The database holds no institution yet. Run npm start first.',
      )
    : refuse(
        `没有代码为 ${code} 的单位；现有：${known || '无'}`,
        `There is no institution ${code}; there are: ${known || 'none'}`,
      );
}
