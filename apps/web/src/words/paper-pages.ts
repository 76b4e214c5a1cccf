import { bilingual } from './language.tsx';

/** A paper as it will be printed, page by page. */
export const PAPER_PAGES = bilingual(
  {
    look: '预览',
    page: (n: number, all: number) => `第${n}页，共${all}页`,
    more: (from: number, to: number) => `显示第${from}至${to}页`,
    substituted: (list: string) => `服务器未装规范字体，预览和 PDF 以其他字体代替：${list}。`,
    by: (wanted: string, stand: string) => `${wanted}（以${stand}代替）`,
  },
  {
    look: 'Preview',
    page: (n: number, all: number) => `Page ${n} of ${all}`,
    more: (from: number, to: number) => `Show pages ${from} to ${to}`,
    substituted: (list: string) =>
      `Fonts of the standard are missing here; preview and PDF use others: ${list}.`,
    by: (wanted: string, stand: string) => `${wanted} (${stand} instead)`,
  },
);
