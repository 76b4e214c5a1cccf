import { dayWritten } from './day-cell.ts';

test.each([
  ['2027-01-04', '2027-01-04'],
  ['2027年1月4日', '2027-01-04'],
  ['2027/1/4', '2027-01-04'],
  ['2027.1.4', '2027-01-04'],
  ['元旦', '元旦'],
])('%s is %s', (text, day) => {
  expect(dayWritten({ text, number: false })).toBe(day);
});

test('a number is the day that office programs count by it, where it can be one', () => {
  expect(dayWritten({ text: '46391', number: true })).toBe('2027-01-04');
  expect(dayWritten({ text: '46391', number: false })).toBe('46391');
  expect(dayWritten({ text: '3', number: true })).toBe('3');
});
