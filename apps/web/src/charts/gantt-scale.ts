const DAY_MS = 86_400_000;
const dayMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Days of Beijing from one to another, laid on a line of 100. */
export interface Scale {
  readonly from: string;
  readonly to: string;
  /** Where the beginning of a day lies, in percent; beyond the ends, at them. */
  at(day: string): number;
  /** How long some days are, both included, in percent. */
  span(from: string, to: string): number;
  /** The first of each month (or of each third one, where there are many) that lies on it. */
  readonly months: readonly string[];
}

/** The least scale that holds these days, from the first of a month to the end of one. @param days 2026-03-05; at least one */
export function scaleOf(days: readonly string[]): Scale {
  const sorted = [...days].sort();
  const from = firstOf(sorted[0] ?? '');
  const to = nextMonth(firstOf(sorted[sorted.length - 1] ?? ''));
  const whole = dayMs(to) - dayMs(from);
  const share = (ms: number): number => Math.min(100, Math.max(0, ((ms - dayMs(from)) / whole) * 100));
  return {
    from,
    to,
    at: (day) => share(dayMs(day)),
    span: (first, last) => share(dayMs(last) + DAY_MS) - share(dayMs(first)),
    months: monthsIn(from, to),
  };
}

const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;

function nextMonth(first: string): string {
  const date = new Date(dayMs(first));
  date.setUTCMonth(date.getUTCMonth() + 1);
  return isoOf(date.getTime());
}

/** More names than these would run into each other. */
const MOST_MONTHS = 14;

function monthsIn(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = from; month < to; month = nextMonth(month)) months.push(month);
  const each = Math.ceil(months.length / MOST_MONTHS);
  return months.filter((_, i) => i % each === 0);
}

/** The Beijing day on which an instant lies. */
export const dayIn = (instant: string): string => isoOf(Date.parse(instant) + 8 * 3_600_000);

/** The last day of a date that ends at 24:00. */
export const lastDayIn = (due: string): string => isoOf(Date.parse(due) - 1 + 8 * 3_600_000);
