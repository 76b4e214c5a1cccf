import fc from 'fast-check';
import { fromUtf8, utf8 } from './utf8.ts';

test('the bytes are those of the platform, and come back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
      (text) => {
        expect(Buffer.from(utf8(text))).toEqual(Buffer.from(text, 'utf8'));
        expect(fromUtf8(utf8(text))).toBe(text);
      },
    ),
  );
});

test('whatever bytes there are, they are read as the platform reads them, or by nobody', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), (bytes) => {
      const read = (by: (bytes: Uint8Array) => string): string | null => {
        try {
          return by(bytes);
        } catch {
          return null;
        }
      };
      expect(read(fromUtf8)).toBe(read((each) => strict.decode(each)));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  [[0xc0, 0x80]],
  [[0xed, 0xa0, 0x80]],
  [[0xf4, 0x90, 0x80, 0x80]],
  [[0xe8, 0xa7]],
  [[0x80]],
  [[0xff]],
])('%j is no UTF-8', (bytes) => expect(() => fromUtf8(Uint8Array.from(bytes))).toThrow(RangeError));

test('half a surrogate pair has no bytes', () => expect(() => utf8('\ud800')).toThrow(RangeError));
