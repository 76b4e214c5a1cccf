import { markerOf, readPlan } from '@mouding/text';
import type { Block } from '../paper/paper.ts';
import { LEVEL_BY_NUMBER } from '../word-out/levels.ts';
import { heading, table, text as paragraph } from './blocks.ts';

/** A text of the plan as blocks: its title apart, every other line that has words, in their order. */
export interface TextBlocks {
  readonly title: string | null;
  readonly body: readonly Block[];
}

/** Reads a plain text. Nothing of it is left out: what is no heading and no table is a paragraph. */
export function textBlocks(text: string): TextBlocks {
  const { paragraphs, title } = readPlan(text);
  const inTitle = new Set(title?.lines.map(({ number }) => number));
  const headings = new Set(
    paragraphs.flatMap(({ kind, lines }) => (kind === 'heading' ? lines.map(({ number }) => number) : [])),
  );
  const body: Block[] = [];
  let rows: (readonly string[])[] = [];
  const endTable = (): void => {
    if (rows.length > 0) body.push(tableOf(rows));
    rows = [];
  };
  text.split('\n').forEach((line, i) => {
    const words = line.trim();
    const cells = cellsOf(line);
    if (cells) return void rows.push(cells);
    endTable();
    if (words !== '' && !inTitle.has(i + 1)) body.push(lineOf(words, headings.has(i + 1)));
  });
  endTable();
  return { title: title?.text ?? null, body };
}

function lineOf(words: string, isHeading: boolean): Block {
  const style = isHeading ? markerOf(words)?.style : undefined;
  const level = style && LEVEL_BY_NUMBER[style];
  return level ? heading(words, level) : paragraph(words);
}

/** The cells of a line of a table, written with tabs or between upright lines; null for any other line. */
function cellsOf(line: string): readonly string[] | null {
  const words = line.trim();
  if (/^\|.*\|$/.test(words))
    return words
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
  return words.includes('\t') ? words.split('\t').map((cell) => cell.trim()) : null;
}

const isRule = (row: readonly string[]): boolean => row.every((cell) => /^:?-{2,}:?$/.test(cell));

/** The first row is its head; a Markdown rule is none of its rows. */
function tableOf(rows: readonly (readonly string[])[]): Block {
  const [head = [], ...others] = rows.filter((row) => !isRule(row));
  const columns = Math.max(head.length, ...others.map(({ length }) => length));
  const full = Array.from({ length: columns }, (_, at) => head[at] ?? '');
  return table({ head: full, widths: widthsOf([full, ...others], columns) }, others);
}

const LEAST = 4;
const MOST = 24;

/** By the longest cell of each column, within sensible limits. */
const widthsOf = (rows: readonly (readonly string[])[], columns: number): readonly number[] =>
  Array.from({ length: columns }, (_, at) =>
    Math.min(MOST, Math.max(LEAST, ...rows.map((row) => row[at]?.length ?? 0))),
  );
