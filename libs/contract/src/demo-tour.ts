import { z } from 'zod';
import { Said } from './said.ts';

/** One account of the demo, and what awaits its person. */
export const DemoVisit = z.strictObject({
  role: Said,
  institution: z.strictObject({ code: z.string(), name: z.string() }),
  login: z.string(),
  password: z.string(),
  /** The face that fits the work. */
  face: z.enum(['desk', 'm']),
  /** How much is owed, and the most urgent of it in words; null while it is not known. */
  awaits: z.strictObject({ count: z.int(), first: Said.nullable() }).nullable(),
});
export type DemoVisit = z.infer<typeof DemoVisit>;

/** A step of 把余下的走完. */
export const DemoStep = z.strictObject({
  said: Said,
  state: z.enum(['waiting', 'doing', 'done', 'failed']),
});
export type DemoStep = z.infer<typeof DemoStep>;

/** What the launcher of the demo tells the page. */
export const DemoTour = z.strictObject({
  /** `seeding`: the invented hospital is being set up. */
  standing: z.enum(['seeding', 'open']),
  visits: z.array(DemoVisit),
  cases: z.array(z.strictObject({ id: z.string(), title: z.string(), at: z.string() })),
  play: z.strictObject({
    standing: z.enum(['ready', 'playing', 'stopping', 'stopped', 'failed', 'done']),
    case: z.string().nullable(),
    steps: z.array(DemoStep),
    why: Said.nullable(),
  }),
});
export type DemoTour = z.infer<typeof DemoTour>;
