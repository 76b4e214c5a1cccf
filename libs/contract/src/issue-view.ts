import { TextRef } from '@mouding/core';
import { z } from 'zod';
import { Id, Instant, Stream } from './said.ts';

const Day = z.string().nullable();

/** 印发依据: what each gate has decided of the text, in the body's own words. */
export const GateDecisionView = z
  .strictObject({
    gate: z.string(),
    title: z.string(),
    body: z.string().nullable(),
    outcome: z.string().nullable(),
    words: z
      .string()
      .nullable()
      .meta({ description: '决议用语：研究同意、审议通过… · the body’s own words' }),
    on: z.string().nullable().meta({ description: '会议日期 · the day of the meeting' }),
    sum: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: '算式；看不到会议的人为 null · the sum; null for who does not see the meeting' }),
    text: TextRef.nullable(),
    meeting: Stream.nullable(),
    mandate: Stream.nullable().meta({
      description: '据以修改的授权 · the mandate under which it was changed',
    }),
  })
  .meta({ id: 'GateDecision' });

/** What is shown of an issue: 发文稿纸, the steps that were done, its numbers, who has signed for it. */
export const IssueView = z.object({
  subject: z.string(),
  title: z.string(),
  text: TextRef.nullable(),
  recipients: z.array(Id),
  due: Instant.nullable(),
  copiedTo: z.array(
    z.object({
      to: z.string(),
      institution: Id.nullable().optional(),
      department: Id.optional(),
      name: z.string().optional(),
    }),
  ),
  disclosure: z.string().nullable(),
  copies: z.int().nullable(),
  steps: z
    .object({
      review: z.string(),
      countersign: z.string(),
      check: z.string(),
      seal: z.string(),
      departments: z.array(Id),
    })
    .meta({ description: '本院要求的核稿、会签、复核、用印 · steps that the hospital asks for' }),
  done: z.record(z.string(), z.object({ post: Id.nullable(), on: Day, text: TextRef.nullable() })),
  countersigned: z.array(z.object({ department: Id, post: Id.nullable(), on: Day })),
  editorial: z
    .object({ from: TextRef, to: TextRef })
    .nullable()
    .meta({ description: '待确认的编辑性修改 · an editorial change that waits for a second person' }),
  number: z.string().nullable(),
  reserved: z.string().nullable(),
  voided: z.array(z.string()).meta({ description: '本文作废的文号 · numbers that became void' }),
  received: z.array(Id),
  gates: z.array(GateDecisionView).default([]).meta({ description: '印发依据 · what each gate decided' }),
});
