import { endOfDay } from '../calendar.ts';
import { against, notNow, type Refusal } from '../refusal.ts';

type Kind = 'contribution' | 'chapter';

export const undated = (kind: Kind): Refusal =>
  notNow(`${kind}.dated`, '本事项未规定期限，无需延期', 'It has no date that could be moved');

/** Why a day cannot be the new one: it gives no more time than there was, or has passed. */
export function notAfter(
  kind: Kind,
  until: string,
  { due, now }: { readonly due: string; readonly now: string },
): Refusal | null {
  const end = endOfDay(until);
  if (end > due && end > now) return null;
  return against(
    `${kind}.until`,
    '延期后的日期须晚于原期限和今日',
    'The new day must lie after the old one, and not in the past',
    { until, due },
    { zh: '请另定日期', en: 'Choose a later day' },
  );
}
