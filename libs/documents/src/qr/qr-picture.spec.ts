import { inflateSync } from 'node:zlib';
import { pictureSize } from '../word-out/picture-size.ts';
import { qrPicture } from './qr-picture.ts';

/** Whether each pixel of a PNG of one bit is dark, row after row. */
function pixels(png: Buffer): readonly (readonly boolean[])[] {
  const at = png.indexOf('IDAT');
  const data = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const side = png.readUInt32BE(16);
  const row = 1 + Math.ceil(side / 8);
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (__, x) => ((data[y * row + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0),
  );
}

describe('qrPicture', () => {
  const picture = qrPicture('https://example.org/8c1d02ef', 2);

  it('is square, with the three corners of a code inside of a quiet zone', () => {
    const size = pictureSize(picture);
    expect(size?.width).toBe(size?.height);
    const dots = pixels(Buffer.from(picture));
    const side = dots.length / 2;
    const dark = (column: number, row: number): boolean => dots[row * 2]?.[column * 2] === true;
    expect([0, 1, 2, 3].some((edge) => dots[edge * 2]?.includes(true))).toBe(false);
    for (const [x, y] of [
      [4, 4],
      [side - 11, 4],
      [4, side - 11],
    ] as const) {
      expect([0, 1, 2, 3, 4, 5, 6].every((n) => dark(x + n, y) && dark(x, y + n))).toBe(true);
      expect(dark(x + 1, y + 1)).toBe(false);
      expect(dark(x + 3, y + 3)).toBe(true);
    }
  });

  it('is the same bytes for the same words, and others for others', () => {
    expect(Buffer.compare(qrPicture('甲'), qrPicture('甲'))).toBe(0);
    expect(Buffer.compare(qrPicture('甲'), qrPicture('乙'))).not.toBe(0);
  });
});

describe('pictureSize', () => {
  it('reads the size of a JPEG behind its tables', () => {
    const jpeg = Buffer.from(
      'ffd8ffe000040000ffc4000400 00ffc0000b0800200040030000'.replaceAll(' ', ''),
      'hex',
    );
    expect(pictureSize(jpeg)).toEqual({ width: 64, height: 32 });
  });

  it('knows nothing of what is no picture or is cut off', () => {
    expect(pictureSize(Buffer.from('GIF89a'))).toBeNull();
    expect(pictureSize(Buffer.from('ffd8', 'hex'))).toBeNull();
    expect(pictureSize(Buffer.from('ffd8ffe0ffff', 'hex'))).toBeNull();
  });
});
