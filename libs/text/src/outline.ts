import type { Marker, Style } from './marker.ts';
import type { Paragraph } from './paragraphs.ts';

/** Part 部分, chapter 章, section (any heading below), clause 条文 (a paragraph, numbered or not), table. */
export type NodeKind = 'root' | 'part' | 'chapter' | 'section' | 'clause' | 'table';

/** A node of the tree of a plan. Lines are 1-based; `last` is the last line of its last child. */
export interface OutlineNode {
  readonly kind: NodeKind;
  readonly marker: Marker | null;
  /** What the heading says, or the text of the clause, without its number. */
  readonly title: string;
  readonly line: number;
  readonly last: number;
  readonly paragraph: Paragraph | null;
  readonly children: readonly OutlineNode[];
}

interface Growing extends Omit<OutlineNode, 'children' | 'last'> {
  last: number;
  readonly children: Growing[];
}

const KINDS: { readonly [style in Style]?: NodeKind } = { part: 'part', chapter: 'chapter' };

/** Styles that stand above all others wherever they come. */
const TOP: readonly Style[] = ['part', 'chapter', 'division'];

/**
 * The tree of headings and paragraphs. How deep a style lies is read from the text: one that is open already goes on
 * there, a new one lies below what is open. So 一、→ 1. →（1） and 一、→（一）→ 1. are both right, even in one text.
 */
export function outlineOf(paragraphs: readonly Paragraph[]): OutlineNode {
  const root: Growing = {
    kind: 'root',
    marker: null,
    title: '',
    line: 1,
    last: 1,
    paragraph: null,
    children: [],
  };
  const open: Growing[] = [root];
  for (const paragraph of paragraphs) {
    const { marker } = paragraph;
    if (marker && paragraph.kind !== 'aside') close(open, marker);
    const node = grown(paragraph);
    open.at(-1)?.children.push(node);
    if (marker && paragraph.kind !== 'aside') open.push(node);
    for (const above of open) above.last = Math.max(above.last, node.last);
  }
  return root;
}

/** Closes what a heading of this style ends. */
function close(open: Growing[], { style, prefix }: Marker): void {
  const rank = TOP.indexOf(style);
  const at = open.findIndex(
    ({ marker }) =>
      marker && ((marker.style === style && marker.prefix === prefix) || isBelow(marker.style, rank)),
  );
  if (at > 0) open.splice(at);
}

/** Whether an open style lies below one of the top styles: a 章 ends every 一、 and a 部分 every 章. */
function isBelow(style: Style, rank: number): boolean {
  if (rank < 0) return false;
  const own = TOP.indexOf(style);
  return own < 0 || own > rank;
}

function grown(paragraph: Paragraph): Growing {
  const { marker, lines, text, kind } = paragraph;
  const [first, last] = [lines[0]?.number ?? 1, lines.at(-1)?.number ?? 1];
  const title = text.slice(marker?.to ?? 0).trim();
  return { kind: nodeKind(paragraph, kind), marker, title, line: first, last, paragraph, children: [] };
}

function nodeKind({ marker, lines }: Paragraph, kind: Paragraph['kind']): NodeKind {
  if (kind === 'aside') return lines[0]?.shape === 'table' ? 'table' : 'clause';
  if (kind !== 'heading' || !marker) return 'clause';
  return KINDS[marker.style] ?? 'section';
}

/** Every node with the nodes above it, the root first. */
export function* walk(
  node: OutlineNode,
  above: readonly OutlineNode[] = [],
): Generator<{ readonly node: OutlineNode; readonly above: readonly OutlineNode[] }> {
  yield { node, above };
  for (const child of node.children) yield* walk(child, [...above, node]);
}
