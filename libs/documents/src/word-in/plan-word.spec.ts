import { isHeading } from '@mouding/text';
import mammoth from 'mammoth';
import { convertInChild } from './convert-in-child.ts';
import { readWord } from './read-word.ts';
import { planWord } from './testing/plan-word.ts';
import { isUnreadable, type Unreadable } from './unreadable.ts';
import { textOf, type WordIn } from './word.ts';

let file: Buffer;
beforeAll(async () => {
  file = await planWord();
});

function read(answer: WordIn | Unreadable): WordIn {
  if (isUnreadable(answer)) throw new Error(answer.en);
  return answer;
}

test('a plan of fifty pages comes in with its headings, numbers and tables', () => {
  const plan = read(readWord(file, { revisions: 'accept' }));
  const headings = plan.paragraphs.filter(({ told }) => told === 'outline');
  expect(headings.slice(0, 3).map(({ depth, text }) => [depth, text])).toEqual([
    [1, '一、发展基础'],
    [2, '（一）发展基础之1'],
    [2, '（二）发展基础之2'],
  ]);
  expect(headings.filter(({ depth }) => depth === 1).map(({ text }) => text)).toHaveLength(8);
  expect(plan.paragraphs.filter(({ kind }) => isHeading(kind))).toHaveLength(headings.length);
  expect(plan.paragraphs.filter(({ kind }) => kind === 'table')).toHaveLength(8);
  const [first] = plan.paragraphs.filter(({ rows }) => rows);
  expect(first?.rows?.slice(0, 3)).toEqual([
    ['指标', '目标值', ''],
    ['', '2025年', '2030年'],
    ['指标0之1', '80万', '95万'],
  ]);
  expect(plan.paragraphs.filter(({ anchor }) => anchor !== null).map(({ text }) => text)[7]).toBe(
    '八、保障措施',
  );
  expect(textOf(plan).length).toBeGreaterThan(25_000);
});

test('its change, its remark and its picture', () => {
  const plan = read(readWord(file));
  expect(plan.revisions).toMatchObject({ count: 2, authors: ['医务科'], taken: null });
  expect(plan.comments.map(({ by, text, quote }) => [by, text, quote])).toEqual([
    ['护理部', '是否含康复床位？', '编制床位'],
  ]);
  expect(plan.pictures.map(({ name, media }) => [name, media])).toEqual([['院区总平面图', 'image/png']]);
  expect(plan.properties['author']).toBe('规划办');
  expect(textOf(read(readWord(file, { revisions: 'reject' })))).toContain('编制床位800张。');
});

test('another reader finds the same words, but for the numbers that it does not write', async () => {
  const { value } = await mammoth.extractRawText({ buffer: file });
  const bare = (text: string): string => text.replaceAll(/[\s|]|〔图：[^〕]*〕/gu, '');
  const [title = '', ...own] = read(readWord(file, { revisions: 'accept' })).paragraphs.map(({ text }) =>
    bare(text.replace(/^(?:[一二三四五六七八]、|（[一二三四五]）|\d{1,3}\.)/, '')),
  );
  // Between them stands the 目录, which the other reader takes for text.
  expect(bare(value).startsWith(title)).toBe(true);
  expect(bare(value).endsWith(own.join(''))).toBe(true);
});

test('the process that reads answers the same, with its pictures', async () => {
  const apart = read(await convertInChild(file, '规划.docx', { revisions: 'accept' }));
  const here = read(readWord(file, { revisions: 'accept' }));
  expect(apart.paragraphs).toEqual(here.paragraphs);
  expect(apart.pictures.map(({ bytes }) => Buffer.from(bytes))).toEqual(
    here.pictures.map(({ bytes }) => Buffer.from(bytes)),
  );
});
