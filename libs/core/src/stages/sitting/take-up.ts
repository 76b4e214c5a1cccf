import { z } from 'zod';
import {
  record,
  refuse,
  sealedBy,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
} from '../../decider.ts';
import { notNow, type Notice, type Refusal } from '../../refusal.ts';
import { parseStream, streamName } from '../../stream.ts';
import { attended, standing } from '../meeting/conditions.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import { ifPutNow } from '../meeting/membership.ts';
import { beforeThePut } from '../meeting/recuse.ts';
import { notStanding } from './attach.ts';
import { anotherPut } from './one-at-a-time.ts';
import { inRoomNow, itemsOf, notLeading, withItems } from './open.ts';
import type { SittingContext, SittingItem } from './sitting.ts';

const No = z.int().min(1).max(60).meta({ description: '议程第几项 · its number on the agenda' });

export const TakeUp = z
  .strictObject({ no: No })
  .meta({ id: 'TakeUp', description: '进入议题 · comes to an item of the agenda' });

/**
 * 进入议题: the meeting on it is open, with who is in the room now, and once more when it is come to again; the quorum is
 * counted when it is put. While another item is open to the vote it waits (一事一议). One that was taken back or ended
 * otherwise before it was come to is passed over.
 */
export const takeUp: Command<'sitting', z.infer<typeof TakeUp>> = {
  verb: 'sitting.take-up',
  on: 'sitting',
  during: ['open'],
  needs: (known, id, { no }) => [...withItems(known, id, 'read'), ...itsMeeting(known, id, no)],
  decide(given, id, { no }) {
    const state = given.state('sitting', id);
    if (!state?.matches('open')) return refuse(notStanding(state));
    const refusal = notLeading(given, state.context) ?? anotherOpen(given, id, state.context, no);
    return refusal ? refuse(refusal) : comeTo(given, id, no, state.context);
  },
};

const placeOf = ({ items }: SittingContext, no: number): SittingItem | undefined =>
  items.find((item) => item.no === no);

const anotherOpen = (given: Given, id: string, sitting: SittingContext, no: number): Refusal | null =>
  anotherPut(given, streamName('sitting', id), placeOf(sitting, no)?.meeting ?? null);

function comeTo(given: Given, id: string, no: number, sitting: SittingContext): Decision {
  const state = itemsOf(given, id).find((one) => one.no === no)?.state;
  if (beforeThePut(state)) return taken(given, id, { no, state, sitting });
  return state && placeOf(sitting, no)?.taken === false
    ? passedOver(given, id, no, sitting)
    : refuse(notWaiting(no, state));
}

/** 不再审议: there is nothing to hear, and the next item is come to. */
function passedOver(given: Given, id: string, no: number, sitting: SittingContext): Decision {
  const notices = [overBefore(no)];
  const data = { no, present: inRoomNow(given, sitting).present, notices };
  return { facts: [record(streamName('sitting', id), { type: 'SittingItemTaken', data })], notices };
}

const overBefore = (no: number): Notice => ({
  rule: 'sitting.item-over',
  said: {
    zh: `议程第${no}项已撤回或者不再审议，不进入该项`,
    en: `Item ${no} of the agenda was taken back or is over; it is passed over`,
  },
  facts: { no },
});

interface Taking {
  readonly no: number;
  readonly state: MeetingState;
  readonly sitting: SittingContext;
}

function taken(given: Given, id: string, { no, state, sitting }: Taking): Decision {
  const notices = outOfOrder(waiting(given, id, sitting), no);
  const { present } = inRoomNow(given, sitting);
  const now = ifPutNow(given, state.context);
  const { people, reached } = attended(now);
  const opened = {
    all: people.all,
    present: people.present,
    need: reached.need,
    quorate: reached.quorate,
    notices,
    there: { posts: now.present, remote: now.remote },
  };
  const meeting = sitting.items.find((item) => item.no === no)?.meeting;
  return {
    facts: [
      record(streamName('sitting', id), { type: 'SittingItemTaken', data: { no, present, notices } }),
      ...(meeting ? [record(meeting, { type: 'MeetingOpened', data: opened })] : []),
    ],
    notices,
  };
}

const itsMeeting = (known: Known, id: string, no: number): readonly Need[] => {
  const item = known.state('sitting', id)?.context.items.find((one) => one.no === no);
  return item?.meeting ? [{ write: item.meeting }] : [];
};

const notWaiting = (no: number, state: MeetingState | undefined): Refusal =>
  notNow(
    'sitting.item',
    `议程第${no}项不是待审议的议题`,
    `Item ${no} of the agenda does not wait to be heard`,
    { no, ...standing(state) },
  );

/** Matters that were not come to: other ones, and ours that can still be heard. */
const waiting = (given: Given, id: string, { items }: SittingContext): readonly number[] => {
  const ours = itemsOf(given, id).flatMap(({ no, state }) => (beforeThePut(state) ? [no] : []));
  return items
    .filter(({ no, meeting, taken: was }) => !was && (meeting === null || ours.includes(no)))
    .map(({ no }) => no);
};

/** 决策顺序: earlier matters were passed over. Shown. */
function outOfOrder(left: readonly number[], no: number): readonly Notice[] {
  const over = left.filter((other) => other < no);
  if (over.length === 0) return [];
  return [
    {
      rule: 'sitting.order',
      said: {
        zh: `未按议程顺序审议，前面尚有第${over.join('、')}项`,
        en: `Out of the order of the agenda: item ${over.join(', ')} comes before it`,
      },
      facts: { no, over },
    },
  ];
}

const Count = z.int().min(0).max(100_000);

export const NoteItem = z
  .strictObject({
    no: No,
    words: z.string().trim().min(1).max(80).meta({ description: '审议结果用语 · what came of it' }),
    count: z
      .strictObject({
        yes: Count.meta({ description: '赞成 · for' }),
        no: Count.meta({ description: '反对 · against' }),
        abstain: Count.meta({ description: '弃权 · abstaining' }),
      })
      .nullable()
      .default(null)
      .meta({ description: '票数 · the count' }),
  })
  .meta({ id: 'NoteItem', description: '登记其他议题结果 · notes what came of another matter' });

/** 登记其他议题结果: of a matter that is not kept here only what came of it, in the words of the body, which are sealed. */
export const noteItem: Command<'sitting', z.infer<typeof NoteItem>> = {
  verb: 'sitting.note-item',
  on: 'sitting',
  during: ['open'],
  needs: (_, id) => [{ write: streamName('sitting', id) }],
  decide(given, id, { no, words, count }) {
    const state = given.state('sitting', id);
    if (!state?.matches('open')) return refuse(notStanding(state));
    const refusal = notLeading(given, state.context) ?? notOther(state.context, no);
    if (refusal) return refuse(refusal);
    const fact = { type: 'SittingItemNoted', data: { no, count } };
    return { facts: [record(streamName('sitting', id), fact, sealedBy(given.actor, { no, words }))] };
  },
};

const notOther = ({ items }: SittingContext, no: number): Refusal | null => {
  const item = items.find((one) => one.no === no);
  return item && item.meeting === null
    ? null
    : notNow(
        'sitting.item',
        `议程第${no}项不是其他议题`,
        `Item ${no} of the agenda is not another matter of the body`,
        { no, meeting: item?.meeting ? parseStream(item.meeting).id : null },
      );
};
