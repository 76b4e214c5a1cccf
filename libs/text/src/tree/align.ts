import { freshIds, type Mint } from './mint.ts';
import { arrange } from './arrange.ts';
import { pairNodes, type NodePair } from './pair-nodes.ts';
import { applyOperations } from './apply.ts';
import { isMisfit } from './misfit.ts';
import { reshape } from './reshape.ts';
import { isBlank, blankHead } from './sound.ts';
import { ERASED, type Operation, type Tree, type TreeNode } from './tree.ts';

/** A paragraph of a text that came back, e.g. out of Word. */
export interface Returned extends Pick<TreeNode, 'kind' | 'depth' | 'before'> {
  readonly text: string;
  /** The id of the node that it was exported as, where that is still known. */
  readonly anchor: string | null;
}

/** Two wordings that are probably one node: to be shown to a person. */
export interface Doubtful {
  readonly node: string;
  readonly was: string;
  readonly now: string;
  /** From 0 to 1, how alike they are. */
  readonly score: number;
}

/** What it takes to come from the tree to the text that came back. */
export interface Alignment {
  readonly operations: readonly Operation[];
  readonly doubtful: readonly Doubtful[];
}

/**
 * A text that came back as operations on the tree that went out. Applied to the tree they give exactly the paragraphs,
 * kinds, depths and blank lines that came back. A node is known by its anchor first, then by its words wherever they
 * stand now, then by words that are alike; what is only probably the same is also listed as doubtful. A blank
 * paragraph counts as blank lines of the next one.
 *
 * @throws RangeError when a paragraph that came back could not stand in a tree (a depth, a character)
 */
export function align(tree: Tree, returned: readonly Returned[], end: string, mint: Mint): Alignment {
  const other = written(returned, end);
  const pairs = pairNodes(tree.nodes, other.nodes);
  const fresh = freshIds(tree, mint);
  const shaped = reshape(tree, other.nodes, pairs, fresh);
  const kept = other.nodes.map((node, at) => ({ ...node, id: shaped.ids.get(at) ?? fresh() }));
  const middle = applied(tree, shaped.operations);
  const operations = [...shaped.operations, ...arrange(middle, kept, other.end)];
  applied(tree, operations);
  return { operations, doubtful: doubtfulOf(tree, other.nodes, pairs) };
}

function applied(tree: Tree, operations: readonly Operation[]): Tree {
  const result = applyOperations(tree, operations);
  if (isMisfit(result)) throw new RangeError(`${result.misfit}: operation ${result.at}`);
  return result;
}

/** Blank lines where they belong in a tree: in front of a paragraph, or at the end. */
function written(
  returned: readonly Returned[],
  end: string,
): { readonly nodes: readonly Returned[]; readonly end: string } {
  const nodes: Returned[] = [];
  let blank = '';
  for (const each of returned) {
    if (isBlank(each.text)) {
      blank += `${each.before}${each.text}\n`;
      continue;
    }
    const head = blankHead(each.text);
    const text = withoutTail(each.text.slice(head.length));
    nodes.push({ ...each, before: blank + each.before + head, text });
    blank = each.text.slice(head.length + text.length + 1);
    if (head.length + text.length < each.text.length) blank += '\n';
  }
  const rest = blank.slice(0, -1);
  if (nodes.length === 0) return { nodes, end: rest + end };
  return { nodes, end: blank === '' ? end : `\n${rest}${end}` };
}

function withoutTail(text: string): string {
  const feed = text.lastIndexOf('\n');
  return feed >= 0 && isBlank(text.slice(feed + 1)) ? withoutTail(text.slice(0, feed)) : text;
}

/** From this likeness on nobody needs to look. */
const SURE = 0.75;

const doubtfulOf = (
  tree: Tree,
  returned: readonly Returned[],
  pairs: readonly NodePair[],
): readonly Doubtful[] =>
  pairs
    .filter(({ score }) => score < SURE)
    .map(({ a, b, score }) => ({
      node: tree.nodes[a.from]?.id ?? '',
      was: tree.nodes
        .slice(a.from, a.to)
        .map(({ text }) => text ?? ERASED)
        .join('\n'),
      now: returned
        .slice(b.from, b.to)
        .map(({ text }) => text)
        .join('\n'),
      score: Math.round(score * 100) / 100,
    }));
