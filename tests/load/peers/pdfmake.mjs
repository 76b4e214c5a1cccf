// (s) pdfmake: a paragraph a line, in one font, with the page's number at its foot.
// oxlint-disable-next-line @nx/enforce-module-boundaries -- a package of this folder, not of the workspaces
import pdfmake from 'pdfmake';
import { freshPages } from '../drafts.ts';
import { present } from '../subject.ts';

await present(async ({ pages, font }) => {
  pdfmake.addFonts({ Fang: { normal: font } });
  return {
    op: async (i) =>
      pdfmake
        .createPdf({
          content: freshPages(pages, i).split('\n'),
          pageMargins: [79, 105, 74, 99],
          defaultStyle: { font: 'Fang', fontSize: 16, lineHeight: 1.2 },
          footer: (page) => ({ text: String(page), alignment: 'center' }),
        })
        .getBuffer(),
  };
});
