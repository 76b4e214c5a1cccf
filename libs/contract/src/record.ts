import { z } from 'zod';
import { pageOf } from './paging.ts';
import { Id, Instant, LeafHash, Stream } from './said.ts';

/** An entry as the log holds it, byte for byte, at its place in the order of its institution. */
export const LogEntry = z
  .strictObject({
    idx: z.int().nonnegative(),
    stream: Stream,
    version: z.int().positive(),
    type: z.string(),
    at: Instant,
    leafHash: LeafHash,
    entry: z
      .string()
      .meta({ description: '原文（参与哈希的字节） · the bytes that are hashed, see docs/format.md' }),
  })
  .meta({ id: 'LogEntry', description: '办理记录原件 · an entry of the log' });
export type LogEntry = z.infer<typeof LogEntry>;

export const LogPage = pageOf(LogEntry, 'LogPage');
export type LogPage = z.infer<typeof LogPage>;

/** The entries of one stream, from its first on. */
export const StreamRecord = z
  .strictObject({ stream: Stream, entries: z.array(LogEntry.omit({ idx: true, stream: true })) })
  .meta({ id: 'StreamRecord', description: '一项业务的全部办理记录 · every entry of one stream' });
export type StreamRecord = z.infer<typeof StreamRecord>;

/** One log-in or reading: kept outside the record, and read by auditors alone. */
export const AccessEntry = z
  .strictObject({
    pos: z.number(),
    at: Instant,
    person: Id.nullable(),
    action: z.string(),
    detail: z.string(),
  })
  .meta({ id: 'AccessEntry' });
/** 登录与查阅日志. */
export const AccessPage = pageOf(AccessEntry, 'AccessPage');
export type AccessPage = z.infer<typeof AccessPage>;
