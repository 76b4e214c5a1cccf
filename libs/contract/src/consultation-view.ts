import { OPINION_SORTS, TextRef } from '@mouding/core';
import { z } from 'zod';
import { PlaceNow } from './opinion-list.ts';
import { Id, Instant, Said, Stream } from './said.ts';
import { WhyDue } from './why-due.ts';

/** What is shown of a consultation: its register, and of answers those that the reader may see. */
export const ConsultationView = z.object({
  round: z.int(),
  text: TextRef.nullable(),
  recipients: z.array(Id),
  opened: Instant,
  due: Instant,
  estimated: z.boolean().meta({ description: '预估：所依据的节假日安排尚未公布 · may still move' }),
  why: WhyDue,
  replies: z
    .record(z.string(), z.int())
    .meta({ description: '您可见的回复：科室 → 意见条数 · replies you may see' }),
  opinions: z.array(Stream).meta({ description: '您可见的意见 · opinions you may see' }),
  unsigned: z.int().meta({ description: '其中不署名意见条数 · how many of all are unsigned' }),
  silence: z
    .enum(['none', 'as-none'])
    .meta({ description: '逾期未反馈是否视为无意见 · what silence counts as' }),
  register: z
    .array(
      z.object({
        department: Id,
        read: z.boolean(),
        returned: z.enum(['opinions', 'none', 'overdue', 'waiting']),
        opinions: z.int(),
        late: z.boolean(),
        words: z.string(),
      }),
    )
    .default([])
    .meta({ description: '您可见的发放回收登记 · lines of the register you may see' }),
  sum: Said.nullable().meta({ description: '截止时的收发情况 · the numbers at the close' }),
  closed: Instant.nullable(),
});

/** What is shown of an opinion; its words and the reasons stand in its wording. */
export const OpinionView = z.object({
  consultation: z.string(),
  department: Id.nullable(),
  from: z.enum(['staff', 'unsigned']).nullable(),
  no: z.int(),
  into: z.int().nullable().meta({ description: '合并入第几号意见 · the number it was merged into' }),
  merged: z.array(z.int()).meta({ description: '并入的意见号 · numbers merged into it' }),
  clause: z.string().nullable().meta({ description: '所针对的条文 · the clause that it is about' }),
  quoted: z.boolean().meta({ description: '是否引有原文 · whether it quotes the text' }),
  sort: z.enum(OPINION_SORTS).nullable().meta({ description: '意见类别 · what sort of opinion' }),
  disposition: z.string().nullable(),
  shownBy: z.string().nullable().meta({ description: '已体现：体现该意见的条文 · the clause that says it' }),
  taken: z
    .object({ owner: z.record(z.string(), Id), due: z.string() })
    .nullable()
    .meta({ description: '工作中吸收、另行研究的责任人和期限 · by whom and by when' }),
  meeting: Stream.nullable().meta({ description: '研究确定的会议 · the meeting that settled it' }),
  duty: Stream.nullable().meta({ description: '督办事项 · the duty that carries it out' }),
  words: z.string().nullable().default(null).meta({ description: '采纳情况 · the disposition in words' }),
  place: PlaceNow.nullable().default(null),
});
