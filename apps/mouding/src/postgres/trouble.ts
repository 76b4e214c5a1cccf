import { existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, type Refused } from '../words.ts';

const megabyte = 1024 * 1024;

/** Below this many bytes a new data folder is not begun, and below an eighth of it an old one not started. */
const roomForNew = 256 * megabyte;

/**
 * Looks at a data folder before anything is done to it.
 * @returns `new` when there is none yet, `present` when it can be started, or what is wrong with it
 */
export function inspect(data: string, parent: string, major: number): 'new' | 'present' | Refused {
  const isNew = !existsSync(data) || readdirSync(data).length === 0;
  const room = statfsSync(parent);
  if (room.bavail * room.bsize < (isNew ? roomForNew : roomForNew / 8)) return diskFull(parent);
  if (isNew) return 'new';
  if (!existsSync(join(data, 'PG_VERSION'))) return broken(data, 'PG_VERSION');
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  return version === String(major) ? 'present' : otherMajor(data, version, major);
}

/** Says what a server that did not start complained of. `complaint` is what it wrote to its log. */
export function explain(data: string, log: string, complaint: string): Refused {
  if (/No space left on device|could not write .* ENOSPC/i.test(complaint)) return diskFull(data);
  if (/has wrong ownership|invalid permissions|Permission denied/.test(complaint))
    return notAllowed(data, complaint);
  if (/could not (create|map) .*shared memory|could not create semaphores/.test(complaint))
    return noMemory(complaint);
  return broken(data, `${lastFatal(complaint)}；${log}`);
}

function lastFatal(complaint: string): string {
  const lines = complaint.trim().split('\n');
  return (lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? '').replace(
    /^.*?(FATAL|PANIC):\s*/,
    '',
  );
}

function diskFull(folder: string): Refused {
  return refuse(
    `${folder} 所在的磁盘快满了，数据库没有启动；已有数据没有改动。请腾出至少 300 MB 后再试。`,
    `The disk of ${folder} is almost full, so the database was not started; existing data is untouched. Free at least 300 MB and try again.`,
  );
}

function otherMajor(data: string, version: string, major: number): Refused {
  return refuse(
    `${data} 是 PostgreSQL ${version} 的数据，本程序自带的是 PostgreSQL ${major}；数据没有改动。请用原来的版本 pg_dump 导出，把该文件夹改名保留，再启动并导入；或以 DATABASE_URL 使用 PostgreSQL ${version}。`,
    `${data} holds data of PostgreSQL ${version}, and this program brings PostgreSQL ${major}; nothing was changed. Dump it with the old version (pg_dump), rename the folder to keep it, start again and restore; or set DATABASE_URL to a PostgreSQL ${version}.`,
  );
}

function notAllowed(data: string, complaint: string): Refused {
  return refuse(
    `数据库不能使用 ${data}（${lastFatal(complaint)}）。请用当初启动它的用户运行；若权限被改过，请执行 chmod 700 ${data}。`,
    `The database may not use ${data} (${lastFatal(complaint)}). Run as the user who first started it; if its mode was changed, run chmod 700 ${data}.`,
  );
}

function noMemory(complaint: string): Refused {
  return refuse(
    `内存不足，数据库没有启动（${lastFatal(complaint)}）。请关闭其他程序，或放宽容器的内存限制。`,
    `There is not enough memory for the database (${lastFatal(complaint)}). Close other programs, or give the container more.`,
  );
}

function broken(data: string, reason: string): Refused {
  return refuse(
    `数据文件夹 ${data} 已损坏，数据库没有启动（${reason}）。其中没有任何内容被删除或改动。有备份请恢复备份；要从头开始，请把该文件夹改名（不要删除）后再启动。`,
    `The data folder ${data} is damaged, so the database was not started (${reason}). Nothing in it was deleted or changed. Restore a backup if there is one; to begin anew, rename the folder (do not delete it) and start again.`,
  );
}
