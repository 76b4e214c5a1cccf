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
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { standing } from './conditions.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { serves, votingSeats, type Seat } from './roll.ts';
import { notNamed, tooEarly } from './vote.ts';

const Post = z.uuid().meta({ description: '到会成员的岗位 · the post of the member' });

export const RecordAttendance = z
  .strictObject({
    post: Post,
    what: z.enum(['coming', 'leaving']).meta({ description: '到会、离会 · coming or leaving' }),
    elsewhere: Elsewhere,
  })
  .meta({ id: 'RecordAttendance', description: '代录到会、离会 · records that a member came or left' });

export const RecordVote = z
  .strictObject({
    post: Post,
    vote: z
      .enum(['yes', 'no', 'abstain'])
      .meta({ description: '赞成、反对、弃权 · for, against or abstaining' }),
    statement: z
      .string()
      .trim()
      .min(1)
      .max(4000)
      .optional()
      .meta({ description: '发言（不同意见原文保留） · the statement, kept word for word' }),
    elsewhere: Elsewhere,
  })
  .meta({ id: 'RecordVote', description: '代录表决 · records the vote of a member who is present' });

/** The meeting and its case, which a record may hold. */
const recordingNeeds = (known: Known, id: string, elsewhere: Elsewhere): readonly Need[] => {
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
 */
export const recordAttendance: Command<'meeting', z.infer<typeof RecordAttendance>> = {
  verb: 'meeting.record-attendance',
  on: 'meeting',
  concurrent: true,
  during: ['called', 'open', 'put', 'decided'],
  needs: (known, id, { elsewhere }) => recordingNeeds(known, id, elsewhere),
  decide(given, id, { post, what, elsewhere }) {
    const state = given.state('meeting', id);
    if (!state || !(frozen(state) || state.matches('called') || state.matches('open')))
      return refuse(
        notNow(
          'meeting.signing',
          '现在不能登记到会、离会（未召集，或会议已结束）',
          'It is not the time to record attendance',
          standing(state),
        ),
      );
    const seat = memberOf(given, state.context, post);
    if ('refusal' in seat) return seat;
    const refusal = attendedAlready(state.context, post, what);
    if (refusal) return refuse(refusal);
    const type = what === 'coming' ? 'MemberPresent' : 'MemberLeft';
    const fact = record(streamName('meeting', id), { type, data: { post } });
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

const attendedAlready = (
  { here }: MeetingContext,
  post: string,
  what: 'coming' | 'leaving',
): Refusal | null => {
  if (here.includes(post) === (what === 'leaving')) return null;
  return what === 'coming'
    ? notNow('meeting.signed', '该成员已登记到会', 'This member is here already', { post })
    : notNow('meeting.present', '该成员尚未到会', 'This member has not come', { post });
};

/**
 * 代录表决: by name only; of a secret ballot never. Of a member who was not there when the item was put it is kept on
 * file as a written opinion and not counted. The member is told and may object.
 *
 * @source 中国共产党党组工作条例 §27 未到会成员的书面意见不得计入票数
 */
export const recordVote: Command<'meeting', z.infer<typeof RecordVote>> = {
  verb: 'meeting.record-vote',
  on: 'meeting',
  concurrent: true,
  during: ['put'],
  needs: (known, id, { elsewhere }) => recordingNeeds(known, id, elsewhere),
  decide(given, id, { post, vote, statement, elsewhere }) {
    const state = given.state('meeting', id);
    if (!state?.matches('put'))
      return refuse(
        notNow('meeting.put', '议题未付表决', 'The item is not open to the vote', standing(state)),
      );
    const seat = memberOf(given, state.context, post);
    if ('refusal' in seat) return seat;
    const refusal = notNamed(state.context) ?? votedAlready(state.context, post);
    if (refusal) return refuse(refusal);
    const { type, notices } = countedAs(state.context, post);
    const sealed = statement === undefined ? [] : [{ subject: seat.person, plain: { statement } }];
    const fact = record(streamName('meeting', id), { type, data: { post, vote, notices } }, sealed);
    const breaches = notices.map((notice): Breach => ({ notice, effect: 'warn' }));
    return recorded(given, {
      id,
      state,
      seat,
      elsewhere,
      fact,
      breaches,
      what: '表决',
      verb: 'meeting.record-vote',
    });
  },
};

const votedAlready = ({ votes, written }: MeetingContext, post: string): Refusal | null =>
  written.includes(post) || votes.some((vote) => vote.post === post)
    ? notNow('meeting.one-vote', '该成员的表决已登记', 'The vote of this member is recorded already', {
        post,
      })
    : null;

/** A vote, or the written opinion of who was not there when the item was put. */
const countedAs = (context: MeetingContext, post: string) =>
  context.present.includes(post)
    ? ({ type: 'VoteCast', notices: tooEarly(context, post) } as const)
    : ({ type: 'WrittenVoteKept', notices: absent(post) } as const);

const absent = (post: string): readonly Notice[] => [
  {
    rule: 'meeting.present',
    said: {
      zh: '付表决时未到会，书面意见存档，不计入票数',
      en: 'Not present when the item was put: the written opinion is kept on file and not counted',
    },
    facts: { post },
  },
];

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

function recorded(given: Given, { id, state, seat, elsewhere, fact, breaches = [], what, verb }: Recording) {
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
function memberOf(
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
