import type { AuditMoment } from '@mouding/contract';
import { endOfDay } from '@mouding/core';
import type { AuditScope } from './access.ts';

/** Up to where the log is read. */
export interface Moment {
  includes(entry: { readonly idx: number; readonly at: string }): boolean;
}

/**
 * A leaf index, an instant, or a day of Beijing with all of it; left out, everything. Nothing lies beyond the end of the
 * letter's period.
 */
export function momentOf({ period }: Pick<AuditScope, 'period'>, at: AuditMoment | undefined): Moment {
  const inTime = ({ at: entered }: { readonly at: string }): boolean => !period || entered < period.to;
  if (at === undefined) return { includes: inTime };
  if (typeof at === 'number') return { includes: (entry) => entry.idx <= at && inTime(entry) };
  if (at.length > 'YYYY-MM-DD'.length) return { includes: (entry) => entry.at <= at && inTime(entry) };
  const end = endOfDay(at);
  return { includes: (entry) => entry.at < end && inTime(entry) };
}
