import { z } from 'zod';
import { Instant, LeafHash, OfCase, Said, Stream } from '../said.ts';
import { AsOf } from './state.ts';

/** A question that is put to every record in the same words. */
export const AuditQuestion = z
  .strictObject({
    id: z.string(),
    title: Said,
    said: Said.meta({ description: '问题 · the question in a sentence' }),
    basis: z.string().nullable().meta({ description: '依据 · its legal basis, where there is one' }),
    caution: Said.meta({ description: '解读提示 · what an answer does not mean' }),
  })
  .meta({ id: 'AuditQuestion' });
export type AuditQuestion = z.infer<typeof AuditQuestion>;

export const AuditQuestions = z
  .strictObject({ items: z.array(AuditQuestion) })
  .meta({ id: 'AuditQuestions', description: '预设问题 · the canned questions' });
export type AuditQuestions = z.infer<typeof AuditQuestions>;

/** An entry that a row rests on. */
export const AuditEvidence = z
  .strictObject({
    idx: z.int().nonnegative(),
    stream: Stream,
    version: z.int().positive(),
    type: z.string(),
    words: Said,
    at: Instant,
    by: z.string().meta({ description: '办理岗位 · the post, in words' }),
    name: z.string().nullable(),
    leafHash: LeafHash,
  })
  .meta({ id: 'AuditEvidence' });
export type AuditEvidence = z.infer<typeof AuditEvidence>;

export const AuditRow = z
  .strictObject({
    key: z.string(),
    said: Said.meta({ description: '所见事实 · what is seen, in a sentence' }),
    stage: z.string().nullable(),
    label: z.string().nullable(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    evidence: z.array(AuditEvidence),
  })
  .meta({ id: 'AuditRow', description: '一条结果 · one row of an answer' });
export type AuditRow = z.infer<typeof AuditRow>;

export const AuditAnswer = z
  .strictObject({
    question: AuditQuestion,
    case: OfCase,
    asOf: AsOf,
    known: z.boolean().meta({ description: '记录能否回答 · whether the record can answer it at all' }),
    sum: Said.meta({ description: '小结 · the answer in a sentence' }),
    rows: z.array(AuditRow),
  })
  .meta({ id: 'AuditAnswer', description: '预设问题的答复 · the answer to a canned question' });
export type AuditAnswer = z.infer<typeof AuditAnswer>;

export const QuestionQuery = z
  .strictObject({ case: z.uuid(), seconds: z.coerce.number().int().min(1).max(86_400).default(60) })
  .meta({ id: 'QuestionQuery' });
export type QuestionQuery = z.infer<typeof QuestionQuery>;

/** 审计取证单: what an auditor takes away. Its words are the auditor's; its evidence is cited from the log. */
export const EvidenceSheetWish = z
  .strictObject({
    case: z.uuid(),
    title: z.string().trim().min(1).max(200).meta({ description: '审计（取证）事项 · what it is about' }),
    said: z.string().trim().min(1).max(8000).meta({ description: '事实摘要 · the facts in words' }),
    basis: z.string().trim().max(2000).optional().meta({ description: '依据 · the rule' }),
    evidence: z
      .array(z.int().nonnegative())
      .min(1)
      .max(200)
      .meta({ description: '所据记录序号 · the leaf indexes that it cites' }),
    format: z.enum(['docx', 'pdf']).default('docx'),
  })
  .meta({ id: 'EvidenceSheetWish', description: '制作审计取证单 · asks for a sheet of evidence' });
export type EvidenceSheetWish = z.infer<typeof EvidenceSheetWish>;
