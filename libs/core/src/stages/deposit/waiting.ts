import { dayOf, endOfDay, inTime } from '../../calendar.ts';
import { record, type Given, type Recorded } from '../../decider.ts';
import { lastMoment, type Dated } from '../../deadlines/grace.ts';
import { calendarOf } from '../../org/holidays.ts';
import { parseStream, type Fact, type StreamName } from '../../stream.ts';
import { addWorkingDays } from '../../working-days.ts';
import { datesAgain } from '../collect/submit.ts';
import { escalatesAt } from '../escalation.ts';
import type { DepositOf } from './deposit.ts';

/**
 * 待科室负责人确认: for so many working days after the day on which something was left, nobody is told that nothing came. A
 * parameter of the house, no source rules on it: long enough for a head who is on duty or away, and an end, since whoever
 * never answers would keep it from the lead for ever.
 */
const CONFIRM_DAYS = 3;

/** What was left with a 报送码 and waits for the head of the department; `received` is law time in UTC. */
export interface LeftHere {
  readonly deposit: string;
  readonly received: string;
  /** The last Beijing day on which it keeps the submission from the lead; absent where it does not. */
  readonly heldUntil?: string;
}

/** What lies with the department, told to the submission that it is for. Names are permanent. */
export type WaitingFact =
  /** `escalate`: where the date has passed meanwhile, when the submission is put before the lead all the same. */
  | Fact<'DepositLeft', LeftHere & { readonly escalate?: string }>
  /** It was handed in or rejected; `escalate`: when it is put before the lead now that nothing waits any more. */
  | Fact<'DepositSettled', { deposit: string; escalate: string | null }>;

/** What waits after a fact; of several uploads with one code the last one counts. */
export function withLeft(
  waiting: readonly LeftHere[],
  { type, data }: { readonly type: string; readonly data: object },
): readonly LeftHere[] {
  if (!('deposit' in data)) return waiting;
  const others = waiting.filter(({ deposit }) => deposit !== data.deposit);
  return type === 'DepositLeft' ? [...others, data as LeftHere] : others;
}

type Awaiting = Dated & { readonly waiting: readonly LeftHere[] };

/** How long what is left keeps its submission from the lead: it does so when it came in time, where there is a date. */
export function holding(
  given: Given,
  of: StreamName<DepositOf>,
  received: string,
): Pick<LeftHere, 'heldUntil'> {
  const state = submissionOf(given, of);
  const last = state ? lastMoment(state.context) : null;
  if (last === null || !inTime(received, last)) return {};
  return { heldUntil: addWorkingDays(dayOf(received), CONFIRM_DAYS, calendarOf(given)).day };
}

function submissionOf(given: Given, of: StreamName<DepositOf>) {
  const { kind, id } = parseStream(of);
  return given.state(kind === 'chapter' ? 'chapter' : 'contribution', id);
}

/**
 * Whether something that came in time waits for the head, who may still be expected to look at it: the original's arrival
 * counts, so nobody is told meanwhile. What is not confirmed by then stays where it is and holds nothing any more.
 */
export const waitsInTime = (context: Awaiting, now: string): boolean =>
  context.waiting.some(
    ({ received, heldUntil: day }) =>
      inTime(received, lastMoment(context)) && day !== undefined && inTime(now, endOfDay(day)),
  );

/** When it is put before the lead: then, or, while something left in time waits for the head, when its days are over. */
export function afterWaiting(given: Given, context: Awaiting, escalate: string): string {
  const calendar = calendarOf(given);
  return context.waiting
    .filter(({ received }) => inTime(received, lastMoment(context)))
    .flatMap(({ heldUntil: day }) => (day === undefined ? [] : [escalatesAt(endOfDay(day), calendar)]))
    .reduce((latest, at) => (at > latest ? at : latest), escalate);
}

/** Tells the submission that something waits for the head; one that was on its way when the date passed sets it anew. */
export function leftFor(given: Given, of: StreamName<DepositOf>, left: LeftHere): Recorded {
  const state = submissionOf(given, of);
  const last = state ? lastMoment(state.context) : null;
  const isOnItsWay = last !== null && !inTime(given.now, last) && inTime(left.received, last);
  const escalate =
    state && isOnItsWay
      ? { escalate: afterWaiting(given, { ...state.context, waiting: [left] }, given.now) }
      : {};
  return record(of, { type: 'DepositLeft', data: { ...left, ...escalate } });
}

/** Tells the submission that it waits no longer; where the date has passed, its escalation is due anew. */
export function settledFor(
  given: Given,
  of: StreamName<DepositOf>,
  deposit: string,
  outcome: 'handed-in' | 'rejected',
): readonly Recorded[] {
  const state = submissionOf(given, of);
  const waits = state?.context.waiting.some((left) => left.deposit === deposit);
  if (!waits || state?.status !== 'active') return [];
  const isMissing = outcome === 'rejected' && state.matches('open');
  const anew = isMissing ? datesAgain(state.context, given).escalate : null;
  const others = state.context.waiting.filter((left) => left.deposit !== deposit);
  const escalate = anew && afterWaiting(given, { ...state.context, waiting: others }, anew);
  return [record(of, { type: 'DepositSettled', data: { deposit, escalate } })];
}
