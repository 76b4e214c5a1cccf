import { addDays } from './calendar.ts';
import { ANNOUNCED } from './deadlines/announced/announced.ts';
import {
  addWorkingDays,
  coverageOf,
  isCovered,
  isHoliday,
  isWorkingDay,
  workingDayFrom,
  type WorkCalendar,
} from './working-days.ts';

const daysOf = (year: number): readonly string[] =>
  Array.from({ length: 366 }, (_, i) => addDays(`${year}-01-01`, i)).filter((day) =>
    day.startsWith(`${year}`),
  );

test.each([
  [2020, 249],
  [2021, 250],
  [2022, 249],
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, expected) => {
  expect(daysOf(year).filter((day) => isWorkingDay(day, ANNOUNCED))).toHaveLength(expected);
});

test.each([
  ['2026-02-11', 5, '2026-02-25'],
  ['2026-02-11', 7, '2026-02-27'],
  ['2026-04-30', 3, '2026-05-08'],
  ['2026-09-17', 7, '2026-09-28'],
  ['2026-10-09', 1, '2026-10-10'],
  ['2026-10-09', -7, '2026-09-22'],
  ['2023-05-14', 10, '2023-05-26'],
])('from %s, %i of them end on %s', (from, count, end) => {
  expect(addWorkingDays(from, count, ANNOUNCED)).toEqual({ day: end, estimated: false });
});

test('a Thursday of 2020 is one, and none moves the day', () => {
  expect(isWorkingDay('2020-12-10', ANNOUNCED)).toBe(true);
  expect(addWorkingDays('2020-12-10', 0, ANNOUNCED).day).toBe('2020-12-10');
});

test('every year names the paper that it rests on, and its worked days are Saturdays and Sundays', () => {
  for (const { year, source, worked, off } of ANNOUNCED.years) {
    expect(source).toMatch(new RegExp(`国办发明电〔${year - 1}〕\\d+号`));
    for (const day of worked) expect([6, 0]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
    for (const { from, to } of off) expect(from <= to && to.startsWith(`${year}`)).toBe(true);
  }
  expect(coverageOf(ANNOUNCED).map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
});

describe('beyond the announced years', () => {
  test('a day is Monday to Friday, and what rests on it is an estimate', () => {
    expect(addWorkingDays('2026-12-30', 2, ANNOUNCED)).toEqual({ day: '2027-01-01', estimated: true });
    expect(addWorkingDays('2020-01-02', -1, ANNOUNCED)).toEqual({ day: '2019-12-31', estimated: true });
    expect(addWorkingDays('2026-12-30', 1, ANNOUNCED)).toEqual({ day: '2026-12-31', estimated: false });
  });

  test('a year between two announced ones is a gap', () => {
    const gap = { ...ANNOUNCED, years: ANNOUNCED.years.filter(({ year }) => year !== 2025) };
    expect(isCovered(gap, '2024-12-30', '2026-01-05')).toBe(false);
    expect(isCovered(ANNOUNCED, '2024-12-30', '2026-01-05')).toBe(true);
  });
});

describe('what the house arranges', () => {
  const house: WorkCalendar = {
    ...ANNOUNCED,
    house: [
      {
        year: 2026,
        off: [{ from: '2026-03-05', to: '2026-03-05' }],
        worked: ['2026-03-07', '2026-10-01'],
        source: '院办通知',
      },
    ],
  };

  test('goes before the State Council', () => {
    expect(isWorkingDay('2026-03-05', house)).toBe(false);
    expect(isWorkingDay('2026-03-07', house)).toBe(true);
    expect(isWorkingDay('2026-10-01', house)).toBe(true);
    expect(isWorkingDay('2026-10-02', house)).toBe(false);
    expect(isHoliday('2026-03-05', house)).toBe(true);
    expect(isHoliday('2026-03-08', house)).toBe(false);
  });

  test('moves what is looked for', () => {
    expect(workingDayFrom('2026-03-05', house)).toBe('2026-03-06');
    expect(workingDayFrom('2026-03-05', house, -1)).toBe('2026-03-04');
    expect(workingDayFrom('2026-03-08', house, -1)).toBe('2026-03-07');
  });
});
