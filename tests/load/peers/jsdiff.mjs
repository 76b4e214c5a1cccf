// (j) and (k) jsdiff on the whole text: by words of Intl.Segmenter, and by characters.
// oxlint-disable-next-line @nx/enforce-module-boundaries -- a package of this folder, not of the workspaces
import { diffChars, diffWords } from 'diff';
import { drafts } from '../drafts.ts';
import { present } from '../subject.ts';

const intlSegmenter = new Intl.Segmenter('zh', { granularity: 'word' });

await present(async ({ by }) => {
  const { a, b } = drafts();
  return {
    op: async () => (by === 'words' ? diffWords(a, b, { intlSegmenter }) : diffChars(a, b)),
  };
});
