import { z } from 'zod';

/** What a procedure sets for a stage that a body decides. */
export const meetingParams = z.strictObject({
  /** The body by its key; its rule stands in the procedure, its seats in the org. */
  body: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  subject: z.enum(['scheme', 'manuscript']),
  /** Whether an issue of the subject needs this body's yes to the same text. */
  binds: z.boolean().default(true),
  /** gate 审议通过 · advisory 审议建议: heard and recorded, never a condition of the issue. */
  effect: z.enum(['gate', 'advisory']).default('gate'),
  /** Whether passing fixes the proposed dispositions of the opinions (采纳情况), all at once. */
  fixesOpinions: z.boolean().default(false),
});

export type MeetingParams = Readonly<z.infer<typeof meetingParams>>;
