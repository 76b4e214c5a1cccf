import { utf8Length } from '../entry.ts';

const CONTINUES = 0x80;
const LOW = 0x3f;

/** The UTF-8 bytes of a text. @throws RangeError for half a surrogate pair */
export function utf8(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new RangeError('half a surrogate pair has no UTF-8');
  const bytes = new Uint8Array(utf8Length(text));
  let at = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    const more = continuing(point);
    bytes[at++] = more === 0 ? point : LEADS[more] | (point >> (6 * more));
    for (let rest = more - 1; rest >= 0; rest--) bytes[at++] = CONTINUES | ((point >> (6 * rest)) & LOW);
  }
  return bytes;
}

/** The first byte's own bits, by the number of bytes that follow it. */
const LEADS = [0, 0xc0, 0xe0, 0xf0] as const;
type More = 0 | 1 | 2 | 3;

function continuing(point: number): More {
  if (point < 0x80) return 0;
  if (point < 0x800) return 1;
  return point < 0x10000 ? 2 : 3;
}

/** The text of UTF-8 bytes. @throws RangeError for what is none, an overlong form or half a surrogate pair included */
export function fromUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const more = following(bytes[at] ?? 0);
    const point = pointAt(bytes, at, more);
    if (continuing(point) !== more || isSurrogate(point)) throw new RangeError(`no UTF-8 at byte ${at}`);
    text += String.fromCodePoint(point);
    at += more + 1;
  }
  return text;
}

function pointAt(bytes: Uint8Array, at: number, more: More): number {
  let point = (bytes[at] ?? 0) & (more === 0 ? 0x7f : LOW >> more);
  for (let i = 1; i <= more; i++) point = (point << 6) | continued(bytes[at + i]);
  return point;
}

const isSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdfff;

function following(lead: number): More {
  if (lead < 0x80) return 0;
  if (lead >= 0xc0 && lead < 0xe0) return 1;
  if (lead >= 0xe0 && lead < 0xf0) return 2;
  if (lead >= 0xf0 && lead < 0xf8) return 3;
  throw new RangeError(`${lead} begins no UTF-8`);
}

function continued(byte = 0): number {
  if ((byte & 0xc0) !== CONTINUES) throw new RangeError('a letter ends in the middle');
  return byte & LOW;
}
