import { TextRef } from '@mouding/core';
import { z } from 'zod';
import { Id, Stream } from './said.ts';

/** 附条件事项: what is shown of one. Its words are sealed. */
export const ConditionView = z.object({
  bodyKey: z.string(),
  subject: z.string(),
  no: z.int(),
  owner: z.record(z.string(), Id),
  due: z.string(),
  presider: Id.nullable(),
  escalation: z.string(),
});

/** 督办事项. */
export const DutyView = z.object({
  bodyKey: z.string(),
  no: z.int().nullable(),
  owner: z.record(z.string(), Id),
  due: z.string(),
  extended: z.array(z.string()).meta({ description: '延期前的期限 · the days before it was put off' }),
  presider: Id.nullable(),
  escalation: z.string(),
  opinion: Stream.optional().meta({ description: '所落实的意见 · the opinion that it carries out' }),
  opinionNo: z.int().optional(),
});

/** 授权修改, with the table of changes that was drafted last. */
export const MandateView = z.object({
  gate: z.string(),
  bodyKey: z.string(),
  text: TextRef,
  points: z.array(z.object({ no: z.int(), paragraphs: z.array(z.int()), numbers: z.array(z.string()) })),
  drafter: z.record(z.string(), Id),
  approver: Id,
  due: z.string(),
  presider: Id.nullable(),
  draft: z
    .object({
      to: TextRef,
      label: z.string(),
      rows: z.array(
        z.object({
          at: z.int().optional(),
          cut: z.int().optional(),
          put: z.string().optional(),
          operations: z.array(z.record(z.string(), z.unknown())).optional().meta({
            description: '条目化文稿按条目的操作 · of a text of nodes, in place of at, cut and put',
          }),
          cites: Stream.nullable(),
          point: z.int().nullable(),
          paragraphs: z.array(z.int()),
          gone: z.array(z.string()),
          come: z.array(z.string()),
        }),
      ),
      outside: z.array(z.object({ row: z.int(), why: z.string(), numbers: z.array(z.string()) })),
    })
    .nullable()
    .meta({ description: '修改对照表 · the table of changes that was drafted last' }),
  approvedBy: Id.nullable(),
});
