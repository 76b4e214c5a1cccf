import {
  align,
  applyOperations,
  isMisfit,
  mintFrom,
  plainOf,
  treeOf,
  type Tree,
  type TreeNode,
} from '@mouding/text';
import type { Given } from '../../decider.ts';
import { isTree, type TextRef } from '../../text-ref.ts';
import type { Part } from './manuscript.ts';
import { assemble } from './text-changes.ts';

/** What `tree-join@1` makes a tree from, besides the chapters. */
export interface Joining {
  /** Ids of new nodes are minted from it and the number of their chapter: the id of the manuscript's round. */
  readonly seed: string;
  /** Hex. */
  readonly salt: string;
  /** The tree that the manuscript had before: nodes that stay keep their ids. */
  readonly before: TextRef | null;
}

/** A manuscript that was a tree before goes on with its salt; a new one gets a salt that nobody can guess. */
export function joiningOf(given: Given, seed: string, before: TextRef | null): Joining {
  const kept = before && isTree(before) ? before : null;
  return { seed, salt: kept ? given.tree(kept).salt : freshSalt(given), before: kept };
}

/** 16 bytes in hex out of this very command: nobody can guess them. */
export const freshSalt = (given: Given): string => given.refOf(given.id('salt')).hash.slice(0, 32);

/**
 * `tree-join@1`: the chapters as one tree whose plain reading is that of `join@1` to the byte. Nodes of chapters that
 * are trees keep their ids, those of others get ids from the seed, the number of the chapter and their place in it; then
 * the whole is aligned to the tree before, so that a clause keeps its id from round to round.
 *
 * @returns null when a text holds characters that no tree can hold: it is then joined as a blob
 */
export function joinTrees(
  given: Given,
  parts: readonly Part[],
  { seed, salt, before }: Joining,
): Tree | null {
  const content = assemble(parts.map(({ text }) => given.text(text)));
  if (!content.isWellFormed() || content.includes('\u0000')) return null;
  const trees = parts.map(({ no, text }): Tree => {
    const mint = mintFrom(given.sha256, `${seed} ${no}`);
    return isTree(text) ? given.tree(text) : treeOf(given.text(text), { salt, mint });
  });
  const joined = withOwnIds(given, seed, { ...concatenated(trees), salt });
  const tree = before ? aligned(given, joined, { seed, salt, before }) : joined;
  if (plainOf(tree) !== content) throw new Error('the joined tree does not read as its chapters');
  return tree;
}

/** Trees one behind the other: what stands behind one goes in front of the next. */
function concatenated(trees: readonly Tree[]): Tree {
  const nodes: TreeNode[] = [];
  let end = '';
  for (const [i, tree] of trees.entries()) {
    const between = nodes.length > 0 ? end.slice(1) : end;
    for (const [at, node] of tree.nodes.entries())
      nodes.push(at === 0 ? { ...node, before: between + node.before } : node);
    const own = tree.nodes.length > 0 ? tree.end : end + tree.end;
    end = i < trees.length - 1 && !plainOf(tree).endsWith('\n') ? `${own}\n` : own;
  }
  return { v: 'tree@1', salt: '', nodes, end };
}

/** Two chapters may come with the same id; the second then gets another. */
function withOwnIds(given: Given, seed: string, tree: Tree): Tree {
  const taken = new Set<string>();
  const mint = mintFrom(given.sha256, `${seed} again`);
  const nodes = tree.nodes.map((node, at) => {
    const id = taken.has(node.id) ? mint(at) : node.id;
    taken.add(id);
    return { ...node, id };
  });
  return { ...tree, nodes };
}

/** The tree before, changed into this one: what is the same clause keeps its id. */
function aligned(given: Given, joined: Tree, { seed, before }: Joining): Tree {
  if (!before) return joined;
  const tree = given.tree(before);
  const known = new Set(tree.nodes.map(({ id }) => id));
  const nodes = joined.nodes.map(({ id, kind, depth, before: blank, text }) => ({
    kind,
    depth,
    before: blank,
    text: text ?? '',
    anchor: known.has(id) ? id : null,
  }));
  const { operations } = align(tree, nodes, joined.end, mintFrom(given.sha256, `${seed} align`));
  const result = applyOperations(tree, operations);
  if (isMisfit(result)) throw new Error('the alignment does not fit');
  const own = result.nodes.map((node, i) => ({
    ...node,
    id: (known.has(node.id) ? node : joined.nodes[i])?.id ?? node.id,
  }));
  return new Set(own.map(({ id }) => id)).size === own.length ? { ...result, nodes: own } : result;
}
