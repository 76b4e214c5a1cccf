import { endOfDay, lastDayOf, minutesBefore } from '../calendar.ts';
import type { CaseState } from '../case/case.ts';
import type { Given } from '../decider.ts';

/** Minutes of law time after which what the clock does is no longer on time: a sweep comes every second. */
const ON_TIME = 10;

/** 补触发: the law time at which the clock did what it should have done at the date that the fact names. */
export type Belated = { readonly belated?: string };

/**
 * The mark of what fell due while nothing ran: it keeps its original date, and says when it was made up for. A rehearsal
 * whose clock was moved over the date was not down; nor is what was asked for when its date had passed made up for.
 *
 * @param asked the Beijing day on which it was asked for, where that is known
 */
export function belated({ now, org }: Pick<Given, 'now' | 'org'>, due: string, asked?: string): Belated {
  const { moved } = org.context;
  const known = asked !== undefined && asked > lastDayOf(due) ? endOfDay(asked) : due;
  const since = moved && moved.from < known && known <= moved.to ? moved.to : known;
  return since < minutesBefore(now, ON_TIME) ? { belated: now } : {};
}

/** The Beijing day on which a stage was entered. */
export const enteredOn = (state: CaseState | undefined, stage: string): string | undefined =>
  state?.context.entered[stage]?.on;
