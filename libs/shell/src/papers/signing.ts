import { dayWords, type Signed } from '@mouding/documents';
import type { Entry } from '@mouding/evidence';
import type { House } from './house.ts';
import { said, wordsOf, type View } from './view.ts';

/** A step as it stands on paper: what was said, by which post, on which day. Null where it was not taken. */
export function signedBy(view: View, type: string, otherwise: string): Signed | null {
  const entry = view.entries.findLast((one) => one.type === type);
  if (!entry) return null;
  const words = wordsOf(view, type).find(({ version }) => version === entry.version)?.said;
  return { words: said(words, 'words') ?? said(words, 'reason') ?? otherwise, ...handOf(view.house, entry) };
}

/** The post in which somebody acted, and the day. */
export const handOf = (house: House, entry: Entry): Pick<Signed, 'post' | 'on'> => ({
  post: house.post(entry.actor.post),
  on: dayWords(entry.at),
});
