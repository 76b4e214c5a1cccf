import { z } from 'zod';
import { pageOf } from './paging.ts';
import { Instant, OfCase, Said, Stream } from './said.ts';
import { WhyDue } from './why-due.ts';

export const Obligation = z
  .strictObject({
    stream: Stream,
    /** Distinguishes several obligations of one stream. */
    name: z.string(),
    /** The command that settles it. */
    verb: z.string(),
    words: Said,
    label: z.string().meta({ description: '事项名称 · the title of the thing' }),
    holder: z.string(),
    case: OfCase.nullable(),
    due: Instant.nullable(),
    overdue: z.boolean(),
    why: WhyDue,
  })
  .meta({ id: 'Obligation', description: '待办 · who owes what by when' });
export type Obligation = z.infer<typeof Obligation>;

export const ObligationPage = pageOf(Obligation, 'ObligationPage');
export type ObligationPage = z.infer<typeof ObligationPage>;
