import { mailAddress } from '@mouding/core';
import { z } from 'zod';
import { pageOf, PageQuery } from './paging.ts';
import { Id, Instant, Said, Stream } from './said.ts';

/** 通知状态. `sent` says that a server took it over, and nothing of whether anybody has read it. */
export const MESSAGE_WORDS: { readonly [state: string]: z.infer<typeof Said> } = {
  queued: { zh: '待发', en: 'queued' },
  sending: { zh: '发送中', en: 'sending' },
  'sent-unsure': { zh: '可能已发（将重发）', en: 'may have been sent' },
  sent: { zh: '已交邮件服务器', en: 'taken over by the mail server' },
  bounced: { zh: '退信', en: 'bounced' },
  cancelled: { zh: '已撤销（事项已办结或已换人）', en: 'cancelled' },
  'no-address': { zh: '未登记地址', en: 'no address' },
};

/** 通知种类. */
export const MESSAGE_KIND_WORDS: { readonly [kind: string]: z.infer<typeof Said> } = {
  todo: { zh: '待办通知', en: 'something awaits you' },
  reminder: { zh: '催办', en: 'reminder' },
  meeting: { zh: '会议通知', en: 'call to a meeting' },
  recorded: { zh: '代录知悉', en: 'told of a record' },
};

const States = z.enum(['queued', 'sending', 'sent-unsure', 'sent', 'bounced', 'cancelled', 'no-address']);

export const MessageQuery = PageQuery.extend({
  state: States.optional().meta({ description: '通知状态 · only messages in this state' }),
}).meta({ id: 'MessageQuery' });
export type MessageQuery = z.infer<typeof MessageQuery>;

/** Real time, UTC: when machines did something. */
const RealTime = z.iso.datetime({ precision: 3 });

export const MessageLine = z
  .strictObject({
    id: Id,
    kind: z.string(),
    kindWords: Said,
    /** What it tells of; null for whoever may know that a message went out, and not about what. */
    about: z
      .strictObject({
        stream: Stream,
        /** The obligation of the stream. */
        name: z.string(),
        label: z.string(),
        case: Id.nullable(),
        due: Instant.nullable(),
      })
      .nullable(),
    recipient: z.strictObject({ person: Id, name: z.string().nullable() }),
    channel: z.string(),
    address: z.string().nullable().meta({ description: '最近一次使用的地址 · as last tried' }),
    state: States,
    words: Said,
    attempts: z.int().nonnegative(),
    nextAt: RealTime.nullable(),
    lastError: z.string().nullable(),
    /** Whether what it tells of still stands. */
    stands: z.boolean(),
    created: RealTime,
    updated: RealTime,
  })
  .meta({ id: 'MessageLine', description: '一条通知 · one message to one person' });
export type MessageLine = z.infer<typeof MessageLine>;

export const MessagePage = pageOf(MessageLine, 'MessagePage').extend({
  counts: z
    .record(z.string(), z.int())
    .meta({ description: '未了事项的通知，按状态计数 · by state, of what still stands' }),
  /** Whether the worker has a server to send through; false shows on every list. */
  configured: z.boolean(),
});
export type MessagePage = z.infer<typeof MessagePage>;

export const Resent = z
  .strictObject({ id: Id, state: States, words: Said })
  .meta({ id: 'Resent', description: '重发结果 · the state in which the message is now' });
export type Resent = z.infer<typeof Resent>;

export const ContactView = z
  .strictObject({ mail: z.string().nullable().meta({ description: '电子邮箱 · address for e-mail' }) })
  .meta({
    id: 'Contact',
    description: '联系方式；不进入办理记录，可随时清除 · where a person is reached; never in the log',
  });
export type ContactView = z.infer<typeof ContactView>;

export const NewContact = z
  .strictObject({
    mail: z
      .string()
      .max(254)
      .refine((address) => mailAddress(address) !== null, 'not an address: name@domain')
      .nullable()
      .meta({ description: '电子邮箱；null 为清除 · null forgets it' }),
  })
  .meta({ id: 'NewContact' });
export type NewContact = z.infer<typeof NewContact>;
