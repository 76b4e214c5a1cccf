import { inTime } from '../../calendar.ts';
import { record, type Given, type Recorded } from '../../decider.ts';
import { lastMoment, type Dated } from '../../deadlines/grace.ts';
import { parseStream, type Fact, type StreamName } from '../../stream.ts';
import { datesAgain } from '../collect/submit.ts';
import type { DepositOf } from './deposit.ts';

/** What was left with a 报送码 and waits for the head of the department; `received` is law time in UTC. */
export interface LeftHere {
  readonly deposit: string;
  readonly received: string;
}

/** What lies with the department, told to the submission that it is for. Names are permanent. */
export type WaitingFact =
  | Fact<'DepositLeft', LeftHere>
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

/** Whether something that came in time waits for the head: the original's arrival counts, so nobody is told meanwhile. */
export const waitsInTime = (context: Dated & { readonly waiting: readonly LeftHere[] }): boolean =>
  context.waiting.some(({ received }) => inTime(received, lastMoment(context)));

/** Tells the submission that something waits for the head. */
export const leftFor = (of: StreamName<DepositOf>, left: LeftHere): Recorded =>
  record(of, { type: 'DepositLeft', data: { ...left } });

/** Tells the submission that it waits no longer; where the date has passed, its escalation is due anew. */
export function settledFor(
  given: Given,
  of: StreamName<DepositOf>,
  deposit: string,
  outcome: 'handed-in' | 'rejected',
): readonly Recorded[] {
  const { kind, id } = parseStream(of);
  const state = given.state(kind === 'chapter' ? 'chapter' : 'contribution', id);
  const waits = state?.context.waiting.some((left) => left.deposit === deposit);
  if (!waits || state?.status !== 'active') return [];
  const isMissing = outcome === 'rejected' && state.matches('open');
  const escalate = isMissing ? datesAgain(state.context, given).escalate : null;
  return [record(of, { type: 'DepositSettled', data: { deposit, escalate } })];
}
