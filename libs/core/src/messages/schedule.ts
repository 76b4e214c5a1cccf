import { addDays, dayOf, startOfDay } from '../calendar.ts';
import { isWorkingDay } from '../working-days.ts';

/** In this order: 待办通知, 催办, 会议通知, 代录知悉 (another has recorded what one is said to have done). */
export type MessageKind = 'todo' | 'reminder' | 'meeting' | 'recorded';

/** Working days before the due working day on which a reminder goes out; 0 is the due working day itself. */
const REMIND_BEFORE = [3, 1, 0] as const;

/** What is asked of people who sit in the room where it is done: a mail would reach them after it is over. */
const IN_THE_ROOM: ReadonlySet<string> = new Set([
  'meeting.put',
  'meeting.vote',
  'meeting.count',
  'meeting.decide',
  'meeting.declare',
]);

/** The kind of message that tells of an obligation first; null for what is done in the room at once. */
export function firstKind(verb: string): Exclude<MessageKind, 'reminder'> | null {
  if (IN_THE_ROOM.has(verb)) return null;
  if (verb === 'meeting.sign-in') return 'meeting';
  return verb === 'record.acknowledge' ? 'recorded' : 'todo';
}

/**
 * The last day on which a date that ends at `due` can be kept: of 24:00 the day that ends then.
 *
 * @throws RangeError for what is no instant
 */
export function lastDayOf(due: string): string {
  const day = dayOf(due);
  return startOfDay(day) === due ? addDays(day, -1) : day;
}

/** The last working day on or before a day. @throws RangeError */
const workingDayUpTo = (day: string): string => (isWorkingDay(day) ? day : workingDayUpTo(addDays(day, -1)));

/**
 * The working days on which somebody who owes by `due` is reminded: three before, the last before, and the due working
 * day, which is the last one before the date where the date is no working day.
 *
 * @throws RangeError for what is no instant
 */
export function reminderDays(due: string): readonly string[] {
  const last = workingDayUpTo(lastDayOf(due));
  const back = (day: string, count: number): string =>
    count === 0 ? day : back(workingDayUpTo(addDays(day, -1)), count - 1);
  return REMIND_BEFORE.map((count) => back(last, count));
}

/** Whether a reminder is due at `now`: on its day, before the date has passed. Both instants in UTC. */
export const remindsAt = (due: string | null, now: string): boolean =>
  due !== null && now <= due && reminderDays(due).includes(dayOf(now));
