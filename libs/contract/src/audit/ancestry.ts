import { TextRef } from '@mouding/core';
import { z } from 'zod';
import { ClauseHistory } from '../clauses.ts';
import { Stream } from '../said.ts';

export const AncestryQuery = z
  .strictObject({
    quote: z.string().trim().min(2).max(400).meta({ description: '文稿中的语句 · words of the text' }),
    manuscript: z
      .string()
      .regex(/^[0-9a-f-]{36}$/)
      .optional()
      .meta({
        description: '哪一份文稿；不填为该规划最后一份 · which manuscript; else the last of the case',
      }),
    text: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .meta({ description: '哪一稿；不填为现稿 · which version; else the one of now' }),
  })
  .meta({ id: 'AncestryQuery' });
export type AncestryQuery = z.infer<typeof AncestryQuery>;

/** 语句来历: who put the words there, when, and on what authority, clause by clause. */
export const Ancestry = z
  .strictObject({
    quote: z.string(),
    manuscript: Stream.nullable(),
    text: TextRef.nullable(),
    found: z.array(z.object({ ...ClauseHistory.shape, clause: z.string() })),
  })
  .meta({ id: 'Ancestry', description: '语句来历 · where a sentence came from' });
export type Ancestry = z.infer<typeof Ancestry>;
