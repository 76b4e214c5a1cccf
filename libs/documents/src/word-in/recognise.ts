import { markerOf, readPlan, type Marker, type Style, type TreeKind } from '@mouding/text';
import type { RawParagraph } from './story.ts';
import { textOf, type WordParagraph } from './word.ts';

/** A heading under which others may lie. */
interface Open {
  readonly depth: number;
  readonly marker: Marker | null;
}

/** Styles that stand above all others wherever they come. */
const TOP: readonly Style[] = ['part', 'chapter', 'division'];

const FIGURE = /^〔图：[^〔〕]*〕$/u;

/** Characters of a line by which it is told what it is. */
const TOLD_BY = 200;

/** A heading is short, whatever level its style gives: a paragraph in a wrong style stays a paragraph. */
const LONGEST_HEADING = 100;

/**
 * Tells headings from paragraphs: by 大纲级别 where the style has one, otherwise by how they are written. What lies how
 * deep follows from what is open.
 */
export function recognised(raw: readonly RawParagraph[], end: string): readonly WordParagraph[] {
  const written = headingsByWriting(raw, end);
  const open: Open[] = [];
  return raw.map(({ outline, ...paragraph }, i) => {
    const told = toldBy(paragraph, outline, written.has(i));
    if (told === null) return { ...paragraph, kind: bodyKind(paragraph), depth: depthBelow(open), told };
    const marker = markerOf(paragraph.text);
    const depth = told === 'outline' ? (outline ?? 0) + 1 : depthOf(open, marker);
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    open.push({ depth, marker });
    return { ...paragraph, kind: kindOf(marker), depth, told };
  });
}

type Body = Omit<RawParagraph, 'outline'>;

function toldBy(
  { text, rows }: Body,
  outline: number | undefined,
  isWritten: boolean,
): WordParagraph['told'] {
  if (rows) return null;
  if (outline !== undefined && text.length <= LONGEST_HEADING && !text.includes('\n')) return 'outline';
  return isWritten ? 'writing' : null;
}

function bodyKind({ text, rows }: Body): TreeKind {
  if (rows) return 'table';
  return FIGURE.test(text.trim()) ? 'figure' : 'clause';
}

const depthBelow = (open: readonly Open[]): number => (open.at(-1)?.depth ?? 0) + 1;

const kindOf = (marker: Marker | null): TreeKind =>
  marker?.style === 'part' || marker?.style === 'chapter' ? marker.style : 'section';

/** A style of number that is open goes on at its depth; a new one lies below what is open, 第X章 above all else. */
function depthOf(open: readonly Open[], marker: Marker | null): number {
  if (!marker) return depthBelow(open);
  const same = open.find(
    (each) => each.marker?.style === marker.style && each.marker.prefix === marker.prefix,
  );
  if (same) return same.depth;
  const rank = TOP.indexOf(marker.style);
  if (rank < 0) return depthBelow(open);
  return open.find((each) => each.marker && isBelow(each.marker.style, rank))?.depth ?? depthBelow(open);
}

function isBelow(style: Style, rank: number): boolean {
  const own = TOP.indexOf(style);
  return own < 0 || own > rank;
}

/** Places of the paragraphs that are headings as the text alone tells. */
function headingsByWriting(raw: readonly RawParagraph[], end: string): ReadonlySet<number> {
  const plain = textOf({
    paragraphs: raw.map((each) => ({ ...each, kind: 'clause', depth: 1, told: null })),
    end,
  });
  const headings = new Set(
    readPlan(plain.split('\n').map(clipped).join('\n')).paragraphs.flatMap(
      ({ kind, marker, lines: [line] }) => (kind === 'heading' && marker && line ? [line.number] : []),
    ),
  );
  let line = 1;
  const places = new Set<number>();
  raw.forEach(({ before, text }, i) => {
    line += countOf(before);
    if (headings.has(line)) places.add(i);
    line += countOf(text) + 1;
  });
  return places;
}

/** The beginning of a line tells what it is; one without end must not hold anybody up. */
const clipped = (line: string): string => (line.length <= TOLD_BY ? line : `${line.slice(0, TOLD_BY)}。`);

const countOf = (text: string): number => text.split('\n').length - 1;
