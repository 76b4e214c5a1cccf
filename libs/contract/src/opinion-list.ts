import { DISPOSITIONS, FileRef, NodeId, OPINION_SORTS } from '@mouding/core';
import { z } from 'zod';
import { Id, Said, Stream } from './said.ts';

/** Where a quoted passage is in the text of now. */
export const PlaceNow = z
  .object({
    kind: z
      .enum(['here', 'changed', 'lost', 'none'])
      .meta({ description: '原处未变、已有改动、已不存在、未指明 · where the words are now' }),
    was: z.string().nullable().meta({ description: '征求意见稿原文 · as it was sent round' }),
    now: z
      .string()
      .nullable()
      .meta({ description: '现稿文字；您不可见现稿的为 null · as it reads now, where you may see it' }),
  })
  .meta({
    id: 'PlaceNow',
    description: '意见所指文字的现状 · what became of the words that an opinion quotes',
  });
export type PlaceNow = z.infer<typeof PlaceNow>;

export const OpinionsQuery = z
  .strictObject({
    department: Id.optional().meta({ description: '提出科室 · the department' }),
    place: z.string().trim().min(1).max(80).optional().meta({
      description: '篇章、条款（所含文字） · words of the place in the text',
    }),
    clause: NodeId.optional().meta({
      description: '条文；标题则含其下各条 · a clause, or a heading with all that stands under it',
    }),
    state: z
      .enum(['given', 'proposed', 'merged', 'withdrawn', 'fixed', 'noted', 'objected', 'explained'])
      .optional()
      .meta({ description: '办理状态 · where it stands' }),
    disposition: z.enum(DISPOSITIONS).optional(),
    similar: z.stringbool().optional().meta({
      description: '只列同一条文有两条以上意见的 · only those that share their clause with others',
    }),
  })
  .meta({ id: 'OpinionsQuery' });
export type OpinionsQuery = z.infer<typeof OpinionsQuery>;

export const OpinionLine = z
  .object({
    stream: Stream,
    consultation: Stream,
    no: z.int(),
    department: z.object({ id: Id, name: z.string() }).nullable(),
    from: z.string().meta({ description: '提出单位 · whose it is, in words' }),
    sort: z.enum(OPINION_SORTS).nullable(),
    clause: z.string().nullable(),
    path: z.string().meta({ description: '所在章节 · the headings above the clause, or the place in words' }),
    about: z.string().nullable().meta({ description: '对应位置；已清除的为 null · null once erased' }),
    quote: z.string().nullable(),
    wording: z.string().nullable(),
    proposed: z.string().nullable(),
    place: PlaceNow,
    status: z.string(),
    words: z.string(),
    disposition: z.string().nullable(),
    dispositionWords: z.string().nullable(),
    reason: z.string().nullable(),
    into: z.int().nullable(),
    draft: z
      .string()
      .nullable()
      .meta({ description: '落实到第几稿 · the draft with the last change that cites it' }),
    changes: z.int().meta({ description: '文稿中对应的修改处数 · changes of the text that cite it' }),
    traced: z
      .boolean()
      .meta({ description: '采纳而尚无对应修改的为 false · false: adopted, and no change cites it' }),
    sameClause: z
      .array(z.int())
      .meta({ description: '针对同一条文的其他意见号 · other opinions on the same clause' }),
    conflict: z
      .boolean()
      .meta({ description: '同一条文的意见处理不一致 · opinions on this clause are handled differently' }),
  })
  .meta({ id: 'OpinionLine', description: '一条意见及其办理情况 · an opinion and what became of it' });
export type OpinionLine = z.infer<typeof OpinionLine>;

export const OpinionList = z
  .object({ case: z.object({ id: Id, title: z.string() }), items: z.array(OpinionLine) })
  .meta({ id: 'OpinionList', description: '意见清单：您可见的 · the opinions of a case that you may see' });
export type OpinionList = z.infer<typeof OpinionList>;

export const ReturnedForm = z
  .strictObject({ file: FileRef.meta({ description: '已上传的原件 · the original, uploaded before' }) })
  .meta({
    id: 'ReturnedForm',
    description: '退回的意见反馈表或修订稿 · a form or a marked text that came back',
  });
export type ReturnedForm = z.infer<typeof ReturnedForm>;

export const ReturnedRow = z
  .object({
    from: z
      .enum(['form', 'revision', 'comment'])
      .meta({ description: '表格行、修订、批注 · where it comes from' }),
    line: z.int().nullable().meta({ description: '表格第几行 · the line of the form' }),
    by: z.string().nullable().meta({ description: '文件所载作者 · the author as the file has it' }),
    about: z.string(),
    clause: z.string().nullable(),
    found: z
      .enum(['anchor', 'quote', 'none'])
      .meta({ description: '条文如何认出：标记、原文、未认出 · how the clause was told' }),
    quote: z.string().nullable(),
    sort: z.enum(OPINION_SORTS),
    wording: z.string(),
    proposed: z.string().nullable(),
    doubts: z.array(Said).meta({ description: '请核对之处 · what somebody should look at' }),
  })
  .meta({ id: 'ReturnedRow' });
export type ReturnedRow = z.infer<typeof ReturnedRow>;

export const ReturnedPreview = z
  .object({
    department: Id.nullable().meta({ description: '表中所载科室 · the department that the form names' }),
    none: z.boolean().meta({ description: '写明无意见 · it says that there is none' }),
    rows: z.array(ReturnedRow),
    unread: z.array(z.int()).meta({ description: '未能读出意见的行 · lines without an opinion' }),
    notices: z.array(Said),
    trouble: z
      .object({ zh: z.string(), en: z.string(), needs: Said })
      .nullable()
      .meta({ description: '读不出来的原因和办法；此时没有行 · why it was not read' }),
  })
  .meta({
    id: 'ReturnedPreview',
    description: '退回文件中的意见（预览，不作记录） · opinions in a returned file; nothing is recorded',
  });
export type ReturnedPreview = z.infer<typeof ReturnedPreview>;
