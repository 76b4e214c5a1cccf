import { z } from 'zod';
import type { Capacity } from '../../capacity.ts';
import {
  record,
  refuse,
  type Command,
  type Given,
  type Known,
  type Need,
  type Recorded,
} from '../../decider.ts';
import { doneBy, Elsewhere, elsewhereNeeds, type Breach } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { inItsSitting, leftForItem } from './attend.ts';
import { standing } from './conditions.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { newTo, rollNow } from './membership.ts';
import { serves, votingSeats, type Seat } from './roll.ts';

export const MemberPost = z.uuid().meta({ description: '到会成员的岗位 · the post of the member' });

export const RecordAttendance = z
  .strictObject({
    post: MemberPost,
    what: z.enum(['coming', 'leaving']).meta({ description: '到会、离会 · coming or leaving' }),
    elsewhere: Elsewhere,
  })
  .meta({ id: 'RecordAttendance', description: '代录到会、离会 · records that a member came or left' });

/** The meeting and its case, which a record may hold. */
export const memberNeeds = (known: Known, id: string, elsewhere: Elsewhere): readonly Need[] => {
  const state = known.state('meeting', id);
  const name = streamName('meeting', id);
  return [
    { write: name },
    ...(state ? [{ write: streamName('case', state.context.case) }] : []),
    ...elsewhereNeeds(elsewhere),
  ];
};

/**
 * 代录到会、离会, by the 会议秘书, with the time that is claimed; the member is told and may object. Who came or left after
 * the item was put is marked, and the vote goes on among those who were there; put again, it is taken among who is there.
 * Who comes is whoever holds the seat now; who leaves, whoever came.
 */
export const recordAttendance: Command<'meeting', z.infer<typeof RecordAttendance>> = {
  verb: 'meeting.record-attendance',
  on: 'meeting',
  concurrent: true,
  during: ['called', 'open', 'put', 'decided'],
  needs: (known, id, { elsewhere }) => memberNeeds(known, id, elsewhere),
  decide(given, id, { post, what, elsewhere }) {
    const state = given.state('meeting', id);
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

interface Recording {
  readonly id: string;
  readonly state: MeetingState;
  readonly seat: Seat;
  readonly elsewhere: Elsewhere;
  readonly fact: Recorded;
  readonly breaches?: readonly Breach[];
  /** 到会 · 表决 */
  readonly what: string;
  readonly verb: string;
}

/** 代录 of one member: the fact is the member's, with a slip of which the member is told. */
export function recorded(
  given: Given,
  { id, state, seat, elsewhere, fact, breaches = [], what, verb }: Recording,
) {
  const { case: caseId, stage, rule } = state.context;
  const slip = {
    case: caseId,
    stage,
    verb,
    elsewhere,
    breaches,
    about: streamName('meeting', id),
    title: `代录：${rule.title}成员${what}`,
    people: [{ post: seat.post, person: seat.person }],
  };
  return asRecorded(given, slip, doneBy(capacityOf(given, seat), [fact]));
}

/** The member in the capacity of the post, as the roll has it. */
const capacityOf = (given: Given, { post, person }: Seat): Capacity => {
  const held = given.org.context.posts.find(({ id }) => id === post);
  return { as: held?.as ?? 'committee-member', person, post, department: held?.department ?? null };
};

/** The seat of the roll whose post it is, if the body's own secretary asks. */
export function memberOf(
  given: Given,
  { roll, bodyKey }: MeetingContext,
  post: string,
): Seat | { readonly refusal: Refusal } {
  if (!serves(given, bodyKey, 'secretary'))
    return {
      refusal: against(
        'meeting.records',
        '须由本机构的会议秘书代录',
        'The secretary of the body records this',
        {
          post: given.actor.post,
        },
      ),
    };
  const seat = votingSeats(roll).find((one) => one.post === post);
  return (
    seat ?? {
      refusal: against(
        'meeting.seat',
        '该岗位不在本次会议有表决权的名册内',
        'This post holds no seat with a vote on the roll of this meeting',
        { post },
      ),
    }
  );
}
