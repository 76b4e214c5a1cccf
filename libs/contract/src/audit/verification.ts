import { z } from 'zod';
import { Said } from '../said.ts';

export const VERIFICATION_STEPS = ['entries', 'order', 'tree', 'states', 'end'] as const;

/** A checkpoint that the auditor kept (from a mail, a printed 纪要, a witness): both or neither. */
export const VerificationQuery = z
  .strictObject({
    size: z.coerce
      .number()
      .int()
      .nonnegative()
      .optional()
      .meta({ description: '自存检查点的记录条数 · its size' }),
    root: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .meta({ description: '自存检查点的根值（十六进制） · its root, hex' }),
  })
  .refine(({ size, root }) => (size === undefined) === (root === undefined), {
    message: 'size and root belong together',
  })
  .meta({ id: 'VerificationQuery' });
export type VerificationQuery = z.infer<typeof VerificationQuery>;

/** One line of a verification, as it goes on: the answer is a stream of these, one JSON object a line. */
export const VerificationLine = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('progress'),
      step: z.enum(VERIFICATION_STEPS),
      words: Said,
      done: z.int().nonnegative(),
      of: z.int().nonnegative(),
    }),
    z.strictObject({
      kind: z.literal('fault'),
      stream: z.string(),
      version: z.int().nonnegative(),
      fault: z.string(),
      said: Said,
      detail: z.string(),
    }),
    z.strictObject({
      kind: z.literal('end'),
      whole: z.boolean().meta({ description: '一致与否 · green or red' }),
      said: Said,
      entries: z.int().nonnegative(),
      streams: z.int().nonnegative(),
      leaves: z.int().nonnegative(),
      checkpoints: z.int().nonnegative(),
      waiting: z.int().nonnegative().meta({ description: '尚待编号的记录 · entries not yet placed' }),
      faults: z.int().nonnegative(),
      faulty: z.array(z.string()).meta({ description: '有问题的事项 · the streams in question' }),
      entriesPerSecond: z.int().nonnegative(),
    }),
  ])
  .meta({ id: 'VerificationLine', description: '核验进度与结论 · progress and verdict' });
export type VerificationLine = z.infer<typeof VerificationLine>;

export const VERIFICATION_WORDS: {
  readonly [step in (typeof VERIFICATION_STEPS)[number]]: z.infer<typeof Said>;
} = {
  entries: { zh: '逐条核对记录的字节、哈希与前后相连', en: 'bytes, hashes and chains of the entries' },
  order: { zh: '核对记录序号', en: 'the order of the log' },
  tree: { zh: '核对签名的检查点与整棵树', en: 'signed checkpoints and the tree' },
  states: { zh: '由记录重新推算办理状态', en: 'states folded again from the facts' },
  end: { zh: '核验结束', en: 'verified' },
};
