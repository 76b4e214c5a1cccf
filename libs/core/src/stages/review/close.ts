import { z } from 'zod';
import { dayOf, endOfDay } from '../../calendar.ts';
import { closeStage, closingNeeds } from '../../case/advance.ts';
import {
  both,
  record,
  refuse,
  sealedBy,
  type Command,
  type Decision,
  type Given,
  type Recorded,
} from '../../decider.ts';
import { calendarOf } from '../../org/holidays.ts';
import { against, type Notice, type Refusal } from '../../refusal.ts';
import { lapseNeeds, lapsesOn } from '../../returns/lapses.ts';
import { streamName, type StreamName } from '../../stream.ts';
import { addWorkingDays } from '../../working-days.ts';
import { Reason } from '../handed-in.ts';
import { figuresNeeds } from '../indicator/gate.ts';
import type { Weighed } from '../../procedure/effects.ts';
import { weighFigures } from '../manuscript/text-ready.ts';
import { notOpen } from './opinion.ts';
import { VERDICTS, type ReviewContext } from './review.ts';

/** Working days that a legal review has. */
const LEGAL_DAYS = 7;

export const CloseReview = z
  .strictObject({
    outcome: z
      .enum(['reviewed', 'returned'])
      .meta({ description: '通过论证（审核）、退回修改 · reviewed, or sent back' }),
    reason: Reason('退回修改的理由', 'why it is sent back').optional(),
  })
  .meta({ id: 'CloseReview', description: '办结论证、审核 · ends a review' });

/**
 * 办结: with what the reviewers said as the sum. Too few opinions show or hold, as the procedure says. A text that is
 * sent back is voted on no longer: meetings that were called on it lapse in the same append.
 */
export const closeReview: Command<'review', z.infer<typeof CloseReview>> = {
  verb: 'review.close',
  on: 'review',
  needs(known, id) {
    const context = known.state('review', id)?.context;
    return [
      { write: streamName('review', id) },
      ...(context
        ? [
            ...closingNeeds(known, context.case, context.stage),
            ...lapseNeeds(known, context.case),
            ...figuresNeeds(known, context),
          ]
        : []),
    ];
  },
  during: ['open'],
  decide(given, id, { outcome, reason }) {
    const state = given.state('review', id);
    if (!state?.matches('open')) return refuse(notOpen(state));
    const { context } = state;
    const few = tooFew(context);
    const refusal = unclosable(context, few, { outcome, reason });
    if (refusal) return refuse(refusal);
    const figures = figuresBefore(given, context, outcome);
    if ('refusal' in figures) return figures;
    const { case: caseId, stage, text, opinions } = context;
    const closed = { type: 'ReviewClosed', data: { outcome, text, opinions: opinions.length } };
    const sealed = sealedBy(given.actor, { reason });
    const stream = streamName('review', id);
    const lapsed = lapsing(given, stream, context, outcome);
    const decision: Decision = { facts: [record(stream, closed, sealed), ...lapsed] };
    const notices = [...noticesOf(context, given, few), ...figures.notices];
    return both(decision, closeStage(given, caseId, stage, { outcome, text, notices, sum: sumOf(context) }));
  },
};

/** What is sent back is changed anyway: its figures are looked at when it is let through. */
const figuresBefore = (
  given: Given,
  context: ReviewContext,
  outcome: z.infer<typeof CloseReview>['outcome'],
): Weighed => (outcome === 'reviewed' ? weighFigures(given, context, context) : { notices: [] });

/** Why it cannot be ended so: too few opinions where the procedure holds for them, or no reason. */
const unclosable = (
  { effect }: ReviewContext,
  few: Refusal | null,
  { outcome, reason }: z.infer<typeof CloseReview>,
): Refusal | null => (effect === 'block' && few ? few : unexplained(outcome, reason));

const noticesOf = (context: ReviewContext, given: Given, few: Refusal | null): readonly Notice[] => [
  ...(few ? [noticeOf(few)] : []),
  ...hurried(context, given),
];

/** What is sent back is voted on no longer. */
const lapsing = (
  given: Given,
  by: StreamName,
  { case: caseId, text }: ReviewContext,
  outcome: z.infer<typeof CloseReview>['outcome'],
): readonly Recorded[] => (outcome === 'returned' ? lapsesOn(given, caseId, text, by).facts : []);

const sumOf = ({ opinions, atLeast }: ReviewContext): { readonly [key: string]: number } => ({
  opinions: opinions.length,
  atLeast,
  ...Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, opinions.filter((given) => given.verdict === verdict).length]),
  ),
});

function tooFew({ opinions, atLeast }: ReviewContext): Refusal | null {
  if (opinions.length >= atLeast) return null;
  return against(
    'review.at-least',
    `书面意见至少应有${atLeast}份，现有${opinions.length}份`,
    `At least ${atLeast} opinions are needed, there are ${opinions.length}`,
    { atLeast, opinions: opinions.length },
    { zh: `补登${atLeast - opinions.length}份意见`, en: `record ${atLeast - opinions.length} more` },
  );
}

const unexplained = (outcome: string, reason: string | undefined): Refusal | null =>
  outcome === 'reviewed' || reason !== undefined
    ? null
    : against(
        'review.reason',
        '退回修改的，须说明理由',
        'Sending it back needs a reason',
        {},
        {
          zh: '请填写理由',
          en: 'Give the reason',
        },
      );

const noticeOf = ({ rule, said, facts }: Refusal): Notice => ({ rule, said, facts });

/**
 * A legal review that was given fewer than seven working days, and did not take them either. It shows.
 *
 * @source 重大行政决策程序暂行条例 §28（参照）合法性审查时间一般不少于7个工作日
 */
function hurried({ method, opened, due }: ReviewContext, given: Given): readonly Notice[] {
  if (method !== 'lawyers') return [];
  const { now } = given;
  const { day } = addWorkingDays(dayOf(opened), LEGAL_DAYS, calendarOf(given));
  if ((due !== null && due >= endOfDay(day)) || dayOf(now) >= day) return [];
  const said = {
    zh: `法律审核的时间不足${LEGAL_DAYS}个工作日`,
    en: `The legal review had fewer than ${LEGAL_DAYS} working days`,
  };
  return [{ rule: 'review.days', said, facts: { opened, due, earliest: day, days: LEGAL_DAYS } }];
}
