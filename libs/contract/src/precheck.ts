import { TextRef } from '@mouding/core';
import { z } from 'zod';
import { DecidingFacts, Instant, OfCase, Said, Stream } from './said.ts';

export const PrecheckStop = z
  .strictObject({
    rule: z.string(),
    effect: z.enum(['block', 'warn']).meta({ description: '必须、提示 · whether it stops, or only shows' }),
    said: Said,
    basis: z.string().nullable(),
    facts: DecidingFacts,
    by: z.array(z.string()).meta({ description: '由谁办理（岗位） · who can settle it' }),
    takes: z
      .strictObject({ n: z.int(), unit: z.enum(['working', 'natural']), said: Said })
      .nullable()
      .meta({ description: '至少需要的时间；当日可办为 null · how long it takes at least' }),
    about: Stream.nullable(),
    difference: z
      .strictObject({ line: z.int(), decided: z.string(), current: z.string() })
      .nullable()
      .meta({ description: '与审议稿的第一处不同 · the first place that differs from what was decided' }),
    doors: z
      .array(
        z.strictObject({
          door: z.enum(['restore', 'editorial', 'exempt']),
          words: Said,
          command: z.string(),
        }),
      )
      .meta({
        description: '当日可走的路：恢复审议稿、编辑性修改、经批准例外 · what can be done the same day',
      }),
  })
  .meta({ id: 'PrecheckStop', description: '印发前尚需办理的一项 · one thing that stands against issuing' });
export type PrecheckStop = z.infer<typeof PrecheckStop>;

export const PrecheckView = z
  .strictObject({
    case: OfCase,
    now: Instant,
    standing: z.enum(['issued', 'ready', 'stopped']),
    words: Said,
    text: TextRef.nullable(),
    due: Instant.nullable().meta({ description: '计划印发时限 · planned date of issue' }),
    takes: z.array(z.strictObject({ n: z.int(), unit: z.enum(['working', 'natural']) })).meta({
      description: '依次办理至少需要的时间，工作日与自然日分列 · at least, one after the other, by unit',
    }),
    stops: z.array(PrecheckStop),
  })
  .meta({ id: 'Precheck', description: '印发预检 · what would stop the issue today' });
export type PrecheckView = z.infer<typeof PrecheckView>;
