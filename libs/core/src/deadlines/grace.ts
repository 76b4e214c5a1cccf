import { endOfDay, inTime, lastDayOf } from '../calendar.ts';
import type { WorkCalendar } from '../working-days.ts';
import type { DueStep } from './due-step.ts';
import { lastDayAfter, type DayUnit, type Period } from './period.ts';

/** 宽限期 of a date: its length, and the end of its last day, law time in UTC. */
export type Grace = {
  readonly n: number;
  readonly unit: DayUnit;
  readonly until: string;
  /** The version of the working days that it was counted with. */
  readonly calendar: string;
  /** 预估: it rests on working days that are not announced yet. */
  readonly estimated?: true;
};

/** What has a date, and perhaps a period of grace after it. */
export interface Dated {
  readonly due: string | null;
  readonly grace: Grace | null;
}

/** The grace of a date; null where the procedure gives none. What is due is due all the same: only the mark differs. */
export function graceOf(due: string | null, period: Period, calendar: WorkCalendar): Grace | null {
  if (due === null || period.n === 0) return null;
  const { day, estimated } = lastDayAfter(lastDayOf(due), period, calendar, false);
  const { n, unit } = period;
  const guess = estimated ? { estimated } : {};
  return { n, unit, until: endOfDay(day), calendar: calendar.version, ...guess };
}

/** The last moment at which what comes in is not late; null without a date. */
export const lastMoment = ({ due, grace }: Dated): string | null => grace?.until ?? due;

/** Whether something that comes at `at` is after its date and within its grace. */
export const withinGrace = (dated: Dated, at: string): boolean =>
  !inTime(at, dated.due) && inTime(at, lastMoment(dated));

/** The step that explains it. */
export const graceStep = (grace: Grace | null): readonly DueStep[] =>
  grace
    ? [
        {
          how: 'grace',
          n: grace.n,
          unit: grace.unit,
          day: lastDayOf(grace.until),
          estimated: grace.estimated === true,
        },
      ]
    : [];
