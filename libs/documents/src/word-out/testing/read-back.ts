import { readWord } from '../../word-in/read-word.ts';
import { isUnreadable } from '../../word-in/unreadable.ts';
import { textOf, type TakeRevisions, type WordIn } from '../../word-in/word.ts';
import { cellsOf, isSeparator } from '../table-lines.ts';

/** A file read by our own reader. @throws where it cannot be read */
export function readBack(bytes: Uint8Array, revisions: TakeRevisions): WordIn {
  const word = readWord(bytes, { revisions });
  if (isUnreadable(word)) throw new Error(word.en);
  return word;
}

/** Its words with all revisions accepted or rejected, as {@link asLines} writes them. */
export const wordsBack = (bytes: Uint8Array, revisions: TakeRevisions): string =>
  asLines(textOf(readBack(bytes, revisions)));

/** A plain text without what Word has no way to show: how the columns of a table are drawn, spaces at the end of lines. */
export const asLines = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !isSeparator(line))
    .map((line) => (/\t|\|[^|]*\|/.test(line) ? cellsOf(line).join('|').replace(/\|+$/, '') : line))
    .map((line) => line.replace(/[\s\u3000]+$/u, ''))
    .join('\n')
    .replace(/\n+$/, '');
