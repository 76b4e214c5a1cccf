import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backUp, type Backup } from '@mouding/ledger';
import { exitCode } from '../exit-code.ts';
import type { Out } from '../out.ts';
import { table } from '../table.ts';
import { refuse, type Refused } from '../words.ts';
import { addDestroyed } from './destroyed-list.ts';

export interface BackupWish {
  /** The folder of all backups. */
  readonly folder: string;
  readonly keys?: string;
}

/** One more backup in a folder of backups, and the list of destroyed keys beside it. */
export async function takeBackup(url: string, wish: BackupWish, out: Out): Promise<number | Refused> {
  const began = performance.now();
  const all = resolve(wish.folder);
  const keys = wish.keys === undefined ? null : resolve(wish.keys);
  if (keys !== null && existsSync(keys))
    return refuse(`${keys} 已存在，不覆盖。`, `${keys} is there already and is not overwritten.`);
  if (keys?.startsWith(`${all}/`))
    return refuse(
      '数据密钥须与备份分开存放：请为 --keys 另选位置。',
      'Data keys are kept apart from the record: name another place for --keys.',
    );
  mkdirSync(all, { recursive: true, mode: 0o700 });
  const folder = join(all, new Date().toISOString().replaceAll(/[:.]/g, '-').toLowerCase());
  let rows = 0;
  const backup = await backUp({
    url,
    folder,
    keys,
    onProgress: (one) => {
      rows += one.rows;
      out.progress({ zh: `已备份 ${one.table}：${one.rows} 行`, en: `${one.table}: ${one.rows} rows` });
    },
  });
  addDestroyed(all, backup.destroyed);
  show(backup, { folder, keys, rows, seconds: (performance.now() - began) / 1000 }, out);
  return exitCode.ok;
}

interface Taken {
  readonly folder: string;
  readonly keys: string | null;
  readonly rows: number;
  readonly seconds: number;
}

function show({ manifest, destroyed, keys: count }: Backup, taken: Taken, out: Out): void {
  const { folder, keys, rows, seconds } = taken;
  const bytes = [...manifest.tables, manifest.jobs]
    .map(({ path }) => statSync(join(folder, path)).size)
    .reduce((sum, size) => sum + size, 0);
  const heads = {
    zh: ['单位', '记录', '检查点'],
    en: ['institution', 'entries', 'checkpoint'],
  };
  const lines = manifest.logs.map(({ name, code, leaves, checkpoint }) => [
    `${name} (${code})`,
    String(leaves),
    String(checkpoint?.size ?? ''),
  ]);
  for (const line of table([heads[out.language], ...lines])) out.line(line);
  const rate = Math.round(rows / Math.max(0.001, seconds));
  out.line({
    zh: `备份已写入 ${folder}：${rows} 行，${bytes} 字节（每秒 ${rate} 行）；已销毁密钥 ${destroyed.length} 个。`,
    en: `Backup written to ${folder}: ${rows} rows, ${bytes} bytes (${rate} rows/s); ${destroyed.length} keys destroyed so far.`,
  });
  out.line(
    keys === null
      ? {
          zh: '· 未备份数据密钥（--keys）：由此恢复的姓名和意见打不开。',
          en: '· Data keys were left out (--keys): names and opinions restored from this stay sealed.',
        }
      : {
          zh: `· 数据密钥 ${count ?? 0} 个，写入 ${keys}：另处存放，七天后销毁。`,
          en: `· ${count ?? 0} data keys in ${keys}: keep them elsewhere, destroy them after seven days.`,
        },
  );
  out.answer({ folder, keys, rows, bytes, seconds, destroyed: destroyed.length, logs: manifest.logs });
}
