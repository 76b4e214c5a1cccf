import { found, placed } from '../testing/found.ts';

test.each([
  ['[bookmark: _Toc71]一、总则', '[bookmark: _Toc71]'],
  ['**一是**加强管理。', '**'],
  ['<p>加强管理。</p>', '<p>'],
  ['加强&nbsp;管理。', '&nbsp;'],
  ['# 第一章 总则', '#'],
  ['详见错误！未找到引用源。', '错误！未找到引用源。'],
  ['提高⼈才质量。', '⼈'],
])('%s has residue', (text, quote) => {
  expect(found('CONVERSION_RESIDUE', text)).toEqual([quote]);
});

test.each(['血压<140毫米汞柱。', '引进C#语言课程。', 'A&B公司', '3*4=12', '（如延续护理等）', '见[1]。'])(
  '%s has none',
  (text) => expect(found('CONVERSION_RESIDUE', text)).toEqual([]),
);

test('one finding a line, with the place in the line as it was given', () => {
  expect(placed('CONVERSION_RESIDUE', '\n第一章\n**甲**和**乙**')).toEqual(['error 3 **']);
});

test('other rules see the text without residue, and quote it as it was given', () => {
  expect(placed('TYPO', '**台**帐完整。')).toEqual(['warning 1 台**帐']);
});

test.each([
  ['推进医疗and护理协同。', 'and'],
  ['完善制度 or 流程。', 'or'],
])('%s has an English word too many', (text, quote) =>
  expect(found('FOREIGN_RESIDUE', text)).toEqual([quote]),
);

test.each([
  '举办“Health for All”论坛。',
  '引进Internet of Things平台。',
  '使用ForeSee系统。',
  '推广AND门电路教学。',
])('%s has none that stands between Chinese words', (text) =>
  expect(found('FOREIGN_RESIDUE', text)).toEqual([]),
);
