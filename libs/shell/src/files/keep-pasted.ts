import { randomBytes } from 'node:crypto';
import { convertInChild, isUnreadable, treeOfWord } from '@mouding/documents';
import { sha256, type KeptText } from '@mouding/ledger';
import { mintFrom } from '@mouding/text';
import type { OriginalConverter } from '../originals/converter.ts';
import { ProblemError } from '../problem/problem-error.ts';
import type { BroughtFile } from '../queries/brought-file.ts';
import type { KeepTree } from './keep-text.ts';

interface Keeper {
  readonly institution: string;
  readonly person: string;
}

/** Keeps what a person pasted out of Word or WPS. @throws ProblemError too-many, invalid-body for what has no text */
export type KeepPasted = (who: Keeper, html: string) => Promise<KeptText>;

/**
 * Keeps what stands in a Word file that a person brought, its revisions accepted.
 *
 * @throws ProblemError too-many, invalid-body for what is no Word file or has no text
 */
export type KeepWord = (who: Keeper, file: Pick<BroughtFile, 'bytes' | 'name'>) => Promise<KeptText>;

/**
 * Reads the HTML that Word or WPS put on the clipboard, in a process of its own, and keeps its headings, numbers and
 * tables as nodes.
 */
export const keepingPasted =
  (keep: KeepTree): KeepPasted =>
  async (who, html) =>
    keepRead(keep, who, await convertInChild(Buffer.from(html), 'pasted.html'));

/** The same of a file. @param converter for .doc and .wps; null where none is installed */
export const keepingWord =
  (keep: KeepTree, converter: OriginalConverter): KeepWord =>
  async (who, { bytes, name }) =>
    keepRead(keep, who, await convertInChild(bytes, name, { revisions: 'accept', converter }));

async function keepRead(
  keep: KeepTree,
  who: Keeper,
  word: Awaited<ReturnType<typeof convertInChild>>,
): Promise<KeptText> {
  if (isUnreadable(word)) throw new ProblemError('invalid-body', { detail: { zh: word.zh, en: word.en } });
  if (word.paragraphs.length === 0)
    throw new ProblemError('invalid-body', { detail: { zh: '内容中没有文字', en: 'It has no text' } });
  const seed = randomBytes(16).toString('hex');
  return keep(who, treeOfWord(word, { salt: seed, mint: mintFrom(sha256, `pasted ${seed}`) }));
}
