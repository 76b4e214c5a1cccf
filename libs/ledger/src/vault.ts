import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { canonical, hex, type Json, type Sealed } from '@mouding/evidence';
import { sha256 } from './hashing.ts';

const NONCE = 12;
const TAG = 16;
const FORMAT = 1;
const COMMIT_INFO = 'mouding commit v1';
const WRAP_INFO = 'mouding data key v1';

/** Where a sealed body belongs: it opens nowhere else. */
export interface Place {
  readonly institution: string;
  readonly stream: string;
  readonly version: number;
  readonly subject: string;
}

/** A sealed body: the bytes to store, and what the entry says of them. */
export interface SealedBody {
  readonly body: Buffer;
  readonly sealed: Sealed;
}

/** Thrown when something is to be sealed for a subject whose data key was destroyed. */
export class KeyDestroyed extends Error {}

/** Thrown when bytes do not open under their key at their place: they, or the key file, are not what they were. */
export class WillNotOpen extends Error {}

/** Writes a new key file: 32 random bytes, readable by its owner only. @throws when the file exists */
export function createKeyFile(path: string): void {
  writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
}

/** Reads the key that wraps data keys. @throws when the file is not 32 bytes */
export function readKeyFile(path: string): Buffer {
  const key = readFileSync(path);
  if (key.length !== 32)
    throw new Error(`${path} is not a key file: 32 bytes are wanted, it has ${key.length}`);
  return key;
}

/** A new random data key, wrapped for storage. */
export function newWrappedKey(keyFile: Buffer, institution: string, subject: string): Buffer {
  return encrypt(keyFile, randomBytes(32), wrapPlace(institution, subject));
}

/** The data key of a subject, out of its wrapping. @throws WillNotOpen under another key file, or for another subject */
export function unwrapKey(keyFile: Buffer, institution: string, subject: string, wrapped: Buffer): Buffer {
  return decrypt(keyFile, wrapped, wrapPlace(institution, subject));
}

const wrapPlace = (institution: string, subject: string): string => `${WRAP_INFO}|${institution}|${subject}`;
const bodyPlace = ({ institution, stream, version, subject }: Place): string =>
  `${institution}|${stream}|${version}|${subject}`;

/**
 * Encrypts a body for its place (AES-256-GCM, stored as 0x01 ‖ nonce ‖ ciphertext ‖ tag) and commits to its plain
 * bytes under a key derived from the data key. GCM alone commits to nothing: one ciphertext can open two ways.
 */
export function seal(dataKey: Buffer, place: Place, plain: Json): SealedBody {
  const bytes = Buffer.from(canonical(plain));
  const body = encrypt(dataKey, bytes, bodyPlace(place));
  return {
    body,
    sealed: { subject: place.subject, ct: hex(sha256(body)), cm: commitment(dataKey, body, bytes) },
  };
}

/** Opens a stored body at its place. @throws WillNotOpen when it was altered, moved, or belongs to another commitment */
export function open(dataKey: Buffer, place: Place, body: Buffer, cm: string): Json {
  const bytes = decrypt(dataKey, body, bodyPlace(place));
  if (commitment(dataKey, body, bytes) !== cm)
    throw new WillNotOpen(`${place.stream} ${place.version}: another commitment`);
  return JSON.parse(bytes.toString('utf8')) as Json;
}

/** The key of the commitment to one body, 32 bytes. It opens no body, and shows nothing of the data key. */
// Keys are handed over as key objects: of bytes the runtime first finds out what they are, at three times the cost.
export function commitmentKey(dataKey: Buffer, body: Buffer): Buffer {
  const nonce = body.subarray(1, 1 + NONCE);
  return Buffer.from(hkdfSync('sha256', createSecretKey(dataKey), nonce, COMMIT_INFO, 32));
}

function commitment(dataKey: Buffer, body: Buffer, plain: Buffer): string {
  const key = commitmentKey(dataKey, body);
  return createHmac('sha256', createSecretKey(key)).update(plain).digest('hex');
}

function encrypt(key: Buffer, plain: Buffer, aad: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(aad));
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, body: Buffer, aad: string): Buffer {
  if (body[0] !== FORMAT || body.length < 1 + NONCE + TAG)
    throw new WillNotOpen(`unknown format of a sealed body: ${aad}`);
  const nonce = body.subarray(1, 1 + NONCE);
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), nonce, { authTagLength: TAG });
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(body.subarray(body.length - TAG));
  try {
    return Buffer.concat([decipher.update(body.subarray(1 + NONCE, body.length - TAG)), decipher.final()]);
  } catch (error) {
    throw new WillNotOpen(`does not open: ${aad}`, { cause: error });
  }
}
