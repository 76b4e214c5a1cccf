import { dayIn, lastDayIn, scaleOf } from './gantt-scale.ts';

test('it begins with a month and ends with one', () => {
  const { from, to, months } = scaleOf(['2026-02-17', '2025-12-10', '2026-01-08']);
  expect([from, to]).toEqual(['2025-12-01', '2026-03-01']);
  expect(months).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
});

test('one day is as long as its share, and the whole is 100', () => {
  const { at, span } = scaleOf(['2026-02-10']);
  expect(at('2026-02-01')).toBe(0);
  expect(at('2026-02-15')).toBe(50);
  expect(span('2026-02-01', '2026-02-28')).toBe(100);
  expect(span('2026-02-01', '2026-02-01')).toBeCloseTo(100 / 28);
});

test('what lies beyond the ends stands at them', () => {
  const { at } = scaleOf(['2026-02-10']);
  expect([at('2025-01-01'), at('2027-01-01')]).toEqual([0, 100]);
});

test('years are named by fewer months', () => {
  const { months } = scaleOf(['2021-01-01', '2025-12-31']);
  expect(months.length).toBeLessThanOrEqual(14);
  expect(months[0]).toBe('2021-01-01');
});

test('a date that ends at 24:00 in Beijing is of the day that ends then', () => {
  expect(lastDayIn('2026-01-08T16:00:00.000Z')).toBe('2026-01-08');
  expect(dayIn('2026-01-08T16:00:00.000Z')).toBe('2026-01-09');
});
