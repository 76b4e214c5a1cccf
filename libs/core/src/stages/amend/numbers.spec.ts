import fc from 'fast-check';
import { numbersOf, sameNumbers } from './numbers.ts';

test.each([
  ['床位500张，增长12.5%', ['500', '12.5%']],
  ['到２０３０年', ['2030']],
  ['建设三个重点专科', ['三']],
  ['力争达到百分之九十五', ['百分之九十五']],
  ['门诊1,200人次', ['1,200']],
  ['统一思想，进一步深化', []],
  ['重点人才工程', []],
])('the numbers of “%s” are %j', (text, numbers) => {
  expect(numbersOf(text)).toEqual(numbers);
});

test.each([
  ['床位500张', '床位480张', false],
  ['建设三个专科', '建设四个专科', false],
  ['增长5%', '增长5‰', false],
  ['1 5人', '15人', false],
  ['甲3人，乙4人', '乙4人，甲3人', false],
  ['到2030年，认真贯彻', '到２０３０年，认真实施', true],
  ['投入3万元', '投入3亿元', false],
  ['投入三千万元', '投入三千亿元', false],
  ['占三分之二', '占三分之一', false],
  ['三院区布局', '两院区布局', false],
  ['创建二甲', '创建三甲', false],
  ['增长-5%', '增长5%', false],
  ['2026-2030年', '2026—2030年', true],
])('%s → %s', (before, after, same) => {
  expect(sameNumbers(before, after)).toBe(same);
});

test('taking one digit away is always seen', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 9 }), fc.string(), (before, digit, after) => {
      expect(sameNumbers(`${before}${digit}${after}`, before + after)).toBe(false);
    }),
  );
});
