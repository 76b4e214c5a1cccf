import { readDays } from './days-file.ts';

test('two days are off, one is worked, and the line of titles is neither', () => {
  expect(readDays('\uFEFF起始,截止\r\n2027-01-01,2027-01-03\r\n2027-01-09\r\n')).toEqual({
    off: [{ from: '2027-01-01', to: '2027-01-03' }],
    worked: ['2027-01-09'],
  });
});

test('a line that is no day is named, and nothing is guessed', () => {
  expect(readDays('2027-01-01,2027-01-03\n元旦后一天')).toEqual({ line: 2 });
});
