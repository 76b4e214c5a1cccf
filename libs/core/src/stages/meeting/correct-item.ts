import { z } from 'zod';
import { isOffice } from '../../capacity.ts';
import { record, refuse, sealedBy, type Command } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { Reason } from '../handed-in.ts';
import { itsCase, standing } from './conditions.ts';
import { closedToCorrection } from './correcting.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { notRunning } from './roll.ts';

export const CorrectItem = z
  .strictObject({
    no: z.int().min(1).max(400).meta({ description: '第几项议题 · number of the item' }),
    title: z.string().trim().min(1).max(200).meta({ description: '更正后的议题名称 · its title, as it is' }),
    reason: Reason('更正理由', 'why', 400),
  })
  .meta({
    id: 'CorrectItem',
    description: '更正临时议题名称 · corrects the title of an item that was added',
  });

/**
 * 更正临时议题名称, by whoever may add one, until the minutes are issued: the title that was entered first stays on the
 * record beside it. What stood in the notice is not changed by an entry.
 */
export const correctItem: Command<'meeting', z.infer<typeof CorrectItem>> = {
  verb: 'meeting.correct-item',
  on: 'meeting',
  during: ['called', 'open', 'put', 'decided', 'declared'],
  needs: itsCase,
  decide(given, id, { no, title, reason }) {
    const state = given.state('meeting', id);
    if (!stands(state)) return refuse(over(state));
    const { context } = state;
    const refusal =
      (isOffice(given.actor) ? null : notRunning(given, context)) ??
      closedToCorrection(context) ??
      asCalled(context, no);
    if (refusal) return refuse(refusal);
    const fact = { type: 'ItemRetitled', data: { no } };
    return {
      facts: [record(streamName('meeting', id), fact, sealedBy(given.actor, { no, title, reason }))],
    };
  },
};

const STANDING = ['called', 'open', 'put', 'decided', 'declared'] as const;

const stands = (state: MeetingState | undefined): state is MeetingState =>
  state !== undefined && STANDING.some((status) => state.matches(status));

const over = (state: MeetingState | undefined): Refusal =>
  notNow(
    'meeting.called',
    '会议未召集，或者已结束',
    'The meeting has not been called, or is over',
    standing(state),
  );

const asCalled = ({ added, agenda }: MeetingContext, no: number): Refusal | null =>
  added.includes(no)
    ? null
    : against(
        'meeting.item-added',
        no > agenda.items ? `本次会议没有第${no}项议题` : `第${no}项议题列在会议通知中，不以更正改变`,
        no > agenda.items
          ? `There is no item ${no}`
          : `Item ${no} stands in the notice; an entry does not change it`,
        { no, added: [...added] },
        {
          zh: '只有会议通知后增加的议题在此更正名称',
          en: 'Only items that were added after the call are retitled',
        },
      );
