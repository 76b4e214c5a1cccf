import { diff } from '@mouding/text';
import { drafts } from '../drafts.ts';
import { present } from '../subject.ts';

// (i) Ours: paragraphs, words, moves, numbers.
await present(async () => {
  const { a, b } = drafts();
  return { op: async () => diff(a, b) };
});
