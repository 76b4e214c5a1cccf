import { createPublicKey, verify } from 'node:crypto';
import type { VerifySignature } from '@mouding/evidence';

/** What stands before the 32 bytes of an Ed25519 key in its DER form. @source RFC 8410 §4 */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;

/** Ed25519 of this runtime, as the pure libraries want it; what is no key or no signature verifies nothing. */
export const verifyEd25519: VerifySignature = ({ publicKey }, message, signature) => {
  if (publicKey.length !== KEY_BYTES) return false;
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
};
