import { createHash, hash } from 'node:crypto';
import { leafText, type LeafHex, type Sha256 } from '@mouding/evidence';

/** SHA-256 of this runtime, as the pure libraries want it. */
export const sha256: Sha256 = (...parts) => {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return hash('sha256', only, 'buffer');
  return parts.reduce((hashing, part) => hashing.update(part), createHash('sha256')).digest();
};

/** The leaf hash in hex, without the bytes between. */
export const leafHex: LeafHex = (entry) => hash('sha256', leafText(entry), 'hex');

/** Hex of the database's bytes, null stays null. */
export const hexOf = (bytes: Buffer | null): string | null => bytes && bytes.toString('hex');

/** Bytes of a hex text, null stays null. */
export const bytesOf = (hex: string | null): Buffer | null => (hex === null ? null : Buffer.from(hex, 'hex'));
