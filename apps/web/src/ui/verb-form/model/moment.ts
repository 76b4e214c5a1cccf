const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const MOMENT = /^(?<day>\d{4}-\d{2}-\d{2})T(?<time>\d{2}:\d{2})$/u;

/** Whether it is a day of the calendar, as YYYY-MM-DD. */
export const isDay = (words: string): boolean =>
  DAY.test(words) && new Date(`${words}T00:00:00Z`).toJSON()?.startsWith(words) === true;

/** The instant, in UTC, of a day and a time of Beijing as `2026-03-05T14:30`; null where it is none. */
export function instantOf(words: string): string | null {
  const { day = '', time = '' } = MOMENT.exec(words)?.groups ?? {};
  const at = new Date(`${day}T${time}:00+08:00`);
  return isDay(day) && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
}

/** The day and the time of what was typed so far. */
export function partsOf(words: string): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = words.split('T');
  return { day, time };
}
