import fc from 'fast-check';
import { hex, leafHash } from '../leaf.ts';
import { sha256 } from '../testing/keys.ts';
import { hashesOf, nodesOfTiles, tileAt, tilePath, tilesBetween, TILE_WIDTH, type Tile } from './tiles.ts';
import { grown, NO_LEAVES, rangeHash, rootOf } from './tree.ts';

const paths: readonly (readonly [Tile, string])[] = [
  [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
  [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
  [{ level: 1, index: 5, width: 17 }, 'tile/1/005.p/17'],
  [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
  [{ level: 'entries', index: 1000, width: 256 }, 'tile/entries/x001/000'],
];
test.each(paths)('%j lies at %s', (tile, path) => {
  expect(tilePath(tile)).toBe(path);
  expect(tileAt(path)).toEqual(tile);
});

test.each([
  'tile/0/0',
  'tile/00/000',
  'tile/0/x000/001',
  'tile/0/001.p/0',
  'tile/0/001.p/256',
  'tile/0/001.p/012',
  'tile/0/../000',
  'tile/entry/000',
])('%s is no tile', (path) => expect(tileAt(path)).toBeNull());

test('a tree of 70,000 is made of the tiles that the specification counts', () => {
  const tiles = tilesBetween(0, 70_000);
  const on = (level: Tile['level'], full: boolean) =>
    tiles.filter((tile) => tile.level === level && (tile.width === TILE_WIDTH) === full);
  expect(on(0, true)).toHaveLength(273);
  expect(on(0, false)).toEqual([{ level: 0, index: 273, width: 112 }]);
  expect(on(1, true)).toHaveLength(1);
  expect(on(1, false)).toEqual([{ level: 1, index: 1, width: 17 }]);
  expect(on(2, true)).toEqual([]);
  expect(on(2, false)).toEqual([{ level: 2, index: 0, width: 1 }]);
  expect(on('entries', true)).toHaveLength(273);
});

test('a tree of 256 has a full tile and one of width 1 above it', () =>
  expect(tilesBetween(255, 256)).toEqual([
    { level: 'entries', index: 0, width: 256 },
    { level: 0, index: 0, width: 256 },
    { level: 1, index: 0, width: 1 },
  ]));

test('what is written as it grows is all that it is made of', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(steps, (each) => {
      const written = new Set<string>();
      let size = 0;
      for (const step of each) {
        for (const tile of tilesBetween(size, size + step)) written.add(tilePath(tile));
        size += step;
      }
      for (const tile of tilesBetween(0, size)) expect(written).toContain(tilePath(tile));
    }),
  );
});

test('roots come out of tiles as they went in', () => {
  const size = 1000;
  const leaves = Array.from({ length: size }, (_, i) => leafHash(String(i), sha256));
  const trees = [NO_LEAVES];
  for (const leaf of leaves) trees.push(grown(trees.at(-1) ?? NO_LEAVES, leaf, sha256));
  const hashAt = (level: number, index: number): Uint8Array => {
    const span = TILE_WIDTH ** level;
    const tree = leaves
      .slice(index * span, (index + 1) * span)
      .reduce((before, leaf) => grown(before, leaf, sha256), NO_LEAVES);
    if (tree.size < span) throw new Error(`no ${index} on level ${level}`);
    return rootOf(tree, sha256);
  };
  const nodeAt = nodesOfTiles(hashAt, sha256);
  for (const at of [1, 2, 255, 256, 257, 511, 513, 1000])
    expect(hex(rangeHash(0, at, nodeAt, sha256))).toBe(hex(rootOf(trees[at] ?? NO_LEAVES, sha256)));
});

test('a tile is read hash by hash', () => {
  const bytes = new Uint8Array(64).fill(1, 32);
  expect(hashesOf(bytes).map((hash) => hash[0])).toEqual([0, 1]);
  expect(() => hashesOf(new Uint8Array(33))).toThrow('no tile');
  expect(() => hashesOf(new Uint8Array(0))).toThrow('no tile');
  expect(() => hashesOf(new Uint8Array(257 * 32))).toThrow('no tile');
});
