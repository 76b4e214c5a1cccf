// `npm run check`, to be run before a push: form, types, lint, specs, and a lockfile from which everything installs.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = process.versions.node.startsWith('24') ? process.execPath : 'node_modules/.bin/node';
const steps = [
  ['prettier', [node, 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['lockfile', ['npm', 'ci', '--dry-run', '--no-audit', '--no-fund'], isComplete],
  ['tsc', [node, 'node_modules/@typescript/native/bin/tsc', '-b']],
  ['oxlint', [node, 'tests/lint.mjs']],
  [
    'jest',
    [node, 'tests/jest.mjs', '--testPathIgnorePatterns', 'tests/acceptance', 'tests/faults', 'tests/load'],
  ],
];

const failed = steps.filter(([name, [command, ...args], isGood = () => true]) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const output = `${stdout}${stderr}`;
  const isPassed = status === 0 && isGood(output);
  if (!isPassed) console.error(output.trim());
  console.error(`${isPassed ? '✓' : '✗'} ${String(name)}`);
  return !isPassed;
});
process.exitCode = failed.length === 0 ? 0 : 1;

// npm ends well although the lockfile lacks a platform's package, and only a machine of that platform then fails.
function isComplete(output) {
  return !output.includes('Missing');
}
