import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { TakeRevisions, Unreadable, WordIn } from '@mouding/documents';
import { plainText } from './plain-text.ts';
import { refuse, type Refused, type Words } from './words.ts';

/** A document on the disk of this person: a Word or WPS file, or plain text. */
export interface ReadDocument {
  readonly text: string;
  /** What else the file carries; null for plain text. */
  readonly word: WordIn | null;
}

/** What the bytes of .docx, and of the .doc and .wps of old programs begin with. */
const OFFICE = ['504b0304', 'd0cf11e0'];

/**
 * Reads a document by what its bytes are: an office file in a process of its own, everything else as plain text. Only for
 * an office file is anything of Word loaded.
 */
export async function documentText(file: string, revisions?: TakeRevisions): Promise<ReadDocument | Refused> {
  if (!isOffice(file)) {
    const text = plainText(file);
    return typeof text === 'string' ? { text, word: null } : text;
  }
  const { convertInChild, converterOf, isUnreadable, textOf } = await import('@mouding/documents');
  const converter = converterOf(process.env['SOFFICE'], process.env['PATH']);
  const read = await convertInChild(readFileSync(file), basename(file), {
    converter,
    ...(revisions ? { revisions } : {}),
  });
  return isUnreadable(read) ? unread(file, read) : { text: textOf(read), word: read };
}

/** Why a file is not read, and what to do. */
export const unread = (file: string, { zh, en, mend }: Unreadable): Refused =>
  refuse(`${file}：${zh}${mend.zh}`, `${file}: ${en} ${mend.en}`);

/** What a file cannot be read is said where it is read. */
function isOffice(file: string): boolean {
  try {
    const handle = openSync(file, 'r');
    try {
      const head = Buffer.alloc(4);
      readSync(handle, head);
      return OFFICE.includes(head.toString('hex'));
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
}

/** How revisions nobody answered were read, for a person who did not say; null where nothing is open. */
export function openRevisions(file: string, word: WordIn | null): Words | null {
  if (!word || word.revisions.taken !== null) return null;
  const { count, authors } = word.revisions;
  const [zh, en] = [authors.join('、'), authors.join(', ')];
  return {
    zh: `${file} 有 ${count} 处修订尚未接受或拒绝${zh && `（${zh}）`}，按全部接受后的文字读入。`,
    en: `${file} has ${count} revisions that nobody accepted or rejected${en && ` (${en})`}: read as if all were accepted.`,
  };
}
