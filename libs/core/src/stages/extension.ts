import { addDays, Day, dayOf, endOfDay } from '../calendar.ts';
import type { Given } from '../decider.ts';
import { graceOf, type Dated, type Grace } from '../deadlines/grace.ts';
import { MOST_DAYS } from '../deadlines/period.ts';
import { calendarOf } from '../org/holidays.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { Reason } from './handed-in.ts';

type Kind = 'contribution' | 'chapter';

/** What is sent to give a department more time. */
export const EXTENDING = {
  until: Day.meta({ description: '延期至（含当日） · the new last day' }),
  reason: Reason('延期理由', 'why'),
};

const undated = (kind: Kind): Refusal =>
  notNow(`${kind}.dated`, '本事项未规定期限，无需延期', 'It has no date that could be moved');

/** Why a day cannot be the new one: it gives no more time than there was, has passed, or lies too far ahead. */
function notAfter(
  kind: Kind,
  until: string,
  { due, now }: { readonly due: string; readonly now: string },
): Refusal | null {
  const end = endOfDay(until);
  if (end > due && end > now) return tooFar(`${kind}.until`, until, now);
  return against(
    `${kind}.until`,
    '延期后的日期须晚于原期限和今日',
    'The new day must lie after the old one, and not in the past',
    { until, due },
    { zh: '请另定日期', en: 'Choose a later day' },
  );
}

/** A day that lies so far ahead that its year must be wrong. */
export function tooFar(rule: string, until: string, now: string): Refusal | null {
  const farthest = addDays(dayOf(now), MOST_DAYS);
  if (until <= farthest) return null;
  return against(
    rule,
    `所定日期距今日超过${MOST_DAYS}日`,
    `The day lies more than ${MOST_DAYS} days ahead`,
    { until, farthest },
    { zh: '请核对年份', en: 'Check the year' },
  );
}

/** 延期, as the facts of both have it. */
interface Extension {
  readonly from: string;
  readonly until: string;
  readonly due: string;
  /** The day on which it was approved. */
  readonly on: string;
  /** Its date had passed by then. */
  readonly after?: true;
  readonly grace?: Grace;
}

/** The new date of what has one, with its grace; a day that cannot be the new one is refused. */
export function extended(
  given: Given,
  kind: Kind,
  until: string,
  { due: from, grace }: Dated,
): Extension | Refusal {
  if (from === null) return undated(kind);
  const { now } = given;
  const refusal = notAfter(kind, until, { due: from, now });
  if (refusal) return refusal;
  const due = endOfDay(until);
  const { n, unit } = grace ?? { n: 0, unit: 'natural' as const };
  const further = graceOf(due, { n, unit }, calendarOf(given));
  return {
    from,
    until,
    due,
    on: dayOf(now),
    ...(from < now ? { after: true as const } : {}),
    ...(further ? { grace: further } : {}),
  };
}
