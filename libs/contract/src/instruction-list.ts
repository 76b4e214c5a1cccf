import { z } from 'zod';
import { Id, Instant, Stream } from './said.ts';

/** 批示 on the chapters of a case: what a change may be said to rest on. */
export const InstructionList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        chapter: Stream,
        title: z.string().meta({ description: '篇章 · the chapter' }),
        no: z.int().meta({ description: '第几号批示 · its number on the chapter' }),
        at: Instant,
        post: z.string().nullable().meta({ description: '作出批示的岗位 · the post that gave it' }),
        department: Id.meta({ description: '批示给哪个科室 · the department that is to act on it' }),
        words: z.string().nullable().meta({ description: 'null once they were erased' }),
      }),
    ),
  })
  .meta({
    id: 'InstructionList',
    description: '本规划各篇章的领导批示 · instructions on the chapters of a case',
  });
export type InstructionList = z.infer<typeof InstructionList>;
