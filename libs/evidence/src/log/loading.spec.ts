import { sha256 } from '../testing/keys.ts';
import { growthFrom } from './growth.ts';
import { overTiles } from './loading.ts';
import { includes, inclusionProof } from './proof.ts';

const leafAt = (index: number): Uint8Array => sha256(Buffer.from(`leaf ${index}`));
const growth = growthFrom(0, [], sha256);
for (let i = 0; i < 700; i++) growth.add(leafAt(i));
const tiles = new Map(growth.changed.map((tile) => [`${tile.level}/${tile.index}`, tile.bytes]));

it('fetches what a proof needs, each tile once', async () => {
  const asked: string[] = [];
  const load = (level: number, index: number) => {
    asked.push(`${level}/${index}`);
    return Promise.resolve(tiles.get(`${level}/${index}`));
  };
  const proof = await overTiles(load, (nodeAt) => inclusionProof(300, 700, nodeAt, sha256), sha256);
  expect(includes({ leaf: leafAt(300), index: 300, ...growth.head }, proof, sha256)).toBe(true);
  expect(asked.toSorted()).toEqual(['0/1', '0/2', '1/0']);
});

it('says which tile is missing or too short', async () => {
  const proof = (bytes: Uint8Array | undefined) =>
    overTiles(
      () => Promise.resolve(bytes),
      (nodeAt) => inclusionProof(0, 3, nodeAt, sha256),
      sha256,
    );
  await expect(proof(undefined)).rejects.toThrow('there is no tile 0/0');
  await expect(proof(new Uint8Array(64))).rejects.toThrow('tile 0/0 ends before 2');
});
