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

/** Which paper, as the list of papers names it. */
export const PaperKey = z
  .string()
  .regex(/^[a-z][a-z-]{0,40}$/)
  .meta({ id: 'PaperKey' });

/** How many pages one answer draws. */
export const PAGES_AT_ONCE = 6;

export const PagesQuery = z
  .strictObject({
    from: z.coerce
      .number()
      .int()
      .min(1)
      .default(1)
      .meta({
        description: `从第几页起，一次${PAGES_AT_ONCE}页 · the first page drawn, ${PAGES_AT_ONCE} at once`,
      }),
  })
  .meta({ id: 'PagesQuery' });
export type PagesQuery = z.infer<typeof PagesQuery>;

export const PaperPages = z
  .strictObject({
    title: z.string(),
    count: z.int().meta({ description: '总页数 · pages in all' }),
    from: z.int(),
    drawings: z.array(z.string()).meta({ description: '页面图样（SVG） · the pages as drawings' }),
    substituted: z
      .array(z.strictObject({ wanted: z.string(), by: z.string() }))
      .meta({ description: '以其他字体代替的规范字体 · fonts that stand in for those of the standard' }),
  })
  .meta({ id: 'PaperPages', description: '文件的页面图样，供预览 · a paper as it will be printed' });
export type PaperPages = z.infer<typeof PaperPages>;
