import type { Operation } from '@mouding/text';
import { z } from 'zod';
import { Ground } from './ground.ts';

const Node = z.string().regex(/^n[0-9a-z]{10}$/);
const Words = z
  .string()
  .max(12_000)
  .refine((text) => text.isWellFormed(), 'well-formed Unicode');
const Blank = z.string().regex(/^[ \t\u3000\n]{0,400}$/);
const Kind = z.enum(['part', 'chapter', 'section', 'clause', 'table', 'figure']);
const Depth = z.int().min(1).max(12);

/** One operation on a node, as the text library applies it. */
export const OperationBody = z
  .discriminatedUnion('op', [
    z.strictObject({ op: z.literal('put'), node: Node, text: Words }),
    z.strictObject({
      op: z.literal('insert'),
      node: Node,
      after: Node.nullable(),
      kind: Kind,
      depth: Depth,
      before: Blank,
      text: Words,
    }),
    z.strictObject({ op: z.literal('remove'), node: Node }),
    z.strictObject({ op: z.literal('move'), node: Node, after: Node.nullable(), depth: Depth }),
    z.strictObject({ op: z.literal('split'), node: Node, at: z.int().min(0), into: Node }),
    z.strictObject({ op: z.literal('join'), node: Node, next: Node }),
    z.strictObject({ op: z.literal('level'), node: Node, kind: Kind, depth: Depth }),
    z.strictObject({ op: z.literal('space'), node: Node.nullable(), blank: Blank }),
  ])
  .meta({
    id: 'OperationBody',
    description:
      '对条目的一次操作：改写、插入、删除、移动、拆分、合并、升降级、空行 · an operation on a node',
  }) satisfies z.ZodType<Operation>;

/** Operations that belong together: one change, what it answers, and why. */
export const TreeEditBody = z.strictObject({
  operations: z.array(OperationBody).min(1).max(2000),
  cites: z
    .templateLiteral([z.enum(['opinion', 'meeting', 'filing']), '/', z.uuid()])
    .nullable()
    .default(null)
    .meta({ description: '修改所依据的意见、会议或批复 · what the change answers' }),
  ground: Ground.optional(),
  reason: z.string().trim().max(500).default('').meta({ description: '修改说明 · why' }),
});

/** 按条目修改, beside edits by quote; for texts that are trees alone. */
export const TreeEdits = z.array(TreeEditBody).max(1000).optional().meta({
  description: '按条目的操作；只用于条目化文稿 · operations on nodes, for texts that are trees alone',
});

export type TreeEdits = readonly z.infer<typeof TreeEditBody>[];
