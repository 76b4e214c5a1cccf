import { z } from 'zod';
import { isOffice } from '../../capacity.ts';
import {
  record,
  refuse,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
} from '../../decider.ts';
import { calendarOf } from '../../org/holidays.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { outdated, standing } from '../meeting/conditions.ts';
import { calledInTime } from '../meeting/lead-time.ts';
import type { MeetingContext } from '../meeting/meeting.ts';
import { serves } from '../meeting/roll.ts';
import { InSitting, listing, misattached, sittingNeeds } from './attach.ts';

export const CarryOver = z
  .strictObject({ sitting: InSitting })
  .meta({ id: 'CarryOver', description: '结转议题 · puts an item on the agenda of the next sitting' });

/**
 * 结转议题: an item that its sitting did not come to is heard at the next one, on the same papers. The notice period of the
 * body is judged by this moment.
 */
export const carryOver: Command<'meeting', z.infer<typeof CarryOver>> = {
  verb: 'meeting.carry-over',
  on: 'meeting',
  during: ['called'],
  needs: (known, id, { sitting }) => [...itself(known, id), ...sittingNeeds(sitting)],
  decide(given, id, { sitting }) {
    const state = given.state('meeting', id);
    if (!state?.matches('called') || state.context.sitting !== null)
      return refuse(
        notNow(
          'sitting.carried',
          '该议题未召集、已列入会次，或者已审议',
          'The item has not been called, has a sitting, or was heard',
          standing(state),
        ),
      );
    const { context } = state;
    const refusal =
      notConvening(given, context) ??
      misattached(given, { bodyKey: context.bodyKey }, sitting) ??
      outdated(given, context);
    return refusal ? refuse(refusal) : carried(given, id, context, sitting);
  },
};

function carried(
  given: Given,
  id: string,
  { rule, at, place }: MeetingContext,
  sitting: InSitting,
): Decision {
  const next = given.state('sitting', sitting.id)?.context ?? { at, place };
  const inTime = calledInTime(rule, given.now, next.at, calendarOf(given));
  if ('refusal' in inTime) return inTime;
  const name = streamName('meeting', id);
  const listed = listing(given, sitting, name, rule);
  const data = {
    sitting: streamName('sitting', sitting.id),
    no: listed.no,
    at: next.at,
    place: next.place,
    notices: inTime.notices,
  };
  return { facts: [record(name, { type: 'ItemListed', data }), listed.fact], notices: inTime.notices };
}

const itself = (known: Known, id: string): readonly Need[] => {
  const context = known.state('meeting', id)?.context;
  const name = streamName('meeting', id);
  return context ? [{ write: name }, { read: streamName('case', context.case) }] : [{ write: name }];
};

const notConvening = (given: Given, { bodyKey, rule }: MeetingContext): Refusal | null =>
  isOffice(given.actor) || serves(given, bodyKey, 'secretary')
    ? null
    : against(
        'meeting.calls',
        `须由规划办或${rule.title}的会议秘书召集`,
        'The office or the secretary of this body calls it',
        { post: given.actor.post, body: bodyKey },
      );
