import { labelLines } from './label-lines.ts';

test.each([
  ['院长意见', ['院长意见']],
  ['审阅意见（签名、日期）', ['审阅意见', '（签名、日期）']],
  ['送审稿（第4稿）', ['送审稿', '（第4稿）']],
])('%s is broken before its bracket, where it has to be', (label, lines) => {
  expect(labelLines(label, 7)).toEqual(lines);
});

test('a label longer than its place is broken between words and loses nothing', () => {
  const lines = labelLines('分管院领导意见', 6);
  expect(lines.join('')).toBe('分管院领导意见');
  expect(Math.min(...lines.map(({ length }) => length))).toBeGreaterThan(1);
});
