import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { Elsewhere, type Breach } from '../../elsewhere.ts';
import { weighBreach } from '../../procedure/effects.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { Reason } from '../handed-in.ts';
import { afterCorrecting } from './after.ts';
import { notPut } from './conditions.ts';
import { closedToCorrection, ownVote, stillStands } from './correcting.ts';
import type { MeetingContext, MeetingState, Sum, Vote } from './meeting.ts';
import { memberNeeds, MemberPost, memberOf, recorded } from './record-member.ts';
import { tooEarly } from './vote.ts';

export const CorrectVote = z
  .strictObject({
    post: MemberPost,
    vote: z
      .enum(['yes', 'no', 'abstain'])
      .meta({ description: '更正后的赞成、反对、弃权 · for, against or abstaining, as it was' }),
    reason: Reason('更正理由', 'why', 400),
    elsewhere: Elsewhere,
  })
  .meta({ id: 'CorrectVote', description: '更正代录的表决 · corrects a vote that the secretary recorded' });

/**
 * 更正代录的表决, by the 会议秘书 until the minutes are issued: what was noted first stays on the record beside it, and
 * the member is told again. A vote that the member cast in a session of the own is nobody else's to correct. Once the
 * resolution is declared, nothing is put right that would turn it.
 */
export const correctVote: Command<'meeting', z.infer<typeof CorrectVote>> = {
  verb: 'meeting.correct-vote',
  on: 'meeting',
  concurrent: true,
  during: ['put', 'decided', 'declared'],
  needs: (known, id, { elsewhere }) => memberNeeds(known, id, elsewhere),
  decide(given, id, { post, vote, reason, elsewhere }) {
    const state = given.state('meeting', id);
    if (!voted(state)) return refuse(notPut(state));
    const { context } = state;
    const seat = memberOf(given, context, post);
    if ('refusal' in seat) return seat;
    const was = context.votes.find((one) => one.post === post);
    const refusal = closedToCorrection(context) ?? uncorrectable(was, vote);
    if (refusal || !was) return refuse(refusal ?? notPut(state));
    const breaches = late(context, post);
    const changed = { post, vote, was: was.vote, notices: breaches.map(({ notice }) => notice) };
    const stands = resolutionAfter(given, state, changed);
    if ('refusal' in stands) return stands;
    const data = { ...changed, ...stands };
    const fact = record(streamName('meeting', id), { type: 'VoteCorrected', data }, [
      { subject: seat.person, plain: { reason } },
    ]);
    return recorded(given, {
      id,
      state,
      seat,
      elsewhere,
      fact,
      breaches,
      what: '表决更正',
      verb: 'meeting.correct-vote',
    });
  },
};

const voted = (state: MeetingState | undefined): state is MeetingState =>
  state !== undefined && (state.matches('put') || state.matches('decided') || state.matches('declared'));

type Changed = Parameters<typeof afterCorrecting>[1];

/** The sum anew, where there is a resolution that has to stand. */
const resolutionAfter = (
  given: Given,
  state: MeetingState,
  changed: Changed,
): { readonly sum?: Sum } | { readonly refusal: Refusal } =>
  state.matches('declared')
    ? stillStands(given, { ...state.context, ...afterCorrecting(state.context, changed) })
    : {};

const late = (context: MeetingContext, post: string): readonly Breach[] =>
  weighBreach(context.rule, tooEarly(context, post));

function uncorrectable(was: MeetingContext['votes'][number] | undefined, vote: Vote): Refusal | null {
  if (!was) return notNow('meeting.voted', '该成员的表决尚未登记', 'No vote of this member is recorded');
  if (was.recorded !== true) return ownVote(was.post);
  return was.vote === vote
    ? notNow('meeting.same-vote', '与已登记的表决相同', 'It is recorded like this already', { vote })
    : null;
}
