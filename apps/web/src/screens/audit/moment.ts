import { isDay } from '../../ui/verb-form/model/moment.ts';
import { dayWords, timeWords } from '../../words/day.ts';
import type { Language } from '../../words/language.tsx';

/** 2026年3月1日 12:00 of an instant. */
export const momentWords = (instant: string, language: Language): string =>
  `${dayWords(instant, language)} ${timeWords(instant)}`;

const BEIJING_MS = 8 * 3_600_000;

/** An instant as a field for date and time writes it: Beijing's clock, wherever the browser stands. */
export const fieldOf = (instant: string | number): string =>
  new Date(new Date(instant).getTime() + BEIJING_MS).toISOString().slice(0, 16);

/** The last moment of the minute that such a field names, since whoever writes 12:00 means what was there at 12:00. */
export const instantOf = (field: string): string =>
  new Date(Date.parse(`${field}:59.999Z`) - BEIJING_MS).toISOString();

const FIELD = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether it is a day with a time of it, as {@link instantOf} takes it. */
export const isField = (words: string): boolean => FIELD.test(words) && isDay(words.slice(0, 10));

/** The last day of a term, which ends with it. */
export const lastDay = (until: string): string => new Date(Date.parse(until) - 1).toISOString();

/** The short form of a hash, as on paper. */
export const code = (hash: string): string => hash.slice(0, 12);
