#!/usr/bin/env node
// `npm test`: types, lint, then every spec; the last line alone says `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWith, environment, ready, root, run } from './ready.mjs';

const say = (zh, en) => console.error(`${zh} ${en}`);

await endWith(async () => {
  const node = await ready({ projects: [], say });
  const lint = lintAll(node);
  const folder = mkdtempSync(join(tmpdir(), 'mouding-result-'));
  try {
    const file = join(folder, 'jest.json');
    const jest = await run(node, [
      join(root, 'tests/jest.mjs'),
      '--json',
      `--outputFile=${file}`,
      ...process.argv.slice(2),
    ]);
    if (lint !== 0) say('静态检查没有通过（见开头）。', 'the linter found errors (see the beginning).');
    console.log(closingLine(JSON.parse(readFileSync(file, 'utf8'))));
    return jest || lint;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function lintAll(node) {
  say('静态检查……', 'linting …');
  return (
    spawnSync(node, [join(root, 'tests/lint.mjs')], { cwd: root, env: environment(), stdio: 'inherit' })
      .status ?? 1
  );
}

// A file that could not even be loaded ran no test; it counts as one that failed.
function closingLine({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
  return `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
}
