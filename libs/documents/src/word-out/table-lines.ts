import type { Cell } from '../paper/paper.ts';
import { widthOf } from './measures.ts';

const SEPARATOR = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)*\s*:?-{2,}:?\s*\|?\s*$/;

/** A line that only parts the head of a table from its rows: `|---|---|`. */
export const isSeparator = (line: string): boolean => line.includes('|') && SEPARATOR.test(line);

/** How the cells of a row are parted in a plain text. */
export type Parting = 'bars' | 'tabs' | 'spaces';

export const partingOf = (line: string): Parting =>
  /\|[^|]*\|/.test(line) ? 'bars' : line.includes('\t') ? 'tabs' : 'spaces';

/** The cells of a row of a plain text. */
export function cellsOf(line: string): readonly string[] {
  const parting = partingOf(line);
  const trimmed = line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
  if (parting === 'tabs') return line.split('\t').map((cell) => cell.trim());
  if (parting === 'spaces') return trimmed.split(/\s{2,}|\u3000{2,}/u);
  return trimmed
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** A row as a line again, parted as it was. */
export function lineOfCells(cells: readonly string[], parting: Parting): string {
  const flat = cells.map((cell) => cell.replaceAll(/\s*\n\s*/g, ' '));
  if (parting === 'tabs') return flat.join('\t');
  return parting === 'bars' ? `| ${flat.join(' | ')} |` : flat.join('  ');
}

const [NARROWEST, WIDEST] = [3, 24];

/** Shares of the width for columns by the longest of their cells, within bounds. */
export const sharesOf = (rows: readonly (readonly string[])[], columns: number): readonly number[] =>
  Array.from({ length: columns }, (_, at) =>
    rows.reduce((most, cells) => Math.max(most, Math.min(WIDEST, widthOf(cells[at] ?? ''))), NARROWEST),
  );

/** Rows of equal length: a short one is filled up. */
export const filledUp = <C extends Cell | string>(
  cells: readonly C[],
  columns: number,
  empty: C,
): readonly C[] => [...cells, ...Array.from({ length: Math.max(0, columns - cells.length) }, () => empty)];
