import { readFileSync } from 'node:fs';
import { convertInChild, isUnreadable, readWord, textOf } from '@mouding/documents';
import { present } from '../subject.ts';

// (n) and (o) Ours: numbers, tables, revisions and comments too; (o) as the server does it, in a child that may nothing.
await present(async ({ file, inChild }: { readonly file: string; readonly inChild: boolean }) => {
  const bytes = readFileSync(file);
  return {
    async op() {
      const read = inChild ? await convertInChild(bytes, 'plan.docx') : readWord(bytes);
      if (isUnreadable(read)) throw new Error(read.en);
      return textOf(read).length;
    },
  };
});
