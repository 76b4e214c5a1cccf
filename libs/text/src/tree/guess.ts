import { markerOf, type Marker, type Style } from '../marker.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { shaped, type Shaped } from '../shape.ts';
import { rawRange, readLines, type Line } from '../lines.ts';
import { isFigure, isRow } from './read-tree.ts';
import { DEEPEST, isHeading } from './sound.ts';
import type { TreeKind, TreeNode } from './tree.ts';

type Level = Pick<TreeNode, 'kind' | 'depth'>;

/**
 * What a new paragraph most likely is, from its own words and the nodes in front of it: one with a number stands beside
 * the last one that is numbered in the same way, one without under the heading or item before it.
 */
export function guessLevel(before: readonly TreeNode[], text: string): Level {
  const lines = linesIn(text).map(shaped);
  const [line] = lines;
  if (!line) return { kind: 'clause', depth: under(before) };
  if (lines.every(isRow)) return { kind: 'table', depth: under(before) };
  if (isFigure(line.raw)) return { kind: 'figure', depth: under(before) };
  const { marker } = line;
  if (!marker) return { kind: 'clause', depth: under(before) };
  const beside = before.findLast((node) => isAlike(markerIn(node), marker));
  return { kind: kindOf(line, marker.style), depth: beside?.depth ?? under(before) };
}

/**
 * The number that a node begins with, with its place in the text as it stands; null for a table, a figure, an erased
 * node, and where a conversion left something within the number.
 */
export function markerIn({ kind, text }: TreeNode): Marker | null {
  if (text === null || kind === 'table' || kind === 'figure') return null;
  const [first = ''] = text.split('\n', 1);
  const [line] = linesIn(first);
  return line ? markerOn(line) : null;
}

function markerOn(line: Line): Marker | null {
  const marker = markerOf(line.text);
  if (!marker) return null;
  const [from, to] = rawRange(line, marker.from, marker.to);
  return line.raw.slice(from, to) === line.text.slice(marker.from, marker.to)
    ? { ...marker, from, to }
    : null;
}

/** The lines of a text as a reader sees them. */
export const linesIn = (text: string): readonly Line[] => readLines(text.replace(/[\r\uFEFF]/g, ' '));

const isAlike = (one: Marker | null, other: Marker): boolean =>
  one?.style === other.style && one.prefix === other.prefix;

function kindOf(line: Shaped, style: Style): TreeKind {
  if (paragraphsOf([line])[0]?.kind !== 'heading') return 'clause';
  return style === 'part' || style === 'chapter' ? style : 'section';
}

function under(before: readonly TreeNode[]): number {
  const last = before.at(-1);
  if (!last) return 1;
  return isHeading(last.kind) || markerIn(last) ? Math.min(DEEPEST, last.depth + 1) : last.depth;
}
