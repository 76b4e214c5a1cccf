// (p) mammoth: the words of a .docx, without numbers, revisions and anchors.
import { readFileSync } from 'node:fs';
// oxlint-disable-next-line @nx/enforce-module-boundaries -- a package of this folder, not of the workspaces
import mammoth from 'mammoth';
import { present } from '../subject.ts';

await present(async ({ file }) => {
  const buffer = readFileSync(file);
  return { op: async () => mammoth.extractRawText({ buffer }) };
});
