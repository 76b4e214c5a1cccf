import { inHan, valueOf } from './numeral.ts';

test.each([
  ['三', 3],
  ['十', 10],
  ['十四', 14],
  ['二十', 20],
  ['九十九', 99],
  ['一百零三', 103],
  ['两千三百', 2300],
  ['三万五千', 35_000],
  ['二〇二六', 2026],
  ['12', 12],
  ['１２', 12],
  ['⑫', 12],
])('%s is %d', (numeral, value) => expect(valueOf(numeral)).toBe(value));

test.each(['', '若干', '3a'])('%j is none', (text) => expect(valueOf(text)).toBeUndefined());

test('there and back again', () => {
  for (let value = 1; value < 100; value++) expect(valueOf(inHan(value))).toBe(value);
});
