import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { weigh } from '../../procedure/effects.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { leftForItem } from './attend.ts';
import { itsCase, noSeat, notPut } from './conditions.ts';
import type { MeetingContext } from './meeting.ts';
import { presider, seatOf, type Seat } from './roll.ts';
import { unvoted } from './rows.ts';

export const CastVote = z
  .strictObject({
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
  })
  .meta({ id: 'CastVote', description: '表决（表态） · votes by name' });

/** 记名表决: once each, in one's own session; nobody votes for another. @source 中国共产党党组工作条例 §27 */
export const castVote: Command<'meeting', z.infer<typeof CastVote>> = {
  verb: 'meeting.vote',
  on: 'meeting',
  concurrent: true,
  during: ['put'],
  needs: itsCase,
  decide(given, id, { vote, statement }) {
    const state = given.state('meeting', id);
    if (!state?.matches('put')) return refuse(notPut(state));
    const { context } = state;
    const seat = voterOf(given, context);
    if ('refusal' in seat) return seat;
    const weighed = weigh(context.rule, tooEarly(context, seat.post));
    if ('refusal' in weighed) return weighed;
    const { notices } = weighed;
    return {
      facts: [
        record(
          streamName('meeting', id),
          { type: 'VoteCast', data: { post: seat.post, vote, notices } },
          statement ? sealedBy(given.actor, { statement }) : [],
        ),
      ],
      notices,
    };
  },
};

function voterOf(given: Given, context: MeetingContext): Seat | { readonly refusal: Refusal } {
  const seat = seatOf(context.roll, given.actor);
  if (!seat) return { refusal: noSeat(given) };
  const refusal = notNamed(context) ?? leftForItem(context, seat.person) ?? notVoting(context, seat.post);
  return refusal ? { refusal } : seat;
}

export const notNamed = ({ rule }: MeetingContext): Refusal | null =>
  rule.ballot === 'named'
    ? null
    : against(
        'meeting.ballot',
        `本机构${rule.ballot === 'hand' ? '举手表决，由秘书计数' : '无记名投票'}，不记名单上的表决`,
        `This body votes by ${rule.ballot === 'hand' ? 'show of hands' : 'secret ballot'}`,
        { ballot: rule.ballot },
      );

function notVoting({ present, votes }: MeetingContext, post: string): Refusal | null {
  if (!present.includes(post))
    return against(
      'meeting.present',
      '未到会者不参加表决，书面意见不计入票数',
      'Who is not present does not vote; a written opinion is not counted',
    );
  return votes.some((vote) => vote.post === post)
    ? notNow('meeting.one-vote', '您已表决，不能重复表决', 'You have voted already')
    : null;
}

/** 末位表态: whoever presides speaks last. The body weighs it. @source 重大行政决策程序暂行条例 §30 */
export function tooEarly(context: MeetingContext, post: string): Refusal | null {
  const waiting = unvoted(context).filter((other) => other !== post).length;
  return presider(context.roll, context.present)?.post === post ? chairLast(waiting) : null;
}

/** Broken while somebody has not spoken yet. */
export const chairLast = (waiting: number): Refusal | null =>
  waiting === 0
    ? null
    : notNow(
        'meeting.chair-last',
        `主持人应末位表态，尚有${waiting}人未表态`,
        `Whoever presides speaks last; ${waiting} have not spoken yet`,
        { waiting },
        { zh: `还需${waiting}人表态`, en: `${waiting} must speak first` },
      );
