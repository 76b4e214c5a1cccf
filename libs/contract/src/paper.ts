import { z } from 'zod';

/** The forms in which a paper is to be had; a sheet only where its rows are what matters. */
export const PaperFormat = z.enum(['docx', 'pdf', 'xlsx', 'csv']).meta({ id: 'PaperFormat' });
export type PaperFormat = z.infer<typeof PaperFormat>;

export const PaperList = z
  .strictObject({
    papers: z.array(
      z.strictObject({
        paper: z.string().meta({ description: '文件种类 · which paper' }),
        title: z.string(),
        formats: z.array(PaperFormat),
        href: z.string().meta({ description: '地址，后接 .docx、.pdf 等 · its address, without the ending' }),
      }),
    ),
  })
  .meta({ id: 'PaperList', description: '可打印、导出的文件 · papers that can be printed of it now' });
export type PaperList = z.infer<typeof PaperList>;

/** The last part of the address of a paper: `minutes.docx`. */
export const PaperFile = z
  .string()
  .regex(/^[a-z][a-z-]{0,40}\.(docx|pdf|xlsx|csv)$/)
  .meta({ id: 'PaperFile' });
