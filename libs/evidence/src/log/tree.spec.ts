import fc from 'fast-check';
import { hex, leafHash } from '../leaf.ts';
import { sha256 } from '../testing/keys.ts';
import { emptyRoot, grown, NO_LEAVES, nodeHash, rangeHash, rootOf, split } from './tree.ts';

const root = (leaves: readonly Uint8Array[]): Uint8Array =>
  rootOf(
    leaves.reduce((tree, leaf) => grown(tree, leaf, sha256), NO_LEAVES),
    sha256,
  );

/** The definition of RFC 6962 §2.1, word for word. */
function mth(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (!only) return emptyRoot(sha256);
  if (leaves.length === 1) return only;
  const k = split(leaves.length);
  return nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)), sha256);
}

/** The leaves and roots that every implementation of RFC 6962 is tested with. */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const LEAVES = INPUTS.map((input) => sha256(Uint8Array.of(0), Buffer.from(input, 'hex')));

test('the tree of nothing has the hash of nothing', () =>
  expect(hex(root([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'));

test.each(ROOTS.map((expected, i) => [i + 1, expected] as const))(
  'the published root of %d leaves',
  (size, expected) => expect(hex(root(LEAVES.slice(0, size)))).toBe(expected),
);

const leaves = fc
  .array(fc.string(), { maxLength: 70 })
  .map((entries) => entries.map((entry) => leafHash(entry, sha256)));

test('grown leaf by leaf it has the root of the definition', () => {
  fc.assert(
    fc.property(leaves, (each) => {
      expect(hex(root(each))).toBe(hex(mth(each)));
    }),
  );
});

test('a range read from perfect subtrees has the root of the definition', () => {
  fc.assert(
    fc.property(
      leaves.filter((each) => each.length > 0),
      (each) => {
        const nodeAt = (level: number, index: number): Uint8Array =>
          mth(each.slice(index * 2 ** level, (index + 1) * 2 ** level));
        expect(hex(rangeHash(0, each.length, nodeAt, sha256))).toBe(hex(mth(each)));
      },
    ),
  );
});
