import { addDays } from '@mouding/core';
import type { ReadCell } from '@mouding/documents';

/** Day 0 of the days that an office program counts. */
const DAY_ZERO = '1899-12-30';
const COUNTED = { from: 30_000, to: 80_000 };
const WRITTEN = /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/;

/** A day as it was typed, or as the number by which a program keeps it. What is no day stays as it is, to be named. */
export const dayWritten = ({ text, number }: Pick<ReadCell, 'text' | 'number'>): string =>
  number && isCounted(Number(text)) ? addDays(DAY_ZERO, Number(text)) : written(text);

const isCounted = (days: number): boolean =>
  Number.isInteger(days) && days >= COUNTED.from && days <= COUNTED.to;

function written(text: string): string {
  const [, year, month = '', day = ''] = WRITTEN.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
