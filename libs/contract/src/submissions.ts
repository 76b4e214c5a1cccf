import { z } from 'zod';
import { Id, Instant, OfCase, Said, Stream } from './said.ts';
import { WhyDue } from './why-due.ts';

/** 报送登记: what each department was asked for, when it came, and its marks, which nothing takes away. */
export const SubmissionRegister = z
  .strictObject({
    case: OfCase,
    lines: z.array(
      z.strictObject({
        stream: Stream,
        kind: z.enum(['contribution', 'chapter']),
        stage: z.string().nullable(),
        label: z.string(),
        department: z.strictObject({ id: Id, name: z.string() }).nullable(),
        status: z.string(),
        words: z.string(),
        due: Instant.nullable(),
        received: Instant.nullable(),
        marks: z
          .array(z.strictObject({ mark: z.string(), said: Said }))
          .meta({ description: '逾期、宽限期内、延期、代报、零报告、不单独编报、缺报 · marks that stay' }),
        why: WhyDue,
      }),
    ),
  })
  .meta({ id: 'SubmissionRegister', description: '报送登记 · the register of what was handed in' });
export type SubmissionRegister = z.infer<typeof SubmissionRegister>;
