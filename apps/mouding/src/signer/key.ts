import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { replaceFile } from './durable.ts';

/** A key that signs. The private half stays inside. */
export interface SigningKey {
  /** The 32 bytes of the public half. */
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

const KEY_BYTES = 32;

/** Makes a key file, readable by its owner alone. An existing one is replaced: look first. */
export function createSigningKey(file: string): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  replaceFile(file, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  return of(privateKey);
}

/** Opens a key file. @throws when it is not there or holds no Ed25519 key */
export function openSigningKey(file: string): SigningKey {
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key`);
  return of(key);
}

const of = (key: KeyObject): SigningKey => ({
  publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES),
  sign: (message) => sign(null, message, key),
});
