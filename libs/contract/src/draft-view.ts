import { FileRef, OperationBody, TextRef } from '@mouding/core';
import { z } from 'zod';
import { NodeId } from './clauses.ts';
import { Said } from './said.ts';
import { ChangedClause } from './tree.ts';

/** Which two drafts a red-line compares. */
export const RedlineQuery = z
  .strictObject({
    since: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: '与哪一稿比较（内容标识） · the text that it is compared with' }),
    text: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .meta({ description: '哪一稿；缺省为现稿 · which version; the one of now by default' }),
  })
  .meta({ id: 'RedlineQuery' });
export type RedlineQuery = z.infer<typeof RedlineQuery>;

/** An edited draft that came back. */
export const ReturnedDraft = z
  .strictObject({ file: FileRef.meta({ description: '已上传的原件 · the original, uploaded before' }) })
  .meta({ id: 'ReturnedDraft', description: '在 Word、WPS 中改过的统稿 · a draft that was edited in Word' });
export type ReturnedDraft = z.infer<typeof ReturnedDraft>;

const Doubt = z
  .object({
    node: NodeId,
    was: z.string(),
    now: z.string(),
    score: z.number().meta({ description: '相似程度，0 至 1 · how alike they are' }),
  })
  .meta({
    id: 'DraftDoubt',
    description: '疑似同一条，请核对 · probably the same clause: somebody should look',
  });

const Remark = z
  .object({
    by: z.string(),
    at: z.string(),
    text: z.string(),
    quote: z.string(),
    node: NodeId.nullable().meta({ description: '所在条文 · the clause that it stands at' }),
  })
  .meta({ id: 'DraftRemark', description: '文件中的批注 · a comment in the file' });

/** What an edited draft would change; nothing is recorded by asking. */
export const DraftPreview = z
  .object({
    base: TextRef.nullable().meta({
      description:
        '导出时的那一稿；提交修改时以它为基础 · the text it was exported from: send it as the base',
    }),
    current: TextRef.nullable(),
    knownBy: z
      .enum(['root', 'words'])
      .meta({ description: '按文件中的稿件标识认出，或按文字与现稿比对 · how the base was told' }),
    operations: z.array(OperationBody),
    changed: z.array(ChangedClause),
    doubtful: z.array(Doubt),
    tables: z.array(NodeId).meta({ description: '内容有变化的表格 · tables that read otherwise' }),
    order: z.array(NodeId).meta({ description: '移动了位置的条文 · clauses that stand elsewhere' }),
    lostIds: z.array(NodeId).meta({ description: '文件中丢失标记的条文 · clauses whose mark was lost' }),
    revisions: z
      .object({ count: z.int(), authors: z.array(z.string()) })
      .meta({ description: '文件中未接受的修订，已按全部接受读取 · read as if all were accepted' }),
    comments: z.array(Remark),
    notices: z.array(Said),
    trouble: z
      .object({ zh: z.string(), en: z.string(), needs: Said })
      .nullable()
      .meta({ description: '读不出来的原因和办法 · why it was not read' }),
  })
  .meta({
    id: 'DraftPreview',
    description: '统稿回收预览（不作记录） · what an edited draft would change; nothing is recorded',
  });
export type DraftPreview = z.infer<typeof DraftPreview>;
