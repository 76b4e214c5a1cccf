import { fontsFrom, textBlocks, writePdf, writeWord, type Paper } from '@mouding/documents';
import { freshPages } from '../drafts.ts';
import { present } from '../subject.ts';

// (r) and (t) Ours: headings, tables, page numbers outside, 稿次 and 校验码 at every foot, the same bytes each time.
await present(async ({ pages, form }: { readonly pages: number; readonly form: 'pdf' | 'word' }) => {
  const paperOf = (time: number): Paper => {
    const { title, body } = textBlocks(freshPages(pages, time));
    return {
      form: 'document',
      head: null,
      title: title ?? '发展规划',
      body,
      trace: { draft: '送审稿', code: '7ccc0505' },
      file: { author: '规划办', at: '2026-03-02T01:00:00Z' },
    };
  };
  const fonts = fontsFrom(null);
  return { op: async (i) => (form === 'pdf' ? writePdf(paperOf(i), fonts) : writeWord(paperOf(i))) };
});
