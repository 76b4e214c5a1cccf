import { z } from 'zod';
import { addDays } from '../calendar.ts';
import { addWorkingDays, isCovered, isHoliday, workingDayFrom, type WorkCalendar } from '../working-days.ts';
import type { DueStep } from './due-step.ts';

/** natural 自然日 · working 工作日; the unit stays with every period and is never converted. */
export const DAY_UNITS = ['natural', 'working'] as const;
export type DayUnit = (typeof DAY_UNITS)[number];

/** No period is longer, and no date that somebody sets lies farther ahead: beyond it the year is a slip of the pen. */
export const MOST_DAYS = 400;

/** A number of days with its unit: the only way in which this library holds one. */
export const Period = z
  .strictObject({ n: z.int().min(0).max(MOST_DAYS), unit: z.enum(DAY_UNITS) })
  .meta({ id: 'Period', description: '期间：天数和单位（自然日、工作日） · days with their unit' });
export type Period = Readonly<z.infer<typeof Period>>;

/** A day that was counted, how, and whether it rests on years that are not announced yet (预估). */
export interface Reckoned {
  readonly day: string;
  readonly steps: readonly DueStep[];
  readonly estimated: boolean;
}

/**
 * The last day of a period that begins with `from`, which does not count. `roll`: a last day that is off moves to the
 * next working day, as the law has it for periods in natural days; periods may agree otherwise (民法典 §204).
 *
 * @throws RangeError
 * @source 民法典 §201 开始的当日不计入, §203 最后一日是法定休假日的，以法定休假日结束的次日为最后一日
 */
export function lastDayAfter(
  from: string,
  { n, unit }: Period,
  calendar: WorkCalendar,
  roll: boolean,
): Reckoned {
  const { version } = calendar;
  if (unit === 'working') {
    const { day, estimated } = addWorkingDays(from, n, calendar);
    return { day, estimated, steps: [{ how: 'counted', from, n, unit, day, calendar: version, estimated }] };
  }
  const day = addDays(from, n);
  const counted: DueStep = { how: 'counted', from, n, unit, day, calendar: null, estimated: false };
  return roll ? rolled(day, calendar, 1, [counted]) : { day, estimated: false, steps: [counted] };
}

/**
 * The last day on which something can be done that is due `n` days before a day (会前7日送达): the day itself does not
 * count, and what falls on a day off is due earlier, since a later day would shorten the period.
 *
 * @throws RangeError
 */
export function lastDayBefore(
  day: string,
  { n, unit }: Period,
  calendar: WorkCalendar,
  roll: boolean,
): Reckoned {
  const { version } = calendar;
  if (unit === 'working') {
    const back = addWorkingDays(day, -n, calendar);
    const step: DueStep = { how: 'counted-back', from: day, n, unit, calendar: version, ...back };
    return { ...back, steps: [step] };
  }
  const back = addDays(day, -n);
  const step: DueStep = {
    how: 'counted-back',
    from: day,
    n,
    unit,
    day: back,
    calendar: null,
    estimated: false,
  };
  return roll ? rolled(back, calendar, -1, [step]) : { day: back, estimated: false, steps: [step] };
}

/** Moves a day that is off, and says why. */
function rolled(
  last: string,
  calendar: WorkCalendar,
  direction: 1 | -1,
  before: readonly DueStep[],
): Reckoned {
  const day = workingDayFrom(last, calendar, direction);
  const [first, end] = last < day ? [last, day] : [day, last];
  const estimated = !isCovered(calendar, first, end);
  if (day === last) return { day, estimated, steps: before };
  const why = isHoliday(last, calendar) ? ('holiday' as const) : ('weekend' as const);
  const step: DueStep = { how: 'rolled', from: last, day, why, calendar: calendar.version, estimated };
  return { day, estimated, steps: [...before, step] };
}
