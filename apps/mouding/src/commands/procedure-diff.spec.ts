import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../home.ts';

const PROCEDURE = join(root, 'workflows', 'hospital-five-year-plan', 'procedure.yaml');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-versions-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `mouding procedure diff` as a person would. */
function run(...args: readonly string[]) {
  const bin = join(root, 'apps', 'mouding', 'bin', 'mouding.mjs');
  const env = { PATH: process.env['PATH'] ?? '', LANG: 'zh_CN.UTF-8' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'procedure', 'diff', ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('what is other in the second version is said in words', () => {
  const changed = join(folder, 'changed.yaml');
  const written = readFileSync(PROCEDURE, 'utf8');
  writeFileSync(
    changed,
    written.replace('title: 修改完善', 'title: 修改定稿').replace('days: 30', 'days: 20'),
  );
  const { status, stdout } = run(PROCEDURE, changed);
  expect(stdout.trimEnd().split('\n')).toEqual([
    '环节“征求意见”的天数由“30”改为“20”',
    '环节“修改定稿”的名称由“修改完善”改为“修改定稿”',
  ]);
  expect(status).toBe(0);
});

test('one version is not other than itself, and a file that is not there is named', () => {
  expect(run(PROCEDURE, 'hospital-five-year-plan').stdout).toBe('两个版本相同。\n');
  const { status, stderr } = run(PROCEDURE, join(folder, 'none.yaml'));
  expect(status).not.toBe(0);
  expect(stderr).toContain('none.yaml');
});
