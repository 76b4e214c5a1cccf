import { stepsOf } from './steps.ts';

const begin = '2026-03-01T04:00:00.000Z';

test('a long time is walked by days, from its first entry to its end', () => {
  const { count, instantAt, placeOf } = stepsOf(begin, '2026-04-01T04:00:00.000Z');
  expect(count).toBe(31);
  expect(instantAt(0)).toBe(begin);
  expect(instantAt(1)).toBe('2026-03-02T04:00:00.000Z');
  expect(instantAt(count)).toBe('2026-04-01T04:00:00.000Z');
  expect(placeOf(instantAt(7))).toBe(7);
});

test('a short time is walked by hours', () => {
  const { count, instantAt, placeOf } = stepsOf(begin, '2026-03-01T06:30:00.000Z');
  expect(count).toBe(3);
  expect([placeOf('2026-03-01T06:29:00.000Z'), placeOf('2026-03-01T06:30:00.000Z')]).toEqual([2, count]);
  expect(instantAt(1)).toBe('2026-03-01T05:00:00.000Z');
  expect(instantAt(3)).toBe('2026-03-01T06:30:00.000Z');
});
