import { z } from 'zod';
import { Id, Instant, OfCase, Said, Stream } from './said.ts';

/** 未到、待办、退回、已办、逾期已办、不要求: how one step of one thing stands. */
const Step = z.strictObject({
  step: z.string().meta({ description: '步骤，如 hand-in、countersign · which step' }),
  title: Said,
  state: z
    .enum(['none', 'waiting', 'open', 'late', 'back', 'done', 'done-late'])
    .meta({ description: '不要求、未到、待办、逾期未办、退回、已办、逾期已办 · how it stands' }),
  words: Said,
  done: z.int().nullable().meta({ description: '应办多家的已办数 · how many have done it' }),
  all: z.int().nullable(),
});

const Rows = {
  label: z.string(),
  stream: Stream.nullable(),
  href: z.string().nullable(),
  status: z.string().nullable(),
  words: z.string().nullable(),
  due: Instant.nullable(),
  overdue: z.boolean(),
  received: Instant.nullable(),
};

/** Where a case stands in time: its stages from their opening to their end, and every chapter and department by steps. */
export const CaseProgress = z
  .strictObject({
    case: OfCase,
    now: Instant,
    stages: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        kind: z.string(),
        state: z.enum(['waiting', 'open', 'closed']),
        words: z.string(),
        outcomeWords: z.string().nullable(),
        round: z.int(),
        planned: Instant.nullable().meta({ description: '计划完成时限 · by when the case plans its end' }),
        entered: z.iso.date().nullable().meta({ description: '进入日期（最近一轮） · opened on' }),
        ended: z.iso.date().nullable().meta({ description: '办结日期 · ended on' }),
        overdue: z.boolean(),
        paused: z.boolean(),
        owners: z.array(z.string()).meta({ description: '办理岗位 · who holds it, in words' }),
      }),
    ),
    chapters: z.array(
      z.strictObject({
        ...Rows,
        no: z.int(),
        lead: z.string().meta({ description: '牵头领导（岗位） · who leads it, by post' }),
        owners: z.array(z.string()).meta({ description: '责任部门 · departments that answer for it' }),
        support: z.array(z.string()).meta({ description: '配合部门 · departments that give material' }),
        steps: z.array(Step),
      }),
    ),
    departments: z
      .array(
        z.strictObject({
          ...Rows,
          department: Id,
          steps: z.array(Step),
          opinions: z.int().nullable().meta({ description: '意见条数；未回复的为 null · opinions given' }),
        }),
      )
      .meta({ description: '您可见的科室办理情况 · departments that you may see' }),
  })
  .meta({ id: 'CaseProgress', description: '办理进度：环节、篇章、科室 · where a case stands in time' });
export type CaseProgress = z.infer<typeof CaseProgress>;
