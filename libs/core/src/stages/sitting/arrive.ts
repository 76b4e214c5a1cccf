import { z } from 'zod';
import { record, refuse, type Command, type Decision, type Given } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { noSeat } from '../meeting/conditions.ts';
import { rollNow, seatNow } from '../meeting/membership.ts';
import { serves, votingSeats, type Seat } from '../meeting/roll.ts';
import { notStanding } from './attach.ts';
import { hereIn, type ByWay } from './here.ts';
import type { SittingContext, SittingState } from './sitting.ts';

const Post = z
  .uuid()
  .optional()
  .meta({ description: '成员的岗位；会议秘书逐人登记时填写 · whose, where the secretary notes it' });

export const Arrive = z
  .strictObject({
    post: Post,
    by: z
      .enum(['room', 'video'])
      .default('room')
      .meta({ description: '现场、视频 · in the room, or by video' }),
  })
  .meta({ id: 'Arrive', description: '到会 · comes to the sitting' });

export const Leave = z
  .strictObject({ post: Post })
  .meta({ id: 'Leave', description: '离会 · leaves the sitting' });

/** 到会, at this moment: by the member, or by the secretary for each as they come. */
export const arrive: Command<'sitting', z.infer<typeof Arrive>> = {
  verb: 'sitting.arrive',
  on: 'sitting',
  concurrent: true,
  during: ['called', 'open'],
  needs: (_, id) => [{ write: streamName('sitting', id) }],
  decide: (given, id, { post, by }) => moved(given, id, { post, by, what: 'came' }),
};

/** 离会, at this moment: items that are put afterwards are put without the member. */
export const leave: Command<'sitting', z.infer<typeof Leave>> = {
  verb: 'sitting.leave',
  on: 'sitting',
  concurrent: true,
  during: ['called', 'open'],
  needs: (_, id) => [{ write: streamName('sitting', id) }],
  decide: (given, id, { post }) => moved(given, id, { post, by: 'room', what: 'went' }),
};

interface Moving {
  readonly post: string | undefined;
  readonly by: ByWay;
  readonly what: 'came' | 'went';
}

function moved(given: Given, id: string, { post, by, what }: Moving): Decision {
  const state = given.state('sitting', id);
  if (!state?.matches('called') && !state?.matches('open')) return refuse(notStanding(state));
  const found = mover(given, state, post);
  if ('refusal' in found) return found;
  const { seat, entered } = found;
  const refusal = alreadySo(state.context, seat, { what, at: given.now });
  if (refusal) return refuse(refusal);
  const data = {
    post: seat.post,
    person: seat.person,
    what,
    at: given.now,
    by,
    entered,
    enteredBy: given.actor.post,
  };
  return { facts: [record(streamName('sitting', id), { type: 'MovementNoted', data })] };
}

type Mover = { readonly seat: Seat; readonly entered: 'self' | 'secretary' };

/** The member who acts, or whom the secretary notes. */
function mover(
  given: Given,
  { context }: SittingState,
  post: string | undefined,
): Mover | { readonly refusal: Refusal } {
  const own = seatNow(given, context);
  if (own && (post === undefined || post === own.post)) return { seat: own, entered: 'self' };
  if (post === undefined) return { refusal: noSeat(given) };
  const seat = seatOfPost(given, context, post);
  if ('refusal' in seat) return seat;
  return { seat, entered: 'secretary' };
}

/** The seat with a vote that a post has now, for the secretary of the body. */
export function seatOfPost(
  given: Given,
  context: SittingContext,
  post: string,
): Seat | { readonly refusal: Refusal } {
  if (!serves(given, context.bodyKey, 'secretary'))
    return {
      refusal: against(
        'meeting.secretary',
        '须由本机构的会议秘书登记',
        'The secretary of the body notes it',
        { post: given.actor.post },
      ),
    };
  const seat = votingSeats(rollNow(given, context)).find((one) => one.post === post);
  return (
    seat ?? {
      refusal: against(
        'meeting.roll',
        '该岗位不在本机构有表决权的名册内',
        'The post has no seat with a vote in this body',
        { post },
      ),
    }
  );
}

/** Nobody comes twice, and nobody leaves who is not there. */
export function alreadySo(
  context: SittingContext,
  { post, person }: Seat,
  { what, at }: { readonly what: 'came' | 'went'; readonly at: string },
): Refusal | null {
  const isHere = hereIn(context, at).some((one) => one.post === post && one.person === person);
  if (isHere === (what === 'went')) return null;
  return what === 'came'
    ? notNow('meeting.signed', '该成员已登记到会', 'This member is here already', { post })
    : notNow('meeting.present', '该成员尚未到会', 'This member has not come', { post });
}
