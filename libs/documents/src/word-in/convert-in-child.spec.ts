import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertInChild } from './convert-in-child.ts';
import { converterOf } from './old-word.ts';
import { handWord, p } from './testing/hand-word.ts';
import { isUnreadable, type Unreadable } from './unreadable.ts';
import { textOf, type WordIn } from './word.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-convert-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = (answer: WordIn | Unreadable): string =>
  isUnreadable(answer) ? answer.trouble : textOf(answer);
/** Converts as far as the machine needs: how long it takes is not what these specs are about. */
const convert = (bytes: Uint8Array, name: string, wish: Parameters<typeof convertInChild>[2] = {}) =>
  convertInChild(bytes, name, { milliseconds: 120_000, ...wish });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['UTF-8', 'a.txt', utf8('一、总则\n\n全面。\n'), '一、总则\n\n全面。\n'],
  [
    'UTF-8 with a mark and line ends of Windows',
    'a.txt',
    utf8('\uFEFF一、总则\r\n全面。'),
    '一、总则\n全面。\n',
  ],
  ['GB 18030', 'a.txt', Uint8Array.of(0xcc, 0xa8, 0xd5, 0xca, 0xa1, 0xa3), '台帐。\n'],
  ['UTF-16', 'a.txt', Buffer.from('\uFEFF总则', 'utf16le'), '总则\n'],
  [
    'Markdown',
    'a.md',
    utf8('## 总则\n\n| 指标 | 值 |\n|---|---|\n| 床位 | 95 |\n'),
    '总则\n\n| 指标 | 值 |\n| 床位 | 95 |\n',
  ],
  ['HTML', 'a.html', utf8('<p>甲</p><p>乙</p>'), '甲\n乙\n'],
  ['bytes that are nothing', 'a.txt', Uint8Array.of(0x81, 0xff, 0xfe, 0, 1, 2), 'not-a-document'],
  ['a PDF under a false name', 'a.docx', utf8('%PDF-1.7'), 'pdf'],
])('%s', async (_, name, bytes, read) => {
  expect(words(await convert(bytes, name))).toBe(read);
});

test('a process that takes too long is killed', async () => {
  const answer = await convertInChild(handWord({ body: p('甲') }), 'a.docx', { milliseconds: 1 });
  expect(words(answer)).toBe('timeout');
});

const OLD = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(512),
  Buffer.from('WordDocument', 'utf16le'),
]);

/** A program that stands in for LibreOffice. */
function standIn(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('a file of an old Word is answered with 请补正 where there is no converter', async () => {
  const answer = await convert(OLD, '规划.doc');
  expect(answer).toMatchObject({
    trouble: 'not-convertible',
    mend: { zh: expect.stringContaining('请补正') },
  });
});

test('a converter gets the file alone, and what it makes is read like any other', async () => {
  const made = join(folder, 'made.docx');
  writeFileSync(made, handWord({ body: p('旧版文稿。') }));
  const seen = join(folder, 'seen');
  const program = standIn(
    'soffice',
    `env > ${seen}; for last; do :; done; echo "$last" >> ${seen}; dir=$(dirname "$last"); mkdir -p "$dir/out"; cp ${made} "$dir/out/in.docx"`,
  );
  const converter = converterOf(undefined, `/nowhere:${folder}`);
  expect(converter).toEqual({ program });
  expect(words(await convert(OLD, '规划.doc', { converter }))).toBe('旧版文稿。\n');
  const known = readFileSync(seen, 'utf8');
  expect(known).not.toContain('DATABASE');
  expect(existsSync(known.trimEnd().split('\n').at(-1) ?? '')).toBe(false);
});

test('a converter that fails, one that hangs, and one that makes macros', async () => {
  const fails = { program: standIn('fails', 'exit 1') };
  expect(words(await convert(OLD, 'a.wps', { converter: fails }))).toBe('conversion-failed');
  const nothing = { program: standIn('nothing', 'exit 0') };
  expect(words(await convert(OLD, 'a.wps', { converter: nothing }))).toBe('conversion-failed');
  const hangs = { program: standIn('hangs', 'sleep 60 & wait'), milliseconds: 100 };
  expect(words(await convert(OLD, 'a.wps', { converter: hangs }))).toBe('timeout');
  const made = join(folder, 'macros.docx');
  writeFileSync(made, handWord({ body: p('甲'), parts: [{ name: 'word/vbaProject.bin', content: 'x' }] }));
  const macros = {
    program: standIn(
      'macros',
      `for last; do :; done; dir=$(dirname "$last"); mkdir -p "$dir/out"; cp ${made} "$dir/out/in.docx"`,
    ),
  };
  expect(words(await convert(OLD, 'a.doc', { converter: macros }))).toBe('macros');
});

test('a setting that names no program is no converter', () => {
  expect(converterOf(join(folder, 'none'), folder)).toBeNull();
  expect(converterOf(undefined, undefined)).toBeNull();
});
