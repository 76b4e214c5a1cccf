import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { z } from 'zod';
import { refuse, type Refused } from '../words.ts';

/** What is remembered of a database from one start to the next. */
export interface ClusterRecord {
  /** The data folder, absolute. */
  readonly data: string;
  /** 0 until the first start. */
  readonly port: number;
  /** Of the owner. */
  readonly password: string;
}

const stored = z.object({
  // Relative to the home where it lies in it, so that the whole folder can be moved.
  data: z.string().min(1),
  home: z.string().min(1),
  port: z.int().min(0).max(65_535),
  password: z.string().min(20),
});

/** Reads the record of a home folder; undefined before the first start. */
export function readRecord(home: string): ClusterRecord | Refused | undefined {
  const file = join(home, 'postgres.json');
  if (!existsSync(file)) return existsSync(join(home, 'pg')) ? lost(file, join(home, 'pg')) : undefined;
  const parsed = stored.safeParse(parse(readFileSync(file, 'utf8')));
  if (!parsed.success) return lost(file, join(home, 'pg'));
  const { data, port, password } = parsed.data;
  if (!isAbsolute(data)) return { data: join(home, data), port, password };
  // A copied clone must not share the data of the one it was copied from, which lies outside of both.
  const isCopy = parsed.data.home !== home && existsSync(join(parsed.data.home, 'postgres.json'));
  return isCopy ? undefined : { data, port, password };
}

/** Writes the record, readable by its owner alone. */
export function writeRecord(home: string, record: ClusterRecord): void {
  const file = join(home, 'postgres.json');
  const inside = relative(home, record.data);
  const data = inside.startsWith('..') ? record.data : inside;
  const text = JSON.stringify({ home, ...record, data }, null, 2);
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lost(file: string, data: string): Refused {
  return refuse(
    `${file} 缺失或已损坏，其中有数据库口令，没有它打不开 ${data}。请从备份恢复该文件；要从头开始，请把 ${data} 和该文件改名（不要删除）后再启动。`,
    `${file} is missing or damaged. It holds the database's password, without which ${data} cannot be opened. Restore it from a backup; to begin anew, rename ${data} and that file (do not delete them) and start again.`,
  );
}
