import { z } from 'zod';
import { Id, Instant, Said } from './said.ts';

/** A size of a log and the root over it, base64 as in a checkpoint. */
const SignedHead = z.strictObject({ size: z.int().min(0), root: z.string() });

/** A declaration that another log goes on, with the posts that proposed and confirmed it. */
export const LogRestartView = z
  .strictObject({
    restart: Id,
    status: z.enum(['waiting', 'declared', 'declined']),
    words: Said,
    origin: z.string().meta({ description: '停用的记录树 · the log that ends' }),
    next: z.string().meta({ description: '接续的记录树 · the log that goes on' }),
    signed: SignedHead.meta({ description: '最后签署的检查点 · what was signed of it last' }),
    kept: SignedHead.meta({ description: '现存的记录树 · what is still here of it' }),
    reason: z.string(),
    proposedBy: z.string().meta({ description: '提出岗位 · the post that proposed it' }),
    judgedBy: z.string().nullable().meta({ description: '确认岗位 · the post that confirmed it' }),
  })
  .meta({ id: 'LogRestartView', description: '另起记录树 · another log in the place of one' });
export type LogRestartView = z.infer<typeof LogRestartView>;

/** What was signed of the tree last. */
const NewestCheckpoint = z.strictObject({
  origin: z.string(),
  size: z.int().min(0),
  root: z.string(),
  witnesses: z.int().min(0).meta({ description: '见证方签名数 · lines of witnesses' }),
  at: Instant.meta({ description: '签署时间（机器时间）· when it was signed' }),
});

/** Who watches the log, how many of them must have signed what is handed out, and who has signed the newest checkpoint. */
const LogWitnesses = z.strictObject({
  required: z
    .int()
    .min(0)
    .meta({ description: '对外给出的检查点须有的见证签名数 · lines that are required' }),
  handedOut: z.int().min(0).nullable().meta({
    description: '见证齐全的最新检查点的条数 · size of the last checkpoint that has enough of them',
  }),
  named: z.array(
    z.strictObject({
      name: z.string(),
      signed: z.boolean().meta({ description: '已在最新检查点上签名 · its line stands under the newest' }),
    }),
  ),
});

/** The head of the log, for whoever checks the record. */
export const LogHead = z
  .strictObject({ checkpoint: NewestCheckpoint.nullable(), witnesses: LogWitnesses })
  .meta({ id: 'LogHead', description: '最新检查点与见证 · the newest checkpoint and its witnesses' });
export type LogHead = z.infer<typeof LogHead>;

/** The tree over the record: its newest checkpoint, whether checkpoints come out, declarations of other logs. */
export const TreeLogView = z
  .strictObject({
    ...LogHead.shape,
    state: z
      .strictObject({ state: z.enum(['publishing', 'waiting', 'stopped']), said: Said, since: Instant })
      .nullable(),
    restarts: z.array(LogRestartView),
    receiptKey: z.string().nullable().meta({
      description: '核验办理回执的公钥行 · the verifier key of signed receipts',
    }),
  })
  .meta({ id: 'TreeLogView', description: '记录树与检查点 · the tree over the record' });
export type TreeLogView = z.infer<typeof TreeLogView>;

/** A proof of having said something at a meeting: a signed note, and the key line that it is checked with. */
export const DissentReceipt = z
  .strictObject({ receipt: z.string(), key: z.string() })
  .meta({ id: 'DissentReceipt', description: '不同意见凭证 · a receipt of dissent' });
export type DissentReceipt = z.infer<typeof DissentReceipt>;

const both = (zh: string, en: string): z.infer<typeof Said> => ({ zh, en });

/** Where a declaration of another log stands, in words. */
export const LOG_RESTART_WORDS: { readonly [status in LogRestartView['status']]: z.infer<typeof Said> } = {
  waiting: both('待确认', 'waits to be confirmed'),
  declared: both('已宣告', 'declared'),
  declined: both('已退回', 'sent back'),
};
