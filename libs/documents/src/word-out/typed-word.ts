import {
  Document,
  HeadingLevel,
  LevelFormat,
  LevelSuffix,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type FileChild,
} from 'docx';
import { markerOf, readPlan, type Marker, type Style } from '@mouding/text';
import { sayable } from '../xml.ts';
import { settled } from './settled.ts';

/** Who typed it, and when (RFC 3339). */
export interface Typed {
  readonly author: string;
  readonly at: string;
}

/**
 * A text as a 科室 would type it in Word: Word's own headings, numbers that Word counts wherever counting gives the number
 * that stands there, real tables, an empty paragraph for a blank line. The same text is the same bytes.
 *
 * @throws RangeError for a moment that is none
 */
export async function typedWord(text: string, { author, at }: Typed): Promise<Uint8Array> {
  const lines = linesOf(text);
  const document = new Document({
    creator: sayable(author),
    lastModifiedBy: sayable(author),
    numbering: { config: [{ reference: LIST, levels: levelsFrom(lines) }] },
    sections: [{ children: children(lines) }],
  });
  return settled(await Packer.toBuffer(document), at);
}

const LIST = 'typed';
const COUNTED: readonly Style[] = ['han', 'han-bracketed', 'decimal'];
const WRITTEN = ['%1、', '（%2）', '%3.'] as const;
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const BY_STYLE: { readonly [style in Style]?: number } = {
  part: 0,
  chapter: 0,
  division: 0,
  han: 0,
  'han-bracketed': 1,
  decimal: 2,
};

interface Line {
  readonly words: string;
  readonly isHeading: boolean;
  /** The level of Word's list that counts its number; null where the number is typed. */
  readonly counted: { readonly level: number; readonly ordinal: number; readonly to: number } | null;
}

/** What each line is. Word goes on counting where the last number of a level stopped, and anew below a higher one. */
function linesOf(text: string): readonly Line[] {
  const headings = new Set(
    readPlan(text).paragraphs.flatMap(({ kind, lines }) =>
      kind === 'heading' ? lines.map(({ number }) => number) : [],
    ),
  );
  const counts: (number | undefined)[] = [];
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((words, i) => {
      const marker = markerOf(words);
      const counted = marker && countedBy(marker, words, counts);
      return { words, isHeading: headings.has(i + 1), counted };
    });
}

function countedBy(marker: Marker, words: string, counts: (number | undefined)[]): Line['counted'] {
  const level = COUNTED.indexOf(marker.style);
  const { ordinal, to } = marker;
  if (level < 0 || !isWritten(marker, words, level) || !isNext(counts[level], ordinal, level)) return null;
  counts[level] = ordinal;
  counts.length = level + 1;
  return { level, ordinal, to };
}

/** Whether the number stands as Word would write it, at the very beginning, with the words right behind. */
function isWritten({ label, from, to }: Marker, words: string, level: number): boolean {
  const written = WRITTEN[level]?.replace(/%./, label.replaceAll(/[^\p{sc=Han}\d]/gu, ''));
  return from === 0 && written === words.slice(0, to) && !/^[\s\u3000]/u.test(words.slice(to));
}

const isNext = (last: number | undefined, ordinal: number, level: number): boolean =>
  last === undefined ? level === 0 || ordinal === 1 : ordinal === last + 1;

/** The list begins with the first number of a chapter: the fourth chapter of a plan is a file of its own. */
const levelsFrom = (lines: readonly Line[]) =>
  WRITTEN.map((text, level) => ({
    level,
    text,
    format: level === 2 ? LevelFormat.DECIMAL : LevelFormat.CHINESE_COUNTING,
    suffix: LevelSuffix.NOTHING,
    start: level === 0 ? (lines.find(({ counted }) => counted?.level === 0)?.counted?.ordinal ?? 1) : 1,
  }));

function children(lines: readonly Line[]): readonly FileChild[] {
  const out: FileChild[] = [];
  let rows: string[][] = [];
  const endTable = (): void => {
    if (rows.length > 0) out.push(tableOf(rows));
    rows = [];
  };
  for (const line of lines) {
    const cells = /^\|(.*)\|$/.exec(line.words)?.[1]?.split('|');
    if (cells) rows.push(cells.map((cell) => cell.trim()));
    else {
      endTable();
      out.push(paragraphOf(line));
    }
  }
  endTable();
  return out;
}

function paragraphOf(line: Line): Paragraph {
  const { words, counted } = line;
  const heading = headingOf(line);
  return new Paragraph({
    children: [new TextRun(sayable(words.slice(counted?.to ?? 0)))],
    ...(heading ? { heading } : {}),
    ...(counted ? { numbering: { reference: LIST, level: counted.level } } : {}),
  });
}

/** Word's style of a heading, by its number; none for one that has no number. */
function headingOf({ words, isHeading }: Line): (typeof HEADINGS)[number] | undefined {
  const style = isHeading ? markerOf(words)?.style : undefined;
  const level = style && BY_STYLE[style];
  return level === undefined ? undefined : HEADINGS[level];
}

const tableOf = (rows: readonly (readonly string[])[]): Table =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((cell) => new TableCell({ children: [new Paragraph(sayable(cell))] })),
        }),
    ),
  });
