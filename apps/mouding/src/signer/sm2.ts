import { existsSync, readFileSync } from 'node:fs';
import { joined, keyIdOf, OTHER, signatureLine, utf8, type NoteKey } from '@mouding/evidence';
import { sm2 } from 'sm-crypto-v2';
import { replaceFile } from './durable.ts';
import { sha256 } from './sha256.ts';

/**
 * 国密签名, a further line of a note. Others leave a line of an unknown type aside; whoever has to, checks it with
 * `openssl dgst -sm3 -sigopt distid:1234567812345678`. Never by node:crypto, whose SM2 does not know the signer's id.
 *
 * @source GB/T 32918.2-2016; C2SP signed-note, Signature types (0xff)
 */
export interface Sm2Key {
  /** 04 ‖ x ‖ y. */
  readonly publicKey: Uint8Array;
  /** The line of a note, with its newline. */
  line(name: string, text: string): string;
}

/** What follows the type byte 0xff in a key of this kind. */
export const SM2_IDENTIFIER = 'mouding/sm2-with-sm3@1\n';

/** What stands before the point of an SM2 key in its DER form. @source GM/T 0006-2012 (1.2.156.10197.1.301) */
const SPKI = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
const PRIVATE = /^[0-9a-f]{64}\n$/;

/** Opens the key file, and makes one where there is none. @throws Error for a file that is no such key */
export function openSm2Key(file: string): Sm2Key {
  if (!existsSync(file)) replaceFile(file, `${sm2.generateKeyPairHex().privateKey}\n`);
  const written = readFileSync(file, 'utf8');
  if (!PRIVATE.test(written)) throw new Error(`${file} holds no SM2 key`);
  const privateKey = written.trim();
  const publicKey = Buffer.from(sm2.getPublicKeyFromPrivateKey(privateKey), 'hex');
  return {
    publicKey,
    line(name, text) {
      const keyId = keyIdOf(sm2NoteKey(name, publicKey), sha256);
      const hex = sm2.doSignature(utf8(text), privateKey, { der: true, hash: true });
      return signatureLine({ name, keyId, signature: Buffer.from(hex, 'hex') });
    },
  };
}

/** The key as signed notes know it. */
export const sm2NoteKey = (name: string, publicKey: Uint8Array): NoteKey => ({
  name,
  type: OTHER,
  publicKey: joined(utf8(SM2_IDENTIFIER), publicKey),
});

/** The public half as a PEM file for openssl. */
export const sm2Pem = (publicKey: Uint8Array): string =>
  `-----BEGIN PUBLIC KEY-----\n${Buffer.concat([SPKI, publicKey]).toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd()}\n-----END PUBLIC KEY-----\n`;
