import { TextRef } from '@mouding/core';
import { z } from 'zod';
import { Id, Instant } from './said.ts';

const Day = z.string().nullable();

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
  number: z.string().nullable(),
  reserved: z.string().nullable(),
  voided: z.array(z.string()).meta({ description: '本文作废的文号 · numbers that became void' }),
  received: z.array(Id),
});
