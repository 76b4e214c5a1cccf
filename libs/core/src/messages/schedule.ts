import { dayOf, lastDayOf } from '../calendar.ts';
import { addWorkingDays, workingDayFrom, type WorkCalendar } from '../working-days.ts';

/** In this order: 待办通知, 催办, 会议通知, 代录知悉 (another has recorded what one is said to have done). */
export type MessageKind = 'todo' | 'reminder' | 'meeting' | 'recorded';

/** What is asked of people who sit in the room where it is done: a mail would reach them after it is over. */
const IN_THE_ROOM: ReadonlySet<string> = new Set([
  'meeting.put',
  'meeting.vote',
  'meeting.count',
  'meeting.decide',
  'meeting.declare',
  'sitting.open',
  'sitting.take-up',
  'sitting.note-item',
  'sitting.adjourn',
  'sitting.confirm-attendance',
]);

/** What whoever is called to a meeting owes: to come. */
const CALLED: ReadonlySet<string> = new Set(['meeting.sign-in', 'sitting.arrive']);

/** The kind of message that tells of an obligation first; null for what is done in the room at once. */
export function firstKind(verb: string): Exclude<MessageKind, 'reminder'> | null {
  if (IN_THE_ROOM.has(verb)) return null;
  if (CALLED.has(verb)) return 'meeting';
  return verb === 'record.acknowledge' ? 'recorded' : 'todo';
}

/** On which working days somebody is reminded, counted from the due working day. */
export type Rungs = { readonly before: readonly number[]; readonly after: readonly number[] };

/** Three before, the last before, and the due working day itself; what is asked of one goes on after it. */
const USUAL_RUNGS: Rungs = { before: [3, 1, 0], after: [1, 3, 5] };

/**
 * The working days on which somebody who owes by `due` is reminded: so many before the due working day, which is the
 * last one before the date where the date is no working day, and, while it is still owed, so many after.
 *
 * @throws RangeError for what is no instant
 */
export function reminderDays(
  due: string,
  calendar: WorkCalendar,
  rungs: Rungs = USUAL_RUNGS,
): readonly string[] {
  const at = rungFrom(due, calendar);
  return [...new Set([...rungs.before.map((n) => at(-n)), ...rungs.after.map(at)])].toSorted();
}

/** The working day so many after the due working day, or before it when negative. */
function rungFrom(due: string, calendar: WorkCalendar): (count: number) => string {
  const last = workingDayFrom(lastDayOf(due), calendar, -1);
  return (count) => addWorkingDays(last, count, calendar).day;
}

/** Whether a reminder is due at `now`: on one of its days, on its side of the date. Both instants in UTC. */
export function remindsAt(
  due: string | null,
  now: string,
  calendar: WorkCalendar,
  { before, after }: Rungs = USUAL_RUNGS,
): boolean {
  if (due === null) return false;
  const at = rungFrom(due, calendar);
  const days = now <= due ? before.map((n) => at(-n)) : after.map(at);
  return days.includes(dayOf(now));
}
