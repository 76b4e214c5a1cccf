import { z } from 'zod';
import { pageOf } from './paging.ts';
import { Id, Instant, LeafHash, Said, Stream } from './said.ts';

/** What every list of entries of the log says of one. */
export const ENTRY_IN_WORDS = {
  idx: z.int().nonnegative(),
  at: Instant,
  stream: Stream,
  version: z.int().positive(),
  type: z.string(),
  words: Said,
  label: z.string().nullable(),
};

/** One entry of the log as a person of the case sees it; never its wording. */
export const HistoryEntry = z
  .strictObject({
    ...ENTRY_IN_WORDS,
    actor: z.strictObject({
      as: z.string(),
      words: z.string(),
      post: z.string().nullable(),
      person: Id.nullable(),
      onBehalfOf: Id.nullable().meta({ description: '受何人委托 · on whose behalf, under a delegation' }),
      acting: z.boolean().meta({ description: '主持工作 · in a vacant post' }),
    }),
    leafHash: LeafHash,
  })
  .meta({ id: 'HistoryEntry', description: '办理记录 · one entry of the log' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const HistoryPage = pageOf(HistoryEntry, 'HistoryPage');
export type HistoryPage = z.infer<typeof HistoryPage>;
