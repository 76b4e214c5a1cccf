import { z } from 'zod';
import { isOffice } from '../../capacity.ts';
import { closeStage, closingNeeds } from '../../case/advance.ts';
import {
  both,
  record,
  refuse,
  sealedBy,
  type Command,
  type Given,
  type Known,
  type Need,
} from '../../decider.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { unrouted } from './basis.ts';
import { lapsing, lapsingNeeds } from './called-before.ts';
import { itsCase, otherRound, standing } from './conditions.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { notRunning, presider, seatOf } from './roll.ts';

const Reason = z.string().trim().min(1).max(400);

export const AddItem = z
  .strictObject({
    title: z.string().trim().min(1).max(200).meta({ description: '议题名称 · its title' }),
    reason: Reason.meta({ description: '临时提出的理由 · why it cannot wait' }),
  })
  .meta({ id: 'AddItem', description: '增加临时议题 · adds an item to a closed agenda' });

const CLOSED: Notice = {
  rule: 'meeting.agenda-closed',
  said: {
    zh: '会议通知发出后增加临时议题',
    en: 'An item was added after the meeting had been called',
  },
  facts: {},
};

const notBefore = (state: MeetingState | undefined): Refusal =>
  notNow(
    'meeting.before-put',
    '会议未召集，或议题已提请审议',
    'The meeting has not been called, or the item has been put',
    standing(state),
  );

const beforePut = (state: MeetingState | undefined): state is MeetingState =>
  state !== undefined && (state.matches('called') || state.matches('open'));

/** 临时议题: the agenda is closed when the meeting is called; one that cannot wait is added with its reason, and shows. */
export const addItem: Command<'meeting', z.infer<typeof AddItem>> = {
  verb: 'meeting.add-item',
  on: 'meeting',
  during: ['called', 'open'],
  needs: itsCase,
  decide(given, id, { title, reason }) {
    const state = given.state('meeting', id);
    if (!beforePut(state)) return refuse(notBefore(state));
    const refusal = isOffice(given.actor) ? null : notRunning(given, state.context);
    if (refusal) return refuse(refusal);
    const notices = [CLOSED];
    const fact = { type: 'ItemAdded', data: { no: state.context.agenda.items + 1, notices } };
    return {
      facts: [record(streamName('meeting', id), fact, sealedBy(given.actor, { title, reason }))],
      notices,
    };
  },
};

export const WithdrawItem = z
  .strictObject({ reason: Reason.meta({ description: '撤回理由 · why' }) })
  .meta({ id: 'WithdrawItem', description: '撤回议题 · takes the item back before it is put' });

/** 撤回议题: before it is put, by the office or the chair; the stage ends so and goes where the procedure says. */
export const withdrawItem: Command<'meeting', z.infer<typeof WithdrawItem>> = {
  verb: 'meeting.withdraw-item',
  on: 'meeting',
  during: ['called', 'open'],
  needs: (known, id) => [...itsCase(known, id), ...withdrawingNeeds(known, id)],
  decide(given, id, { reason }) {
    const state = given.state('meeting', id);
    if (!beforePut(state)) return refuse(notBefore(state));
    const { context } = state;
    const refusal =
      notItsOwn(given, context) ?? otherRound(given, context) ?? unrouted(given, context, 'withdrawn');
    if (refusal) return refuse(refusal);
    const outcome = 'withdrawn' as const;
    const data = { outcome, words: context.rule.words.withdrawn, text: context.item.text };
    const current = given.state('case', context.case)?.context.texts[context.item.subject] ?? null;
    return both(
      {
        facts: [
          record(
            streamName('meeting', id),
            { type: 'ItemWithdrawn', data },
            sealedBy(given.actor, { reason }),
          ),
          ...lapsing(given, context, { because: 'withdrawn', by: streamName('meeting', id) }),
        ],
      },
      closeStage(given, context.case, context.stage, { outcome, text: current, notices: context.notices }),
    );
  },
};

function withdrawingNeeds(known: Known, id: string): readonly Need[] {
  const context = known.state('meeting', id)?.context;
  if (!context) return [];
  return [
    ...closingNeeds(known, context.case, context.stage),
    ...lapsingNeeds(known, context, streamName('meeting', id)),
  ];
}

function notItsOwn(given: Given, { roll, present }: MeetingContext): Refusal | null {
  if (isOffice(given.actor)) return null;
  const seat = seatOf(roll, given.actor);
  if (seat && (seat.role === 'chair' || seat.post === presider(roll, present)?.post)) return null;
  return against(
    'meeting.withdraws',
    '须由规划办或主持人撤回议题',
    'The office or whoever presides takes the item back',
    { post: given.actor.post },
  );
}
