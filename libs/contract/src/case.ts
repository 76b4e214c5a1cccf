import { FileRef, TextRef } from '@mouding/core';
import { z } from 'zod';
import { May } from './answer.ts';
import { pageOf } from './paging.ts';
import { Id, Instant, Stream } from './said.ts';
import { WhyDue } from './why-due.ts';

export const CaseLine = z
  .strictObject({
    id: Id,
    title: z.string(),
    status: z.string(),
    /** Stages that stand open now. */
    open: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    done: z.boolean(),
  })
  .meta({ id: 'CaseLine' });
export type CaseLine = z.infer<typeof CaseLine>;

export const CasePage = pageOf(CaseLine, 'CasePage');
export type CasePage = z.infer<typeof CasePage>;

/** One thing of a stage: a chapter, a meeting, a filing … */
export const CaseItem = z
  .strictObject({
    stream: Stream,
    kind: z.string(),
    label: z.string(),
    status: z.string(),
    words: z.string(),
    department: z.string().nullable(),
    /** 承接科室, where the department has ended: marks such as 逾期 stay on what they were made on, in the heir's row. */
    heir: z.strictObject({ id: Id, name: z.string() }).nullable(),
    no: z.int().nullable(),
    due: Instant.nullable(),
    overdue: z.boolean(),
    /** Who owes the next act, in words. */
    holders: z.array(z.string()),
    href: z.string(),
  })
  .meta({ id: 'CaseItem' });
export type CaseItem = z.infer<typeof CaseItem>;

export const CaseStage = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    kind: z.string(),
    state: z.enum(['waiting', 'open', 'closed']),
    words: z.string(),
    round: z.int().nonnegative(),
    outcome: z.string().nullable(),
    outcomeWords: z.string().nullable(),
    due: Instant.nullable(),
    overdue: z.boolean(),
    /** 计时中止: the file lies with the authority; its date does not run. */
    paused: z.boolean(),
    why: WhyDue,
    text: TextRef.nullable(),
    /** 接入前: the day of its papers, their number and, for who may open it, their scan; null for a stage done here. */
    before: z
      .strictObject({ on: z.string(), number: z.string().nullable(), scan: FileRef.nullable() })
      .nullable(),
    /** Who holds it now, in words; empty unless it stands open. */
    holders: z.array(z.string()),
    counts: z
      .record(z.string(), z.int())
      .meta({ description: '按办理状态计数 · things of the stage by status' }),
    items: z.array(CaseItem),
    basis: z.string().nullable(),
  })
  .meta({ id: 'CaseStage' });
export type CaseStage = z.infer<typeof CaseStage>;

export const CaseOverview = z
  .strictObject({
    id: Id,
    stream: Stream,
    version: z.int(),
    title: z.string(),
    procedure: z.strictObject({ id: z.string(), version: z.int(), hash: z.string(), title: z.string() }),
    rehearsal: z.boolean(),
    now: Instant,
    done: z.boolean(),
    texts: z.strictObject({ scheme: TextRef.nullable(), manuscript: TextRef.nullable() }),
    authority: z.string().nullable(),
    /** 中途接入: where the case was taken over; null for one that began here. */
    joined: z.strictObject({ stage: z.string(), confirmed: z.boolean() }).nullable(),
    /** 换版: the version that the case came from, and whether it can be taken back; null for one that never moved. */
    moved: z.strictObject({ from: z.int(), restorable: z.boolean() }).nullable(),
    /** Records that hold the next step until they are put right or exempted; null for who may not see the record. */
    holds: z.array(
      z.strictObject({
        record: Stream.nullable(),
        href: z.string().nullable(),
        rules: z.array(z.string()),
      }),
    ),
    stages: z.array(CaseStage),
    links: z.record(z.string(), z.string()),
    may: z.array(May),
  })
  .meta({ id: 'CaseOverview', description: '规划编制工作概览 · one case: stages, who holds them, dates' });
export type CaseOverview = z.infer<typeof CaseOverview>;
