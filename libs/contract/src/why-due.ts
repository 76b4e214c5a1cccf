import { z } from 'zod';
import { Said } from './said.ts';

/** One step of how a date came to be: 规定期限, 顺延, 延期, 中止 …, with the day that it led to. */
export const DueStep = z
  .object({
    how: z.string(),
    day: z.string().nullable(),
    said: Said,
  })
  .meta({ id: 'DueStep' });

/** How a date came to be what it is, from the first step to the last; empty without a date. */
export const WhyDue = z
  .array(DueStep)
  .readonly()
  .meta({ description: '期限由来，逐步说明 · how the date came to be, step by step' });
export type WhyDue = z.infer<typeof WhyDue>;
