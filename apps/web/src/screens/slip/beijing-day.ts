const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The day in Beijing of an instant, `YYYY-MM-DD`. */
export const beijingDay = (instant: string): string => DAY.format(new Date(instant));
