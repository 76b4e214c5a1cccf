import { NotATree, readTreeDocument, treeDocument, treeOf, type Tree, type TreeSeed } from '@mouding/text';
import { textOf, type WordIn } from './word.ts';

/**
 * A Word file that was read, as a text of nodes: headings and their depths as the file tells them, tables and pictures
 * each a node. A node keeps the id that its bookmark names, the first time that it occurs; all others get one from the
 * seed. The same file and seed give the same tree.
 */
export function treeOfWord(word: Pick<WordIn, 'paragraphs' | 'end'>, seed: TreeSeed): Tree {
  const taken = new Set<string>();
  const nodes = word.paragraphs.map(({ kind, depth, before, text, anchor }, at) => {
    const id = anchor !== null && isFree(anchor, taken) ? anchor : minted(seed, at, taken);
    taken.add(id);
    return { id, kind, depth: Math.min(depth, DEEPEST), before, text };
  });
  const tree: Tree = { v: 'tree@1', salt: seed.salt, nodes, end: nodes.length > 0 ? `\n${word.end}` : '' };
  return isSound(tree) ? tree : treeOf(textOf(word).replaceAll('\u0000', ''), seed);
}

/** Of a tree. */
const DEEPEST = 32;

const isFree = (id: string, taken: ReadonlySet<string>): boolean =>
  /^n[0-9a-z]{10}$/.test(id) && !taken.has(id);

function minted({ mint }: TreeSeed, at: number, taken: ReadonlySet<string>): string {
  let ordinal = at;
  let id = mint(ordinal);
  while (taken.has(id)) {
    ordinal += 1_000_000;
    id = mint(ordinal);
  }
  return id;
}

/** Whether a tree can be kept: what a paragraph of Word may hold and a node may not is read again from its plain text. */
function isSound(tree: Tree): boolean {
  try {
    readTreeDocument(treeDocument(tree));
    return true;
  } catch (error) {
    if (error instanceof NotATree) return false;
    throw error;
  }
}
