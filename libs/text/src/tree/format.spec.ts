import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../testing/tree-sample.ts';
import { erase } from './apply.ts';
import { readTreeDocument, treeDocument } from './canonical-tree.ts';
import { rootOf, subtreeHashes, textHash } from './root.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../../docs/format-text.md'), 'utf8');

interface Vector {
  readonly name: string;
  readonly document: string;
  readonly rows: readonly (readonly [string, string, string])[];
  readonly root: string;
}

const vectors: readonly Vector[] = PAGE.split(/^### /m)
  .slice(1)
  .map((section) => ({
    name: section.split('\n', 1)[0] ?? '',
    document: /```text\n(.*)\n```/.exec(section)?.[1] ?? '',
    rows: [...section.matchAll(/^\| `(n\w{10})` \| `(\w{64})` \| `(\w{64})` \|$/gm)].map(
      ([, id = '', text = '', subtree = '']) => [id, text, subtree] as const,
    ),
    root: /^Root: `(\w{64})`$/m.exec(section)?.[1] ?? '',
  }));

test('the page has its vectors', () => expect(vectors.map(({ rows }) => rows.length)).toEqual([3, 4, 4]));

test.each(vectors)('$name', ({ document, rows, root }) => {
  const tree = readTreeDocument(document);
  expect(treeDocument(tree)).toBe(document);
  expect(rootOf(tree, sha256)).toBe(root);
  const subtrees = subtreeHashes(tree, sha256);
  expect(
    tree.nodes.map((node) => [node.id, textHash(tree.salt, node, sha256), subtrees.get(node.id)]),
  ).toEqual(rows);
});

test('an erased clause leaves the root as it was', () => {
  const [, whole, erased] = vectors;
  if (!whole || !erased) throw new Error('the page has three vectors');
  const tree = erase(readTreeDocument(whole.document), 'n0123456789', sha256);
  expect(treeDocument(tree)).toBe(erased.document);
  expect(erased.root).toBe(whole.root);
});

test('everything else of a node changes the root, of an erased one too', () => {
  const tree = readTreeDocument(vectors[2]?.document ?? '');
  const root = rootOf(tree, sha256);
  const changes = [{ id: 'n1111111111' }, { kind: 'section' as const }, { depth: 1 }, { before: '' }];
  for (const change of changes) {
    const nodes = tree.nodes.map((node) => (node.text === null ? { ...node, ...change } : node));
    expect(rootOf({ ...tree, nodes }, sha256)).not.toBe(root);
  }
  expect(rootOf({ ...tree, end: '\n' }, sha256)).not.toBe(root);
  expect(rootOf({ ...tree, salt: '00' }, sha256)).not.toBe(root);
  expect(rootOf({ ...tree, nodes: tree.nodes.toReversed() }, sha256)).not.toBe(root);
});

test('hashes say which clauses changed, and what they stand under', () => {
  const tree = readTreeDocument(vectors[1]?.document ?? '');
  const nodes = tree.nodes.map((node) => (node.kind === 'table' ? { ...node, text: '| 指标 |' } : node));
  const [was, now] = [subtreeHashes(tree, sha256), subtreeHashes({ ...tree, nodes }, sha256)];
  expect([...was].filter(([id, hash]) => now.get(id) !== hash).map(([id]) => id)).toEqual([
    'nabcdefghij',
    'n9876543210',
  ]);
});

test('half a surrogate pair has no hash', () => {
  const tree = readTreeDocument(vectors[0]?.document ?? '');
  expect(() => rootOf({ ...tree, end: '\ud800' }, sha256)).toThrow(RangeError);
});
