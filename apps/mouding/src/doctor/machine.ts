import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { openHome } from '../home.ts';
import { accountFor } from '../postgres/account.ts';
import { binariesFor } from '../postgres/binaries.ts';
import { isRefused } from '../words.ts';
import { bad, fine, note, type Finding } from './finding.ts';

const gigabyte = 1024 ** 3;

/** Node, the folder and its disk, the programs of the database, the clock. */
export function lookAtMachine(home: string, usesEmbedded: boolean, now: Date): Finding[] {
  const findings = [node(), folder(home), disk(home), clock(now)];
  return usesEmbedded ? [...findings, postgresPrograms(home)] : findings;
}

function node(): Finding {
  const name = { zh: 'Node', en: 'Node' };
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isRecent = major > 24 || (major === 24 && minor >= 9);
  return isRecent
    ? fine(name, process.version, process.version)
    : bad(
        name,
        `${process.version}，需要 24.9 以上：运行 npm ci`,
        `${process.version}; 24.9 or newer is needed: run npm ci`,
      );
}

function folder(home: string): Finding {
  const name = { zh: '数据位置', en: 'home folder' };
  const opened = openHome(home);
  return isRefused(opened)
    ? { name, state: 'bad', says: opened.refused }
    : fine(name, `${home}，可写`, `${home}, writable`);
}

function disk(home: string): Finding {
  const name = { zh: '磁盘空间', en: 'disk space' };
  const { bavail, bsize } = statfsSync(nearestFolder(home));
  const free = (bavail * bsize) / gigabyte;
  const [zh, en] = [`剩余 ${free.toFixed(1)} GB`, `${free.toFixed(1)} GB free`];
  if (free < 0.3) return bad(name, `${zh}，请腾出至少 1 GB`, `${en}; free at least 1 GB`);
  return free < 2 ? note(name, `${zh}，不多了`, `${en}, which is little`) : fine(name, zh, en);
}

// The home folder may not have been made yet.
function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}

function clock(now: Date): Finding {
  const name = { zh: '系统时间', en: 'clock' };
  const [text, zone] = [now.toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone];
  // Before this program was written no clock that is right can stand.
  return now.getUTCFullYear() < 2026
    ? bad(name, `${text}，明显有误：请校准系统时间`, `${text} is plainly wrong: set the clock`)
    : fine(name, `${text}，本机时区 ${zone}`, `${text}, time zone of this machine ${zone}`);
}

function postgresPrograms(home: string): Finding {
  const name = { zh: '自带数据库程序', en: 'embedded PostgreSQL' };
  const account = accountFor(`${home}/pg`);
  if (isRefused(account)) return { name, state: 'bad', says: account.refused };
  const programs = binariesFor(account);
  if (isRefused(programs)) return { name, state: 'bad', says: programs.refused };
  return fine(name, `PostgreSQL ${programs.major}，可运行`, `PostgreSQL ${programs.major}, runs`);
}
