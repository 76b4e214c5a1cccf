import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFiles, checkZip, STEP_WORDS } from '../src/checker/check-zip.ts';
import { checkReceiptIn } from '../src/checker/check-receipt.ts';
import { about, courseLines, verdict } from '../src/checker/lines.ts';
import { filesFrom, unzipped } from '../src/checker/unzip.ts';

/** As everywhere in this project: 2 for a command line that was wrong, 3 for what does not agree. */
const [USAGE, MISMATCH] = [2, 3];

const isEnglish = (process.env.LC_ALL || process.env.LANG || '').toLowerCase().startsWith('en');
const say = ({ zh, en }) => process.stdout.write(`${isEnglish ? en : zh}\n`);
const onStep = (step) => void process.stderr.write(`${isEnglish ? step : STEP_WORDS[step]} …\n`);

function wrongly(zh, en) {
  process.stderr.write(`${isEnglish ? en : zh}\n`);
  process.exitCode = USAGE;
}

/** What the command line says; null where it cannot be read. */
function asked() {
  try {
    const { values, positionals } = parseArgs({
      options: { receipt: { type: 'string' } },
      allowPositionals: true,
    });
    return positionals.length > 1 ? null : { path: positionals[0] ?? beside(), receipt: values.receipt };
  } catch {
    return null;
  }
}

/** The folder of this very script, where it lies in an unpacked bundle. */
function beside() {
  const folder = import.meta.dirname;
  return existsSync(join(folder, 'data', 'manifest.json')) ? folder : undefined;
}

/** Every file below a folder, under the names that a manifest has for them. */
const filesIn = (folder) =>
  filesFrom(
    new Map(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath ?? each.path, each.name))
        .map((path) => [relative(folder, path).split(sep).join('/').normalize('NFC'), readFileSync(path)]),
    ),
  );

/** A zip, or the folder that one was unpacked into. */
const opened = (path) =>
  statSync(path).isDirectory()
    ? { check: () => checkFiles(filesIn(path), onStep), files: () => filesIn(path) }
    : { check: () => checkZip(readFileSync(path), onStep), files: () => unzipped(readFileSync(path)) };

async function check({ path, receipt }) {
  const bundle = opened(path);
  const report = await bundle.check();
  const more = report.read ? [...about(report.read), ...courseLines(report.read)] : [];
  for (const line of [...verdict(report), ...more]) say(line);
  if (report.faults.length > 0 || !report.read) process.exitCode = MISMATCH;
  if (receipt !== undefined && report.read) checkBeside(await bundle.files(), receipt);
}

function checkBeside(files, receipt) {
  const { isGood, lines } = checkReceiptIn(files, readFileSync(receipt, 'utf8'));
  for (const line of lines) say(line);
  if (!isGood) process.exitCode = MISMATCH;
}

const wish = asked();
const absent = wish && [wish.path, wish.receipt].find((path) => path !== undefined && !existsSync(path));
if (!wish?.path)
  wrongly(
    'node verify.mjs 归档包.zip（或已解开的文件夹） [--receipt 回执.txt]',
    'node verify.mjs BUNDLE.zip (or the unpacked folder) [--receipt FILE]',
  );
else if (absent) wrongly(`没有文件 ${absent}`, `there is no ${absent}`);
else await check(wish);
