import { z } from 'zod';

/**
 * Days of Beijing and the instants of law time. China keeps one time, UTC+8 without summer time since 1992, so that
 * a day is a plain shift of eight hours. The one file of this library that may use Date: it never reads the clock.
 */
const BEIJING = 8 * 3_600_000;
const DAY = 86_400_000;

/** A day of Beijing, `YYYY-MM-DD`. */
export const Day = z.iso.date().meta({
  id: 'Day',
  description: '日期（北京时间），“X日前”含当日，至当日24时 · a Beijing day; “by” a day includes it',
});

/** Milliseconds since 1970 at 00:00 UTC of the day. @throws RangeError for what is no day, `2026-02-30` included */
function number(day: string): number {
  if (!Day.safeParse(day).success) throw new RangeError(`${day} is no day`);
  return Date.parse(`${day}T00:00:00.000Z`);
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** The instant at which the day begins, 00:00 of Beijing, in UTC with milliseconds. @throws RangeError */
export const startOfDay = (day: string): string => instant(number(day) - BEIJING);

/**
 * The instant at which the day ends, 24:00 of Beijing: the last one that still belongs to a period ending that day.
 *
 * @throws RangeError
 * @source 民法典 §203 第二款 期间的最后一日的截止时间为二十四时
 */
export const endOfDay = (day: string): string => instant(number(day) - BEIJING + DAY);

/** The instant of a full hour of the day in Beijing. @throws RangeError */
export const hourOf = (day: string, hour: number): string =>
  instant(number(day) - BEIJING + hour * 3_600_000);

/** The last day of a period that ends at `end`: at 24:00 it is the day that ends there. @throws RangeError */
export const lastDayOf = (end: string): string => instant(Date.parse(end) - 1 + BEIJING).slice(0, 10);

/** The instant that many minutes earlier. @throws RangeError */
export const minutesBefore = (at: string, minutes: number): string =>
  instant(Date.parse(at) - minutes * 60_000);

/** Whole minutes from one instant to another; negative when the other lies before. */
export const minutesBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);

/** The day of Beijing in which an instant lies; 24:00 is the next day's. @throws RangeError for what is no instant */
export const dayOf = (at: string): string => instant(Date.parse(at) + BEIJING).slice(0, 10);

/** The time of day in Beijing, `HH:MM`. @throws RangeError for what is no instant */
export const timeOf = (at: string): string => instant(Date.parse(at) + BEIJING).slice(11, 16);

/**
 * The day `days` natural days later, or earlier when negative: the day itself does not count.
 *
 * @throws RangeError
 * @source 民法典 §201 开始的当日不计入，自下一日开始计算
 */
export const addDays = (day: string, days: number): string => instant(number(day) + days * DAY).slice(0, 10);

/** A day as Chinese sentences write it: 2026年1月5日. */
export function dayInChinese(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** Natural days from one day to another; negative when the other lies before. @throws RangeError */
export const daysBetween = (from: string, to: string): number => (number(to) - number(from)) / DAY;

/**
 * Whether something that arrived at `at` keeps a date that ends at `due`: at 24:00 sharp it still does, a millisecond
 * later it does not. No date is always kept. Both are instants in UTC with milliseconds.
 */
export const inTime = (at: string, due: string | null): boolean =>
  due === null || Date.parse(at) <= Date.parse(due);
