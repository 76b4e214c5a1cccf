import { TextRef } from '@mouding/core';
import { z } from 'zod';
import { DecidingFacts, Instant, LeafHash, OfCase, Said, Stream } from './said.ts';

/** The fact that shows something: where it stands in the log, when, and who by post. Never a person's name. */
export const EvidenceView = z
  .strictObject({
    type: z.string(),
    words: Said,
    stream: Stream.nullable().meta({
      description: '记录所在；无权查看的为空 · where it stands; null where you may not see it',
    }),
    version: z.int().positive(),
    index: z.int().nonnegative().meta({ description: '记录序号 · leaf index' }),
    leafHash: LeafHash,
    at: Instant.meta({ description: '录入时间 · when it was entered' }),
    how: z.enum(['live', 'record', 'before', 'clock']),
    howWords: Said,
    happened: z
      .string()
      .nullable()
      .meta({ description: '发生时间（补录者所述） · when it happened, as whoever recorded it claims' }),
    by: z.string().meta({ description: '办理岗位 · the post, in words' }),
  })
  .meta({ id: 'Evidence', description: '所据办理记录 · the fact that shows it' });
export type EvidenceView = z.infer<typeof EvidenceView>;

const Coded = z.strictObject({ code: z.string(), words: Said });

const Sum = z.strictObject({
  zh: z.string(),
  en: z.string(),
  numbers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export const ConformanceRound = z
  .strictObject({
    round: z.int().positive(),
    entered: EvidenceView.nullable(),
    closed: EvidenceView.nullable(),
    outcome: z.strictObject({ code: z.string(), words: z.string() }).nullable(),
    text: TextRef.nullable(),
    sum: Sum.nullable(),
  })
  .meta({ id: 'ConformanceRound', description: '一轮办理 · one round of a stage' });
export type ConformanceRound = z.infer<typeof ConformanceRound>;

export const ConformanceStage = z
  .strictObject({
    stage: z.string(),
    title: z.string(),
    kind: z.string(),
    body: z.string().nullable(),
    basis: z.string().nullable(),
    status: Coded,
    rounds: z.array(ConformanceRound),
    reconsidered: z
      .array(z.strictObject({ effect: Coded, sum: Sum.nullable(), evidence: EvidenceView }))
      .meta({ description: '复议 · the stage’s decision was taken up once more' }),
    rules: z.array(
      z.strictObject({ rule: z.string(), words: Said, basis: z.string().nullable(), kept: Coded }),
    ),
  })
  .meta({
    id: 'ConformanceStage',
    description: '应经程序与实经程序 · what was asked for, and what was done',
  });
export type ConformanceStage = z.infer<typeof ConformanceStage>;

const AnomalyView = z.strictObject({
  stage: z.string().nullable(),
  rule: z.string(),
  said: Said,
  evidence: z.array(EvidenceView),
  rectified: z.strictObject({ how: z.string(), words: Said, by: EvidenceView }).nullable(),
});

export const ConformanceReportView = z
  .strictObject({
    institution: z.string(),
    case: OfCase,
    procedure: z.strictObject({ id: z.string(), version: z.int(), hash: z.string(), title: z.string() }),
    rehearsal: z.boolean().meta({ description: '演练 · made on a clock that can be moved' }),
    asOf: z.strictObject({
      index: z.int().meta({ description: '截至记录序号（含） · up to this leaf index' }),
      at: Instant.nullable(),
      leafHash: LeafHash.nullable(),
    }),
    counts: z.record(z.string(), z.int()).meta({ description: '按办理情况计数 · stages by status' }),
    twoKeys: z
      .array(
        z.strictObject({
          kind: Coded,
          about: z.string(),
          stage: z.string().nullable(),
          standing: Coded,
          first: EvidenceView,
          second: EvidenceView.nullable(),
        }),
      )
      .meta({ description: '双人办理的更正与例外 · what two persons did beside the procedure' }),
    anomalies: z
      .array(z.strictObject({ class: z.string(), words: Said, found: z.array(AnomalyView) }))
      .meta({ description: '五类异常 · the five classes of the regulator’s supervision' }),
    stages: z.array(ConformanceStage),
    notices: z
      .array(
        z.strictObject({
          stage: z.string().nullable(),
          rule: z.string(),
          words: Said,
          said: Said,
          facts: DecidingFacts,
          evidence: EvidenceView,
        }),
      )
      .meta({ description: '程序提示 · rules that were broken and only show' }),
    records: z
      .array(
        z.strictObject({
          title: z.string(),
          stage: z.string().nullable(),
          verb: Said,
          medium: Said,
          proven: z.boolean(),
          standing: Coded,
          evidence: EvidenceView,
        }),
      )
      .meta({ description: '补录事项 · what was recorded afterwards' }),
    refusals: z
      .array(
        z.strictObject({
          rule: z.string(),
          words: Said,
          verb: Said,
          because: z.string(),
          evidence: EvidenceView,
        }),
      )
      .nullable()
      .meta({
        description: '暂不能办理（仅审计可见） · acts that were refused; null unless an auditor reads',
      }),
  })
  .meta({ id: 'ConformanceReport', description: '程序符合性报告 · 应经程序 beside 实经程序' });
export type ConformanceReportView = z.infer<typeof ConformanceReportView>;

/** At which moment: a leaf index, or a day of law time (Beijing) with all of it; left out, now. */
export const ConformanceQuery = z
  .strictObject({
    at: z
      .union([z.coerce.number().int().nonnegative(), z.iso.date()])
      .optional()
      .meta({ description: '截至：记录序号，或日期（含当日） · up to a leaf index or a day' }),
  })
  .meta({ id: 'ConformanceQuery' });
export type ConformanceQuery = z.infer<typeof ConformanceQuery>;
