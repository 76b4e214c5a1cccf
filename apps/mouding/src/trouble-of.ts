import type { Words } from './words.ts';

/** What a person can do about an error that the operating system or the database gave; undefined for any other. */
export function troubleOf(error: unknown): Words | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const place = 'path' in error ? `${String(error.path)} ` : '';
  return sentences(place)[String(error.code)];
}

function sentences(place: string): Readonly<Record<string, Words>> {
  const forbidden = {
    zh: `没有权限读写 ${place}。请用当初启动它的用户（或 root）运行，或以环境变量 MOUDING_HOME 指定一个可写的文件夹。`,
    en: `No permission to read or write ${place}. Run as the user who first started it (or as root), or name a writable folder in MOUDING_HOME.`,
  };
  const full = {
    zh: `${place}磁盘已满。请腾出至少 1 GB 后再试；已有数据没有丢失。`,
    en: `${place}The disk is full. Free at least 1 GB and try again; no data was lost.`,
  };
  const busy = {
    zh: '数据库的连接数已用完。请关闭其他连接，或调大 max_connections。',
    en: 'The database has no connection left. Close others, or raise max_connections.',
  };
  return {
    EACCES: forbidden,
    EPERM: forbidden,
    EROFS: forbidden,
    ENOSPC: full,
    '53100': full,
    '53300': busy,
  };
}
