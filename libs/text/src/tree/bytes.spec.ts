import fc from 'fast-check';
import { sha256 } from '../testing/tree-sample.ts';
import { fromHex, hex, indexAfter, utf8 } from './bytes.ts';
import { freshIds, mintFrom } from './mint.ts';

const text = fc.string({ unit: 'grapheme' });

test('the bytes are those of the platform', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (s) => Buffer.from(s).equals(utf8(s.toWellFormed()))));
  expect(() => utf8('一\udc00')).toThrow(RangeError);
  expect(() => utf8('\ud800一')).toThrow(RangeError);
});

test('hexadecimal digits and back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(hex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      expect([...fromHex(hex(bytes))]).toEqual([...bytes]);
    }),
  );
});

test('an index by bytes', () => {
  fc.assert(
    fc.property(text, text, (head, rest) =>
      expect(indexAfter(head + rest, Buffer.byteLength(head), 0)).toBe(head.length),
    ),
  );
  expect(() => indexAfter('一', 2, 0)).toThrow(RangeError);
  expect(() => indexAfter('一', 4, 0)).toThrow(RangeError);
});

test('an id that is taken is passed over', () => {
  const mint = mintFrom(sha256, 'seed');
  const node = { kind: 'clause', depth: 1, before: '', text: '一' } as const;
  const fresh = freshIds({ v: 'tree@1', salt: '00', end: '', nodes: [{ ...node, id: mint(1) }] }, mint);
  expect([fresh(), fresh(), fresh()]).toEqual([mint(0), mint(2), mint(3)]);
});
