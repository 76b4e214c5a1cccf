import { z } from 'zod';
import { Id, Instant, OfCase, Said, Stream } from './said.ts';

export const OwingQuery = z
  .strictObject({
    verb: z
      .string()
      .regex(/^[a-z]+\.[a-z-]+$/)
      .max(60)
      .optional()
      .meta({ description: '只列某一事项，如 contribution.submit · only this act' }),
  })
  .meta({ id: 'OwingQuery' });
export type OwingQuery = z.infer<typeof OwingQuery>;

export const OwingList = z
  .strictObject({
    case: OfCase,
    now: Instant,
    groups: z.array(
      z.strictObject({
        stage: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
        verb: z.string(),
        words: Said,
        expected: z.int().nullable().meta({ description: '应报数；无从计算时为 null · how many had to' }),
        done: z.int().nullable(),
        owing: z.int(),
        lines: z.array(
          z.strictObject({
            department: z.strictObject({ id: Id, name: z.string() }).nullable(),
            holder: z.string(),
            label: z.string(),
            due: Instant.nullable(),
            overdue: z.boolean(),
            stream: Stream,
            /** Which obligation of the stream; with it, what is urged. */
            name: z.string(),
            href: z.string(),
            urged: z.iso.date().nullable().meta({
              description: '最近一次催办日期；从未催办的为 null · the day on which it was urged last',
            }),
            mayUrge: z.boolean().meta({
              description:
                '可以催办：不是会议现场办理或代录知悉，本工作日未催办过 · whether it can be urged now',
            }),
          }),
        ),
      }),
    ),
    text: z.string().meta({ description: '可复制到工作群的文字 · ready to be copied' }),
  })
  .meta({ id: 'OwingList', description: '未办清单，按环节和科室 · who owes what, by stage and department' });
export type OwingList = z.infer<typeof OwingList>;
