import type { Sha256 } from '@mouding/evidence';

const BLOCK = 64;

/** HMAC-SHA-256 of a key of at most 64 bytes. @source RFC 2104 */
export function hmac(key: Uint8Array, message: string, sha256: Sha256): Uint8Array {
  const padded = (mask: number): Uint8Array =>
    Uint8Array.from({ length: BLOCK }, (_, at) => (key[at] ?? 0) ^ mask);
  return sha256(padded(0x5c), sha256(padded(0x36), message));
}
