import { z } from 'zod';
import { PackageRule, USUAL_PACKAGE } from './package.ts';

/** What a procedure sets for a stage that an authority answers. */
export const fileParams = z
  .strictObject({
    /** Whether and how an authority answers: not at all, 审批（审议同意）, or 备案. */
    authority: z.enum(['none', 'approve', 'record']),
    subject: z.enum(['scheme', 'manuscript']),
    /** 答复期限: without an answer until then, the office asks a leader what to do. Absent: nobody is asked. */
    answerWithin: z
      .strictObject({ n: z.int().min(1).max(365), unit: z.enum(['working', 'natural']) })
      .exactOptional(),
    /** 报送材料. */
    package: PackageRule.exactOptional(),
  })
  .transform((written) => ({ ...written, package: written.package ?? USUAL_PACKAGE[written.subject] }));

export type FileParams = Readonly<z.infer<typeof fileParams>>;
