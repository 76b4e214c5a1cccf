import { addDays, dayOf, endOfDay } from '../calendar.ts';
import type { Given } from '../decider.ts';
import { graceOf, type Dated, type Grace } from '../deadlines/grace.ts';
import { MOST_DAYS } from '../deadlines/period.ts';
import { calendarOf } from '../org/holidays.ts';
import { against, notNow, type Refusal } from '../refusal.ts';

type Kind = 'contribution' | 'chapter';

export const undated = (kind: Kind): Refusal =>
  notNow(`${kind}.dated`, '本事项未规定期限，无需延期', 'It has no date that could be moved');

/** Why a day cannot be the new one: it gives no more time than there was, has passed, or lies too far ahead. */
export function notAfter(
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

/** What an extension says beside the new date: when it was approved, whether the old one had passed, its grace. */
export function extension(
  given: Given,
  until: string,
  { due, grace }: Dated,
): { readonly on: string; readonly after?: true; readonly grace?: Grace } {
  const { n, unit } = grace ?? { n: 0, unit: 'natural' as const };
  const further = graceOf(endOfDay(until), { n, unit }, calendarOf(given));
  return {
    on: dayOf(given.now),
    ...(due !== null && due < given.now ? { after: true as const } : {}),
    ...(further ? { grace: further } : {}),
  };
}
