import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { Elsewhere, type Breach } from '../../elsewhere.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { Reason } from '../handed-in.ts';
import { inItsSitting, leftForItem } from './attend.ts';
import { itsBallot, standing } from './conditions.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { newTo, rollNow } from './membership.ts';
import { memberNeeds, memberOf, MemberPost, recorded } from './record-member.ts';
import type { Seat } from './roll.ts';
import { setRight } from './set-right.ts';

export const RecordAttendance = z
  .strictObject({
    post: MemberPost,
    what: z.enum(['coming', 'leaving']).meta({ description: '到会、离会 · coming or leaving' }),
    reason: Reason(
      '更正理由；决议宣布后更正到会的必填',
      'why, where it is corrected after the resolution',
      400,
    ).optional(),
    elsewhere: Elsewhere,
  })
  .meta({ id: 'RecordAttendance', description: '代录到会、离会 · records that a member came or left' });

/**
 * 代录到会、离会, by the 会议秘书, with the time that is claimed; the member is told and may object. Who came or left after
 * the item was put is marked, and the vote goes on among those who were there; put again, it is taken among who is there.
 * Who comes is whoever holds the seat now; who leaves, whoever came. Once the resolution is declared it is 更正到会: who was
 * there at the vote, until the minutes are issued.
 */
export const recordAttendance: Command<'meeting', z.infer<typeof RecordAttendance>> = {
  verb: 'meeting.record-attendance',
  on: 'meeting',
  concurrent: true,
  during: ['called', 'open', 'put', 'decided', 'declared'],
  needs: (known, id, { elsewhere }) => [...memberNeeds(known, id, elsewhere), ...itsBallot(known, id)],
  decide(given, id, body) {
    const { post, what, elsewhere } = body;
    const state = given.state('meeting', id);
    if (state?.matches('declared')) return setRight(given, id, state, body);
    if (!mayMove(state))
      return refuse(
        notNow(
          'meeting.signing',
          '现在不能登记到会、离会（未召集，或会议已结束）',
          'It is not the time to record attendance',
          standing(state),
        ),
      );
    const { context } = state;
    const seat = memberOf(given, { ...context, roll: rollFor(given, context, what) }, post);
    if ('refusal' in seat) return seat;
    const refusal = notMoving(context, seat, what);
    if (refusal) return refuse(refusal);
    const fact = record(streamName('meeting', id), movement(context, seat, what));
    return recorded(given, {
      id,
      state,
      seat,
      elsewhere,
      fact,
      breaches: afterPutting(state, post),
      what: '到会',
      verb: 'meeting.record-attendance',
    });
  },
};

type What = 'coming' | 'leaving';

const rollFor = (given: Given, context: MeetingContext, what: What): readonly Seat[] =>
  what === 'coming' ? rollNow(given, context) : context.roll;

const notMoving = (context: MeetingContext, seat: Seat, what: What): Refusal | null =>
  inItsSitting(context) ?? leftForItem(context, seat.person) ?? attendedAlready(context, seat, what);

const movement = ({ roll }: MeetingContext, seat: Seat, what: What) =>
  what === 'coming'
    ? { type: 'MemberPresent', data: { post: seat.post, ...newTo(roll, seat) } }
    : { type: 'MemberLeft', data: { post: seat.post } };

const mayMove = (state: MeetingState | undefined): state is MeetingState =>
  state !== undefined && (frozen(state) || state.matches('called') || state.matches('open'));

/** The item has been put: who votes on it is settled. */
const frozen = (state: MeetingState): boolean => state.matches('put') || state.matches('decided');

const afterPutting = (state: MeetingState, post: string): readonly Breach[] =>
  frozen(state)
    ? [
        {
          effect: 'warn',
          notice: {
            rule: 'meeting.signing',
            said: {
              zh: '议题付表决后到会或者离会，不改变本次表决的到会人员',
              en: 'Came or left after the item was put; who votes on it stays as it was',
            },
            facts: { post },
          },
        },
      ]
    : [];

const attendedAlready = ({ here, roll }: MeetingContext, seat: Seat, what: What): Refusal | null => {
  const { post } = seat;
  const isHere = here.includes(post) && newTo(roll, seat).seat === undefined;
  if (isHere === (what === 'leaving')) return null;
  return what === 'coming'
    ? notNow('meeting.signed', '该成员已登记到会', 'This member is here already', { post })
    : notNow('meeting.present', '该成员尚未到会', 'This member has not come', { post });
};
