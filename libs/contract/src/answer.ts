import { z } from 'zod';
import { DecidingFacts, Id, Instant, LeafHash, Said, Stream } from './said.ts';

/** What the ledger says of one appended entry. */
export const Receipt = z
  .strictObject({ stream: Stream, version: z.int().positive(), leafHash: LeafHash, at: Instant })
  .meta({ id: 'Receipt', description: '办理回执 · receipt of one entry of the log' });
export type Receipt = z.infer<typeof Receipt>;

/** A rule that was broken and only shows. */
export const Notice = z
  .strictObject({ rule: z.string(), said: Said, facts: DecidingFacts })
  .meta({ id: 'Notice', description: '程序提示 · a rule that was broken and only shows' });

/** One thing that the person may or may not ask of the resource now, with the reason. */
export const May = z
  .strictObject({
    command: z.string(),
    allowed: z.boolean(),
    posts: z
      .array(Id)
      .optional()
      .meta({ description: '可以办理的岗位，缺省取第一个 · the posts in which it may be asked' }),
    rule: z.string().optional(),
    said: Said.optional(),
    needs: Said.optional(),
    facts: DecidingFacts.optional(),
  })
  .meta({ id: 'May', description: '可办事项及依据 · what may be asked now, or why not' });
export type May = z.infer<typeof May>;

/** The answer of a command that was carried out. */
export const CommandAnswer = z
  .strictObject({
    /** Of the stream that was asked, or of the first one written; null when nothing had to be recorded. */
    receipt: Receipt.nullable(),
    receipts: z.array(Receipt),
    /** The resource that came into being, `kind/uuid`. */
    made: Stream.nullable(),
    notices: z.array(Notice),
    may: z.array(May),
    signed: z.string().optional().meta({
      description:
        '办理回执的签名文本（signed note）；单位设置了回执密钥时才有 · the receipts as a signed note',
    }),
  })
  .meta({ id: 'CommandAnswer', description: '办理结果 · the answer of a command' });
export type CommandAnswer = z.infer<typeof CommandAnswer>;
