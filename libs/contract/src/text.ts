import { TextRef } from '@mouding/core';
import { z } from 'zod';
import { Instant } from './said.ts';

/** The longest text, in UTF-16 units; the body as JSON stays under 2 MB. */
const MAX_TEXT = 600_000;

export const NewText = z
  .strictObject({
    content: z
      .string()
      .min(1)
      .max(MAX_TEXT)
      .refine((text) => text.isWellFormed(), 'a lone surrogate cannot be kept')
      .refine((text) => !text.includes('\u0000'), 'a NUL cannot be kept'),
  })
  .meta({ id: 'NewText' });
export type NewText = z.infer<typeof NewText>;

export const KeptText = z
  .strictObject({ ref: TextRef, bytes: z.int().positive(), received: Instant })
  .meta({ id: 'KeptText', description: '已收文稿 · a text as it was received' });
export type KeptText = z.infer<typeof KeptText>;
