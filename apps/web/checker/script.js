import { readFileSync } from 'node:fs';
import { checkZip, STEP_WORDS } from '../src/checker/check-zip.ts';
import { checkReceiptIn } from '../src/checker/check-receipt.ts';
import { about, courseLines, verdict } from '../src/checker/lines.ts';

/** As everywhere in this project: 2 for a command line that was wrong, 3 for what does not agree. */
const [USAGE, MISMATCH] = [2, 3];

const [path, option, receipt] = process.argv.slice(2);
if (path === undefined || (option !== undefined && (option !== '--receipt' || receipt === undefined))) {
  process.stderr.write('node verify.mjs 归档包.zip [--receipt 回执.txt]\n');
  process.exitCode = USAGE;
} else {
  const isEnglish = (process.env.LC_ALL || process.env.LANG || '').toLowerCase().startsWith('en');
  const report = await checkZip(readFileSync(path), (step) => {
    process.stderr.write(`${isEnglish ? step : STEP_WORDS[step]} …\n`);
  });
  const more = report.read ? [...about(report.read), ...courseLines(report.read)] : [];
  for (const { zh, en } of [...verdict(report), ...more]) process.stdout.write(`${isEnglish ? en : zh}\n`);
  if (report.faults.length > 0 || !report.read) process.exitCode = MISMATCH;
  if (receipt !== undefined && report.read) {
    const { isGood, lines } = await checkReceiptIn(readFileSync(path), readFileSync(receipt, 'utf8'));
    for (const { zh, en } of lines) process.stdout.write(`${isEnglish ? en : zh}\n`);
    if (!isGood) process.exitCode = MISMATCH;
  }
}
