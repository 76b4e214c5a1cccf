import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../home.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-checkup-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FAULTY =
  '某某医院“十五五”发展规划\n一、现状\n门诊量达到XXXX万人次，台帐完整。\n二、任务\n不断的提高质量。\n';
const SOUND =
  '某某医院“十五五”发展规划\n一、现状\n门诊量达到60万人次，台账完整。\n二、任务\n不断提高质量。\n';

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs `mouding checkup` as a person would. */
function run(args: readonly string[], language = 'en_GB.UTF-8') {
  const bin = join(root, 'apps', 'mouding', 'bin', 'mouding.mjs');
  const env = { PATH: process.env['PATH'] ?? '', LANG: language };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'checkup', ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('one line of JSON, and errors are an exit code of their own', () => {
  const { status, stdout, stderr } = run([file('a.txt', FAULTY), '--json']);
  expect({ status, stderr }).toEqual({ status: 5, stderr: '' });
  expect(stdout.trimEnd()).not.toContain('\n');
  expect(JSON.parse(stdout)).toEqual({
    findings: [
      { rule: 'PLACEHOLDER', severity: 'error', line: 3, quote: 'XXXX', message: expect.any(String) },
      { rule: 'TYPO', severity: 'warning', line: 3, quote: '台帐', message: expect.any(String) },
      { rule: 'GRAMMAR', severity: 'advice', line: 5, quote: '不断的', message: expect.any(String) },
    ],
  });
});

test('a person reads the place, what is wrong and how to mend it, by severity', () => {
  const { status, stdout } = run([file('a.txt', FAULTY)], 'zh_CN.UTF-8');
  expect(status).toBe(5);
  expect(stdout).toMatch(/^错误 1\n {2}第3行 {2}PLACEHOLDER {2}门诊量达到【XXXX】万人次，台帐完整。\n/);
  expect(stdout).toContain('疑点 1\n');
  expect(stdout).toContain('改为：台账。');
  expect(stdout.trimEnd()).toMatch(/共 3 处：错误 1，疑点 1，建议 1。$/);
});

test('nothing wrong', () => {
  const { status, stdout } = run([file('b.txt', SOUND)]);
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: '0 findings: 0 errors, 0 warnings, 0 of advice.\n',
  });
});

test('chosen rules, and what is grave enough', () => {
  const path = file('a.txt', FAULTY);
  const rules = (...args: readonly string[]): readonly string[] => {
    const { findings } = JSON.parse(run([path, '--json', ...args]).stdout) as {
      findings: { rule: string }[];
    };
    return findings.map(({ rule }) => rule);
  };
  expect(rules('--rules', 'typo,GRAMMAR')).toEqual(['TYPO', 'GRAMMAR']);
  expect(rules('--severity', 'warning')).toEqual(['PLACEHOLDER', 'TYPO']);
  expect(run([path, '--rules', 'TYPO']).status).toBe(0);
});

test.each([
  ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${FAULTY}`)],
  // 台帐 in GB 18030; the other lines are not needed.
  ['GB 18030', Uint8Array.of(0xcc, 0xa8, 0xd5, 0xca, 0xcd, 0xea, 0xd5, 0xfb, 0xa1, 0xa3, 0x0a)],
])('%s is read', (_, bytes) => {
  expect(run([file('c.txt', bytes), '--json', '--rules', 'TYPO']).stdout).toContain('台帐');
});

test.each([
  ['a Word file that is cut off', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3), 'broken or incomplete'],
  ['a PDF file', new TextEncoder().encode('%PDF-1.7\n'), 'a PDF file'],
  ['bytes that are no text', Uint8Array.of(0x81, 0xff, 0xfe, 0, 1, 2), 'is not plain text'],
  ['an empty file', new Uint8Array(), 'is empty'],
])('%s is refused with a sentence', (_, bytes, said) => {
  const { status, stdout, stderr } = run([file('d.txt', bytes), '--json']);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual({ error: expect.stringContaining(said) });
  expect(stderr).toContain(said);
});

test('no file, and a folder', () => {
  expect(run([join(folder, 'none.txt')]).stderr).toContain('There is no file');
  expect(run([folder]).stderr).toContain('is a folder');
});

test('a rule that there is not', () => {
  const { status, stderr } = run([file('a.txt', FAULTY), '--rules', 'NONSENSE']);
  expect(status).toBe(2);
  expect(stderr).toContain('no rule NONSENSE');
});
