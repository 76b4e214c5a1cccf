import type { HolidaysCheck } from '@mouding/contract';
import { calendarOf, changedDays, permit, type WorkYear } from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, sees, type Reader } from './reader.ts';

/** The days of one year, as a table says them. */
export type WrittenYear = Pick<WorkYear, 'year' | 'off' | 'worked'>;

/** The announced years as they hold now. @throws ProblemError not-found, to whoever does not see the organisation */
export async function announcedYears(reader: Reader): Promise<readonly WorkYear[]> {
  if (!(await sees(reader, 'org', reader.visitor.institution))) throw new ProblemError('not-found');
  return asked(reader, (known) => calendarOf(known).years);
}

/**
 * What a table of days off would change, year by year. Nothing is recorded.
 *
 * @throws ProblemError refused, to whoever may not set the days
 */
export async function checkHolidays(
  reader: Reader,
  written: readonly WrittenYear[],
): Promise<HolidaysCheck['years']> {
  const { visitor, held } = reader;
  const permitted = await asked(reader, (known) =>
    permit('org.set-holidays', 'org', visitor.institution, held, known),
  );
  if ('refusal' in permitted) throw new ProblemError('refused', { refusal: permitted.refusal });
  const years = await asked(reader, (known) => calendarOf(known).years);
  return written.map(({ year, off, worked }) => ({
    year,
    off: off.map((each) => ({ ...each })),
    worked: [...worked],
    changes: changedDays(years.find((each) => each.year === year) ?? null, { off, worked }).map((each) => ({
      ...each,
    })),
  }));
}
