import { checkup, ruleIds } from './checkup.ts';
import { RULES } from './rules.ts';

test('every rule says why and how to mend, in both languages', () => {
  for (const { id, why, mend } of RULES) {
    expect(id).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    for (const { zh, en } of [why, mend]) {
      expect(zh).toMatch(/\p{sc=Han}.*。$/u);
      expect(en).toMatch(/^[A-Z0-9].*\.$/u);
    }
  }
});

test('ids are asked for by name', () => {
  expect(ruleIds).toEqual(expect.arrayContaining(['PLACEHOLDER', 'NUM_SKIP', 'IND_TARGET_BELOW_BASELINE']));
  const text = '一、甲\n三、门诊XXXX万人次。';
  expect(checkup(text, { rules: ['NUM_SKIP'] }).map(({ rule }) => rule)).toEqual(['NUM_SKIP']);
  expect(checkup(text, { rules: [] })).toEqual([]);
});

test('findings come in the order of the text, with the words as they stand in it', () => {
  const text = '\uFEFF第一章 甲\r\n**台**帐XXXX万。\r\n第三章 乙';
  const lines = text.replace('\uFEFF', '').split('\r\n');
  const found = checkup(text);
  expect(found.map(({ line }) => line)).toEqual(found.map(({ line }) => line).toSorted((a, b) => a - b));
  for (const { line, column, quote } of found)
    expect(lines[line - 1]?.slice(column, column + quote.length)).toBe(quote);
  expect(found.length).toBeGreaterThanOrEqual(4);
});

test('the same text gives the same findings', () => {
  const text = '一、甲\n三、门诊XXXX万人次，较去年增长，台帐完整。';
  expect(checkup(text)).toEqual(checkup(text));
});

test.each([
  '',
  '\n\n\n',
  '。',
  '（',
  '一、',
  '\uFEFF',
  '“',
  '|||',
  '\t\t\t',
  '1234567890',
  '人'.repeat(5000),
  '（'.repeat(2000),
  '一、\n'.repeat(500),
])('a text that is no plan is read all the same: %#', (text) =>
  expect(Array.isArray(checkup(text))).toBe(true),
);
