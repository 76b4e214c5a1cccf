import { z } from 'zod';
import { isOpen } from '../../case/advance.ts';
import { record, refuse, sealedBy, type Command, type Given, type Known, type Need } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { Reason } from '../handed-in.ts';
import { boxClosed, readingEnded } from './called-before.ts';
import { attended, hopeless, itsCase, noQuorum, noSeat, outdated, standing } from './conditions.ts';
import { tooEarly } from './lead-time.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { newTo, seatNow } from './membership.ts';
import { notRunning, seatOf, type Seat } from './roll.ts';
import { isRecused } from './seating.ts';
import { tablingNeeds } from './tabled.ts';

export const SignIn = z
  .strictObject({
    by: z.enum(['room', 'video']).optional().meta({ description: '现场、视频 · in the room, or by video' }),
  })
  .meta({ id: 'SignIn', description: '签到 · signs in to the meeting' });

/** 签到: by whoever holds the seat now. */
export const signIn: Command<'meeting', z.infer<typeof SignIn>> = {
  verb: 'meeting.sign-in',
  on: 'meeting',
  concurrent: true,
  during: ['called', 'open'],
  needs: itsCase,
  decide(given, id, { by = 'room' }) {
    const state = given.state('meeting', id);
    if (!mayCome(state))
      return refuse(
        notNow(
          'meeting.signing',
          '现在不能签到（未召集，或议题已付表决）',
          'It is not the time to sign in',
          standing(state),
        ),
      );
    const { context } = state;
    const seat = seatNow(given, context);
    if (!seat) return refuse(noSeat(given));
    const refusal =
      inItsSitting(context) ?? leftForItem(context, seat.person) ?? signedAlready(context, seat);
    if (refusal) return refuse(refusal);
    const data = { post: seat.post, by, ...newTo(context.roll, seat) };
    return { facts: [record(streamName('meeting', id), { type: 'MemberPresent', data })] };
  },
};

const mayCome = (state: MeetingState | undefined): state is MeetingState =>
  state !== undefined && (state.matches('called') || state.matches('open'));

/** Whoever follows in a post signs in on the own account. */
const signedAlready = ({ present, roll }: MeetingContext, seat: Seat): Refusal | null =>
  present.includes(seat.post) && newTo(roll, seat).seat === undefined
    ? notNow('meeting.signed', '您已签到', 'You have signed in already')
    : null;

/** An item of a sitting: who is there is noted in the sitting. */
export const inItsSitting = ({ sitting }: MeetingContext): Refusal | null =>
  sitting === null
    ? null
    : notNow(
        'sitting.attends',
        '本议题列入会次，到会、离会和开会在会次登记',
        'This item belongs to a sitting; who comes and leaves is noted there',
        { sitting },
        { zh: '请在会次办理', en: 'Do it in the sitting' },
      );

/** 已回避: whoever left for the item takes no part in it. */
export const leftForItem = (item: Pick<MeetingContext, 'recusals'>, person: string | null): Refusal | null =>
  isRecused(item, person)
    ? notNow(
        'meeting.recused',
        '已就本议题回避，不参加讨论和表决',
        'Recused from this item: no part in its discussion and vote',
      )
    : null;

export const SignOut = z
  .strictObject({})
  .meta({ id: 'SignOut', description: '离会 · leaves before the item is put' });

/** 离会: the quorum is counted again when the item is put. */
export const signOut: Command<'meeting', z.infer<typeof SignOut>> = {
  verb: 'meeting.sign-out',
  on: 'meeting',
  concurrent: true,
  during: ['called', 'open'],
  needs: itsCase,
  decide(given, id) {
    const state = given.state('meeting', id);
    const seat = state && seatOf(state.context.roll, given.actor);
    if (!state || !(state.matches('called') || state.matches('open')))
      return refuse(
        notNow('meeting.signing', '现在不能登记离会', 'It is not the time to sign out', standing(state)),
      );
    if (!seat || !state.context.present.includes(seat.post))
      return refuse(notNow('meeting.present', '您尚未签到', 'You have not signed in'));
    return { facts: [record(streamName('meeting', id), { type: 'MemberLeft', data: { post: seat.post } })] };
  },
};

export const OpenMeeting = z
  .strictObject({})
  .meta({ id: 'OpenMeeting', description: '宣布开会 · opens the meeting' });

/** 宣布开会, with a quorum. @source 上海市职工代表大会条例 §28 */
export const openMeeting: Command<'meeting', z.infer<typeof OpenMeeting>> = {
  verb: 'meeting.open',
  on: 'meeting',
  during: ['called'],
  needs: itsCase,
  decide(given, id) {
    const state = given.state('meeting', id);
    if (!state?.matches('called'))
      return refuse(
        notNow(
          'meeting.called',
          '会议未召集或已开始',
          'The meeting has not been called or is open already',
          standing(state),
        ),
      );
    const refusal =
      inItsSitting(state.context) ?? notRunning(given, state.context) ?? noQuorum(state.context);
    if (refusal) return refuse(refusal);
    const { people, reached } = attended(state.context);
    const { all, present } = people;
    const notices = [...tooEarly(given.now, state.context.at), ...hopeless(state.context)];
    const data = { all, present, need: reached.need, quorate: reached.quorate, notices };
    return { facts: [record(streamName('meeting', id), { type: 'MeetingOpened', data })], notices };
  },
};

export const AdjournMeeting = z
  .strictObject({ reason: Reason('原因', 'why', 400) })
  .meta({ id: 'AdjournMeeting', description: '休会（另行召集） · ends a meeting that decided nothing' });

/**
 * 休会: before the item is put, for want of a quorum or otherwise; afterwards only when nothing can be decided any
 * more, because the text has moved on or the stage was left. The stage stays open for another call.
 */
export const adjournMeeting: Command<'meeting', z.infer<typeof AdjournMeeting>> = {
  verb: 'meeting.adjourn',
  on: 'meeting',
  during: ['called', 'open', 'put', 'decided'],
  needs: (known, id) => [...itsCase(known, id), ...itsBox(known, id), ...tablingNeeds(known, id)],
  decide(given, id, { reason }) {
    const state = given.state('meeting', id);
    if (!state || !mayAdjourn(given, state))
      return refuse(
        notNow(
          'meeting.not-put',
          '议题已提请审议，不能休会',
          'The item has been put; the meeting cannot be adjourned',
          standing(state),
        ),
      );
    const refusal = notRunning(given, state.context);
    if (refusal) return refuse(refusal);
    const { people, reached } = attended(state.context);
    const data = { all: people.all, present: people.present, need: reached.need, quorate: reached.quorate };
    return {
      facts: [
        record(
          streamName('meeting', id),
          { type: 'MeetingAdjourned', data },
          sealedBy(given.actor, { reason }),
        ),
        ...boxClosed(given, state),
        ...readingEnded(state.context.tabling, streamName('meeting', id)),
      ],
    };
  },
};

const itsBox = (known: Known, id: string): readonly Need[] => {
  const ballot = known.state('meeting', id)?.context.ballot;
  return ballot ? [{ write: ballot }] : [];
};

function mayAdjourn(given: Given, state: MeetingState): boolean {
  const { context } = state;
  if (state.matches('called') || state.matches('open')) return true;
  if (!state.matches('put') && !state.matches('decided')) return false;
  return !isOpen(given.state('case', context.case), context.stage) || outdated(given, context) !== null;
}
