import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { chaptersOfText, NoPlanText, planText } from './chapters-of-text.ts';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../../../tests/fixtures/${name}`, import.meta.url));
const titles = (text: string): readonly string[] =>
  chaptersOfText(text).map(({ no, title }) => `${no} ${title}`);

test('parts are the chapters where a plan has parts; lists inside them are not', () => {
  expect(titles(planText(fixture('plan-a.txt')))).toEqual([
    '0 前言',
    '1 发展基础与形势',
    '2 总体思路与发展目标',
    '3 重点任务',
    '4 保障措施',
  ]);
});

test('otherwise the Chinese-numbered headings are; a list that begins again at one is not', () => {
  expect(titles(planText(fixture('plan-b.txt')))).toEqual([
    '0 前言',
    '1 “十四五”工作回顾',
    '2 形势与挑战',
    '3 总体要求',
    '4 目标与任务',
    '5 组织实施',
  ]);
});

test.each(['plan-a.txt', 'plan-b.txt'])('the chapters of %s laid end to end are its bytes', (name) => {
  const bytes = fixture(name);
  const joined = chaptersOfText(planText(bytes))
    .map(({ content }) => content)
    .join('');
  expect(Buffer.from(joined, 'utf8').equals(bytes)).toBe(true);
});

test('the fixtures hold what is easily lost: a byte order mark, CRLF, a missing last line feed', () => {
  const [a, b] = [fixture('plan-a.txt'), fixture('plan-b.txt')];
  expect([...a.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(a.includes('\r\n')).toBe(true);
  expect([a.at(-1), b.at(-1)]).not.toContain(0x0a);
});

test('every part but the last ends with a line feed, so that joining adds nothing', () => {
  const lines = fc.array(
    fc.constantFrom('第一章 总则', '第二章 任务', '一、概述', '二、措施', '正文。', '', '\ufeff', '𠮷\r'),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(lines, fc.boolean(), (parts, ends) => {
      const text = parts.join('\n') + (ends ? '\n' : '');
      const contents = chaptersOfText(text).map(({ content }) => content);
      expect(contents.join('')).toBe(text);
      expect(contents.slice(0, -1).every((content) => content.endsWith('\n'))).toBe(true);
    }),
  );
});

test('a byte order mark or blank lines alone make no chapter 0', () => {
  expect(chaptersOfText('\ufeff\n第一章 总则\n内容\n第二章 附则').map(({ no }) => no)).toEqual([1, 2]);
});

test('a text without headings is one chapter of the office', () => {
  expect(chaptersOfText('没有标题的文字。')).toEqual([{ no: 0, title: '前言', content: '没有标题的文字。' }]);
});

test('a heading that runs on into its paragraph is named by its first sentence', () => {
  expect(titles('一、总体要求。坚持党的领导；统筹推进。\n二、任务\n')).toEqual(['1 总体要求', '2 任务']);
});

test.each([
  ['no UTF-8', Buffer.from([0xb9, 0xe6, 0xbb, 0xae])],
  ['a NUL', Buffer.from('规划\u0000')],
  ['nothing', Buffer.alloc(0)],
])('a file with %s is refused', (_, bytes) => {
  expect(() => planText(bytes)).toThrow(NoPlanText);
});
