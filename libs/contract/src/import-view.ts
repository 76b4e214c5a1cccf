import { FileRef, TextRef } from '@mouding/core';
import { z } from 'zod';
import { Said, Stream } from './said.ts';

const Standing = z.enum(['waiting', 'revisions', 'read', 'checked', 'confirmed', 'attached', 'unread']).meta({
  description:
    '待读入、修订待定、已读入、已核对、已确认、仅作附件、请补正 · how far the text of an original has come',
});

const Recognised = z.object({
  headings: z.int(),
  clauses: z.int(),
  tables: z.int(),
  pictures: z.int(),
  revisions: z.int(),
  comments: z.int(),
  residue: z.int().meta({ description: '导入残留 · what a program made and no author typed' }),
  notImported: z.int().meta({ description: '未导入的图形、公式等 · what a text cannot show' }),
});

const Unread = z.object({
  code: z.string(),
  said: Said,
  needs: Said,
  unsafe: z.boolean().meta({ description: '仅报送人可下载 · given to nobody but its sender' }),
});

/** How far the original of a hand-in was read. */
export const ReadingView = z.object({
  original: FileRef,
  standing: Standing,
  take: z.enum(['accept', 'reject']).nullable(),
  recognised: Recognised.nullable(),
  revisions: z.int(),
  comments: z.int(),
  pictures: z.array(FileRef),
  trouble: Unread.nullable(),
});
export type ReadingView = z.infer<typeof ReadingView>;

const Noted = z.object({
  kind: z.string(),
  text: z.string(),
  node: z.string().nullable().meta({ description: '所在条目；已删去的为空 · the node where it stood' }),
});

/** 导入核对: the text that was read, beside what the original said of itself. */
export const ImportView = z
  .object({
    stream: Stream,
    standing: Standing,
    words: z.string(),
    original: FileRef,
    take: z.enum(['accept', 'reject']).nullable(),
    text: TextRef.nullable(),
    recognised: Recognised.nullable(),
    revisions: z.int(),
    comments: z.int(),
    pictures: z.array(FileRef),
    trouble: Unread.nullable(),
    reread: z
      .boolean()
      .meta({ description: '是否已对照原件 · whether the original could be laid beside it' }),
    nodes: z.array(
      z.object({
        node: z.string(),
        kind: z.string(),
        depth: z.int(),
        text: z.string(),
        told: z.enum(['outline', 'writing']).nullable().meta({
          description:
            '标题由大纲级别还是写法识别；其他为空 · how a heading was recognised; null for what is none',
        }),
        asRead: z.boolean().meta({ description: '与读入时一致 · as it was read, untouched by the check' }),
      }),
    ),
    residue: z.array(Noted).meta({ description: '导入残留，与作者无关 · nobody is to blame for it' }),
    notImported: z.array(Noted),
    warnings: z.array(Said.extend({ node: z.string().nullable() })),
    findings: z
      .array(
        z.object({
          rule: z.string(),
          severity: z.enum(['error', 'warning', 'advice']),
          origin: z.enum(['author', 'import']),
          line: z.int(),
          quote: z.string(),
          message: Said,
        }),
      )
      .meta({ description: '文稿校核，分导入与作者 · what the check-up finds, by whose doing it is' }),
  })
  .meta({ id: 'ImportView', description: '导入核对 · what was recognised in an original' });
export type ImportView = z.infer<typeof ImportView>;

/** A text as Word or WPS put it on the clipboard. */
export const PastedText = z
  .strictObject({
    html: z
      .string()
      .min(1)
      .max(1_500_000)
      .meta({ description: '剪贴板中的 HTML · the HTML of the clipboard' }),
  })
  .meta({ id: 'PastedText', description: '从 Word、WPS 粘贴的内容 · content pasted from Word or WPS' });
export type PastedText = z.infer<typeof PastedText>;

export const BroughtWord = z
  .strictObject({ file: FileRef })
  .meta({ id: 'BroughtWord', description: '已上传的 Word 文件 · a Word file that was uploaded' });
export type BroughtWord = z.infer<typeof BroughtWord>;
