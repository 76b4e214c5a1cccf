/**
 * The UTF-8 bytes of a text.
 *
 * @throws RangeError when half a surrogate pair stands alone
 */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let to = 0;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) throw new RangeError('half a surrogate pair');
    if (point > 0xffff) at++;
    to = put(bytes, to, point);
  }
  return bytes.subarray(0, to);
}

function put(bytes: Uint8Array, at: number, point: number): number {
  const length = bytesOf(point);
  if (length === 1) bytes[at] = point;
  else {
    for (let i = 1; i < length; i++) bytes[at + i] = 0x80 | ((point >> (6 * (length - 1 - i))) & 0x3f);
    bytes[at] = (LEAD[length] ?? 0) | (point >> (6 * (length - 1)));
  }
  return at + length;
}

/** What the first byte of two, three or four begins with. */
const LEAD: readonly number[] = [0, 0, 0xc0, 0xe0, 0xf0];

/** How many bytes a character takes. */
function bytesOf(point: number): number {
  if (point > 0xffff) return 4;
  if (point > 0x7ff) return 3;
  return point > 0x7f ? 2 : 1;
}

/**
 * The index in UTF-16 units that lies `count` UTF-8 bytes behind the index `from`.
 *
 * @throws RangeError when no character begins there
 */
export function indexAfter(text: string, count: number, from: number): number {
  let index = from;
  let left = count;
  while (left > 0 && index < text.length) {
    const point = text.codePointAt(index) ?? 0;
    left -= bytesOf(point);
    index += point > 0xffff ? 2 : 1;
  }
  if (left !== 0) throw new RangeError(`no character begins ${count} bytes behind index ${from}`);
  return index;
}

/** Bytes as hexadecimal digits in lower case. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The bytes that an even number of hexadecimal digits in lower case spells. */
export function fromHex(digits: string): Uint8Array {
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}
