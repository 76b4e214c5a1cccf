import { z } from 'zod';
import { Period } from '../../deadlines/period.ts';

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
  /**
   * 再次审议: what was not passed comes again no earlier than `after` the day of that meeting; once it was not passed
   * `limit` times, only on a resolution of the body `then`. Absent: as often and as soon as the procedure leads there.
   * What a breach of it does, the body weighs (`meeting.second-reading`).
   */
  again: z
    .strictObject({
      after: Period,
      limit: z.int().min(1).max(9).default(2),
      then: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
      basis: z.string().min(1).max(80).exactOptional(),
    })
    .exactOptional(),
});

export type MeetingParams = Readonly<z.infer<typeof meetingParams>>;

/** Whether an issue depends on what the body decides here: as a gate, or in the place of one. */
export const isGate = ({ binds, effect, renews }: MeetingParams): boolean =>
  (binds && effect === 'gate') || renews !== undefined;

/** Whether conditions that are not met keep the item from being put. */
export const shuts = (params: MeetingParams): boolean =>
  params.conditions === 'as-bound' ? isGate(params) : params.conditions === 'block';
