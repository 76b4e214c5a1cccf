import { readLines, type Line } from '../lines.ts';
import { outlineOf, walk, type NodeKind, type OutlineNode } from '../outline.ts';
import { paragraphsOf, type Paragraph } from '../paragraphs.ts';
import { shaped, withoutContents, type Shaped } from '../shape.ts';
import type { Mint } from './mint.ts';
import { DEEPEST, isBlank } from './sound.ts';
import type { Tree, TreeKind, TreeNode } from './tree.ts';

/** What a new tree is made with. */
export interface TreeSeed {
  /** 1 to 64 bytes in hex; one per case. */
  readonly salt: string;
  readonly mint: Mint;
}

/** Lines that become one node: 0-based, `to` not included. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly kind: TreeKind;
  readonly depth: number;
}

/**
 * A plain text as nodes: headings by their numbers, paragraphs, tables (lines with tabs or bars one after the other),
 * figures (a line `〔图：名称〕`). Nothing is lost: `plainOf` gives back every character, whatever the text. Line ends
 * are line feeds; a carriage return is a character like any other, so whoever wants none reads through
 * {@link readable} first.
 */
export function treeOf(text: string, { salt, mint }: TreeSeed): Tree {
  const lines = text.split('\n');
  const nodes: TreeNode[] = [];
  let at = 0;
  for (const { from, to, kind, depth } of blocksOf(text)) {
    const before = lines.slice(at, from).map((line) => `${line}\n`);
    nodes.push({
      id: mint(nodes.length),
      kind,
      depth,
      before: before.join(''),
      text: lines.slice(from, to).join('\n'),
    });
    at = to;
  }
  const rest = lines.slice(at).join('\n');
  return { v: 'tree@1', salt, nodes, end: nodes.length > 0 && at < lines.length ? `\n${rest}` : rest };
}

/** A text with line feeds for line ends and without a byte order mark. */
export const readable = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** A line that names a picture. */
const FIGURE = /^[\s\u3000]*〔图：[^〔〕\n]*〕[\s\u3000]*$/u;

export const isFigure = (line: string): boolean => FIGURE.test(line);

/** Whether a line is a row: by its shape, or by two columns before a number that only looks like one of a page. */
export const isRow = ({ shape, raw }: Shaped): boolean =>
  shape === 'table' || (shape === 'contents' && /\t.*\t|\|[^|]*\|/u.test(raw));

function blocksOf(text: string): readonly Block[] {
  // What splits lines for the reader but not for the tree is read as the space that it is.
  const lines = withoutContents(readLines(text.replace(/[\r\uFEFF]/g, ' ')).map(shaped)).map(apart);
  const depths = depthsOf(outlineOf(paragraphsOf(lines)));
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const block = blockAt(lines, at, depths);
    if (block) blocks.push(block);
    at = block?.to ?? at + 1;
  }
  return blocks;
}

/** A picture between two halves of a sentence belongs to neither. */
const apart = (line: Shaped): Shaped =>
  isFigure(line.raw) ? { ...line, shape: 'caption', marker: null } : line;

interface Placed {
  readonly node: OutlineNode;
  readonly depth: number;
}

/** Where in the outline each paragraph stands, by its first line (from 1). */
function depthsOf(root: OutlineNode): ReadonlyMap<number, Placed> {
  const depths = new Map<number, Placed>();
  for (const { node, above } of walk(root))
    if (node.paragraph) depths.set(node.line, { node, depth: Math.min(DEEPEST, above.length) });
  return depths;
}

function blockAt(lines: readonly Shaped[], at: number, depths: ReadonlyMap<number, Placed>): Block | null {
  const line = lines[at];
  if (!line || isBlank(line.raw)) return null;
  const placed = depths.get(line.number);
  const depth = placed?.depth ?? lastDepth(lines, at, depths);
  if (isRow(line)) return { from: at, to: tableEnd(lines, at), kind: 'table', depth };
  if (isFigure(line.raw)) return { from: at, to: at + 1, kind: 'figure', depth };
  if (!placed) return { from: at, to: at + 1, kind: 'clause', depth };
  return { from: at, to: endOf(placed.node.paragraph, at), kind: kindOf(placed.node.kind), depth };
}

function tableEnd(lines: readonly Shaped[], at: number): number {
  let to = at + 1;
  for (let line = lines[to]; line && isRow(line); line = lines[to]) to++;
  return to;
}

const endOf = (paragraph: Paragraph | null, at: number): number => paragraph?.lines.at(-1)?.number ?? at + 1;

const kindOf = (kind: NodeKind): TreeKind => (kind === 'root' || kind === 'table' ? 'clause' : kind);

/** A page number is in no outline: it stands as deep as what is before it. */
function lastDepth(lines: readonly Line[], at: number, depths: ReadonlyMap<number, Placed>): number {
  for (let line = at; line > 0; line--) {
    const placed = depths.get(lines[line - 1]?.number ?? 0);
    if (placed)
      return placed.node.kind === 'clause' || placed.node.kind === 'table' ? placed.depth : placed.depth + 1;
  }
  return 1;
}
