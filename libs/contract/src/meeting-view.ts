import { TextRef } from '@mouding/core';
import { z } from 'zod';
import { DecidingFacts, Id, Instant, Said, Stream } from './said.ts';

const Text = TextRef.nullable();
const Counts = z.object({ yes: z.int(), no: z.int(), abstain: z.int() });
const Imposed = z.object({
  condition: Stream,
  no: z.int(),
  owner: z.record(z.string(), Id),
  due: z.string(),
});
const Filed = z
  .object({
    text: Text,
    book: z.object({ volume: z.string(), pages: z.string() }).nullable(),
    keeper: Id,
    signer: Id,
  })
  .nullable();
const Share = z.object({ base: z.string(), num: z.int(), den: z.int() });

/** What is shown of a meeting on one item. */
export const MeetingView = z.object({
  body: Id,
  bodyKey: z.string(),
  at: Instant,
  place: z.string(),
  rule: z.object({
    title: z.string(),
    decides: z.string(),
    ballot: z.string(),
    quorum: Share.extend({ inclusive: z.boolean() }),
    pass: Share.extend({ strict: z.boolean() }),
    recusal: z.string(),
    dissentReceipt: z
      .string()
      .optional()
      .meta({ description: '不同意见凭证 · receipts of dissent; none, or without the words' }),
    recusalFloor: z
      .object({ num: z.int(), den: z.int() })
      .optional()
      .meta({ description: '回避后须余的比例 · what share must be left after recusal' }),
    remote: z
      .string()
      .optional()
      .meta({ description: '视频到会是否计入：not 不计入 · whether video counts' }),
    minutes: z.string().meta({ description: 'online 在线、book 记录簿 · where the record is kept' }),
    words: z.record(z.string(), z.string()),
    basis: z.string().optional(),
  }),
  roll: z.array(z.object({ post: Id, person: Id.nullable(), role: z.string() })),
  item: z.object({ subject: z.string(), text: TextRef, title: z.string() }),
  agenda: z.object({ items: z.int(), ours: z.int() }),
  added: z.array(z.int()).meta({ description: '会议通知后增加的议题序号 · items added after the call' }),
  papers: z.array(TextRef),
  tabling: Stream.nullable().meta({ description: '议题申报 · the sheet of the item' }),
  present: z.array(Id).meta({ description: '付表决时到会的岗位 · who votes: frozen when the item is put' }),
  here: z.array(Id).meta({ description: '现在到会的岗位 · who is there now' }),
  remote: z.array(Id).meta({ description: '视频到会的岗位 · posts that are there by video' }),
  sitting: Stream.nullable().meta({ description: '所列会次 · the sitting that it is an item of' }),
  recusals: z
    .array(z.object({ post: Id, kind: z.string() }))
    .meta({ description: '回避：declared 本人申请、recorded 代录 · who left for this item' }),
  interested: z.array(Id).meta({ description: '已指明有利害关系 · named as interested' }),
  referred: z
    .string()
    .nullable()
    .meta({ description: '提请上级决定的缘由：recusal、even · why it was referred upward' }),
  attended: z
    .object({ all: z.int(), present: z.int() })
    .nullable()
    .meta({ description: '补录会议的应到、实到 · of a meeting that was recorded afterwards' }),
  ballot: Stream.nullable(),
  votes: z.array(
    z.object({
      post: Id,
      vote: z.string(),
      recorded: z.literal(true).optional().meta({ description: '代录 · entered by the secretary' }),
    }),
  ),
  hands: Counts.nullable(),
  decision: z.string().nullable(),
  decisionRecorded: z
    .boolean()
    .meta({ description: '主持人决定系代录 · the secretary entered the decision' }),
  corrections: z
    .array(
      z.object({
        of: z.enum(['vote', 'attendance', 'recusal', 'title', 'hands', 'decision', 'condition']),
        post: Id.optional(),
        no: z.int().optional().meta({ description: '议题、条件的序号 · number of the item or condition' }),
        was: z
          .union([z.string(), Counts, z.object({ owner: z.record(z.string(), Id), due: z.string() })])
          .nullable()
          .meta({ description: '原登记；议题名称见密封内容 · a title stands sealed' }),
      }),
    )
    .meta({ description: '更正：原登记，按更正先后 · what was entered before it was put right' }),
  outcome: z.string().nullable(),
  conditions: z.array(Imposed),
  mandate: Stream.nullable().meta({ description: '授权修改 · what may be changed without deciding again' }),
  reconsiders: Stream.nullable().meta({ description: '复议的原会议 · the meeting that is reconsidered' }),
  ifRefused: z
    .object({ opens: z.string(), leaves: z.array(z.string()) })
    .nullable()
    .meta({ description: '复议未通过的后果 · what a no leads to' }),
  minutes: Text,
  filed: z.object({ record: Filed, minutes: Filed }),
  notices: z.array(z.object({ rule: z.string(), said: Said, facts: DecidingFacts })),
});

/** What is shown of a ballot. The teller's numbers are not shown before the scrutineer has entered the same: two keys. */
export const BallotView = z.object({
  meeting: z.string(),
  issued: z.int(),
  confirmed: Counts.extend({ issued: z.int(), returned: z.int(), invalid: z.int() }).nullable(),
});
