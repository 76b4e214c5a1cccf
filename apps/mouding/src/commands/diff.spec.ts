import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diff } from '@mouding/text';
import { root } from '../home.ts';
import { diffLines } from './diff-view.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-diff-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const A =
  '某医院规划\n一、目标\n床位达到80张。\n二、任务\n加强管理，落实责任，按季度通报。\n推进智慧医院建设。\n';
const B =
  '某医院规划\n一、总则\n二、目标\n床位达到95张。\n三、任务\n推进智慧医院建设。\n加强管理，压实责任，按季度通报。\n';

/** Runs `mouding diff` as a person would. */
function run(args: readonly string[], language = 'zh_CN.UTF-8') {
  const bin = join(root, 'apps', 'mouding', 'bin', 'mouding.mjs');
  const env = { PATH: process.env['PATH'] ?? '', LANG: language };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'diff', ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
const two = (a: string | Uint8Array, b: string | Uint8Array): readonly string[] => [
  file('a.txt', a),
  file('b.txt', b),
];

test('a person reads the summary first, then every change with what stands around it', () => {
  const { status, stdout, stderr } = run(two(A, B));
  expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
  expect(stdout.split('\n')).toEqual([
    '改动2处，其中数字1处：床位 80→95张；新增1段，移动1段；仅编号变化2处',
    '    1    1   某医院规划',
    '         2 + {+一、总则+}',
    '    2    3 ~ [-一-]{+二+}、目标（仅编号）',
    '    3    4 ~ 床位达到[-80-]{+95+}张。',
    '    4    5 ~ [-二-]{+三+}、任务（仅编号）',
    '    5      < （移到第7行）',
    '    6    6   推进智慧医院建设。',
    '    5    7 > 加强管理，[-落实-]{+压实+}责任，按季度通报。（移自第5行）',
    '',
  ]);
});

test('the same two files: exit code 0', () => {
  expect(run(two(A, A))).toEqual({ status: 0, stdout: '两稿相同\n', stderr: '' });
});

test('--numbers lists the numbers alone, in English where the locale is', () => {
  const { status, stdout } = run([...two(A, B), '--numbers'], 'en_GB.UTF-8');
  expect(status).toBe(3);
  expect(stdout.split('\n').slice(1)).toEqual(['line 3 → 4  床位 80→95张', '']);
});

test('--json gives one line with every part', () => {
  const { status, stdout } = run([...two(A, B), '--json']);
  expect(status).toBe(3);
  expect(stdout.trimEnd()).not.toContain('\n');
  expect(JSON.parse(stdout)).toMatchObject({
    same: false,
    summary: expect.stringMatching(/^改动2处/),
    counts: { changes: 2, numbers: 1, added: 1, removed: 0, moved: 1, renumbered: 2, format: 0 },
    parts: diff(A, B).parts,
  });
});

test('a file in GB 18030 is compared with one in UTF-8 by its words', () => {
  const gbk = Uint8Array.from([0xb4, 0xb2, 0xce, 0xbb, 0x38, 0x30, 0xd5, 0xc5, 0xa1, 0xa3]);
  expect(run(two(gbk, '床位80张。')).stdout).toBe('两稿相同\n');
  expect(run(two(gbk, '床位95张。')).stdout).toContain('床位[-80-]{+95+}张。');
});

test('a file that is not there, and one that is no plain text, are refused with a sentence', () => {
  const there = file('there.txt', A);
  const missing = run([there, join(folder, 'missing.txt')]);
  expect(missing).toMatchObject({ status: 1, stdout: '' });
  expect(missing.stderr).toContain('没有');
  const word = run([file('plan.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])), there]);
  expect(word).toMatchObject({ status: 1, stdout: '' });
  expect(word.stderr).toContain('Word');
});

test('one file is not enough', () => {
  expect(run([file('alone.txt', A)]).status).toBe(2);
});

describe('the view', () => {
  test('on a terminal in colours, struck out and underlined for those who do not see them', () => {
    const lines = diffLines(diff('床位80张。', '床位95张。'), '床位80张。', 'zh', true);
    expect(lines).toEqual(['    1    1 ~ 床位\u001b[31;9m80\u001b[39;29m\u001b[32;4m95\u001b[39;24m张。']);
  });

  test('says at its old place where a paragraph went', () => {
    const [a, b] = [
      '要移走的一段文字。\n甲段内容在此处，不动。\n乙段内容在此处，也不动。',
      '甲段内容在此处，不动。\n乙段内容在此处，也不动。\n要移走的一段文字。',
    ];
    expect(diffLines(diff(a, b), a, 'en', false)).toEqual([
      '    1      < (moved to line 3)',
      '    2    1   甲段内容在此处，不动。',
      '    3    2   乙段内容在此处，也不动。',
      '    1    3 > 要移走的一段文字。 (moved from line 1)',
    ]);
  });

  test('leaves out what stayed far from a change, and the middle of long passages', () => {
    const stayed = Array.from({ length: 9 }, (_, i) => `第${i}段不动的内容。`).join('\n');
    const long = `${'很长的一句话，'.repeat(30)}床位80张，${'又是很长的一句话，'.repeat(30)}完。`;
    const [a, b] = [`${long}\n${stayed}\n末段`, `${long.replace('80', '95')}\n${stayed}\n末段改`];
    const lines = diffLines(diff(a, b), a, 'zh', false);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^ +1 +1 ~ …….{20,30}床位\[-80-]\{\+95\+}张，.{20,30}……$/);
    expect(lines.slice(1, 4)).toEqual([
      '    2    2   第0段不动的内容。',
      '⋯',
      '   10   10   第8段不动的内容。',
    ]);
  });
});
