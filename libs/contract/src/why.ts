import { z } from 'zod';
import { Notice } from './answer.ts';
import { DecidingFacts, Id, Said } from './said.ts';

/** What is asked about: a verb, and, for those who may, somebody else than the asker. */
export const WhyQuery = z
  .strictObject({
    command: z
      .string()
      .regex(/^[a-z]+\.[a-z-]+$/)
      .meta({ description: '办理事项，如 issue.publish · the verb' }),
    person: Id.optional().meta({
      description: '何人（规划办、审计、系统管理员可问他人） · whose, by default yours',
    }),
    post: Id.optional().meta({ description: '以哪个岗位 · in the capacity of this post' }),
    body: z
      .string()
      .max(20_000)
      .optional()
      .meta({ description: '办理内容（JSON） · what would be sent, as JSON' }),
  })
  .meta({ id: 'WhyQuery' });
export type WhyQuery = z.infer<typeof WhyQuery>;

export const Why = z
  .strictObject({
    command: z.string(),
    words: Said,
    allowed: z
      .boolean()
      .nullable()
      .meta({ description: '能否办理；null 为取决于办理内容 · null when it depends on what is sent' }),
    /** 以何身份. */
    as: Said.nullable(),
    because: z.enum(['policy', 'state', 'rule']).nullable(),
    rule: z.string().nullable(),
    said: Said.meta({ description: '结论 · the answer in words' }),
    facts: DecidingFacts.meta({ description: '所据事实 · the facts that decided' }),
    needs: Said.nullable().meta({ description: '还需 · what would make it possible' }),
    basis: z.string().nullable().meta({ description: '依据 · the legal basis' }),
    notices: z.array(Notice).meta({ description: '办理时将显示的程序提示 · what would show' }),
    body: z
      .array(z.strictObject({ pointer: z.string(), said: Said }))
      .meta({ description: '办理内容还缺什么 · what the body lacks' }),
    stepUp: z.boolean().meta({ description: '办理时须再次验证 · whether a second factor is asked for' }),
  })
  .meta({ id: 'Why', description: '能否办理及依据 · whether it can be asked, or why not' });
export type Why = z.infer<typeof Why>;
