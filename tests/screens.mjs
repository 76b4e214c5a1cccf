// `npm run screens`: starts the demo, takes every screen in both sizes and both languages, and writes them side by side
// into .mouding/screens/index.html. `-- desk zh meeting` takes only what these words name; `--home DIR` keeps its demo.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PICTURED } from './browser/screens.ts';
import { sheetOf } from './screens/sheet.mjs';
import { takeScreens } from './screens/take.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SIZES = ['desk', 'phone'];
const LANGUAGES = ['zh', 'en'];

const { values: options, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { home: { type: 'string' }, to: { type: 'string' } },
});
const FOLDER = options.to ?? join(ROOT, '.mouding', 'screens');

/** What of a list the words of the command line name; all of it where they name none. */
function named(list) {
  const wanted = list.filter((one) => words.includes(one));
  return wanted.length > 0 ? wanted : list;
}

const isWanted = ({ name }) => {
  const sought = words.filter((word) => !SIZES.includes(word) && !LANGUAGES.includes(word));
  return sought.length === 0 || sought.some((word) => name.includes(word));
};

/** The demo in a home of its own, by the launcher that everybody uses. */
async function startDemo(home) {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'apps/mouding/bin/mouding.mjs'), '--json', 'start', '--port', '0', '--audit-port', '0'],
    { env: { ...process.env, MOUDING_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const told = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('\n')) resolve(said);
    });
    child.once('exit', () => reject(new Error('the demo did not start')));
  });
  return { ...JSON.parse(told), stop: () => ended(child) };
}

const ended = (child) =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGINT');
  });

const home = options.home ?? mkdtempSync(join(tmpdir(), 'mouding-screens-'));
const demo = await startDemo(home);
try {
  if (words.length === 0) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const screens = PICTURED.filter(isWanted);
  const looks = named(SIZES).flatMap((size) => named(LANGUAGES).map((language) => ({ size, language })));
  const { taken, failed } = await takeScreens({ demo, screens, looks, folder: FOLDER });
  writeFileSync(join(FOLDER, 'index.html'), sheetOf(screens, taken));
  for (const { name, why } of failed) console.error(`${name}: ${why}`);
  console.log(`${taken.length} ${join(FOLDER, 'index.html')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  await demo.stop();
  if (options.home === undefined) rmSync(home, { recursive: true, force: true });
}
