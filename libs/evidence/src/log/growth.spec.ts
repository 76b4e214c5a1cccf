import fc from 'fast-check';
import { sha256 } from '../testing/keys.ts';
import { edgeOf, growthFrom, type HashTile } from './growth.ts';
import { consistencyProof, extendsTree, includes, inclusionProof } from './proof.ts';
import { nodesOfTiles, tilesBetween } from './tiles.ts';
import { emptyRoot, grown, NO_LEAVES, rootOf, type Frontier } from './tree.ts';

const leafAt = (index: number): Uint8Array => sha256(Buffer.from(`leaf ${index}`));

const rootOfSize = (size: number): Uint8Array => {
  let tree: Frontier = NO_LEAVES;
  for (let i = 0; i < size; i++) tree = grown(tree, leafAt(i), sha256);
  return rootOf(tree, sha256);
};

const key = ({ level, index }: { level: number; index: number }): string => `${level}/${index}`;

/** Grows step by step, keeping tiles as a store would. */
function growTo(sizes: readonly number[]) {
  const store = new Map<string, HashTile>();
  let size = 0;
  for (const next of sizes) {
    const edge = edgeOf(size).flatMap((tile) => store.get(key(tile)) ?? []);
    const growth = growthFrom(size, edge, sha256);
    for (let i = size; i < next; i++) growth.add(leafAt(i));
    for (const tile of growth.changed) store.set(key(tile), tile);
    expect(growth.head).toEqual({ size: next, root: rootOfSize(next) });
    size = next;
  }
  const hashAt = (level: number, index: number): Uint8Array => {
    const bytes = store.get(`${level}/${Math.floor(index / 256)}`)?.bytes.subarray((index % 256) * 32);
    if (!bytes || bytes.length < 32) throw new Error(`no hash ${level}/${index}`);
    return bytes.subarray(0, 32);
  };
  return { store, nodeAt: nodesOfTiles(hashAt, sha256) };
}

it('is the tree of its leaves at every size', () => {
  expect(growthFrom(0, [], sha256).head).toEqual({ size: 0, root: emptyRoot(sha256) });
  expect(growTo([1, 2, 255, 256, 257, 511, 512, 700]).store.size).toBe(4);
});

it('is the same however it is cut, beyond a full tile of the second level', () => {
  expect(growTo([3, 65_535, 65_536, 65_537, 65_900]).store.has('2/0')).toBe(true);
});

it('keeps the tiles that the tree has, as wide as it has them', () => {
  const { store } = growTo([300, 600]);
  const wanted = tilesBetween(0, 600).filter(({ level }) => level !== 'entries');
  expect(
    [...store.values()]
      .toSorted((a, b) => a.level - b.level || a.index - b.index)
      .map(({ bytes, ...tile }) => ({ ...tile, hashes: bytes.length / 32 })),
  ).toEqual(wanted.map((tile) => ({ ...tile, hashes: tile.width })));
});

it('has in its tiles what proofs need', () => {
  const sizes = fc.tuple(fc.nat({ max: 599 }), fc.integer({ min: 1, max: 600 }));
  const { nodeAt } = growTo([600]);
  const root = rootOfSize(600);
  fc.assert(
    fc.property(sizes, ([index, older]) => {
      const inside = { leaf: leafAt(index), index, size: 600, root };
      expect(includes(inside, inclusionProof(index, 600, nodeAt, sha256), sha256)).toBe(true);
      const proof = consistencyProof(older, 600, nodeAt, sha256);
      const before = { size: older, root: rootOfSize(older) };
      expect(extendsTree(before, { size: 600, root }, proof, sha256)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('cannot be grown without its edge', () => {
  expect(() => growthFrom(257, [], sha256)).toThrow('tile 0/1 of a tree of 257 leaves is not there');
});
