import { z } from 'zod';
import { isOffice } from '../../capacity.ts';
import { record, refuse, type Command, type Given, type Known, type Need } from '../../decider.ts';
import { Elsewhere, elsewhereNeeds, type Breach } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { against, notNow, unknownText, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { TextRef } from '../../text-ref.ts';
import { standing } from './conditions.ts';
import type { MeetingContext } from './meeting.ts';
import { presider, serves } from './roll.ts';

const Place = z.string().trim().min(1).max(60);

export const FileMinutes = z
  .strictObject({
    kind: z
      .enum(['record', 'minutes'])
      .meta({ description: '会议记录、会议纪要 · the full record, or the issued minutes' }),
    text: TextRef.nullable().default(null).meta({ description: '全文 · the text' }),
    book: z
      .strictObject({ volume: Place, pages: Place })
      .nullable()
      .default(null)
      .meta({ description: '记录簿册号、页码 · volume and pages of the record book' }),
    keeper: z.uuid().meta({ description: '记录人（岗位） · the post that kept it' }),
    signer: z.uuid().meta({ description: '签字人（岗位） · the post that signed it' }),
    elsewhere: Elsewhere.optional().meta({
      description: '在纸上签字的情况；在线办理的不填 · how it was signed on paper, if it was',
    }),
  })
  .meta({ id: 'FileMinutes', description: '归档会议记录、会议纪要 · files a document of the meeting' });

type FileMinutes = z.infer<typeof FileMinutes>;

/**
 * 会议记录 and 会议纪要 are two documents: each is filed after the resolution, with who kept it and who signed. A body
 * that keeps its record in a book of its own gives volume and pages alone.
 *
 * @source 党委会、院长办公会议事规则 会议记录和会议纪要
 */
export const fileMinutes: Command<'meeting', FileMinutes> = {
  verb: 'meeting.file-minutes',
  on: 'meeting',
  during: ['declared'],
  needs: filingNeeds,
  decide(given, id, body) {
    const state = given.state('meeting', id);
    if (!state?.matches('declared'))
      return refuse(
        notNow('meeting.declared', '决议尚未宣布', 'The resolution is not declared yet', standing(state)),
      );
    const { context } = state;
    const refusal = notKeeping(given, context) ?? nowhere(context, body) ?? unknown(given, body);
    if (refusal) return refuse(refusal);
    const { elsewhere, ...filed } = body;
    const notices = [...unsigned(context, body), ...filedAgain(context, body)];
    const fact = record(streamName('meeting', id), { type: 'MinutesFiled', data: { ...filed, notices } });
    if (!elsewhere) return { facts: [fact], notices };
    const slip = {
      case: context.case,
      stage: context.stage,
      verb: 'meeting.file-minutes',
      elsewhere,
      about: streamName('meeting', id),
      title: `补录：${context.rule.title}${body.kind === 'record' ? '会议记录' : '会议纪要'}`,
      people: signerOf(given, body),
      breaches: notices.map((notice): Breach => ({ notice, effect: 'warn' })),
    };
    return asRecorded(given, slip, [fact]);
  },
};

function filingNeeds(known: Known, id: string, { text, elsewhere }: FileMinutes): readonly Need[] {
  const state = known.state('meeting', id);
  const name = streamName('case', state?.context.case ?? '');
  return [
    { write: streamName('meeting', id) },
    ...(state ? [elsewhere ? { write: name } : { read: name }] : []),
    ...(text ? [{ text }] : []),
    ...(elsewhere ? elsewhereNeeds(elsewhere) : []),
  ];
}

const notKeeping = (given: Given, { bodyKey }: MeetingContext): Refusal | null =>
  isOffice(given.actor) || serves(given, bodyKey, 'secretary')
    ? null
    : against(
        'meeting.records',
        '须由规划办或本机构的会议秘书归档',
        'The office or the body’s secretary files it',
        {
          post: given.actor.post,
        },
      );

/** Neither text nor book; or the text of a record that the body keeps in its book alone. */
function nowhere({ rule }: MeetingContext, { kind, text, book }: FileMinutes): Refusal | null {
  if (!text && !book)
    return against(
      'meeting.minutes-where',
      '请上传全文，或者注明记录簿册号、页码',
      'Give the text, or its place in the record book',
    );
  if (rule.minutes === 'online' || kind === 'minutes' || !text) return null;
  return against(
    'meeting.minutes-book',
    '本机构会议记录只登记册号、页码，不上传全文',
    'This body keeps its record in a book: only the place in it is stored',
    { minutes: rule.minutes },
  );
}

function unknown(given: Given, { text, keeper, signer }: FileMinutes): Refusal | null {
  if (text && !given.has(text)) return unknownText(text);
  const { posts } = given.org.context;
  const strange = [keeper, signer].filter((post) => !posts.some(({ id }) => id === post));
  return strange.length === 0
    ? null
    : against(
        'meeting.post',
        '记录人或者签字人的岗位不存在',
        'The post of the keeper or signer does not exist',
        {
          posts: strange,
        },
      );
}

/** 主持人签字. */
function unsigned({ roll, present }: MeetingContext, { signer }: FileMinutes): readonly Notice[] {
  if (presider(roll, present)?.post === signer) return [];
  return [
    {
      rule: 'meeting.minutes-signed',
      said: { zh: '不是由主持人签字', en: 'It was not signed by whoever presided' },
      facts: { signer },
    },
  ];
}

const filedAgain = ({ filed }: MeetingContext, { kind }: FileMinutes): readonly Notice[] =>
  filed[kind] === null
    ? []
    : [
        {
          rule: 'meeting.minutes-again',
          said: { zh: '此前已归档，本次替换', en: 'It was filed before and is replaced' },
          facts: { kind },
        },
      ];

const signerOf = (given: Given, { signer }: FileMinutes) => {
  const holder = given.org.context.posts.find(({ id }) => id === signer)?.holder;
  return holder ? [{ post: signer, person: holder.person }] : [];
};
