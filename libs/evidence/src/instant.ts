const AT = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);

/** Whether the text is an instant of the format: UTC, milliseconds, a day that the calendar has, no leap second. */
export function isInstant(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (AT.exec(text) ?? []).map(Number);
  return year >= 1 && day >= 1 && day <= daysOf(year, month);
}
