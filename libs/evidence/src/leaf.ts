/**
 * SHA-256 over the parts one after another, 32 bytes; a string part stands for its UTF-8 bytes.
 * Injected: node:crypto on a server, a script without WebCrypto in a page opened from disk.
 */
export type Sha256 = (...parts: readonly (Uint8Array | string)[]) => Uint8Array;

const LEAF = '\u0000';

/**
 * The hash of an entry in its log, 32 bytes: SHA-256(0x00 ‖ entry). It is `prev` of the next entry of the stream,
 * the receipt of the command, and the leaf of the institution's Merkle tree.
 *
 * @source RFC 6962 §2.1
 */
export function leafHash(entry: string, sha256: Sha256): Uint8Array {
  return sha256(leafText(entry));
}

/** What is hashed for an entry, 0x00 ‖ entry, as text: its UTF-8 bytes are meant. @source RFC 6962 §2.1 */
export const leafText = (entry: string): string => LEAF + entry;

/** The leaf hash of an entry in lower-case hex; a runtime that writes hex itself is spared the bytes between. */
export type LeafHex = (entry: string) => string;

/** {@link LeafHex} by any SHA-256. */
export const leafHexBy =
  (sha256: Sha256): LeafHex =>
  (entry) =>
    hex(leafHash(entry, sha256));

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex, the form of every hash inside an entry. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += PAIRS[bytes[i] ?? 0];
  return text;
}
