import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Sha256 } from '../leaf.ts';
import type { NoteKey, VerifySignature } from '../log/note.ts';

export const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const keyObject = (publicKey: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });

/** Ed25519 of node:crypto, for keys of every type of note. */
export const verifyEd25519: VerifySignature = ({ publicKey }, message, signature) =>
  verify(null, message, keyObject(publicKey), signature);

export const signEd25519 = (key: KeyObject, message: Uint8Array): Uint8Array => sign(null, message, key);

/** The key of a note that a pair's public half is. */
export const noteKey = (name: string, type: number, pair: { publicKey: KeyObject }): NoteKey => ({
  name,
  type,
  publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI.length),
});
