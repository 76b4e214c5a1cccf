import { NodeId, TextKey, TextRef } from '@mouding/core';
import { z } from 'zod';
import { Id, Instant, Stream } from './said.ts';

export { NodeId };

export const ClausesQuery = z
  .strictObject({
    text: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .meta({ description: '哪一稿（内容标识）；缺省为现稿 · which version; the one of now by default' }),
  })
  .meta({ id: 'ClausesQuery' });
export type ClausesQuery = z.infer<typeof ClausesQuery>;

export const Clause = z
  .object({
    node: NodeId,
    kind: z.string(),
    depth: z.int(),
    path: z.string().meta({ description: '所在章节 · the headings above it' }),
    text: z.string().nullable().meta({ description: '已按规定清除的为 null · null once erased' }),
  })
  .meta({ id: 'Clause', description: '一条条文 · one node of the text' });

export const ClauseList = z
  .object({ text: TextRef, label: z.string().nullable(), items: z.array(Clause) })
  .meta({ id: 'ClauseList', description: '文稿的条文 · the clauses of a text' });
export type ClauseList = z.infer<typeof ClauseList>;

/** What put words where they are. */
export const Origin = z
  .object({
    at: Instant,
    version: z.int().meta({ description: '文稿办理记录的序号 · the entry of the manuscript' }),
    draft: z.string().nullable().meta({ description: '稿次 · the draft' }),
    how: z.enum(['compiled', 'changed', 'taken-over', 'converted']),
    words: z.string().meta({ description: '如何写入 · how it came, in words' }),
    post: z.string().nullable().meta({ description: '经办岗位 · the post' }),
    person: Id.nullable(),
    chapter: z
      .object({ stream: Stream.nullable(), title: z.string() })
      .nullable()
      .meta({ description: '出自哪一篇章 · the chapter that it came from' }),
    cites: Stream.nullable().meta({ description: '所依据的意见、会议或批复 · what it answers' }),
    citesWords: z.string().nullable(),
    ground: z.string().nullable().meta({ description: '其他依据 · another ground' }),
    reason: z.string().nullable().meta({ description: '修改说明 · why, where you may read it' }),
  })
  .meta({ id: 'Origin', description: '文字的来历 · who put it there, when, and on what authority' });
export type Origin = z.infer<typeof Origin>;

export const ClauseHistory = z
  .object({
    text: TextRef,
    node: NodeId,
    path: z.string(),
    runs: z.array(z.object({ text: z.string(), origin: Origin })).meta({
      description: '逐段文字及其来历 · each run of its words with what put it there',
    }),
    origins: z.array(Origin).meta({ description: '来历，新的在前 · all of them, the newest first' }),
  })
  .meta({ id: 'ClauseHistory', description: '条文的来历 · where the words of a clause come from' });
export type ClauseHistory = z.infer<typeof ClauseHistory>;

export const UsedClause = z
  .object({
    contributed: z.string().meta({ description: '报送的文字 · as it was handed in' }),
    state: z
      .enum(['same', 'changed', 'dropped'])
      .meta({ description: '照用、有改动、未采用 · as it is, changed, or not used' }),
    node: z.string().nullable(),
    path: z.string().nullable(),
    now: z.string().nullable().meta({ description: '现稿文字 · as the text has it now' }),
  })
  .meta({ id: 'UsedClause' });

export const UseReport = z
  .object({
    stream: Stream,
    version: TextKey.nullable().meta({
      description: '现稿版本，核对时提交；尚无文稿的为 null · the version of now, to be confirmed',
    }),
    label: z.string().nullable(),
    same: z.int(),
    changed: z.int(),
    dropped: z.int(),
    clauses: z.array(UsedClause),
    confirmed: z
      .array(
        z.object({
          department: z.object({ id: Id, name: z.string() }),
          current: z.boolean(),
          objected: z.boolean(),
        }),
      )
      .meta({
        description: '已核对的科室；current：核对的是现稿 · who confirmed, and whether on the text of now',
      }),
  })
  .meta({ id: 'UseReport', description: '材料采用情况 · where a contribution was used in the text of now' });
export type UseReport = z.infer<typeof UseReport>;
