import { numberIn } from './number-in.ts';

test.each([
  ['550张', 550],
  ['≥65', 65],
  ['1,200', 1200],
  ['42.6', 42.6],
  ['－3.5%', -3.5],
  ['３８', 38],
])('%s says %d', (figure, number) => {
  expect(numberIn(figure)).toBe(number);
});

test.each([null, '', '三级甲等'])('%s says no number', (figure) => {
  expect(numberIn(figure)).toBeNull();
});
