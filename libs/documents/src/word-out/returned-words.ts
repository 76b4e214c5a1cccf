import { ERASED, type TreeKind, type TreeNode } from '@mouding/text';
import type { WordParagraph } from '../word-in/word.ts';
import { sayable } from '../xml.ts';
import { cellsOf, isSeparator, lineOfCells, partingOf } from './table-lines.ts';
import { indentOf } from './tree-blocks.ts';

/** What two readings of one paragraph have in common, whatever Word does to spaces and to the drawing of tables. */
export const sameWords = (kind: TreeKind, text: string): string =>
  kind === 'table'
    ? rowsOf(text)
        .map((cells) => cells.map(plain).join('\t').replace(/\t+$/, ''))
        .join('\n')
    : plain(text);

const plain = (text: string): string =>
  sayable(text)
    .replaceAll(/[ \t\u00a0\u3000\r]*\n[ \t\u00a0\u3000]*/gu, '\n')
    .replaceAll(/^[\s\u00a0\u3000\u200b]+|[\s\u00a0\u3000\u200b]+$/gu, '');

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => !isSeparator(line))
    .map(cellsOf);

/**
 * The text of a paragraph that came back, written as its node is: the same words give the very same text; other ones keep
 * the spaces in front, or the bars or tabs of a table. An erased node stays what it reads as.
 */
export function wordsBack(node: TreeNode | undefined, paragraph: WordParagraph): string {
  const { text, rows } = paragraph;
  if (!node) return text;
  const was = node.text ?? ERASED;
  const isTable = node.kind === 'table' && rows !== undefined;
  const kind = isTable ? 'table' : 'clause';
  if (sameWords(kind, was) === sameWords(kind, text)) return was;
  return isTable ? tableBack(was, rows) : indentOf(was) + text;
}

/** Rows drawn as the table was drawn, with the line under its head where it had one. */
function tableBack(was: string, rows: readonly (readonly string[])[]): string {
  const lines = was.split('\n');
  const parting = partingOf(lines.find((line) => !isSeparator(line)) ?? '');
  const old = new Map(lines.map((line) => [cellsOf(line).map(plain).join('\t'), line]));
  const written = rows.map((cells) => old.get(cells.map(plain).join('\t')) ?? lineOfCells(cells, parting));
  const under = lines.findIndex(isSeparator);
  if (under < 0) return written.join('\n');
  const separator = separatorOf(lines[under] ?? '', rows[0]?.length ?? 1);
  return [...written.slice(0, under), separator, ...written.slice(under)].join('\n');
}

const separatorOf = (was: string, columns: number): string =>
  cellsOf(was).length === columns ? was : `|${Array.from({ length: columns }, () => '---').join('|')}|`;
