// Part of `npm run check:deep`: changes the rules one small thing at a time and counts which changes a spec finds.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
// oxlint-disable-next-line @nx/enforce-module-boundaries -- the launcher works before anything is installed or built
import { endWith, environment } from '../../apps/mouding/bin/ready.mjs';
import { groups } from './rules.mjs';

/** The share of the mutants that the specs must find, in percent. */
const WANTED = 85;

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const only = process.argv.slice(2);

function installMutator() {
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const note = join(here, 'node_modules', '.installed');
  if (existsSync(note) && readFileSync(note, 'utf8') === lock) return;
  const asked = { cwd: here, env: environment(), stdio: ['ignore', 'ignore', 'inherit'] };
  if (spawnSync('npm', ['ci', '--no-audit', '--no-fund'], asked).status !== 0)
    throw new Error('npm ci failed in tests/mutation');
  writeFileSync(note, lock);
}

/** @returns {{ file: string, mutants: object[] }[]} every mutant of the group's files and what became of it */
function mutate({ name, files, specs }) {
  console.error(`${name}: ${files.length} files, ${specs.length} specs …`);
  const report = join(root, '.mouding', `mutants-${name}.json`);
  const { status } = spawnSync(
    process.execPath,
    [
      join(here, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
      'run',
      join(here, 'stryker.config.mjs'),
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...environment(),
        MUTATION_FILES: files.join(','),
        MUTATION_SPECS: specs.join(','),
        MUTATION_REPORT: report,
      },
    },
  );
  if (status !== 0) throw new Error(`the mutants of ${name} could not be judged`);
  return Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).map(([file, { mutants }]) => ({
    file,
    mutants,
  }));
}

/** Prints a line per file and every survivor; answers the exit code. */
function report(results) {
  for (const { file, mutants } of results) {
    console.log(`${share(mutants).padStart(7)}  ${counted(mutants)}  ${file.replace('libs/core/src/', '')}`);
    for (const mutant of mutants.filter(isMissed)) console.log(`           ${sentence(mutant)}`);
  }
  const all = results.flatMap(({ mutants }) => mutants);
  console.log(`${share(all).padStart(7)}  ${counted(all)}  all, wanted ${WANTED} %`);
  return percent(all) >= WANTED ? 0 : 1;
}

const isFound = ({ status }) => status === 'Killed' || status === 'Timeout';
const isMissed = ({ status }) => status === 'Survived' || status === 'NoCoverage';
const counted = (mutants) =>
  `${mutants.filter(isFound).length}/${mutants.filter((one) => isFound(one) || isMissed(one)).length}`.padStart(
    9,
  );
const percent = (mutants) => {
  const judged = mutants.filter((one) => isFound(one) || isMissed(one));
  return judged.length === 0 ? 100 : (100 * judged.filter(isFound).length) / judged.length;
};
const share = (mutants) => `${percent(mutants).toFixed(1)} %`;
const sentence = ({ location, mutatorName, replacement, status }) =>
  `${location.start.line}:${location.start.column} ${status} ${mutatorName} ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 70)}`;

await endWith(() => {
  installMutator();
  const results = groups()
    .filter(({ name }) => only.length === 0 || only.includes(name))
    .flatMap((group) => mutate(group));
  return report(results);
});
