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
  /**
   * The id of an earlier stage, a gate of the same body: a plain yes (通过) to the changed text counts as that gate's yes
   * to it. Any other outcome, a yes in principle too, leaves what the gate decided as it was.
   */
  renews: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .exactOptional(),
  /**
   * What happens when the item is put while conditions of an earlier 原则同意 are neither met nor waived: it only shows,
   * or the item cannot be put. `as-bound`: a gate that binds, or that
   * renews one, is shut; any other stage shows it.
   */
  conditions: z.enum(['as-bound', 'warn', 'block']).default('as-bound'),
});

export type MeetingParams = Readonly<z.infer<typeof meetingParams>>;

/** Whether an issue depends on what the body decides here: as a gate, or in the place of one. */
export const isGate = ({ binds, effect, renews }: MeetingParams): boolean =>
  (binds && effect === 'gate') || renews !== undefined;

/** Whether conditions that are not met keep the item from being put. */
export const shuts = (params: MeetingParams): boolean =>
  params.conditions === 'as-bound' ? isGate(params) : params.conditions === 'block';
