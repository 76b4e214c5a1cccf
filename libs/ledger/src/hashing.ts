import { createHash, hash } from 'node:crypto';
import type { Sha256 } from '@mouding/evidence';

/** SHA-256 of this runtime, as the pure libraries want it. */
export const sha256: Sha256 = (...parts) => {
  const [only, ...more] = parts;
  // Sooner as a string of its bytes than as a Buffer that the runtime makes for it alone.
  if (only !== undefined && more.length === 0) return Buffer.from(hash('sha256', only, 'binary'), 'binary');
  return parts.reduce((hashing, part) => hashing.update(part), createHash('sha256')).digest();
};

/**
 * The leaf hash in hex of the entry that begins at `begin`, made of its bytes as they lie there.
 *
 * @param bytes the byte before `begin` is lost: it makes room for the 0x00 that every leaf begins with
 */
export function leafHexOf(bytes: Buffer, begin: number, end: number): string {
  bytes[begin - 1] = 0;
  return hash('sha256', bytes.subarray(begin - 1, end), 'hex');
}

/** Hex of the database's bytes, null stays null. */
export const hexOf = (bytes: Buffer | null): string | null => bytes && bytes.toString('hex');

/** Bytes of a hex text, null stays null. */
export const bytesOf = (hex: string | null): Buffer | null => (hex === null ? null : Buffer.from(hex, 'hex'));
