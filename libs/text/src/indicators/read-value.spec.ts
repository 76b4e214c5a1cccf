import type { Measured } from './indicator-value.ts';
import { readValue } from './read-value.ts';

const measured = (rest: Partial<Measured>): Measured => ({
  kind: 'measured',
  measure: null,
  low: 0,
  high: rest.low ?? 0,
  bound: 'exact',
  unit: '',
  ...rest,
});

test.each([
  ['0.8亿元', measured({ low: 80_000_000, unit: '元' })],
  ['8000万元', measured({ low: 80_000_000, unit: '元' })],
  ['1.1万平方米', measured({ low: 11_000, unit: '平方米' })],
  ['950张', measured({ low: 950, unit: '张' })],
  ['≥95%', measured({ low: 95, bound: 'at-least', unit: '%', measure: 'ratio' })],
  ['不低于 90％', measured({ low: 90, bound: 'at-least', unit: '%', measure: 'ratio' })],
  ['6人以上', measured({ low: 6, bound: 'at-least', unit: '人' })],
  ['8.0天以内', measured({ low: 8, bound: 'at-most', unit: '天' })],
  ['2～3个', measured({ low: 2, high: 3, bound: 'range', unit: '个' })],
  ['新增1个', measured({ low: 1, unit: '个', measure: 'increment' })],
  ['五年累计30项', measured({ low: 30, unit: '项', measure: 'per-period' })],
  ['每年3次', measured({ low: 3, unit: '次', measure: 'per-year' })],
  ['3.5‰', measured({ low: 0.35, unit: '%', measure: 'ratio' })],
  ['1:1.25', measured({ low: 1.25, unit: '1:', measure: 'ratio' })],
  ['前30%', measured({ low: 30, bound: 'at-most', unit: '%', measure: 'rank' })],
  ['三十二个', measured({ low: 32, unit: '个' })],
  ['2小时', measured({ low: 120, unit: '分钟' })],
])('%s', (text, value) => expect(readValue(text)).toEqual(value));

test.each([
  ['三级甲等', { kind: 'grade', scale: 'hospital', rank: 33, bound: 'exact' }],
  ['三甲', { kind: 'grade', scale: 'hospital', rank: 33, bound: 'exact' }],
  ['六级', { kind: 'grade', scale: 'level', rank: 6, bound: 'exact' }],
  ['达到5级', { kind: 'grade', scale: 'level', rank: 5, bound: 'exact' }],
  ['A+', { kind: 'grade', scale: 'letter', rank: 8, bound: 'exact' }],
  ['高于全国平均水平', { kind: 'relative', than: '全国平均水平', side: 'above', by: null }],
  [
    '较2025年提高5个百分点',
    { kind: 'relative', than: '2025年', side: 'above', by: measured({ low: 5, unit: '百分点' }) },
  ],
])('%s', (text, value) => expect(readValue(text)).toEqual(value));

test('a cell is read in the unit of its row', () => {
  expect(readValue('165', { unit: '万人次' })).toEqual(measured({ low: 1_650_000, unit: '人次' }));
  expect(readValue('165万', { unit: '万人次' })).toEqual(measured({ low: 1_650_000, unit: '人次' }));
  expect(readValue('95', { unit: '%', measure: 'ratio' })).toEqual(
    measured({ low: 95, unit: '%', measure: 'ratio' }),
  );
  expect(readValue('5', { unit: '级' })).toMatchObject({ kind: 'grade', rank: 5 });
});

test.each(['', '待核', '一流', '持续提升', '950张、1000张', '达到国内先进', '—'])('%s is no value', (text) =>
  expect(readValue(text)).toBeNull(),
);
