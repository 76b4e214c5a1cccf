import { z } from 'zod';
import { record, refuse, type Command } from '../../decider.ts';
import { Elsewhere, type Breach } from '../../elsewhere.ts';
import { weighBreach } from '../../procedure/effects.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { leftForItem } from './attend.ts';
import { notPut } from './conditions.ts';
import type { MeetingContext } from './meeting.ts';
import { memberNeeds, MemberPost, memberOf, recorded } from './record-member.ts';
import { notNamed, tooEarly } from './vote.ts';

export const RecordVote = z
  .strictObject({
    post: MemberPost,
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
  needs: (known, id, { elsewhere }) => memberNeeds(known, id, elsewhere),
  decide(given, id, { post, vote, statement, elsewhere }) {
    const state = given.state('meeting', id);
    if (!state?.matches('put')) return refuse(notPut(state));
    const seat = memberOf(given, state.context, post);
    if ('refusal' in seat) return seat;
    const refusal =
      notNamed(state.context) ?? leftForItem(state.context, seat.person) ?? votedAlready(state.context, post);
    if (refusal) return refuse(refusal);
    const { type, breaches } = countedAs(state.context, post);
    const notices = breaches.map(({ notice }) => notice);
    const sealed = statement === undefined ? [] : [{ subject: seat.person, plain: { statement } }];
    const data = { post, vote, ...MARKS[type], notices };
    const fact = record(streamName('meeting', id), { type, data }, sealed);
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

/** A vote that counts says that it was recorded: the secretary may correct it. */
const MARKS = { VoteCast: { recorded: true }, WrittenVoteKept: {} } as const;

const votedAlready = ({ votes, written }: MeetingContext, post: string): Refusal | null =>
  written.includes(post) || votes.some((vote) => vote.post === post)
    ? notNow('meeting.one-vote', '该成员的表决已登记', 'The vote of this member is recorded already', {
        post,
      })
    : null;

/** A vote, or the written opinion of who was not there when the item was put. */
const countedAs = (context: MeetingContext, post: string) =>
  context.present.includes(post)
    ? ({ type: 'VoteCast', breaches: weighBreach(context.rule, tooEarly(context, post)) } as const)
    : ({ type: 'WrittenVoteKept', breaches: absent(post) } as const);

const absent = (post: string): readonly Breach[] => [
  {
    effect: 'warn',
    notice: {
      rule: 'meeting.present',
      said: {
        zh: '付表决时未到会，书面意见存档，不计入票数',
        en: 'Not present when the item was put: the written opinion is kept on file and not counted',
      },
      facts: { post },
    },
  },
];
