import { fromHex, hex, utf8 } from './bytes.ts';
import type { Sha256, Tree, TreeNode } from './tree.ts';

/** What each hash is made of begins with one of these, so that none of one sort passes for one of another. */
const OF = { node: 0, subtree: 1, root: 2, text: 3 } as const;

const FORMAT = 'tree@1';

/**
 * The hash that names a tree, in hex. Format: docs/format-text.md.
 *
 * @throws RangeError when the tree holds half a surrogate pair
 */
export function rootOf(tree: Tree, sha256: Sha256): string {
  const tops = hashed(tree, sha256).filter(({ above }) => above === null);
  const parts = [tag(OF.root), field(FORMAT), field(tree.salt), field(tree.end)];
  return hex(sha256(joined([...parts, ...tops.map(({ hash }) => hash)])));
}

/** For every node the hash over itself and all that lies under it, in hex: where two are equal, nothing changed. */
export const subtreeHashes = (tree: Tree, sha256: Sha256): ReadonlyMap<string, string> =>
  new Map(hashed(tree, sha256).map(({ id, hash }) => [id, hex(hash)]));

/**
 * The hash of the text of a node, which stays when the text is erased, in hex.
 *
 * @throws RangeError when the text holds half a surrogate pair
 */
export function textHash(salt: string, { id, text, erased }: TreeNode, sha256: Sha256): string {
  if (text === null) return erased ?? '';
  return hex(sha256(joined([tag(OF.text), field(FORMAT), field(salt), field(id), field(text)])));
}

interface Hashed {
  readonly id: string;
  /** The node right above, by its place in the tree. */
  readonly above: number | null;
  readonly hash: Uint8Array;
}

function hashed(tree: Tree, sha256: Sha256): readonly Hashed[] {
  const { nodes, salt } = tree;
  const above = parentsOf(nodes);
  const below = nodes.map((): Uint8Array[] => []);
  const hashes: Hashed[] = [];
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at];
    if (!node) continue;
    const parts = [tag(OF.subtree), nodeHash(salt, node, sha256), ...(below[at] ?? []).toReversed()];
    const hash = sha256(joined(parts));
    const parent = above[at] ?? null;
    if (parent !== null) below[parent]?.push(hash);
    hashes.push({ id: node.id, above: parent, hash });
  }
  return hashes.toReversed();
}

function nodeHash(salt: string, node: TreeNode, sha256: Sha256): Uint8Array {
  const { id, kind, depth, before } = node;
  const fields = [FORMAT, salt, id, kind, String(depth), before].map(field);
  return sha256(joined([tag(OF.node), ...fields, fromHex(textHash(salt, node, sha256))]));
}

/** For each node the place of the one it lies under: the nearest before it with a smaller depth; null for none. */
export function parentsOf(nodes: readonly TreeNode[]): readonly (number | null)[] {
  const open: { readonly at: number; readonly depth: number }[] = [];
  return nodes.map(({ depth }, at) => {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const parent = open.at(-1)?.at ?? null;
    open.push({ at, depth });
    return parent;
  });
}

const tag = (of: number): Uint8Array => Uint8Array.of(of);

/** The number of bytes, in four bytes with the highest first, and the bytes. */
function field(text: string): Uint8Array {
  const bytes = utf8(text);
  const whole = new Uint8Array(4 + bytes.length);
  for (let i = 0; i < 4; i++) whole[i] = (bytes.length >>> (24 - 8 * i)) & 0xff;
  whole.set(bytes, 4);
  return whole;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
