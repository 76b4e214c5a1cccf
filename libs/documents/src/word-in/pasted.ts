import { WORD_LIMITS } from './limits.ts';
import { readPastedBare } from './pasted-bare.ts';
import { whole } from './read-word.ts';
import { isUnreadable, type Unreadable } from './unreadable.ts';
import type { WordIn } from './word.ts';

/** Reads what Word or WPS put on the clipboard as HTML: headings, lists with their numbers, tables. */
export function readPasted(html: string): WordIn | Unreadable {
  const bare = readPastedBare(html, WORD_LIMITS);
  return isUnreadable(bare) ? bare : whole(bare);
}
