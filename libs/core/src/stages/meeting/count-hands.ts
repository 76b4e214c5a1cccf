import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { against, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { Reason } from '../handed-in.ts';
import { afterCounting } from './after.ts';
import { itsCase, notPut } from './conditions.ts';
import { closedToCorrection, stillStands, withoutReason } from './correcting.ts';
import type { Counts, MeetingContext, MeetingState, Sum } from './meeting.ts';
import { notRunning } from './roll.ts';

const Count = z.int().min(0).max(100_000);

export const CountHands = z
  .strictObject({
    yes: Count.meta({ description: '赞成 · for' }),
    no: Count.meta({ description: '反对 · against' }),
    abstain: Count.meta({ description: '弃权 · abstaining' }),
    reason: Reason(
      '更正理由；决议宣布后更正的必填',
      'why, where it is corrected after the resolution',
      400,
    ).optional(),
  })
  .meta({ id: 'CountHands', description: '举手表决计数 · counts a show of hands' });

type CountHands = z.infer<typeof CountHands>;

/**
 * 举手表决计数, by the secretary; counting again replaces the count until the minutes are issued. Once the resolution is
 * declared it takes a reason, and nothing is put right that would turn it.
 */
export const countHands: Command<'meeting', CountHands> = {
  verb: 'meeting.count',
  on: 'meeting',
  during: ['put', 'declared'],
  needs: itsCase,
  decide(given, id, { reason, ...counts }) {
    const state = given.state('meeting', id);
    if (!counted(state)) return refuse(notPut(state));
    const refusal = notRunning(given, state.context) ?? uncountable(state.context, counts);
    if (refusal) return refuse(refusal);
    const stands = resolutionAfter(given, state, { counts, reason });
    if ('refusal' in stands) return stands;
    const fact = { type: 'HandsCounted', data: { ...counts, ...stands } };
    const sealed = reason === undefined ? [] : sealedBy(given.actor, { reason });
    return { facts: [record(streamName('meeting', id), fact, sealed)] };
  },
};

const counted = (state: MeetingState | undefined): state is MeetingState =>
  state !== undefined &&
  (state.matches('put') || (state.matches('declared') && state.context.hands !== null));

function uncountable({ rule, present }: MeetingContext, { yes, no, abstain }: Counts): Refusal | null {
  if (rule.ballot !== 'hand')
    return against('meeting.ballot', '本机构不以举手方式表决', 'This body does not vote by show of hands', {
      ballot: rule.ballot,
    });
  const hands = yes + no + abstain;
  if (hands <= present.length) return null;
  return against(
    'meeting.hands',
    `票数${hands}多于实到${present.length}`,
    `${hands} hands of ${present.length} present`,
    { hands, present: present.length },
  );
}

interface Recount {
  readonly counts: Counts;
  readonly reason: string | undefined;
}

/** The sum anew, where there is a resolution that has to stand. */
function resolutionAfter(
  given: Given,
  state: MeetingState,
  { counts, reason }: Recount,
): { readonly sum?: Sum } | { readonly refusal: Refusal } {
  if (!state.matches('declared')) return {};
  const { context } = state;
  const refusal = closedToCorrection(context) ?? withoutReason(reason);
  return refusal ? { refusal } : stillStands(given, { ...context, ...afterCounting(context, counts) });
}
