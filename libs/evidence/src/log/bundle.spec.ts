import fc from 'fast-check';
import { decodeBundle, encodeBundle } from './bundle.ts';

test('each entry stands behind its length in two bytes', () =>
  expect(Buffer.from(encodeBundle(['ab', '规'])).toString('hex')).toBe('00026162' + '0003e8a784'));

test('what went in comes out, a byte order mark too', () => {
  const entries = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 256 });
  fc.assert(fc.property(entries, (each) => expect(decodeBundle(encodeBundle(each))).toEqual(each)));
  expect(decodeBundle(encodeBundle(['\ufeff{}']))).toEqual(['\ufeff{}']);
});

test('an entry of 65,535 bytes fits', () => {
  const entry = 'a'.repeat(65_535);
  expect(decodeBundle(encodeBundle([entry]))).toEqual([entry]);
});

test('a bundle that was cut, is empty, too long or no text is refused', () => {
  const bytes = encodeBundle(['abc', 'def']);
  for (const length of [1, 3, 6, 9])
    expect(() => decodeBundle(bytes.subarray(0, length))).toThrow('ends inside');
  expect(() => decodeBundle(new Uint8Array())).toThrow('0 entries');
  expect(() => decodeBundle(encodeBundle(Array.from({ length: 257 }, () => '')))).toThrow('257 entries');
  expect(() => decodeBundle(Uint8Array.of(0, 1, 0xff))).toThrow();
});
