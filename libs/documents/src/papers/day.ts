const BEIJING_MS = 8 * 3600 * 1000;
const MINUTE = 16;
const WEEK = ['日', '一', '二', '三', '四', '五', '六'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The clock of Beijing, `YYYY-MM-DDTHH:MM`. */
const beijing = (at: string): string =>
  DAY.test(at) ? `${at}T00:00` : new Date(Date.parse(at) + BEIJING_MS).toISOString().slice(0, MINUTE);

/** 2026年3月5日, of a day `YYYY-MM-DD` or of a moment (RFC 3339) in Beijing. */
export function dayWords(at: string): string {
  const [year, month, day] = beijing(at).slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 2026年3月5日（星期四）14:30. */
export function momentWords(at: string): string {
  const clock = beijing(at);
  const week = WEEK[new Date(`${clock}Z`).getUTCDay()] ?? '';
  return `${dayWords(at)}（星期${week}）${clock.slice(11)}`;
}

/** The last day of a period whose end is a moment: one that ends at midnight ends with the day before. */
export const lastDayWords = (due: string): string =>
  DAY.test(due) ? dayWords(due) : dayWords(new Date(Date.parse(due) - 1).toISOString());
