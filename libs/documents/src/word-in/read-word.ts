import { readBare, type BareWord, type ReadingWish } from './read-bare.ts';
import { recognised } from './recognise.ts';
import { isUnreadable, type Unreadable } from './unreadable.ts';
import type { WordIn } from './word.ts';

/**
 * Reads a .docx in this process. Bytes of strangers belong into a process of their own: `convertInChild`.
 *
 * @param wish `revisions` says how 修订 are read; where there are some and it is missing, `revisions.taken` is null and
 *   a person has to be asked.
 */
export function readWord(bytes: Uint8Array, wish: ReadingWish = {}): WordIn | Unreadable {
  const bare = readBare(bytes, wish);
  return isUnreadable(bare) ? bare : whole(bare);
}

/** Tells the headings of a file that was read elsewhere. */
export const whole = (bare: BareWord): WordIn => ({
  ...bare,
  paragraphs: recognised(bare.paragraphs, bare.end),
});
