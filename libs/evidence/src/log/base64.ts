const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(LETTERS, (letter, value) => [letter, value]));
const FORM = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Standard base64 with padding. @source RFC 4648 §4 */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const bits = (a << 16) | (b << 8) | c;
    const letters = [18, 12, 6, 0].map((shift) => LETTERS[(bits >> shift) & 63]).join('');
    text += letters.slice(0, bytes.length - i + 1).padEnd(4, '=');
  }
  return text;
}

/**
 * The bytes of standard base64 with padding, null for anything else: no white space, no missing padding, no bits beyond
 * the last byte, so that the same bytes have one spelling only.
 */
export function fromBase64(text: string): Uint8Array | null {
  if (!FORM.test(text)) return null;
  const letters = text.replace(/=+$/, '');
  const bytes = new Uint8Array((letters.length * 6) >> 3);
  let bits = 0;
  let have = 0;
  let at = 0;
  for (const letter of letters) {
    bits = ((bits << 6) | (VALUES.get(letter) ?? 0)) & 0xffff;
    have += 6;
    if (have < 8) continue;
    have -= 8;
    bytes[at++] = (bits >> have) & 255;
  }
  return toBase64(bytes) === text ? bytes : null;
}
