const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const MINUTE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The Beijing day by which something is due: 24:00 of a day still belongs to it. */
export const dueDay = (instant: string): string => DAY.format(Date.parse(instant) - 1);

/** An instant in Beijing, to the minute. */
export const minute = (instant: string): string => MINUTE.format(Date.parse(instant));
