import { z } from 'zod';
import type { Capacity } from '../../capacity.ts';
import type { Given, Known, Need, Recorded } from '../../decider.ts';
import { doneBy, elsewhereNeeds, type Breach, type Elsewhere } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { against, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { serves, votingSeats, type Seat } from './roll.ts';

export const MemberPost = z.uuid().meta({ description: '到会成员的岗位 · the post of the member' });

/** The meeting and its case, which a record may hold. */
export const memberNeeds = (known: Known, id: string, elsewhere: Elsewhere): readonly Need[] => [
  { write: streamName('meeting', id) },
  ...caseToWrite(known, id),
  ...elsewhereNeeds(elsewhere),
];

export const caseToWrite = (known: Known, id: string): readonly Need[] => {
  const caseId = known.state('meeting', id)?.context.case;
  return caseId === undefined ? [] : [{ write: streamName('case', caseId) }];
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
