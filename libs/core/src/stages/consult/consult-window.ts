import { dayOf, daysBetween, endOfDay, lastDayOf } from '../../calendar.ts';
import type { Given } from '../../decider.ts';
import { lastDayAfter, type Reckoned } from '../../deadlines/period.ts';
import { calendarOf } from '../../org/holidays.ts';
import { against, type Refusal } from '../../refusal.ts';
import { addWorkingDays } from '../../working-days.ts';
import type { ConsultationFact, DayUnit } from './consultation-facts.ts';

/** How long a round lasts. */
export interface Window {
  readonly days: number;
  readonly unit: DayUnit;
  readonly rollOver: boolean;
}

type Opened = Extract<ConsultationFact, { type: 'ConsultationOpened' }>['data'];

/**
 * The end of the window, 24:00 of its last day; the day of opening does not count. `estimated` when the end rests on
 * working days that are not announced yet.
 *
 * @source 民法典 §201, §203
 */
export function windowEnd(
  given: Given,
  opened: string,
  { days, unit, rollOver }: Window,
): Pick<Opened, 'due' | 'estimated' | 'calendar' | 'why'> {
  const calendar = calendarOf(given);
  const { day, estimated, steps } = lastDayAfter(dayOf(opened), { n: days, unit }, calendar, rollOver);
  return { due: endOfDay(day), estimated, calendar: calendar.version, why: steps };
}

/** A new end of a window that was estimated; null when it is the same and stays estimated. */
export function recounted(
  given: Given,
  { opened, window, due, estimated }: { opened: string; window: Window; due: string; estimated: boolean },
): { readonly reckoned: Reckoned; readonly calendar: string } | null {
  if (!estimated) return null;
  const calendar = calendarOf(given);
  const { days, unit, rollOver } = window;
  const reckoned = lastDayAfter(dayOf(opened), { n: days, unit }, calendar, rollOver);
  const same = reckoned.estimated && endOfDay(reckoned.day) === due;
  return same ? null : { reckoned: notPassed(reckoned, dayOf(given.now)), calendar: calendar.version };
}

/** Nobody loses a day that has come already: an end that would lie before today is today's. */
const notPassed = (reckoned: Reckoned, today: string): Reckoned =>
  reckoned.day >= today
    ? reckoned
    : { day: today, estimated: false, steps: [...reckoned.steps, { how: 'set', day: today }] };

/** 期限下限 of a procedure: at least so many days, with what that rests on. */
export interface Floor {
  readonly n: number;
  readonly unit: DayUnit;
  readonly basis?: string | undefined;
}

/**
 * A window that is shorter than the procedure's floor.
 *
 * @source 重大行政决策程序暂行条例 §15 期限一般不少于30日；因情况紧急等原因需要缩短期限的，应当予以说明（参照）
 */
export function belowFloor(
  given: Given,
  { n, unit, basis }: Floor,
  { opened, due }: { readonly opened: string; readonly due: string },
): Refusal | null {
  if (n === 0) return null;
  const last = lastDayOf(due);
  const from = dayOf(opened);
  const least = unit === 'natural' ? null : addWorkingDays(from, n, calendarOf(given)).day;
  const enough = least === null ? daysBetween(from, last) >= n : last >= least;
  if (enough) return null;
  const words = unit === 'natural' ? '日' : '个工作日';
  const refusal = against(
    'consultation.window',
    `征求意见期限少于${n}${words}：自${from}起至${last}`,
    `The window is shorter than ${n} ${unit} days: ${from} to ${last}`,
    { n, unit, opened, due },
    {
      zh: `期限不少于${n}${words}，确需缩短的公布理由`,
      en: `at least ${n} ${unit} days, or a published reason`,
    },
  );
  return basis === undefined ? refusal : { ...refusal, basis };
}
