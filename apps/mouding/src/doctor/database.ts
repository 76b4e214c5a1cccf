import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oldestMajor, serverVersion } from '../database.ts';
import { ask } from '../postgres/ask.ts';
import { readRecord } from '../postgres/cluster-record.ts';
import { runningIn } from '../run-file.ts';
import { roles } from '../secret.ts';
import { isRefused } from '../words.ts';
import { bad, fine, note, type Finding } from './finding.ts';

const postgres = { zh: '数据库', en: 'database' };

/** The database: whether it answers, its version, its roles and its tables. */
export async function lookAtDatabase(home: string, givenUrl: string | undefined): Promise<Finding[]> {
  const url = runningIn(home)?.databaseUrl ?? givenUrl;
  if (url === undefined) return [embeddedAtRest(home)];
  const version = await serverVersion(url);
  if (typeof version !== 'number') return [{ name: postgres, state: 'bad', says: version.refused }];
  const major = Math.floor(version / 10_000);
  const found =
    major < oldestMajor
      ? bad(
          postgres,
          `PostgreSQL ${major} 太旧，需要 ${oldestMajor} 以上`,
          `PostgreSQL ${major} is too old; ${oldestMajor} or newer is needed`,
        )
      : fine(postgres, `PostgreSQL ${major}，可连接`, `PostgreSQL ${major}, reachable`);
  return [found, await rolesOf(url), await tablesOf(url), await clockOf(url)];
}

function embeddedAtRest(home: string): Finding {
  const record = readRecord(home);
  if (record === undefined)
    return fine(postgres, '尚未建立，首次启动时建立', 'not made yet; the first start makes it');
  if (isRefused(record)) return { name: postgres, state: 'bad', says: record.refused };
  const version = join(record.data, 'PG_VERSION');
  if (!existsSync(record.data))
    return note(
      postgres,
      `${record.data} 不存在，下次启动时新建`,
      `${record.data} is not there; the next start makes it`,
    );
  try {
    const major = readFileSync(version, 'utf8').trim();
    return fine(
      postgres,
      `没有在运行；PostgreSQL ${major} 的数据在 ${record.data}`,
      `not running; data of PostgreSQL ${major} in ${record.data}`,
    );
  } catch {
    return note(
      postgres,
      `没有在运行；${record.data} 要用启动它的用户查看`,
      `not running; ${record.data} can be read by the user who started it`,
    );
  }
}

async function rolesOf(url: string): Promise<Finding> {
  const name = { zh: '数据库角色', en: 'database roles' };
  const wanted = roles.map((role) => `mouding_${role}`);
  const list = wanted.map((role) => `'${role}'`).join(', ');
  const answer = await ask(
    url,
    `select coalesce(string_agg(rolname, ' '), '') as found from pg_roles where rolname in (${list})`,
  );
  if ('error' in answer) return bad(name, answer.error, answer.error);
  const found = String(answer.row?.['found']).split(' ');
  const missing = wanted.filter((role) => !found.includes(role));
  return missing.length === 0
    ? fine(name, '齐全', 'all there')
    : bad(
        name,
        `缺 ${missing.join('、')}：启动时会建立；若无权限，请管理员执行 docker/roles.sql`,
        `missing ${missing.join(', ')}: a start makes them; where it may not, have an administrator run docker/roles.sql`,
      );
}

async function tablesOf(url: string): Promise<Finding> {
  const name = { zh: '数据库结构', en: 'migrations' };
  const answer = await ask(url, 'select count(*)::int as done from ledger.migration');
  if ('row' in answer)
    return fine(
      name,
      `已执行 ${String(answer.row?.['done'])} 次升级`,
      `${String(answer.row?.['done'])} applied`,
    );
  return note(
    name,
    `还没有建立（${answer.error}）；启动时建立`,
    `not there yet (${answer.error}); a start makes them`,
  );
}

async function clockOf(url: string): Promise<Finding> {
  const name = { zh: '数据库时间', en: 'database clock' };
  const before = Date.now();
  const answer = await ask(url, 'select (extract(epoch from clock_timestamp()) * 1000)::float8 as now');
  if ('error' in answer) return bad(name, answer.error, answer.error);
  const apart = Math.abs(Number(answer.row?.['now']) - (before + Date.now()) / 2) / 1000;
  return apart > 60
    ? bad(
        name,
        `与本机相差 ${apart.toFixed(0)} 秒：请校准`,
        `${apart.toFixed(0)} s apart from this machine: set the clocks`,
      )
    : fine(
        name,
        `与本机相差不到 ${Math.ceil(apart)} 秒`,
        `less than ${Math.ceil(apart)} s apart from this machine`,
      );
}
