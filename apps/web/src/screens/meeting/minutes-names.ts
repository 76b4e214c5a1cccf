import type { Meeting } from '../../api/generated/types.gen.ts';
import { CONGRESS } from '../../words/congress.ts';
import { useSaid } from '../../words/language.tsx';

/** What the papers of a meeting that have no title are called: the minutes of the resolution, and as they were filed. */
export function useMinutesNames({ minutes, filed }: Meeting['data']): Readonly<Record<string, string>> {
  const words = useSaid(CONGRESS);
  return {
    ...(minutes ? { [minutes.hash]: words.minutesNames.draft } : {}),
    ...(filed.record?.text ? { [filed.record.text.hash]: words.minutesNames.record } : {}),
    ...(filed.minutes?.text ? { [filed.minutes.text.hash]: words.minutesNames.issued } : {}),
  };
}
