import type { Span, Writing } from '../diff/part.ts';
import { readSide, writeSide } from '../diff/side.ts';
import { baseOf, editsOf, type Base } from './base-edit.ts';
import { regionsOf, textAfter, together, type Region } from './region.ts';

/** A text that somebody made of the base. */
export interface Contribution {
  /** Who made it, as it is to be shown: 医务科. */
  readonly label: string;
  readonly text: string;
}

/** What nobody changed. */
export interface Untouched {
  readonly kind: 'base';
  readonly base: Span;
  readonly lines: readonly string[];
}

/** What one side changed, or several without meeting, or several in the same way. */
export interface Taken {
  readonly kind: 'taken';
  readonly by: readonly string[];
  /** The lines of the base; where lines were put in between, `last` is the line before and `line` the one behind. */
  readonly base: Span;
  readonly was: readonly string[];
  readonly lines: readonly string[];
}

/** What several changed in ways that cannot both be had. */
export interface Conflict {
  readonly kind: 'conflict';
  readonly base: Span;
  readonly was: readonly string[];
  /** Every text there is, with all who wrote it; a text without lines means that the passage was taken out. */
  readonly versions: readonly { readonly by: readonly string[]; readonly lines: readonly string[] }[];
}

export type MergePart = Untouched | Taken | Conflict;

/** All contributions in one text. */
export interface Merge {
  readonly parts: readonly MergePart[];
  readonly conflicts: readonly Conflict[];
  /** Line ends and byte order mark of the base; the merged text gets the same. */
  readonly writing: Writing;
}

/**
 * Merges what several people made of one text. Changes that do not meet are all taken, the same change of several once;
 * where changes meet, every text stays, with the names of its authors. Nothing that anybody wrote is dropped.
 * A paragraph that one moved and another edited in its old place is a conflict at that place.
 */
export function merge(base: string, mine: readonly Contribution[]): Merge {
  const side = readSide(base);
  const lines = baseOf(side.lines);
  const edits = mine.flatMap(({ text }, at) => editsOf(lines, base, text, at));
  const parts: MergePart[] = [];
  let at = 0;
  for (const region of regionsOf(edits)) {
    if (at < region.from) parts.push(untouched(lines, at, region.from));
    parts.push(settled(lines, region, mine));
    at = region.to;
  }
  if (at < lines.lines.length) parts.push(untouched(lines, at, lines.lines.length));
  const { mark, end } = side;
  return {
    parts,
    conflicts: parts.filter((part) => part.kind === 'conflict'),
    writing: { mark, end, others: edits.length === 0 ? side.others : [] },
  };
}

/** The merged text; where there is a conflict, with the lines that `settle` gives for it. */
export function mergedText(
  { parts, writing }: Merge,
  settle: (conflict: Conflict) => readonly string[],
): string {
  const lines = parts.flatMap((part) => (part.kind === 'conflict' ? settle(part) : part.lines));
  return writeSide({ ...writing, lines });
}

const untouched = ({ lines }: Base, from: number, to: number): Untouched => ({
  kind: 'base',
  base: { line: from + 1, last: to },
  lines: lines.slice(from, to),
});

function settled(base: Base, region: Region, mine: readonly Contribution[]): Taken | Conflict {
  const where = {
    base: { line: region.from + 1, last: region.to },
    was: base.lines.slice(region.from, region.to),
  };
  const authors = [...new Set(region.edits.map(({ side }) => side))].toSorted((x, y) => x - y);
  const labels = (sides: readonly number[]): readonly string[] =>
    sides.map((side) => mine[side]?.label ?? '');
  const texts = new Map<string, number[]>();
  for (const author of authors) {
    const text = textAfter(
      base,
      region,
      region.edits.filter(({ side }) => side === author),
    );
    texts.set(text, [...(texts.get(text) ?? []), author]);
  }
  const [only] = texts.keys();
  if (texts.size === 1 && only !== undefined)
    return { kind: 'taken', by: labels(authors), ...where, lines: linesIn(only) };
  const all = together(region.edits);
  if (all)
    return { kind: 'taken', by: labels(authors), ...where, lines: linesIn(textAfter(base, region, all)) };
  const versions = [...texts].map(([text, sides]) => ({ by: labels(sides), lines: linesIn(text) }));
  return { kind: 'conflict', ...where, versions };
}

/** Every line of a region has its line end. */
const linesIn = (text: string): readonly string[] => (text === '' ? [] : text.slice(0, -1).split('\n'));
