import { z } from 'zod';

const Days = z.array(z.int().min(0).max(60)).max(10);

/**
 * 催办、提请审阅, all in working days of the institution. The department is reminded so many days before its date (0: on
 * the day) and, while nothing comes, so many after; then its 院领导 are asked to take note, which the office releases or
 * holds back. To the authority nothing goes by itself.
 */
export const Ladder = z
  .strictObject({
    before: Days.default([3, 1, 0]),
    after: Days.default([1, 3, 5]),
    /** The working day after the date on which the leads are told. */
    escalate: z.int().min(1).max(60).default(1),
    /** office 规划办确认后提请 · clock 到期自动提请 */
    release: z.enum(['office', 'clock']).default('office'),
  })
  .prefault({});
export type Ladder = Readonly<z.infer<typeof Ladder>>;

/** What a stream keeps of it: of its rungs those that the clock climbs. */
export type Rungs = Pick<Ladder, 'escalate' | 'release'>;

/** Facts of before there were ladders: the clock told the leads on the next working day. */
export const BY_CLOCK: Rungs = { escalate: 1, release: 'clock' };

export const rungsOf = ({ escalate, release }: Ladder): Rungs => ({ escalate, release });

/** The ladder of a stage as its procedure sets it; the usual one where it sets none. */
export function ladderOf({
  with: parameters,
}: {
  readonly with: { readonly [key: string]: unknown };
}): Ladder {
  const read = Ladder.safeParse(parameters['ladder'] ?? {});
  return read.success ? read.data : Ladder.parse({});
}
