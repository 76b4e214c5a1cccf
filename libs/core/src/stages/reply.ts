import { z } from 'zod';
import { inTime } from '../calendar.ts';
import { isOpen } from '../case/advance.ts';
import { record, refuse, sealedBy, type Command, type Given, type Recorded } from '../decider.ts';
import { notNow, type Refusal } from '../refusal.ts';
import { streamName, type StreamName } from '../stream.ts';
import { consultationNeeds, over, type ConsultationState } from './consultation.ts';

/** Who replies and whether it is in time; judged by the arrival, also when the clock has closed the window meanwhile. */
function replying(
  given: Given,
  id: string,
): { readonly state: ConsultationState; readonly department: string } | Refusal {
  const state = given.state('consultation', id);
  if (!state || !inTime(given.received, state.context.closed ?? state.context.due)) return over(state);
  if (!isOpen(given.state('case', state.context.case), state.context.stage)) return over(state);
  const { department } = given.actor;
  if (department !== null && state.context.recipients.includes(department)) return { state, department };
  return notNow('consultation.recipient', '您所在科室不在征求意见范围内', 'Your department was not asked', {
    department,
  });
}

const reply = (
  given: Given,
  id: string,
  department: string,
  opinions: number,
  opinion: StreamName | null,
): Recorded =>
  record(streamName('consultation', id), {
    type: 'ReplyReceived',
    data: { department, opinions, opinion, received: given.received },
  });

export const ReplyNone = z
  .strictObject({})
  .meta({ id: 'ReplyNone', description: '反馈“无意见” · answers that there is no opinion' });

/** 反馈“无意见”: an answer of its own, once, and only by a department that has given no opinion. */
export const replyNone: Command<'consultation', z.infer<typeof ReplyNone>> = {
  verb: 'consultation.reply-none',
  on: 'consultation',
  concurrent: true,
  judged: true,
  needs: consultationNeeds,
  during: ['open'],
  decide(given, id) {
    const who = replying(given, id);
    if ('rule' in who) return refuse(who);
    const before = who.state.context.replies[who.department];
    if (before !== undefined)
      return refuse(
        notNow(
          'consultation.replied',
          '您所在科室已反馈，不能再反馈“无意见”',
          'Your department has answered already',
          { opinions: before },
        ),
      );
    return { facts: [reply(given, id, who.department, 0, null)] };
  },
};

export const GiveOpinion = z
  .strictObject({
    about: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .meta({ description: '对应位置（篇章、条款） · the place in the text' }),
    quote: z.string().min(1).max(2000).nullable().meta({ description: '原文 · the passage' }),
    wording: z.string().trim().min(1).max(4000).meta({ description: '修改意见 · the opinion' }),
  })
  .meta({ id: 'GiveOpinion', description: '反馈意见 · gives an opinion' });

/**
 * 反馈意见: as many as a department has, also after 无意见, until the window ends. Each is a stream of its own; its
 * place and its wording are sealed under whoever gave it.
 */
export const giveOpinion: Command<'consultation', z.infer<typeof GiveOpinion>> = {
  verb: 'consultation.give-opinion',
  on: 'consultation',
  concurrent: true,
  judged: true,
  needs: consultationNeeds,
  during: ['open'],
  decide(given, id, { about, quote, wording }) {
    const who = replying(given, id);
    if ('rule' in who) return refuse(who);
    const { case: caseId, stage, replies, opinions } = who.state.context;
    const opinion = streamName('opinion', given.id('opinion'));
    const data = {
      consultation: id,
      case: caseId,
      stage,
      department: who.department,
      no: opinions.length + 1,
    };
    return {
      facts: [
        record(opinion, { type: 'OpinionGiven', data }, sealedBy(given.actor, { about, wording, quote })),
        reply(given, id, who.department, (replies[who.department] ?? 0) + 1, opinion),
      ],
      made: opinion,
    };
  },
};
