import { readFileSync } from 'node:fs';
import {
  bundleFaultWords,
  checkingBundle,
  receiptedWords,
  restartWords,
  signedWords,
  type BundleFiles,
  type BundleReport,
} from '@mouding/contract';
import { BadZip, unzip } from '@mouding/documents';
import { sha256, verifyEd25519 } from '@mouding/ledger';
import { exitCode } from '../exit-code.ts';
import type { Out } from '../out.ts';
import { table } from '../table.ts';
import { refuse, type Refused } from '../words.ts';

/** More files than any case has, and more than one original may have. */
const LIMITS = { entries: 65_535, entry: 512 * 1024 * 1024 };

/** `mouding verify --bundle FILE`: a 归档包 by itself, with the code that stands in its own checker. No database is needed. */
export function verifyBundle(path: string, out: Out): Promise<number | Refused> {
  const began = performance.now();
  let report: BundleReport = { faults: [], read: null };
  try {
    for (const step of checkingBundle(filesIn(readFileSync(path)), { sha256, verify: verifyEd25519 })) {
      if (typeof step === 'string') out.progress({ zh: `核验：${step}`, en: `checking: ${step}` });
      else report = step;
    }
  } catch (error) {
    if (error instanceof BadZip)
      return Promise.resolve(refuse(`${path} 不是完好的 zip：${error.message}`, `${path}: ${error.message}`));
    throw error;
  }
  show(report, (performance.now() - began) / 1000, out);
  const agrees = report.faults.length === 0 && report.read !== null;
  return Promise.resolve(agrees ? exitCode.ok : exitCode.mismatch);
}

/** Each file is unpacked once. */
function filesIn(bytes: Buffer): BundleFiles {
  const zip = unzip(bytes, LIMITS);
  const read = new Map<string, Buffer | undefined>();
  const bytesOf = (path: string): Buffer | undefined => {
    if (!read.has(path)) read.set(path, zip.read(path));
    return read.get(path);
  };
  return {
    paths: zip.names,
    bytes: bytesOf,
    text: (path) => {
      const content = bytesOf(path);
      const text = content?.toString('utf8');
      return text !== undefined && content?.equals(Buffer.from(text)) ? text : undefined;
    },
  };
}

function show({ faults, read }: BundleReport, seconds: number, out: Out): void {
  if (read) showRead(read, seconds, out);
  for (const fault of faults) {
    const { zh, en } = bundleFaultWords(fault);
    out.line({ zh: `✗ ${zh}`, en: `✗ ${en}` });
  }
  out.line(
    faults.length === 0 && read
      ? { zh: '一致。', en: 'Consistent.' }
      : {
          zh: `不一致：${faults.length} 处，见上。`,
          en: `NOT consistent: ${faults.length} faults, see above.`,
        },
  );
  out.answer({ consistent: faults.length === 0 && read !== null, seconds, faults, read });
}

function showRead(
  { manifest, figures, signed, receipted, restarts, course, tree }: NonNullable<BundleReport['read']>,
  seconds: number,
  out: Out,
): void {
  const rate = Math.round(figures.entries / seconds);
  out.line({
    zh: `${manifest.institution.name} ${manifest.case.title}：文件 ${figures.files}，记录 ${figures.entries}（每秒 ${rate} 条），日志 ${tree.size} 条`,
    en: `${manifest.institution.name}, ${manifest.case.title}: ${figures.files} files, ${figures.entries} entries (${rate}/s), log of ${tree.size}`,
  });
  out.line(signedWords(signed, manifest));
  out.line(receiptedWords(receipted));
  for (const restart of restarts) out.line(restartWords(restart));
  const rows = (course?.lines ?? []).map(({ words, title, outcome, index, sum }) => [
    words[out.language],
    title,
    outcome?.[out.language] ?? '',
    index === null ? '' : String(index),
    sum?.[out.language] ?? '',
  ]);
  const heads = {
    zh: ['情况', '环节', '结果', '记录', '计票'],
    en: ['status', 'stage', 'outcome', 'entry', 'sum'],
  };
  for (const line of table([heads[out.language], ...rows])) out.line(line);
  for (const { title, entered, index } of course?.afterwards ?? [])
    out.line({
      zh: `${title}，录入 ${entered}（第${index}条）`,
      en: `afterwards: ${title}, ${entered} (#${index})`,
    });
}
