import { z } from 'zod';
import { Said } from './said.ts';

const KEY = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

export const JoiningQuery = z.strictObject({
  stage: KEY.meta({ description: '从哪个环节接入 · the stage at which it is taken over' }),
  version: z.coerce.number().int().positive().optional(),
});
export type JoiningQuery = z.infer<typeof JoiningQuery>;

/** Everything that must be entered of a case that is taken over at a stage. */
export const JoiningForm = z
  .object({
    procedure: z.string(),
    name: z.string().meta({ description: '程序名称 · title of the procedure' }),
    version: z.int(),
    stage: z.string(),
    title: z.string().meta({ description: '接入环节的名称 · title of the stage' }),
    rows: z.array(
      z.object({
        no: z.int(),
        stage: z.string(),
        title: z.string(),
        beside: z.string().nullable().meta({ description: '同时办理的一组 · stages that run side by side' }),
        outcomes: z.array(z.object({ outcome: z.string(), words: z.string() })),
        forward: z.string().meta({ description: '预填的办理结果 · the outcome that leads on' }),
        leavesText: z.boolean().meta({ description: '须附文稿 · its text must be given' }),
        decides: z.boolean().meta({ description: '审议、审批环节，应附扫描件 · its scan is looked for' }),
      }),
    ),
  })
  .meta({ id: 'JoiningForm', description: '中途接入补录表 · what must be entered of the stages before' });
export type JoiningForm = z.infer<typeof JoiningForm>;

const Written = (most: number) => z.string().trim().max(most).default('');

/** The form as it was filled in: words as they were written. Texts and scans by the hash that their upload answered. */
export const JoiningWish = z
  .strictObject({
    version: z.int().positive().optional(),
    title: Written(200),
    stage: Written(40),
    scheme: Written(64),
    manuscript: Written(64),
    rows: z
      .array(
        z.strictObject({
          stage: Written(80),
          outcome: Written(80),
          on: Written(40),
          number: Written(200),
          text: Written(64),
          scan: Written(64),
          words: Written(4000),
        }),
      )
      .max(80),
  })
  .meta({ id: 'JoiningWish', description: '填写的补录表 · the form as it was filled in' });
export type JoiningWish = z.infer<typeof JoiningWish>;

/** Everything that is wrong with the form at once; without faults, the body of the command that takes the case over. */
export const JoiningCheck = z
  .object({
    faults: z.array(
      z.object({
        row: z
          .int()
          .nullable()
          .meta({ description: '第几行（自1起）；只填一次的项目为空 · null for what is asked once' }),
        column: z.string(),
        cell: z.string().nullable().meta({ description: '表格中的单元格 · the cell of the sheet' }),
        weight: z.enum(['fault', 'notice']),
        said: Said,
      }),
    ),
    body: z.record(z.string(), z.unknown()).nullable().meta({
      description: '可据以接入的内容 · the body for POST /v1/cases/joined; null while there are faults',
    }),
  })
  .meta({ id: 'JoiningCheck', description: '补录表校验结果 · what is wrong with the form' });
export type JoiningCheck = z.infer<typeof JoiningCheck>;
