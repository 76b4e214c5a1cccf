import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWord, textOf, writeWord, type Paper } from '@mouding/documents';
import { root } from '../home.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-documents-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BY = { by: '医务科', at: '2026-03-05T09:00:00Z' };

/** A chapter with a heading, a sentence that somebody changed, and a table. */
const chapter = (heading: string, changed: boolean): Paper => ({
  form: 'document',
  head: null,
  title: '云州市中医院“十五五”发展规划',
  body: [
    { kind: 'heading', level: 1, text: [{ text: heading }] },
    {
      kind: 'paragraph',
      runs: changed
        ? [
            { text: '编制床位' },
            { text: '800', revised: { how: 'out', ...BY } },
            { text: '950', revised: { how: 'in', ...BY } },
            { text: '张，台帐完整。' },
          ]
        : [{ text: '编制床位800张，台帐完整。' }],
    },
    {
      kind: 'table',
      widths: [1, 1],
      head: [[{ lines: ['指标'] }, { lines: ['2030年'] }]],
      rows: [[{ lines: ['床位'] }, { lines: ['950张'] }]],
    },
  ],
  trace: { draft: null, code: 'abcd1234' },
  file: { author: '规划办', at: '2026-03-05T09:00:00Z' },
});

async function word(name: string, heading: string, changed = false): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await writeWord(chapter(heading, changed)));
  return path;
}

/** Runs `mouding` as a person would. */
/** Without LibreOffice, whatever this machine has. */
function run(args: readonly string[], language = 'zh_CN.UTF-8') {
  const bin = join(root, 'apps', 'mouding', 'bin', 'mouding.mjs');
  const env = { PATH: process.env['PATH'] ?? '', LANG: language, SOFFICE: join(folder, 'none') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('import shows what was recognised, what was changed and by whom', async () => {
  const { status, stdout } = run(['import', await word('a.docx', '一、现状', true)]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^标题 \d+（其中按写法识别 0），段落 \d+，表格 1，共 \d+ 字。\n/);
  expect(stdout).toContain('\n  一、现状\n');
  expect(stdout).toContain('医务科 2026-03-05 删去“800”');
  expect(stdout).toContain('有 2 处修订尚未接受或拒绝（医务科）');
});

test('its text is written once somebody said how revisions are read', async () => {
  const file = await word('b.docx', '一、现状', true);
  const text = join(folder, 'b.txt');
  const asked = run(['import', file, '-o', text]);
  expect([asked.status, asked.stderr]).toEqual([1, expect.stringContaining('--accept')]);
  for (const [answer, beds] of [
    ['--accept', '950'],
    ['--reject', '800'],
  ] as const) {
    expect(run(['import', file, answer, '-o', text]).status).toBe(0);
    expect(readFileSync(text, 'utf8')).toContain(`编制床位${beds}张，台帐完整。\n| 指标 | 2030年 |\n`);
  }
  expect(run(['import', file, '--accept', '--reject']).status).toBe(2);
});

test('import as JSON is one line', async () => {
  const { stdout } = run(['import', await word('c.docx', '一、现状'), '--json']);
  expect(stdout.trimEnd()).not.toContain('\n');
  expect(JSON.parse(stdout)).toMatchObject({ revisions: { count: 0 }, pictures: [] });
});

test('checkup and diff take Word files as they take text', async () => {
  const [a, b] = [await word('d.docx', '一、现状'), await word('e.docx', '一、现状', true)];
  const { findings } = JSON.parse(run(['checkup', a, '--json', '--rules', 'TYPO']).stdout) as {
    findings: readonly object[];
  };
  expect(findings).toMatchObject([{ rule: 'TYPO', quote: '台帐' }]);
  const { status, stdout, stderr } = run(['diff', a, b, '--numbers']);
  expect([status, stdout]).toEqual([3, expect.stringContaining('800→950')]);
  expect(stderr).toContain('e.docx 有 2 处修订尚未接受或拒绝');
});

test('a file that is not read is answered with what to do', () => {
  const old = join(folder, '旧.doc');
  writeFileSync(
    old,
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(512),
      Buffer.from('WordDocument', 'utf16le'),
    ]),
  );
  const { status, stderr } = run(['import', old]);
  expect([status, stderr]).toEqual([1, expect.stringContaining('请补正')]);
});

test('compile makes one document of a folder and says what is missing in it', async () => {
  mkdirSync(join(folder, '规划'));
  await word('规划/01 现状.docx', '一、现状');
  await word('规划/03 任务.docx', '三、任务');
  writeFileSync(join(folder, '规划', '04 保障.txt'), '四、保障\n加强领导。\n');
  writeFileSync(join(folder, '规划', '~$03 任务.docx'), 'x');
  const output = join(folder, '汇总.docx');
  const { status, stdout } = run([
    'compile',
    join(folder, '规划'),
    '-o',
    output,
    '--title',
    '云州市中医院规划',
  ]);
  expect(status).toBe(0);
  expect(stdout).toContain('请核对：缺少序号 2。');
  const read = readWord(readFileSync(output));
  const lines = 'trouble' in read ? [] : textOf(read).split('\n');
  expect(lines.filter((line) => /^[一二三四]、/.test(line))).toEqual(['一、现状', '三、任务', '四、保障']);
  expect(lines.filter((line) => line === '| 床位 | 950张 |')).toHaveLength(2);
  expect(run(['compile', join(folder, '规划'), '-o', join(folder, 'all.txt')]).status).toBe(0);
  expect(readFileSync(join(folder, 'all.txt'), 'utf8')).toMatch(/四、保障\n加强领导。\n$/);
  const pdf = join(folder, '汇总.pdf');
  expect(run(['compile', join(folder, '规划'), '-o', pdf]).stdout).toContain('已将 3 份文稿汇入');
  expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF-/);
});

test('compile fills a template of the hospital, and says which of its fields are left', async () => {
  mkdirSync(join(folder, '套红'));
  await word('套红/1.docx', '一、现状');
  const template = join(folder, '套红模板.docx');
  const lines = ['云州市中医院文件', '{{发文字号}}', '{{标题}}', '{{正文}}', '印发：{{印发日期}}'];
  const body = lines.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] }));
  writeFileSync(template, await writeWord({ ...chapter('', false), title: '', body }));
  const output = join(folder, '套红.docx');
  const asked = ['compile', join(folder, '套红'), '--template', template, '-o', output];
  const { status, stdout } = run([...asked, '--field', '发文字号=云中医〔2026〕6号', '--field', '密级=无']);
  expect([status, stdout]).toEqual([0, expect.stringContaining('模板中尚未填写：印发日期。')]);
  expect(stdout).toContain('模板中没有这些栏目，未写入：密级。');
  const read = readWord(readFileSync(output));
  const text = 'trouble' in read ? '' : textOf(read);
  for (const words of [
    '云州市中医院文件',
    '云中医〔2026〕6号',
    '一、现状',
    '| 床位 | 950张 |',
    '{{印发日期}}',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/\{\{(?:发文字号|标题|正文)\}\}/);
  expect(run([...asked.slice(0, -1), `${output}.pdf`]).stderr).toContain('.docx');
  expect(run([...asked, '--field', '发文字号']).status).toBe(2);
});

test('compile refuses a folder that has changes nobody answered, or nothing at all', async () => {
  mkdirSync(join(folder, '修订'));
  await word('修订/1.docx', '一、现状', true);
  const output = join(folder, 'none.docx');
  expect(run(['compile', join(folder, '修订'), '-o', output]).stderr).toContain('--accept');
  mkdirSync(join(folder, '空'));
  expect(run(['compile', join(folder, '空'), '-o', output]).stderr).toContain('里没有');
  expect(run(['compile', join(folder, '没有'), '-o', output]).stderr).toContain('没有');
  expect(run(['compile', join(folder, '空'), '-o', 'x.rtf']).status).toBe(2);
});
