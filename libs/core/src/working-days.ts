import { addDays, daysBetween } from './calendar.ts';

/** Days off from one day to another, both included. */
export type DaysOff = { readonly from: string; readonly to: string };

/** What is off and what is worked in a year beside Monday to Friday, and on what paper that rests. */
export interface WorkYear {
  readonly year: number;
  /** 放假. */
  readonly off: readonly DaysOff[];
  /** 调休上班: Saturdays and Sundays that are worked. */
  readonly worked: readonly string[];
  readonly source: string;
}

/**
 * Which days people of an institution work. A year that `years` does not have is Monday to Friday, a guess; `house`
 * is the institution's own arrangement (本院停诊、周六上班), which goes before the State Council's and covers no year.
 */
export interface WorkCalendar {
  /** Permanent: it stands beside every date that was counted with it. */
  readonly version: string;
  readonly years: readonly WorkYear[];
  readonly house: readonly WorkYear[];
}

/** 1970-01-05, a Monday. */
const MONDAY = '1970-01-05';
const weekday = (day: string): number => ((daysBetween(MONDAY, day) % 7) + 7) % 7;

/** Whether a year's arrangement says that a day is worked or off; undefined where it says nothing. */
function saidOf(years: readonly WorkYear[], day: string): boolean | undefined {
  if (years.some(({ worked }) => worked.includes(day))) return true;
  return years.some(({ off }) => off.some(({ from, to }) => from <= day && day <= to)) ? false : undefined;
}

/** Whether a day is worked. @throws RangeError for what is no day */
export const isWorkingDay = (day: string, { years, house }: WorkCalendar): boolean =>
  saidOf(house, day) ?? saidOf(years, day) ?? weekday(day) < 5;

/** Whether a day off is one by arrangement (节假日) and not an ordinary Saturday or Sunday. @throws RangeError */
export const isHoliday = (day: string, { years, house }: WorkCalendar): boolean =>
  saidOf(house, day) === false || saidOf(years, day) === false;

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Whether every year from one day to the other is announced: a date that rests on others is 预估. */
export function isCovered({ years }: WorkCalendar, from: string, to: string): boolean {
  const known = new Set(years.map(({ year }) => year));
  const last = yearOf(to);
  for (let year = yearOf(from); year <= last; year += 1) if (!known.has(year)) return false;
  return true;
}

/** The announced years in one line each, for reading. */
export const coverageOf = ({ years }: WorkCalendar): readonly Pick<WorkYear, 'year' | 'source'>[] =>
  years.map(({ year, source }) => ({ year, source })).toSorted((a, b) => a.year - b.year);

/** The paper that a year's working days rest on; the calendar's version where it has none of the year. */
export const sourceOf = ({ years, version }: WorkCalendar, day: string): string =>
  years.find(({ year }) => year === yearOf(day))?.source ?? version;

/**
 * The working day on which a period of `count` working days ends, or, when negative, the one that lies so many before;
 * the day itself does not count. `estimated` when it rests on years that are not announced: the date may still move
 * and must be shown as 预估.
 *
 * @throws RangeError
 * @source 民法典 §201 开始的当日不计入，自下一日开始计算
 */
export function addWorkingDays(
  day: string,
  count: number,
  calendar: WorkCalendar,
): { readonly day: string; readonly estimated: boolean } {
  const forward = count < 0 ? -1 : 1;
  let end = day;
  for (let left = Math.abs(count); left > 0;) {
    end = addDays(end, forward);
    if (isWorkingDay(end, calendar)) left -= 1;
  }
  const [first, last] = end < day ? [end, day] : [day, end];
  return { day: end, estimated: !isCovered(calendar, first, last) };
}

/** The day itself when it is worked, otherwise the next one that is, or the last one before. @throws RangeError */
export function workingDayFrom(day: string, calendar: WorkCalendar, direction: 1 | -1 = 1): string {
  let worked = day;
  while (!isWorkingDay(worked, calendar)) worked = addDays(worked, direction);
  return worked;
}
