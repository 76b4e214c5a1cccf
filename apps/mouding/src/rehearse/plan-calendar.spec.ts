import { BEGINNING, CALENDAR, instantOf } from './plan-calendar.ts';

test('the days follow each other, from the beginning on', () => {
  const days = Object.values(CALENDAR);
  expect(days.slice(1).every((day, i) => day > (days[i] ?? ''))).toBe(true);
  expect(BEGINNING < instantOf(CALENDAR.schemeMeeting, 9)).toBe(true);
});

test('no body meets and nothing is due at a weekend', () => {
  const weekdays = Object.values(CALENDAR).map((day) => new Date(`${day}T00:00:00.000Z`).getUTCDay());
  expect(weekdays.filter((weekday) => weekday === 0 || weekday === 6)).toEqual([]);
});

test('an hour of Beijing is eight hours earlier in law time', () => {
  expect([instantOf('2025-12-10', 9), instantOf('2025-12-10', 0)]).toEqual([
    '2025-12-10T01:00:00.000Z',
    '2025-12-09T16:00:00.000Z',
  ]);
});
