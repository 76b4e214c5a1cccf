import type { Language } from './language.tsx';

/** The hospital's days are Beijing's, wherever the browser stands. */
const ZONE = 'Asia/Shanghai';

const DAY: { readonly [language in Language]: Intl.DateTimeFormat } = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, year: 'numeric', month: 'long', day: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, year: 'numeric', month: 'short', day: 'numeric' }),
};
const TIME = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const ISO = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** 2026年3月5日 of an instant. */
export const dayWords = (instant: string, language: Language): string =>
  DAY[language].format(new Date(instant));

/** 14:03 of an instant. */
export const timeWords = (instant: string | number): string => TIME.format(new Date(instant));

const DAY_MS = 86_400_000;
const midnight = (instant: string): number => Date.parse(`${ISO.format(new Date(instant))}T00:00:00Z`);

/** A date ends with its day: 24:00 of the 10th is the 10th's. */
const lastMoment = (due: string): string => new Date(Date.parse(due) - 1).toISOString();

/** Whole Beijing days from now until the day on which something is due; negative once it has passed. */
export const daysUntil = (due: string, now: string): number =>
  Math.round((midnight(lastMoment(due)) - midnight(now)) / DAY_MS);

/** The day on which something is due. */
export const dueDay = (due: string, language: Language): string => dayWords(lastMoment(due), language);

/** 2026年3月5日 of a Beijing day (2026-03-05). */
export const isoDay = (day: string, language: Language): string =>
  dayWords(`${day}T12:00:00+08:00`, language);
