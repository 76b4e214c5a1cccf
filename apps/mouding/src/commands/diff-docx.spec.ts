import { isUnreadable, readWord, textOf } from '@mouding/documents';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../home.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-redline-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const OLD = '一、目标\n床位达到80张。\n加强管理。\n';
const NEW = '一、目标\n床位达到95张。\n落实责任。\n';

function run(...more: readonly string[]) {
  const [a, b] = [join(folder, 'a.txt'), join(folder, 'b.txt')];
  writeFileSync(a, OLD);
  writeFileSync(b, NEW);
  utimesSync(b, 1_772_672_400, 1_772_672_400);
  const bin = join(root, 'apps', 'mouding', 'bin', 'mouding.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'diff', a, b, ...more], {
    env: { PATH: process.env['PATH'] ?? '', LANG: 'zh_CN.UTF-8' },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function words(path: string, revisions: 'accept' | 'reject'): string {
  const word = readWord(readFileSync(path), { revisions });
  if (isUnreadable(word)) throw new Error(word.en);
  return textOf(word);
}

test('writes a Word file in which accepting gives the new draft and rejecting the old one', () => {
  const out = join(folder, '花脸稿.docx');
  const { status, stdout, stderr } = run('--docx', out, '--by', '规划办');
  expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
  expect(stdout).toContain(`花脸稿已存为 ${out}`);
  expect(words(out, 'accept')).toBe(NEW);
  expect(words(out, 'reject')).toBe(OLD);
  const word = readWord(readFileSync(out));
  if (isUnreadable(word)) throw new Error(word.en);
  expect(word.revisions.authors).toEqual(['规划办']);
});

test('the same two files give the same bytes', () => {
  const [one, other] = [join(folder, '1.docx'), join(folder, '2.docx')];
  run('--docx', one);
  run('--docx', other);
  expect(Buffer.compare(readFileSync(one), readFileSync(other))).toBe(0);
});

test('overwrites nothing, and says so', () => {
  const out = join(folder, 'x.docx');
  writeFileSync(out, 'mine');
  const { status, stderr } = run('--docx', out);
  expect(status).toBe(1);
  expect(stderr).toContain(`已有 ${out}，不覆盖`);
  expect(readFileSync(out, 'utf8')).toBe('mine');
});

test('wants a name that Word knows, in a folder that is there', () => {
  expect(run('--docx', join(folder, 'x.doc')).stderr).toContain('.docx');
  expect(run('--docx', join(folder, 'none', 'x.docx')).stderr).toContain('没有');
  expect(existsSync(join(folder, 'none'))).toBe(false);
});
