import { momentOf } from './moment.ts';

const entry = (idx: number, at: string) => ({ idx, at });
const NOON = entry(7, '2026-01-05T04:00:00.000Z');
const MIDNIGHT = entry(8, '2026-01-05T16:00:00.000Z');
const open = { period: null };

test('a leaf index counts with itself, an instant too, a day of Beijing to its end', () => {
  expect([6, 7].map((at) => momentOf(open, at).includes(NOON))).toEqual([false, true]);
  expect(momentOf(open, NOON.at).includes(NOON)).toBe(true);
  expect(momentOf(open, '2026-01-05T03:59:59.999Z').includes(NOON)).toBe(false);
  const day = momentOf(open, '2026-01-05');
  expect([day.includes(NOON), day.includes(MIDNIGHT)]).toEqual([true, false]);
});

test('nothing lies beyond the period of the letter, whatever is asked for', () => {
  const period = { from: '2025-12-31T16:00:00.000Z', to: NOON.at };
  for (const at of [undefined, 100, '2030-01-01', '2030-01-01T00:00:00.000Z'])
    expect([at, momentOf({ period }, at).includes(NOON)]).toEqual([at, false]);
  expect(momentOf({ period }, undefined).includes(entry(6, '2026-01-05T03:59:59.999Z'))).toBe(true);
});
