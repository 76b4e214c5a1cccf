import { addDays, daysBetween } from './calendar.ts';

/** Which days people of public institutions work. What lies outside `from`–`to` is Monday to Friday, a guess. */
export interface WorkCalendar {
  readonly from: string;
  readonly to: string;
  /** 放假, first and last day each. */
  readonly off: readonly (readonly [string, string])[];
  /** 调休上班: Saturdays and Sundays that are worked. */
  readonly worked: readonly string[];
}

/**
 * The holidays that the State Council has announced so far. It announces a year late in the year before.
 *
 * @source 国务院办公厅关于2025年、2026年部分节假日安排的通知
 */
export const ANNOUNCED: WorkCalendar = {
  from: '2025-01-01',
  to: '2026-12-31',
  off: [
    ['2025-01-01', '2025-01-01'],
    ['2025-01-28', '2025-02-04'],
    ['2025-04-04', '2025-04-06'],
    ['2025-05-01', '2025-05-05'],
    ['2025-05-31', '2025-06-02'],
    ['2025-10-01', '2025-10-08'],
    ['2026-01-01', '2026-01-03'],
    ['2026-02-15', '2026-02-23'],
    ['2026-04-04', '2026-04-06'],
    ['2026-05-01', '2026-05-05'],
    ['2026-06-19', '2026-06-21'],
    ['2026-09-25', '2026-09-27'],
    ['2026-10-01', '2026-10-07'],
  ],
  worked: [
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ],
};

/** 1970-01-05, a Monday. */
const MONDAY = '1970-01-05';
const weekday = (day: string): number => ((daysBetween(MONDAY, day) % 7) + 7) % 7;

/** Whether a day is worked. @throws RangeError for what is no day */
export function isWorkingDay(day: string, calendar: WorkCalendar = ANNOUNCED): boolean {
  if (calendar.worked.includes(day)) return true;
  return weekday(day) < 5 && !calendar.off.some(([first, last]) => first <= day && day <= last);
}

/**
 * The working day on which a period of `count` (≥ 1) working days ends; the day itself does not count. `estimated`
 * when the period runs out of the announced years: the date may still move and must be shown as 预估.
 *
 * @throws RangeError
 * @source 民法典 §201, §203 最后一日是法定休假日的，以次日为最后一日
 */
export function addWorkingDays(
  day: string,
  count: number,
  calendar: WorkCalendar = ANNOUNCED,
): { readonly day: string; readonly estimated: boolean } {
  let end = day;
  for (let left = count; left > 0;) {
    end = addDays(end, 1);
    if (isWorkingDay(end, calendar)) left -= 1;
  }
  return { day: end, estimated: day < calendar.from || end > calendar.to };
}
