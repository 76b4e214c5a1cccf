import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mintFrom, type Mint } from '../tree/mint.ts';
import { treeOf } from '../tree/read-tree.ts';
import type { Sha256, Tree } from '../tree/tree.ts';

export const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const SALT = '00112233445566778899aabbccddeeff';

export const minted = (seed: string): Mint => mintFrom(sha256, seed);

export const treeFrom = (text: string): Tree => treeOf(text, { salt: SALT, mint: minted('start') });

const FOLDER = join(import.meta.dirname, '../../../../tests/fixtures');

/** A plan of the fixtures. */
export const fixture = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** The id of the node that has these words. */
export function idOf(tree: Tree, words: string): string {
  const found = tree.nodes.filter(({ text }) => text?.includes(words));
  if (found.length !== 1) throw new Error(`${found.length} nodes have ${words}`);
  return found[0]?.id ?? '';
}
