import { isBefore, isDepth, isEnd, isHash, isId, isSalt, isText, isWritable, KINDS } from './sound.ts';
import type { Tree, TreeKind, TreeNode } from './tree.ts';

/**
 * The one way to write a tree down: JSON in the canonical form of RFC 8785, so members in the order of their names
 * and no white space. What stands in the ledger is the UTF-8 of this.
 *
 * @throws NotATree when the tree has no such form: an id twice, half a surrogate pair, a blank node …
 */
export function treeDocument(tree: Tree): string {
  check(tree);
  const nodes = tree.nodes.map(({ id, kind, depth, before, text, erased }) =>
    text === null ? { before, depth, erased, id, kind, text } : { before, depth, id, kind, text },
  );
  return JSON.stringify({ end: tree.end, nodes, salt: tree.salt, v: tree.v });
}

/**
 * Reads what {@link treeDocument} wrote.
 *
 * @throws NotATree on anything else, be it only another order of members
 */
export function readTreeDocument(document: string): Tree {
  const tree = treeFrom(parsed(document));
  if (treeDocument(tree) !== document) throw new NotATree('not in the canonical form');
  return tree;
}

/** Thrown for what is not a tree in its canonical form. */
export class NotATree extends Error {}

function parsed(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch {
    throw new NotATree('not JSON');
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function treeFrom(value: unknown): Tree {
  if (!isObject(value) || value['v'] !== 'tree@1') throw new NotATree('not a tree@1');
  const { salt, end, nodes } = value;
  if (typeof salt !== 'string' || typeof end !== 'string' || !Array.isArray(nodes))
    throw new NotATree('salt, nodes or end is missing');
  return { v: 'tree@1', salt, nodes: nodes.map(nodeFrom), end };
}

const isKind = (kind: unknown): kind is TreeKind => KINDS.some((each) => each === kind);

function nodeFrom(value: unknown, at: number): TreeNode {
  if (!isObject(value)) throw new NotATree(`node ${at}: not an object`);
  const { id, kind, depth, before } = value;
  if (typeof id !== 'string' || !isKind(kind) || typeof depth !== 'number' || typeof before !== 'string')
    throw new NotATree(`node ${at}: id, kind, depth or before`);
  return { id, kind, depth, before, ...wordsFrom(value, at) };
}

function wordsFrom(
  { text, erased }: Readonly<Record<string, unknown>>,
  at: number,
): Pick<TreeNode, 'text' | 'erased'> {
  if (typeof text === 'string') return { text };
  if (text !== null || typeof erased !== 'string') throw new NotATree(`node ${at}: text`);
  return { text, erased };
}

function check({ salt, nodes, end }: Tree): void {
  if (!isSalt(salt)) throw new NotATree('salt: 1 to 64 bytes in hex');
  if (!isWritable(end) || !isEnd(end, nodes.length === 0)) throw new NotATree('end: blank lines');
  const seen = new Set<string>();
  for (const node of nodes) {
    const fault = faultOf(node);
    if (fault) throw new NotATree(`node ${node.id}: ${fault}`);
    if (seen.has(node.id)) throw new NotATree(`node ${node.id}: twice`);
    seen.add(node.id);
  }
}

function faultOf(node: TreeNode): string | null {
  const { id, kind, depth, before } = node;
  if (!isId(id)) return 'id: n and ten of 0-9, a-z';
  if (!isKind(kind)) return 'kind';
  if (!isDepth(depth)) return 'depth: from 1 to 32';
  if (!isWritable(before) || !isBefore(before)) return 'before: blank lines';
  return wordsFault(node);
}

function wordsFault({ text, erased }: TreeNode): string | null {
  if (text === null) return erased !== undefined && isHash(erased) ? null : 'erased: SHA-256 in hex';
  if (erased !== undefined) return 'erased: has a text';
  return isWritable(text) && isText(text) ? null : 'text: blank, or with blank lines at its ends';
}
