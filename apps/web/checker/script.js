import { readFileSync } from 'node:fs';
import { checkZip, STEP_WORDS } from '../src/checker/check-zip.ts';
import { about, courseLines, verdict } from '../src/checker/lines.ts';

/** As everywhere in this project: 2 for a command line that was wrong, 3 for what does not agree. */
const [USAGE, MISMATCH] = [2, 3];

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('node verify.mjs 归档包.zip\n');
  process.exitCode = USAGE;
} else {
  const isEnglish = (process.env.LC_ALL || process.env.LANG || '').toLowerCase().startsWith('en');
  const report = await checkZip(readFileSync(path), (step) => {
    process.stderr.write(`${isEnglish ? step : STEP_WORDS[step]} …\n`);
  });
  const more = report.read ? [...about(report.read), ...courseLines(report.read)] : [];
  for (const { zh, en } of [...verdict(report), ...more]) process.stdout.write(`${isEnglish ? en : zh}\n`);
  if (report.faults.length > 0 || !report.read) process.exitCode = MISMATCH;
}
