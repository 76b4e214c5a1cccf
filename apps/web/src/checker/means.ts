import type { BundleMeans } from '@mouding/contract';
import * as ed25519 from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';

ed25519.hashes.sha512 = sha512;

const utf8 = new TextEncoder();

/** SHA-256 and Ed25519 in plain script: a page opened from disk has no WebCrypto. */
export const MEANS: BundleMeans = {
  sha256(...parts) {
    const hash = sha256.create();
    for (const part of parts) hash.update(typeof part === 'string' ? utf8.encode(part) : part);
    return hash.digest();
  },
  verify({ publicKey }, message, signature) {
    try {
      return ed25519.verify(signature, message, publicKey);
    } catch {
      return false;
    }
  },
};
