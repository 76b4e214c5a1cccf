import { belated, enteredOn, type Belated } from '../deadlines/belated.ts';
import type { Dated } from '../deadlines/grace.ts';
import type { Rungs } from '../deadlines/ladder.ts';
import type { Given } from '../decider.ts';
import { calendarOf } from '../org/holidays.ts';
import { afterWaiting, type LeftHere } from './deposit/waiting.ts';
import { escalatesAt } from './escalation.ts';

/** What a department was asked for, by a date, in a stage of a case. */
interface Asked extends Dated {
  readonly case: string;
  readonly stage: string;
  readonly ladder: Rungs;
  readonly waiting: readonly LeftHere[];
}

/** What the fact says of it when its date has passed, and its grace, with nothing handed in. */
export function fellDue(given: Given, asked: Asked, due: string) {
  const calendar = calendarOf(given);
  const usual = escalatesAt(due, calendar, asked.ladder.escalate);
  const escalate = afterWaiting(given, asked, usual);
  return { due, escalate, calendar: calendar.version, ...madeUpFor(given, asked, due) };
}

/** 补触发 of something that its stage asked for: what was asked for after its date is not made up for. */
export const madeUpFor = (
  given: Given,
  { case: caseId, stage }: Pick<Asked, 'case' | 'stage'>,
  due: string,
): Belated => belated(given, due, enteredOn(given.state('case', caseId), stage));
