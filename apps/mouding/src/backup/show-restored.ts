import type { Restored } from '@mouding/ledger';
import { exitCode } from '../exit-code.ts';
import { unknownLines } from '../log/verify-live.ts';
import type { Out } from '../out.ts';
import { table } from '../table.ts';
import type { Proved } from './prove.ts';

/** A backup that is not what its manifest says: nothing of it was kept. */
export function showFaults(faults: readonly string[], out: Out): number {
  for (const fault of faults) out.line(`✗ ${fault}`);
  out.line({
    zh: `恢复未通过：${faults.length} 处不一致，见上。目标数据库未写入任何内容。`,
    en: `NOT restored: ${faults.length} faults, see above. Nothing was written.`,
  });
  out.answer({ restored: false, faults });
  return exitCode.mismatch;
}

export function showRestored(
  { manifest, rows, keys, jobs, erased }: Restored,
  seconds: number,
  out: Out,
): void {
  const rate = Math.round(rows / Math.max(0.001, seconds));
  out.line({
    zh: `已恢复 ${manifest.made} 的备份：${rows} 行（每秒 ${rate} 行），待办任务 ${jobs} 个，数据密钥 ${keys} 个；已按规定清除 ${erased} 人（项），重新清除。`,
    en: `Restored the backup of ${manifest.made}: ${rows} rows (${rate}/s), ${jobs} jobs, ${keys} data keys; ${erased} erased subjects were erased again.`,
  });
}

/** What the proof found. @returns the exit code */
export function showProved(
  reports: readonly Proved[],
  { rows, keys, jobs, erased, isKept }: Restored & { readonly isKept: boolean },
  out: Out,
): number {
  const heads = {
    zh: ['单位', '记录', '文稿、原件', '已签署', '校验（条/秒）', '推算（条/秒）', '异常'],
    en: ['institution', 'entries', 'texts, originals', 'signed', 'checked/s', 'folded/s', 'faults'],
  };
  const lines = reports.map(({ institution, faults, ...one }) => [
    `${institution.name} (${institution.code})`,
    ...[one.entries, one.files, one.signed, one.entriesPerSecond, one.factsPerSecond, faults.length].map(
      String,
    ),
  ]);
  for (const line of table([heads[out.language], ...lines])) out.line(line);
  const faults = reports.flatMap((one) => one.faults.map((fault) => `${one.institution.code}: ${fault}`));
  for (const fault of faults) out.line(`✗ ${fault}`);
  for (const line of reports.flatMap(unknownLines)) out.line(line);
  if (!isKept)
    out.line({
      zh: '· 未与另存的检查点比对（--checkpoint）：只能说明恢复的内容前后一致，并与备份一致。',
      en: '· No checkpoint kept elsewhere was given (--checkpoint): the record agrees with itself and with the backup.',
    });
  out.line(
    faults.length === 0
      ? { zh: '恢复已证明：与原库一致。', en: 'Proved: restored equals original.' }
      : {
          zh: `恢复未通过：${faults.length} 处异常，见上。`,
          en: `NOT proved: ${faults.length} faults, see above.`,
        },
  );
  out.answer({ restored: true, proved: faults.length === 0, rows, keys, jobs, erased, faults });
  return faults.length === 0 ? exitCode.ok : exitCode.mismatch;
}
