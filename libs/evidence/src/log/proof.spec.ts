import fc from 'fast-check';
import { leafHash } from '../leaf.ts';
import { consistencyProof, extendsTree, includes, inclusionProof, type Head } from './proof.ts';
import { sha256 } from '../testing/keys.ts';
import { grown, NO_LEAVES, nodeHash, rootOf, type Frontier, type NodeAt } from './tree.ts';

const SIZE = 40;
const LEAVES = Array.from({ length: SIZE }, (_, i) => leafHash(`entry ${i}`, sha256));
const nodeAt: NodeAt = (level, index) =>
  level === 0
    ? (LEAVES[index] as Uint8Array)
    : nodeHash(nodeAt(level - 1, index * 2), nodeAt(level - 1, index * 2 + 1), sha256);
const FRONTIERS = LEAVES.reduce<Frontier[]>(
  (all, leaf) => [...all, grown(all.at(-1) ?? NO_LEAVES, leaf, sha256)],
  [NO_LEAVES],
);
const head = (size: number): Head => ({ size, root: rootOf(FRONTIERS[size] as Frontier, sha256) });
const flipped = (hash: Uint8Array): Uint8Array => hash.map((byte, i) => (i === 7 ? byte ^ 1 : byte));

test('every leaf of every tree is shown to be in it, and in no other place', () => {
  for (let size = 1; size <= SIZE; size++)
    for (let index = 0; index < size; index++) {
      const proof = inclusionProof(index, size, nodeAt, sha256);
      const leaf = LEAVES[index] as Uint8Array;
      const { root } = head(size);
      expect(includes({ leaf, index, size, root }, proof, sha256)).toBe(true);
      for (const other of [index - 1, index + 1])
        expect(includes({ leaf, index: other, size, root }, proof, sha256)).toBe(false);
      expect(includes({ leaf: flipped(leaf), index, size, root }, proof, sha256)).toBe(false);
      expect(includes({ leaf, index, size, root }, [...proof, leaf], sha256)).toBe(false);
      if (size > 1) expect(includes({ leaf, index, size, root }, proof.slice(1), sha256)).toBe(false);
    }
});

test('every tree is shown to begin every later one', () => {
  for (let newer = 0; newer <= SIZE; newer++)
    for (let older = 0; older <= newer; older++) {
      const proof = consistencyProof(older, newer, nodeAt, sha256);
      expect(extendsTree(head(older), head(newer), proof, sha256)).toBe(true);
    }
});

test('a tree that was rewritten, or a proof that was touched, shows nothing', () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: SIZE - 1 }), fc.integer({ min: 2, max: SIZE }));
  fc.assert(
    fc.property(
      sizes.filter(([older, newer]) => older < newer),
      fc.nat(),
      ([older, newer], at) => {
        const proof = consistencyProof(older, newer, nodeAt, sha256);
        const touched = proof.map((hash, i) => (i === at % proof.length ? flipped(hash) : hash));
        expect(extendsTree(head(older), head(newer), touched, sha256)).toBe(false);
        expect(extendsTree(head(older), head(newer), proof.slice(1), sha256)).toBe(false);
        const other = { size: older, root: flipped(head(older).root) };
        expect(extendsTree(other, head(newer), proof, sha256)).toBe(false);
        const rewritten = { size: newer, root: flipped(head(newer).root) };
        expect(extendsTree(head(older), rewritten, proof, sha256)).toBe(false);
      },
    ),
  );
});

test('no proof for what cannot be', () => {
  expect(() => inclusionProof(5, 5, nodeAt, sha256)).toThrow('has no leaf 5');
  expect(() => inclusionProof(-1, 5, nodeAt, sha256)).toThrow('has no leaf -1');
  expect(() => consistencyProof(6, 5, nodeAt, sha256)).toThrow('has not grown');
  expect(extendsTree(head(6), head(5), [], sha256)).toBe(false);
});

test('trees larger than 2^32 are judged without losing a bit', () => {
  const size = 2 ** 40 + 3;
  const index = 2 ** 40 + 2;
  const leaf = leafHash('last', sha256);
  const sibling = leafHash('all before', sha256);
  const pair = leafHash('the two before', sha256);
  const root = nodeHash(sibling, nodeHash(pair, leaf, sha256), sha256);
  expect(includes({ leaf, index, size, root }, [pair, sibling], sha256)).toBe(true);
  expect(includes({ leaf, index: index - 2 ** 32, size, root }, [pair, sibling], sha256)).toBe(false);
});
