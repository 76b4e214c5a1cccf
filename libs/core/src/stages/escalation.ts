import { hourOf, lastDayOf } from '../calendar.ts';
import type { CaseContext } from '../case/case.ts';
import type { Department } from '../org/departments.ts';
import { addWorkingDays, type WorkCalendar } from '../working-days.ts';
import { supporters } from './write/supporters.ts';

/** Offices open at eight. */
const OPENING_HOUR = 8;

/**
 * When what fell due unanswered is put before its 牵头领导: on the working day after the last day, or so many later,
 * when work begins.
 *
 * @param due the end of the period, law time in UTC
 */
export const escalatesAt = (due: string, calendar: WorkCalendar, days = 1): string =>
  hourOf(addWorkingDays(lastDayOf(due), days, calendar).day, OPENING_HOUR);

/** 牵头领导 of a department, by post: of the chapters that it owns; else of those that it supports; else every lead. */
export function leadsOf(
  { chapters }: Pick<CaseContext, 'chapters'>,
  department: string,
  departments: readonly Department[],
): readonly string[] {
  const owned = chapters.filter(({ owners }) => owners.includes(department));
  const supported = chapters.filter((chapter) => supporters(chapter, departments).includes(department));
  const own = [owned, supported].find((found) => found.length > 0) ?? chapters;
  return [...new Set(own.map(({ lead }) => lead))];
}
