import { z } from 'zod';
import { inTime } from '../../calendar.ts';
import { record, refuse, type Command, type Decision, type Given, type Recorded } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { lastMoment, withinGrace, type Dated } from '../../deadlines/grace.ts';
import { calendarOf } from '../../org/holidays.ts';
import { streamName } from '../../stream.ts';
import { withItsCase } from '../../with-its-case.ts';
import { escalatesAt } from '../escalation.ts';
import {
  cameOf,
  HANDED_IN,
  handedInNeeds,
  isSomething,
  notHere,
  receivedAt,
  SOMETHING,
  type Came,
} from '../handed-in.ts';
import type { ContributionContext, ContributionFact } from './contribution.ts';
import type { ContributionState } from './machine.ts';

/** The contribution, and its case once it is known. */
export const contributionNeeds = withItsCase('contribution');

export const its = (id: string, fact: ContributionFact, sealed?: Recorded['sealed']): Decision => ({
  facts: [record(streamName('contribution', id), fact, sealed)],
});

/** The states in which something may come in. */
export const COMING_IN = ['open', 'received', 'quarantined'] as const;

export const notOpen = (state: ContributionState | undefined): Refusal =>
  notNow(
    'contribution.open',
    '科室发展规划尚未布置或已受理，不能报送',
    'The department plan was not asked for, or is accepted already',
    { status: state?.value ?? 'absent' },
  );

/** The state in which something may come in, or undefined. */
export function comingIn(given: Given, id: string): ContributionState | undefined {
  const state = given.state('contribution', id);
  return state && COMING_IN.some((value) => value === state.value) ? state : undefined;
}

/**
 * 逾期: judged by the first arrival, so that neither a correction nor a return makes anybody late; and neither taking it
 * back, nor more time, nor the claim of an earlier day makes anybody timely who was late once.
 */
export const isLate = (context: ContributionContext, arrived: string): boolean =>
  context.wasLate || (context.received === null ? !inTime(arrived, lastMoment(context)) : context.late);

/** 宽限期内: the mark of a first arrival after the date and before the end of its grace; nothing otherwise. */
export const graceMark = (
  context: Dated & Pick<ContributionContext, 'received' | 'wasLate'>,
  arrived: string,
): { readonly inGrace?: true } =>
  !context.wasLate && context.received === null && withinGrace(context, arrived) ? { inGrace: true } : {};

/** Whether the procedure receives it no longer. More time is kept by what comes within it, marked or not. */
const isRefused = (context: ContributionContext, arrived: string): boolean =>
  context.afterDue === 'refuse' && isLate(context, arrived) && !inTime(arrived, lastMoment(context));

const tooLate = ({ due }: ContributionContext, received: string): Refusal =>
  against(
    'contribution.due',
    '已逾报送期限，按编制程序不再受理',
    'The date has passed and the procedure receives nothing after it',
    { due, received },
    { zh: '确有需要的，请向规划办主任申请延期', en: 'The director of the office may extend the date' },
  );

export const SubmitContribution = z
  .strictObject(HANDED_IN)
  .refine(isSomething, SOMETHING)
  .meta({ id: 'SubmitContribution', description: '报送科室发展规划 · hands in a department plan' });

/**
 * 报送科室发展规划; 24:00 of the day is still in time. Received first and checked afterwards: until it is accepted it can
 * be handed in again, the last one counts, and lateness is judged by the first arrival. No source rules on late ones:
 * whether they are received with their mark or no longer is a parameter of the procedure.
 */
export const submitContribution: Command<'contribution', z.infer<typeof SubmitContribution>> = {
  verb: 'contribution.submit',
  on: 'contribution',
  judged: true,
  needs: (known, id, body) => [...contributionNeeds(known, id), ...handedInNeeds(body)],
  during: COMING_IN,
  decide(given, id, body) {
    const state = comingIn(given, id);
    if (!state) return refuse(notOpen(given.state('contribution', id)));
    const refusal = notHere(given, body);
    if (refusal) return refuse(refusal);
    return takeContribution(given, id, cameOf(body), receivedAt(given, body));
  },
};

/** What came in for the department at a moment: received with its mark, or no longer. */
export function takeContribution(given: Given, id: string, came: Came, received: string): Decision {
  const state = comingIn(given, id);
  if (!state) return refuse(notOpen(given.state('contribution', id)));
  if (isRefused(state.context, received)) return refuse(tooLate(state.context, received));
  const late = isLate(state.context, received);
  const data = { ...came, received, late, ...graceMark(state.context, received), carrier: null };
  return its(id, { type: 'ContributionSubmitted', data });
}

export const ReportNone = z.strictObject({}).meta({
  id: 'ReportNone',
  description: '零报告：本科室无单独规划事项 · the department has nothing to plan',
});

/** 零报告: an answer like any other, on time or late, and accepted like any other. */
export const reportNone: Command<'contribution', z.infer<typeof ReportNone>> = {
  verb: 'contribution.report-none',
  on: 'contribution',
  judged: true,
  needs: contributionNeeds,
  during: COMING_IN,
  decide(given, id) {
    const state = comingIn(given, id);
    if (!state) return refuse(notOpen(given.state('contribution', id)));
    const { received } = given;
    if (isRefused(state.context, received)) return refuse(tooLate(state.context, received));
    const late = isLate(state.context, received);
    const data = { received, late, ...graceMark(state.context, received), carrier: null };
    return its(id, { type: 'ContributionNoneReported', data });
  },
};

export const WithdrawContribution = z
  .strictObject({})
  .meta({ id: 'WithdrawContribution', description: '撤回报送 · takes a department plan back' });

/**
 * 撤回, before it is accepted: as if it had never come, but for a mark of being late, which stays. Its date stands again,
 * and what comes next is judged anew; when the date has passed already, it is overdue from then on. A correction that is
 * taken back leaves what was sent back before, and makes nobody late.
 */
export const withdrawContribution: Command<'contribution', z.infer<typeof WithdrawContribution>> = {
  verb: 'contribution.withdraw',
  on: 'contribution',
  needs: contributionNeeds,
  during: ['received', 'quarantined'],
  decide(given, id) {
    const state = given.state('contribution', id);
    if (!state?.matches('received') && !state?.matches('quarantined'))
      return refuse(
        notNow(
          'contribution.submitted',
          '没有可撤回的报送，或已受理',
          'Nothing handed in can be taken back',
          {
            status: state?.value ?? 'absent',
          },
        ),
      );
    return its(id, { type: 'ContributionWithdrawn', data: datesAgain(state.context, given) });
  },
};

/**
 * Which dates stand again for what was taken back: the date itself, or, when it has passed, the escalation. None for a
 * correction of what was sent back: its first arrival has kept the date.
 */
export function datesAgain(
  dated: Dated & Pick<ContributionContext, 'ladder' | 'cameBack'>,
  given: Given,
): { readonly due: string | null; readonly escalate: string | null } {
  if (dated.cameBack) return { due: null, escalate: null };
  const last = lastMoment(dated);
  if (last === null || inTime(given.now, last)) return { due: last, escalate: null };
  return { due: null, escalate: escalatesAt(given.now, calendarOf(given), dated.ladder.escalate) };
}
