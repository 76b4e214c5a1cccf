import type { Block } from './paper.ts';

/**
 * Whether a block holds what follows it on its page: a line to be signed, and 署名, stand under words that they are signed
 * for, never alone on the next page. Blank lines between the two are held as well.
 *
 * @param at where the block stands among those of its body
 * @param isSigned whether 署名 follows the last of them
 * @source GB/T 9704-2012 §7.3.5.4
 */
export function holdsNext(blocks: readonly Block[], at: number, isSigned: boolean): boolean {
  const follower = blocks.slice(at + 1).find(({ kind }) => kind !== 'space');
  if (!follower) return isSigned;
  return follower.kind === 'paragraph' && follower.held === true;
}
