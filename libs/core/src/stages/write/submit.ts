import { z } from 'zod';
import { inTime } from '../../calendar.ts';
import { record, refuse, type Command, type Decision, type Given } from '../../decider.ts';
import { departmentNames } from '../../org/departments.ts';
import { notNow, type Notice } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import { lastMoment } from '../../deadlines/grace.ts';
import { datesAgain, graceMark } from '../collect/submit.ts';
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
import { chapterNeeds, silent, type ChapterContext, type ChapterFact } from './chapter.ts';
import { citedNeeds, keptIn, type Kept } from './countersigns.ts';
import { notOpen } from './input.ts';
import type { ChapterState } from './machine.ts';

export const itsFact = (id: string, fact: ChapterFact): Decision => ({
  facts: [record(streamName('chapter', id), fact)],
});

/** The states in which a chapter may be handed in. */
export const COMING_IN = ['open', 'quarantined'] as const;

export function comingIn(given: Given, id: string): ChapterState | undefined {
  const state = given.state('chapter', id);
  return state && COMING_IN.some((value) => value === state.value) ? state : undefined;
}

/** 逾期: judged by the first arrival, so that a return by the lead makes nobody late; whoever was late once stays so. */
export const isLate = (context: ChapterContext, arrived: string): boolean =>
  context.wasLate || (context.received === null ? !inTime(arrived, lastMoment(context)) : context.late);

export const SubmitChapter = z
  .strictObject(HANDED_IN)
  .refine(isSomething, SOMETHING)
  .meta({ id: 'SubmitChapter', description: '报送篇章 · hands in a chapter' });

/**
 * 报送篇章. No source rules on late chapters, and without one there is no plan: it is received with its mark. Silent
 * 配合部门 only show. Countersigns whose content it has unchanged stand; nobody else is asked again.
 */
export const submitChapter: Command<'chapter', z.infer<typeof SubmitChapter>> = {
  verb: 'chapter.submit',
  on: 'chapter',
  judged: true,
  needs: (known, id, body) => [...chapterNeeds(known, id), ...citedNeeds(known, id), ...handedInNeeds(body)],
  during: COMING_IN,
  decide(given, id, body) {
    const state = comingIn(given, id);
    if (!state) return refuse(notOpen(given.state('chapter', id)));
    const refusal = notHere(given, body);
    if (refusal) return refuse(refusal);
    return takeChapter(given, id, cameOf(body), receivedAt(given, body));
  },
};

/** What came in for the writing department at a moment: received with its mark, and who is silent shown. */
export function takeChapter(given: Given, id: string, came: Came, received: string): Decision {
  const state = comingIn(given, id);
  if (!state) return refuse(notOpen(given.state('chapter', id)));
  const { context } = state;
  const late = isLate(context, received);
  const marks = { late, ...graceMark(context, received), carrier: null };
  const data = { ...came, received, ...marks, ...keeping(given, context, came.text) };
  return {
    ...itsFact(id, { type: 'ChapterSubmitted', data }),
    notices: withoutInput(given, silent(context)),
  };
}

/** The countersigns that stand on, where any stood before. */
export const keeping = (
  given: Given,
  context: ChapterContext,
  text: TextRef | null,
): { readonly kept?: readonly Kept[] } =>
  Object.keys(context.countersigns).length === 0 ? {} : { kept: keptIn(given, context, text) };

export function withoutInput(given: Given, departments: readonly string[]): readonly Notice[] {
  if (departments.length === 0) return [];
  const names = departmentNames(given.org, departments);
  const said = { zh: `未见配合部门材料：${names.join('、')}`, en: `No input from: ${names.join(', ')}` };
  return [{ rule: 'chapter.input', said, facts: { departments: [...departments] } }];
}

export const WithdrawChapter = z
  .strictObject({})
  .meta({ id: 'WithdrawChapter', description: '撤回篇章 · takes a chapter back' });

/** 撤回, before it is signed off: its date stands again, and what comes next is judged anew; a mark stays. */
export const withdrawChapter: Command<'chapter', z.infer<typeof WithdrawChapter>> = {
  verb: 'chapter.withdraw',
  on: 'chapter',
  needs: chapterNeeds,
  during: ['submitted', 'quarantined'],
  decide(given, id) {
    const state = given.state('chapter', id);
    if (!state?.matches('submitted') && !state?.matches('quarantined'))
      return refuse(
        notNow('chapter.submitted', '没有可撤回的报送，或已审定', 'Nothing handed in can be taken back', {
          status: state?.value ?? 'absent',
        }),
      );
    return itsFact(id, { type: 'ChapterWithdrawn', data: datesAgain(state.context, given) });
  },
};
