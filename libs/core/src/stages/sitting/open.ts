import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Given, type Known, type Need } from '../../decider.ts';
import { against, type Refusal } from '../../refusal.ts';
import { parseStream, streamName } from '../../stream.ts';
import { Reason } from '../handed-in.ts';
import { noQuorum } from '../meeting/conditions.ts';
import { tooEarly } from '../meeting/lead-time.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import { ifPutNow, rollNow } from '../meeting/membership.ts';
import { notRunning, votingSeats } from '../meeting/roll.ts';
import { notStanding } from './attach.ts';
import { hereIn } from './here.ts';
import type { SittingContext, SittingState } from './sitting.ts';

/** The sitting and the meetings that are its items. */
export const withItems = (known: Known, id: string, mode: 'read' | 'write'): readonly Need[] => {
  const items = known.state('sitting', id)?.context.items ?? [];
  const meetings = items.flatMap(({ meeting }) => meeting ?? []);
  return [
    { write: streamName('sitting', id) },
    ...meetings.map((name) => (mode === 'read' ? { read: name } : { write: name })),
  ];
};

/** Ours on the agenda that belong to this sitting still. */
export const itemsOf = (
  given: Given,
  id: string,
): readonly { readonly no: number; readonly state: MeetingState }[] =>
  (given.state('sitting', id)?.context.items ?? []).flatMap(({ no, meeting }) => {
    const state = meeting === null ? undefined : given.state('meeting', parseStream(meeting).id);
    return state && state.context.sitting === streamName('sitting', id) ? [{ no, state }] : [];
  });

/** 应到 and 实到 of the sitting as a whole, whoever is recused from one of its items. */
export function inRoomNow(given: Given, context: SittingContext): { all: number; present: number } {
  const seats = votingSeats(rollNow(given, context));
  const here = hereIn(context, given.now);
  const present = seats.filter(({ post, person }) =>
    here.some((one) => one.post === post && one.person === person),
  );
  return { all: seats.length, present: present.length };
}

/** Answers a refusal unless the actor presides or is the body's secretary. */
export const notLeading = (given: Given, context: SittingContext): Refusal | null =>
  notRunning(given, {
    bodyKey: context.bodyKey,
    roll: rollNow(given, context),
    present: hereIn(context, given.now).map(({ post }) => post),
  });

export const OpenSitting = z
  .strictObject({})
  .meta({ id: 'OpenSitting', description: '宣布开会 · opens the sitting' });

/** 宣布开会: with enough there for one of its items at least. @source 上海市职工代表大会条例 §28 */
export const openSitting: Command<'sitting', z.infer<typeof OpenSitting>> = {
  verb: 'sitting.open',
  on: 'sitting',
  during: ['called'],
  needs: (known, id) => withItems(known, id, 'read'),
  decide(given, id) {
    const state = given.state('sitting', id);
    if (!state?.matches('called')) return refuse(notStanding(state));
    const refusal = notLeading(given, state.context) ?? nothingToDecide(given, id);
    if (refusal) return refuse(refusal);
    const notices = tooEarly(given.now, state.context.at);
    const data = { ...inRoomNow(given, state.context), notices };
    return { facts: [record(streamName('sitting', id), { type: 'SittingOpened', data })], notices };
  },
};

/** No item of ours could be put with who is there now. */
function nothingToDecide(given: Given, id: string): Refusal | null {
  const lacking = itemsOf(given, id).map(({ state }) => noQuorum(ifPutNow(given, state.context)));
  return lacking.every((each) => each !== null) ? (lacking[0] ?? null) : null;
}

export const AdjournSitting = z
  .strictObject({ reason: Reason('原因', 'why', 400) })
  .meta({ id: 'AdjournSitting', description: '休会（未议决的议题结转） · ends the sitting' });

/**
 * 休会、散会: what was decided stands; ours that were not are carried over (结转): they stay called, on the papers of their
 * call, and may be listed in the next sitting.
 */
export const adjournSitting: Command<'sitting', z.infer<typeof AdjournSitting>> = {
  verb: 'sitting.adjourn',
  on: 'sitting',
  during: ['called', 'open'],
  needs: (known, id) => withItems(known, id, 'write'),
  decide(given, id, { reason }) {
    const state = given.state('sitting', id);
    if (!state || !(state.matches('called') || state.matches('open'))) return refuse(notStanding(state));
    const items = itemsOf(given, id);
    const refusal = notLeading(given, state.context) ?? undecided(items);
    return refusal ? refuse(refusal) : { facts: adjourned(given, id, state, items, reason) };
  },
};

type Items = ReturnType<typeof itemsOf>;

function adjourned(given: Given, id: string, { context }: SittingState, items: Items, reason: string) {
  const sitting = streamName('sitting', id);
  const open = items.filter(({ state }) => state.matches('called') || state.matches('open'));
  const carried = context.items.flatMap(({ no, meeting }) =>
    meeting !== null && open.some((item) => item.no === no) ? [meeting] : [],
  );
  const left = context.items.flatMap(({ no, meeting, taken }) => (meeting === null && !taken ? [no] : []));
  const data = { ...inRoomNow(given, context), carried, left };
  return [
    record(sitting, { type: 'SittingAdjourned', data }, sealedBy(given.actor, { reason })),
    ...carried.map((name) => record(name, { type: 'ItemCarriedOver', data: { sitting } })),
  ];
}

/** An item that was put is decided first. */
function undecided(items: Items): Refusal | null {
  const put = items.filter(({ state }) => state.matches('put') || state.matches('decided'));
  if (put.length === 0) return null;
  return against(
    'sitting.undecided',
    `议程第${put.map(({ no }) => no).join('、')}项已提请审议，尚未宣布决议，不能休会`,
    'An item has been put and its resolution is not declared yet',
    { items: put.map(({ no }) => no) },
    { zh: '请先宣布决议，或者缓议', en: 'Declare its resolution, or put it off' },
  );
}
