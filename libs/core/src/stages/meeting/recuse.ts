import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { Elsewhere } from '../../elsewhere.ts';
import { streamName } from '../../stream.ts';
import { Reason } from '../handed-in.ts';
import { itsBallot, itsCase, noSeat, notYourRecusal, recusedAlready, standing } from './conditions.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { seatNow } from './membership.ts';
import { serves } from './roll.ts';
import { caseToWrite, memberNeeds } from './record-member.ts';
import { isRecused } from './seating.ts';
import { setRecusalRight, sincePut } from './set-recusal-right.ts';

export const Recuse = z
  .strictObject({ reason: Reason('回避事由', 'why', 400) })
  .meta({ id: 'Recuse', description: '申请回避 · leaves the room for this item' });

/** 本议题尚未付表决: the time in which somebody may leave for it or stay after all. */
export const beforeThePut = (state: MeetingState | undefined): state is MeetingState =>
  state !== undefined && (state.matches('called') || state.matches('open'));

export const notBeforeThePut = (state: MeetingState | undefined): Refusal =>
  notNow(
    'meeting.before-put',
    '会议未召集，或议题已提请审议',
    'The meeting has not been called, or the item has been put',
    standing(state),
  );

/**
 * 回避, declared by the member before the item is put: from then on the item and its papers are hidden, the member is not
 * counted among those present and does not vote, and nobody votes instead. Whether the base shrinks is the body's rule.
 *
 * @source 公司法 §139、§185 有关联关系的不得行使表决权，也不得代理其他人行使
 */
export const recuse: Command<'meeting', z.infer<typeof Recuse>> = {
  verb: 'meeting.recuse',
  on: 'meeting',
  concurrent: true,
  during: ['called', 'open'],
  needs: itsCase,
  decide(given, id, { reason }) {
    const state = given.state('meeting', id);
    if (!beforeThePut(state)) return refuse(notBeforeThePut(state));
    const seat = seatNow(given, state.context);
    if (!seat) return refuse(noSeat(given));
    if (isRecused(state.context, seat.person)) return refuse(recusedAlready());
    const data = { post: seat.post, person: seat.person, kind: 'declared', notices: [] };
    const fact = { type: 'MemberRecused', data };
    return { facts: [record(streamName('meeting', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

export const WithdrawRecusal = z
  .strictObject({
    post: z
      .uuid()
      .optional()
      .meta({ description: '成员的岗位；会议秘书撤回代录的回避时填写 · whose, where the secretary does it' }),
    reason: Reason('撤回理由', 'why', 400),
    present: z.boolean().optional().meta({
      description:
        '付表决时是否在场；付表决后更正误记的回避时填写 · whether the member was there at the vote, where it is put right afterwards',
    }),
    elsewhere: Elsewhere.optional(),
  })
  .meta({ id: 'WithdrawRecusal', description: '撤回回避 · takes part after all' });

/**
 * 撤回回避, before the item is put: one's own, or by the secretary one that the secretary recorded. That one is put right
 * (更正) afterwards as well, until the minutes are issued, and the member is told.
 */
export const withdrawRecusal: Command<'meeting', z.infer<typeof WithdrawRecusal>> = {
  verb: 'meeting.withdraw-recusal',
  on: 'meeting',
  concurrent: true,
  during: ['called', 'open', 'put', 'decided', 'declared'],
  needs: (known, id, { elsewhere }) => [
    ...itsCase(known, id),
    ...itsBallot(known, id),
    ...(elsewhere ? memberNeeds(known, id, elsewhere) : caseToWrite(known, id)),
  ],
  decide(given, id, { post, reason, present = false, elsewhere }) {
    const state = given.state('meeting', id);
    if (state && post !== undefined && sincePut(state)) {
      const told = elsewhere ?? inTheRoom(given);
      return setRecusalRight(given, id, state, { post, recused: false, present, reason, elsewhere: told });
    }
    if (!beforeThePut(state)) return refuse(notBeforeThePut(state));
    const found = withdrawn(given, state.context, post);
    if ('refusal' in found) return found;
    const fact = { type: 'RecusalWithdrawn', data: { post: found.post, person: found.person } };
    return { facts: [record(streamName('meeting', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

/** Said in the room, at this moment. */
const inTheRoom = ({ now }: Given): Elsewhere => ({
  happened: now,
  medium: 'meeting',
  scan: null,
  book: null,
  checker: null,
});

type Withdrawn = MeetingContext['recusals'][number];

/** The recusal that the actor may take back. */
function withdrawn(
  given: Given,
  { recusals, bodyKey }: MeetingContext,
  post: string | undefined,
): Withdrawn | { readonly refusal: Refusal } {
  const own = recusals.find(({ person }) => person === given.actor.person);
  if (own && (post === undefined || post === own.post)) return own;
  const recorded = recusals.find((one) => one.post === post && one.kind === 'recorded');
  if (recorded && serves(given, bodyKey, 'secretary')) return recorded;
  return { refusal: notYourRecusal(post) };
}
