import fc from 'fast-check';
import { backOff, LONGEST_AWAY_MS, LONGEST_MS } from './backoff.ts';

test('waits double from half a minute to half an hour, half of each left to chance', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 60].map((attempts) => backOff(attempts, 1) / 1_000)).toEqual([
    30, 60, 120, 240, 480, 960, 1_800, 1_800, 1_800,
  ]);
  expect(backOff(1, 0)).toBe(15_000);
  expect(backOff(60, 0, LONGEST_AWAY_MS)).toBe(LONGEST_AWAY_MS / 2);
});

test('never at once and never longer than the cap', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempts, chance) => {
        const wait = backOff(attempts, chance);
        expect(wait).toBeGreaterThanOrEqual(15_000);
        expect(wait).toBeLessThanOrEqual(LONGEST_MS);
      },
    ),
  );
});
