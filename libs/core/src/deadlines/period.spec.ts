import fc from 'fast-check';
import { addDays } from '../calendar.ts';
import { isWorkingDay } from '../working-days.ts';
import { ANNOUNCED } from './announced/announced.ts';
import { explain, explained } from './due-step.ts';
import { lastDayAfter, lastDayBefore, Period } from './period.ts';

const natural = (n: number) => ({ n, unit: 'natural' as const });
const working = (n: number) => ({ n, unit: 'working' as const });

test('natural and working days are never the same thing', () => {
  expect(lastDayAfter('2026-02-11', natural(7), ANNOUNCED, false).day).toBe('2026-02-18');
  expect(lastDayAfter('2026-02-11', working(7), ANNOUNCED, false).day).toBe('2026-02-27');
  expect(Period.safeParse({ n: 7 }).success).toBe(false);
  expect(Period.safeParse(7).success).toBe(false);
});

test('the first day does not count, and ten working days of May 2023 end on the 26th', () => {
  expect(lastDayAfter('2023-05-14', working(10), ANNOUNCED, true).day).toBe('2023-05-26');
  expect(lastDayAfter('2025-12-31', natural(1), ANNOUNCED, false).day).toBe('2026-01-01');
});

describe('a last day that is off', () => {
  test('moves to the next working day, and says why', () => {
    const { day, steps, estimated } = lastDayAfter('2026-09-15', natural(20), ANNOUNCED, true);
    expect(day).toBe('2026-10-08');
    expect(estimated).toBe(false);
    expect(steps.map(({ how }) => how)).toEqual(['counted', 'rolled']);
    expect(explained(steps.map(explain)).zh).toBe(
      '2026年9月15日起20日（当日不计入），至2026年10月5日；顺延3日至2026年10月8日，因为2026年10月5日为放假',
    );
    const weekend = lastDayAfter('2026-03-04', natural(10), ANNOUNCED, true);
    expect(weekend.day).toBe('2026-03-16');
    expect(explained(weekend.steps.map(explain)).en).toContain('2026-03-14 is a weekend');
  });

  test('stays where the parties agreed otherwise', () => {
    expect(lastDayAfter('2026-09-15', natural(20), ANNOUNCED, false)).toMatchObject({
      day: '2026-10-05',
      steps: [{ how: 'counted', calendar: null }],
    });
  });

  test('of a period that is counted back lies earlier', () => {
    const { day, steps } = lastDayBefore('2026-10-12', natural(7), ANNOUNCED, true);
    expect(day).toBe('2026-09-30');
    expect(explained(steps.map(explain)).zh).toBe(
      '2026年10月12日前7日（当日不计入），最迟2026年10月5日；提前5日至2026年9月30日，因为2026年10月5日为放假',
    );
    expect(lastDayBefore('2026-10-12', natural(7), ANNOUNCED, false).day).toBe('2026-10-05');
    expect(lastDayBefore('2026-10-09', working(7), ANNOUNCED, true).day).toBe('2026-09-22');
    expect(lastDayBefore('2026-03-12', natural(7), ANNOUNCED, true).day).toBe('2026-03-05');
  });
});

test('what rests on years that are not announced is 预估, with the version that it was counted with', () => {
  const { day, estimated, steps } = lastDayAfter('2026-12-30', working(5), ANNOUNCED, true);
  expect({ day, estimated }).toEqual({ day: '2027-01-06', estimated: true });
  expect(steps).toEqual([
    {
      how: 'counted',
      from: '2026-12-30',
      n: 5,
      unit: 'working',
      day: '2027-01-06',
      calendar: 'cn-2026',
      estimated: true,
    },
  ]);
  expect(explained(steps.map(explain)).zh).toContain('预估');
  expect(lastDayAfter('2026-12-20', natural(13), ANNOUNCED, true)).toMatchObject({ estimated: true });
  expect(lastDayAfter('2026-12-20', natural(13), ANNOUNCED, false)).toMatchObject({ estimated: false });
});

const days = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2020-06-01', n));

test('a naive count of working days agrees, forth and back', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 40 }), (from, n) => {
      const end = lastDayAfter(from, working(n), ANNOUNCED, true).day;
      const between = Array.from({ length: 400 }, (_, i) => addDays(from, i + 1)).filter((day) => day <= end);
      expect(between.filter((day) => isWorkingDay(day, ANNOUNCED))).toHaveLength(n);
      expect(isWorkingDay(end, ANNOUNCED)).toBe(true);
      const back = lastDayBefore(end, working(n), ANNOUNCED, true).day;
      expect(back <= from || !isWorkingDay(from, ANNOUNCED)).toBe(true);
    }),
  );
});

test('a period in natural days never ends before its last day, and ends on a working day when it moves', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const { day } = lastDayAfter(from, natural(n), ANNOUNCED, true);
      expect(day >= addDays(from, n)).toBe(true);
      expect(isWorkingDay(day, ANNOUNCED)).toBe(true);
      const back = lastDayBefore(day, natural(n), ANNOUNCED, true).day;
      expect(back <= addDays(day, -n)).toBe(true);
    }),
  );
});
