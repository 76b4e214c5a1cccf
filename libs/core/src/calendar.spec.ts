import fc from 'fast-check';
import { addDays, Day, dayOf, daysBetween, endOfDay, inTime, startOfDay } from './calendar.ts';

const days = fc
  .date({ min: new Date('1993-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a Beijing day', () => {
  test('begins at 16:00 UTC of the day before and ends at 16:00 UTC', () => {
    expect(startOfDay('2025-12-10')).toBe('2025-12-09T16:00:00.000Z');
    expect(endOfDay('2025-12-10')).toBe('2025-12-10T16:00:00.000Z');
  });

  test('includes its first instant and not 24:00', () => {
    expect(dayOf('2025-12-09T15:59:59.999Z')).toBe('2025-12-09');
    expect(dayOf('2025-12-09T16:00:00.000Z')).toBe('2025-12-10');
    expect(dayOf(endOfDay('2025-12-31'))).toBe('2026-01-01');
  });

  test('is refused when no calendar has it', () => {
    expect(Day.safeParse('2026-02-29').success).toBe(false);
    expect(() => endOfDay('2026-02-29')).toThrow(RangeError);
    expect(() => addDays('10 December', 1)).toThrow(RangeError);
    expect(() => dayOf('yesterday')).toThrow(RangeError);
    expect(endOfDay('2028-02-29')).toBe('2028-02-29T16:00:00.000Z');
  });

  test('ends where the next one begins', () => {
    fc.assert(fc.property(days, (day) => expect(endOfDay(day)).toBe(startOfDay(addDays(day, 1)))));
  });

  test('comes back after counting forth and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });
});

describe('a period in natural days', () => {
  test('does not count its first day', () => {
    expect(addDays('2026-03-02', 10)).toBe('2026-03-12');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-03-12', -7)).toBe('2026-03-05');
  });
});

describe('a date', () => {
  const due = endOfDay('2025-12-10');

  test('is kept until 24:00 sharp', () => {
    expect(inTime('2025-12-10T15:59:58.000Z', due)).toBe(true);
    expect(inTime(due, due)).toBe(true);
    expect(inTime('2025-12-10T16:00:00.001Z', due)).toBe(false);
  });

  test('that was never set is always kept', () => {
    expect(inTime('2199-01-01T00:00:00.000Z', null)).toBe(true);
  });
});
