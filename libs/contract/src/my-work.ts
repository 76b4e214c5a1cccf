import { z } from 'zod';
import { pageOf, PageQuery } from './paging.ts';
import { Id, Instant, LeafHash, OfCase, Said, Stream } from './said.ts';
import { both, type Words } from './words.ts';

const Sought = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .optional()
  .meta({ description: '在事项、规划的名称中查找 · looked for in the names of things and cases' });

/** Verbs by which somebody says that they have read something, and nothing more: 待阅. */
export const NOTING: readonly string[] = [
  'contribution.see-escalation',
  'chapter.see-escalation',
  'condition.see-escalation',
  'duty.see-escalation',
  'opinion.note',
  'org.see-delegated-acts',
  'precheck.see',
  'record.acknowledge',
];

/** 代录签批: what a secretary may enter for the leader served, as the list of what is to be done calls it. */
export const ENTERING_WORDS: Words = {
  'chapter.record-sign-off': both('代录签批（审定）', 'enter a signed approval'),
  'issue.record-step': both('代录签批（签发）', 'enter a signature for issue'),
};

export const ObligationQuery = PageQuery.extend({
  of: z
    .enum(['acts', 'notes'])
    .optional()
    .meta({ description: '待办、待阅，缺省为全部 · what is to be done, or to be read; by default both' }),
  q: Sought,
  case: Id.optional().meta({ description: '只列此项规划编制工作 · of this case alone' }),
  late: z.enum(['yes']).optional().meta({ description: '只列逾期 · only what is overdue' }),
}).meta({ id: 'ObligationQuery' });
export type ObligationQuery = z.infer<typeof ObligationQuery>;

export const MyActsQuery = PageQuery.extend({
  of: z
    .enum(['done', 'begun'])
    .default('done')
    .meta({ description: '已办、我发起 · everything that I did, or what began with me' }),
  q: Sought,
}).meta({ id: 'MyActsQuery' });
export type MyActsQuery = z.infer<typeof MyActsQuery>;

/** One thing that the reader did, as the log has it. */
export const MyAct = z
  .strictObject({
    idx: z.int().nonnegative(),
    at: Instant,
    stream: Stream,
    type: z.string(),
    words: Said,
    label: z.string().meta({ description: '事项名称 · the title of the thing' }),
    case: OfCase.nullable(),
    as: z.string().meta({ description: '办理身份 · in which capacity' }),
    status: z.string().nullable().meta({ description: '现在的办理状态 · where it stands now' }),
    holders: z.array(z.string()).meta({ description: '现由谁办理 · who has it in hand now' }),
    leafHash: LeafHash,
  })
  .meta({ id: 'MyAct', description: '我的一次办理 · one thing that you did' });
export type MyAct = z.infer<typeof MyAct>;

export const MyActPage = pageOf(MyAct, 'MyActPage');
export type MyActPage = z.infer<typeof MyActPage>;

/** One message that told the reader of something, other than of what they owe. */
export const MyMessage = z
  .strictObject({
    id: Id,
    kindWords: Said,
    stream: Stream,
    label: z.string(),
    case: OfCase.nullable(),
    at: Instant,
    stands: z.boolean().meta({ description: '所告知的事项仍在办理 · whether what it tells of still stands' }),
  })
  .meta({
    id: 'MyMessage',
    description: '抄送（知会）我的一条通知 · one message that told you of something',
  });
export type MyMessage = z.infer<typeof MyMessage>;

export const MyMessagePage = pageOf(MyMessage, 'MyMessagePage');
export type MyMessagePage = z.infer<typeof MyMessagePage>;
