import { randomBytes } from 'node:crypto';
import { convertInChild, isUnreadable, treeOfWord } from '@mouding/documents';
import { sha256, type KeptText } from '@mouding/ledger';
import { mintFrom } from '@mouding/text';
import { ProblemError } from '../problem/problem-error.ts';
import type { KeepTree } from './keep-text.ts';

/** Keeps what a person pasted out of Word or WPS. @throws ProblemError too-many, invalid-body for what has no text */
export type KeepPasted = (
  who: { readonly institution: string; readonly person: string },
  html: string,
) => Promise<KeptText>;

/**
 * Reads the HTML that Word or WPS put on the clipboard, in a process of its own, and keeps its headings, numbers and
 * tables as nodes.
 */
export const keepingPasted =
  (keep: KeepTree): KeepPasted =>
  async (who, html) => {
    const word = await convertInChild(Buffer.from(html), 'pasted.html');
    if (isUnreadable(word)) throw new ProblemError('invalid-body', { detail: { zh: word.zh, en: word.en } });
    if (word.paragraphs.length === 0)
      throw new ProblemError('invalid-body', {
        detail: { zh: '粘贴的内容中没有文字', en: 'What was pasted has no text' },
      });
    const seed = randomBytes(16).toString('hex');
    return keep(who, treeOfWord(word, { salt: seed, mint: mintFrom(sha256, `pasted ${seed}`) }));
  };
