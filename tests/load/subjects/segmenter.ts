import { charactersOfText } from '../drafts.ts';
import { present } from '../subject.ts';

// (m) What any reader of Chinese text begins with: its words, as the platform finds them.
await present(async ({ characters }: { readonly characters: number }) => {
  const text = charactersOfText(characters);
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  return { op: async () => [...words.segment(text)].length };
});
