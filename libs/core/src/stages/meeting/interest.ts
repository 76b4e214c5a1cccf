import { z } from 'zod';
import { isOffice } from '../../capacity.ts';
import { record, refuse, type Command } from '../../decider.ts';
import { Elsewhere } from '../../elsewhere.ts';
import { against, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { Reason } from '../handed-in.ts';
import { itsBallot, itsCase, recusedAlready } from './conditions.ts';
import type { MeetingContext } from './meeting.ts';
import { rollNow } from './membership.ts';
import { memberNeeds, memberOf, recorded } from './record-member.ts';
import { beforeThePut, notBeforeThePut } from './recuse.ts';
import { notRunning, votingSeats } from './roll.ts';
import { isRecused } from './seating.ts';
import { setRecusalRight, sincePut } from './set-recusal-right.ts';

export const RecordRecusal = z
  .strictObject({
    post: z.uuid().meta({ description: '回避成员的岗位 · the post of the member' }),
    reason: Reason('回避事由', 'why', 400),
    elsewhere: Elsewhere,
  })
  .meta({ id: 'RecordRecusal', description: '代录回避 · records that a member left for this item' });

/**
 * 代录回避, by the secretary: a member said so on paper or in the room. The member is told and may object. Once the item
 * was put it is 更正回避: who had left for it, until the minutes are issued.
 */
export const recordRecusal: Command<'meeting', z.infer<typeof RecordRecusal>> = {
  verb: 'meeting.record-recusal',
  on: 'meeting',
  concurrent: true,
  during: ['called', 'open', 'put', 'decided', 'declared'],
  needs: (known, id, { elsewhere }) => [
    ...itsCase(known, id),
    ...itsBallot(known, id),
    ...memberNeeds(known, id, elsewhere),
  ],
  decide(given, id, { post, reason, elsewhere }) {
    const state = given.state('meeting', id);
    if (state && sincePut(state))
      return setRecusalRight(given, id, state, { post, recused: true, present: false, reason, elsewhere });
    if (!beforeThePut(state)) return refuse(notBeforeThePut(state));
    const seat = memberOf(given, { ...state.context, roll: rollNow(given, state.context) }, post);
    if ('refusal' in seat) return seat;
    if (isRecused(state.context, seat.person)) return refuse(recusedAlready());
    const data = { post: seat.post, person: seat.person, kind: 'recorded', notices: [] };
    const sealed = [{ subject: seat.person, plain: { reason } }];
    const fact = record(streamName('meeting', id), { type: 'MemberRecused', data }, sealed);
    return recorded(given, {
      id,
      state,
      seat,
      elsewhere,
      fact,
      what: '回避',
      verb: 'meeting.record-recusal',
    });
  },
};

export const NameInterest = z
  .strictObject({
    post: z.uuid().meta({ description: '成员的岗位 · the post of the member' }),
    interested: z
      .boolean()
      .default(true)
      .meta({ description: '有利害关系；撤回指明时为 false · interested, or not after all' }),
    reason: Reason('利害关系', 'what the interest is', 400),
  })
  .meta({ id: 'NameInterest', description: '指明利害关系 · names a member as interested in the item' });

/**
 * 指明利害关系, by the office, the secretary or whoever presides: a member who is named and stays is weighed when the item is
 * put. To leave is the member's own act, or recorded. The reason is the member's own, and sealed as such.
 */
export const nameInterest: Command<'meeting', z.infer<typeof NameInterest>> = {
  verb: 'meeting.name-interest',
  on: 'meeting',
  during: ['called', 'open'],
  needs: itsCase,
  decide(given, id, { post, interested, reason }) {
    const state = given.state('meeting', id);
    if (!beforeThePut(state)) return refuse(notBeforeThePut(state));
    const refusal = isOffice(given.actor) ? null : notRunning(given, state.context);
    if (refusal) return refuse(refusal);
    const seat = votingSeats(rollNow(given, state.context)).find((one) => one.post === post);
    if (!seat) return refuse(noVote(post));
    const fact = { type: 'InterestNamed', data: { post, interested } };
    const sealed = [{ subject: seat.person, plain: { reason } }];
    return { facts: [record(streamName('meeting', id), fact, sealed)] };
  },
};

const noVote = (post: string): Refusal =>
  against(
    'meeting.seat',
    '该岗位不在本次会议有表决权的名册内',
    'This post holds no seat with a vote on the roll of this meeting',
    { post },
  );

/** 应当回避而未回避: somebody who was named as interested is among those who would vote. */
export function interestedHere({ interested, present }: MeetingContext): Refusal | null {
  const posts = interested.filter((post) => present.includes(post));
  if (posts.length === 0) return null;
  return against(
    'meeting.recusal',
    `已指明有利害关系的成员${posts.length}人未回避`,
    `${posts.length} who were named as interested have not left`,
    { posts },
    { zh: '请其回避，或者撤回指明', en: 'Have them leave for the item, or take the naming back' },
  );
}
