import { isHeading, type Tree, type TreeKind, type TreeNode } from '@mouding/text';
import type { WordParagraph } from '../word-in/word.ts';
import { levelOf } from './levels.ts';

/** What a paragraph is in the tree, and how deep. */
interface Level {
  readonly kind: TreeKind;
  readonly depth: number;
}

/** A paragraph that came back, and the node that it is where that is known. */
export interface FoundParagraph {
  readonly paragraph: WordParagraph;
  readonly node: TreeNode | undefined;
}

/**
 * Kind and depth of every paragraph that came back. Whoever did not change a level in Word finds all of them as they
 * were; a paragraph that got another 大纲级别 there becomes what other nodes of that level are; what is no heading goes
 * as deep under the heading above it as it was under the one before.
 */
export function returnedLevels(tree: Tree, found: readonly FoundParagraph[]): readonly Level[] {
  const usual = usualOf(tree);
  const offsets = offsetsOf(tree);
  let above = 0;
  return found.map(({ paragraph, node }): Level => {
    const heading = headingOf(paragraph, node, usual);
    if (heading) {
      above = heading.depth;
      return heading;
    }
    const isKept = node && !isHeading(node.kind);
    const offset = (isKept ? offsets.get(node.id) : undefined) ?? 1;
    const kind =
      isKept && (node.kind === 'table') === (paragraph.kind === 'table') ? node.kind : bodyKind(paragraph);
    return { kind, depth: Math.max(1, above + offset) };
  });
}

const bodyKind = ({ kind }: WordParagraph): TreeKind => (isHeading(kind) ? 'clause' : kind);

/** The heading that a paragraph is; null for what is none. */
function headingOf(
  paragraph: WordParagraph,
  node: TreeNode | undefined,
  usual: ReadonlyMap<number, Level>,
): Level | null {
  const told = paragraph.told === 'outline' ? paragraph.depth : null;
  if (node && told === levelOf(node))
    return isHeading(node.kind) ? { kind: node.kind, depth: node.depth } : null;
  const level = node ? told : (told ?? levelOf(paragraph));
  return level === null ? null : levelled(paragraph, level, usual);
}

/** A heading of a level of Word as the other headings of that level are. */
function levelled({ kind }: WordParagraph, level: number, usual: ReadonlyMap<number, Level>): Level {
  const found = usual.get(level);
  const heading = isHeading(kind) ? kind : 'section';
  return found
    ? { kind: found.kind === 'section' ? heading : found.kind, depth: found.depth }
    : { kind: heading, depth: level };
}

/** What the headings of each level of Word mostly are in the tree. */
function usualOf({ nodes }: Tree): ReadonlyMap<number, Level> {
  const counts = new Map<number, Map<string, { readonly level: Level; readonly count: number }>>();
  for (const node of nodes) {
    const level = levelOf(node);
    if (level === null) continue;
    const here = counts.get(level) ?? new Map<string, { readonly level: Level; readonly count: number }>();
    const key = `${node.kind} ${node.depth}`;
    here.set(key, { level: { kind: node.kind, depth: node.depth }, count: (here.get(key)?.count ?? 0) + 1 });
    counts.set(level, here);
  }
  return new Map(
    [...counts].flatMap(([level, here]) => {
      const [most] = [...here.values()].sort((a, b) => b.count - a.count);
      return most ? [[level, most.level] as const] : [];
    }),
  );
}

/** How much deeper than the heading above it each node stands that is none. */
function offsetsOf({ nodes }: Tree): ReadonlyMap<string, number> {
  let above = 0;
  const offsets = new Map<string, number>();
  for (const { id, kind, depth } of nodes)
    if (isHeading(kind)) above = depth;
    else offsets.set(id, depth - above);
  return offsets;
}
