import { TextRef } from '@mouding/core';
import { z } from 'zod';
import { Instant, Said } from './said.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One version of what a thing is about. */
export const TrailText = z
  .strictObject({
    ref: TextRef,
    label: z.string().meta({ description: '稿次，如“第2稿” · which draft' }),
    at: Instant,
    approved: z.boolean().meta({ description: '已审定或审议通过的稿次 · whether it was approved' }),
    seen: Instant.nullable().meta({
      description: '您在该稿上办理过事项的最近时间 · when you acted on this version last',
    }),
  })
  .meta({ id: 'TrailText' });
export type TrailText = z.infer<typeof TrailText>;

/** One step of what became of a thing: by which post, never by whose name. */
export const TrailStep = z
  .strictObject({
    version: z.int().positive(),
    at: Instant,
    type: z.string(),
    words: Said,
    post: z.string().nullable(),
    department: z.string().nullable(),
    mine: z.boolean().meta({ description: '本人办理 · you did it' }),
    recorded: z.boolean().meta({ description: '补录、代录 · entered by another for who did it' }),
    text: Hash.nullable().meta({ description: '办理时的稿次 · the version that stood then' }),
  })
  .meta({ id: 'TrailStep' });
export type TrailStep = z.infer<typeof TrailStep>;

export const Trail = z
  .strictObject({
    texts: z.array(TrailText),
    steps: z.array(TrailStep),
    current: Hash.nullable(),
    lastSeen: Hash.nullable().meta({
      description: '您上次办理时的稿次，与现稿不同者 · the version that you acted on last, if it is another',
    }),
    lastApproved: Hash.nullable().meta({
      description: '上次审定的稿次，与现稿不同者 · the version that was approved last, if it is another',
    }),
    previous: Hash.nullable().meta({ description: '上一稿 · the version before' }),
  })
  .meta({ id: 'Trail', description: '办理经过与历次稿次 · what became of a thing, and its versions' });
export type Trail = z.infer<typeof Trail>;
