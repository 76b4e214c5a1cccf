import { checkup } from '@mouding/text';
import { charactersOfText } from '../drafts.ts';
import { present } from '../subject.ts';

// (l) Ours: every rule of 文稿校核, with places, quotes and sentences.
await present(async ({ characters }: { readonly characters: number }) => {
  const text = charactersOfText(characters);
  return { op: async () => checkup(text) };
});
