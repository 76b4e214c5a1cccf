import { createHash } from 'node:crypto';
import type { Sha256 } from '@mouding/evidence';

/** SHA-256 of this runtime. The signer has its own: it loads nothing but what it needs. */
export const sha256: Sha256 = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
