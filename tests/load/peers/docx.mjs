// (u) docx alone: a paragraph a line, in one style.
// oxlint-disable-next-line @nx/enforce-module-boundaries -- a package of this folder, not of the workspaces
import { Document, Packer, Paragraph } from 'docx';
import { freshPages } from '../drafts.ts';
import { present } from '../subject.ts';

await present(async ({ pages }) => {
  return {
    op: async (i) =>
      Packer.toBuffer(
        new Document({
          sections: [
            {
              children: freshPages(pages, i)
                .split('\n')
                .map((line) => new Paragraph(line)),
            },
          ],
        }),
      ),
  };
});
