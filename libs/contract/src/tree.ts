import { TextRef, ReviseManuscript } from '@mouding/core';
import { z } from 'zod';
import { Origin } from './clauses.ts';
import { Id, Instant } from './said.ts';

const Kind = z.enum(['part', 'chapter', 'section', 'clause', 'table', 'figure']);

/** 条目化文稿: the nodes of a text in their order. */
export const TreeView = z
  .strictObject({
    v: z.literal('tree@1'),
    salt: z.string(),
    nodes: z.array(
      z.strictObject({
        id: z.string(),
        kind: Kind,
        depth: z.int(),
        before: z.string().meta({ description: '条目前的空行 · blank lines in front of it' }),
        text: z.string().nullable().meta({ description: '已按规定清除的为空 · null where it was erased' }),
        erased: z.string().optional(),
      }),
    ),
    end: z.string(),
  })
  .meta({ id: 'Tree', description: '条目化文稿 · a text as nodes' });
export type TreeView = z.infer<typeof TreeView>;

const Clause = z.strictObject({
  kind: Kind,
  depth: z.int(),
  path: z.string().meta({ description: '所在位置，如“第三章 › 二、” · where it stands' }),
  text: z.string(),
});

/** A clause with what became of it. */
export const ChangedClause = z.strictObject({
  node: z.string(),
  changes: z.array(z.enum(['added', 'removed', 'moved', 'reworded', 'renumbered', 'relevelled'])),
  was: Clause.nullable(),
  now: Clause.nullable(),
});

/** 两稿之间有变化的条目. */
export const TreeChanges = z
  .strictObject({
    since: z.string(),
    root: z.string(),
    changed: z.array(
      ChangedClause.extend({
        because: z.array(Origin).meta({
          description:
            '规划文稿：其间历次修改及所依据的意见，新的在前 · what changed it, and what that answers',
        }),
      }),
    ),
  })
  .meta({ id: 'TreeChanges', description: '两稿之间有变化的条目 · what changed between two texts' });
export type TreeChanges = z.infer<typeof TreeChanges>;

export const TreeChangesQuery = z
  .strictObject({
    since: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: '与哪一稿比较（标识） · the root of the text to compare with' }),
  })
  .meta({ id: 'TreeChangesQuery' });
export type TreeChangesQuery = z.infer<typeof TreeChangesQuery>;

/** 合并预览: what was changed, and on which text. */
export const MergeWish = ReviseManuscript.pick({ base: true, edits: true, operations: true }).meta({
  id: 'MergeWish',
  description: '合并预览：在哪一稿上作了哪些修改 · changes, and the text that they were made on',
});
export type MergeWish = z.infer<typeof MergeWish>;

/** Who touched a clause last since that text. */
const Hand = z
  .strictObject({
    version: z.int(),
    at: Instant,
    person: Id.nullable(),
    post: z.string().nullable(),
    words: z.string(),
  })
  .meta({ id: 'Hand' });

export const MergeView = z
  .strictObject({
    base: TextRef,
    current: TextRef,
    merged: z
      .string()
      .meta({ description: '最新文稿并入无冲突的修改后的全文 · the newest text with what met nobody' }),
    taken: z.int(),
    asked: z.int(),
    conflicts: z.array(
      z.strictObject({
        node: z.string(),
        path: z.string(),
        base: z.string().nullable(),
        theirs: z.string().nullable().meta({ description: '现稿文字；已删除的为空 · as it stands now' }),
        ours: z.string().nullable().meta({ description: '您的文字 · yours' }),
        by: Hand.nullable().meta({ description: '何人何时所改 · who changed it' }),
      }),
    ),
  })
  .meta({ id: 'MergeView', description: '合并预览 · what a merge would give' });
export type MergeView = z.infer<typeof MergeView>;
