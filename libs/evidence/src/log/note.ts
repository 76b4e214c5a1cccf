import type { Sha256 } from '../leaf.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { fromBigEndian, joined, sameBytes } from './bytes.ts';
import { utf8 } from './utf8.ts';

/** Signature types of the format, and the one for what has none. @source C2SP signed-note, Signature types */
export const ED25519 = 1;
export const COSIGNATURE = 4;
export const OTHER = 0xff;

/** A signature line: who, which of its keys, and the bytes that follow the key's id. */
export interface NoteSignature {
  readonly name: string;
  /** The first four bytes of the key's hash. */
  readonly keyId: number;
  readonly signature: Uint8Array;
}

/** A text that ends in a newline, and its signatures. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A key that signs notes: its name and public key, the type byte in front. */
export interface NoteKey {
  readonly name: string;
  readonly type: number;
  readonly publicKey: Uint8Array;
}

const ID_BYTES = 4;
/** A note of a log has few; more than this is an attempt to keep the reader busy. */
const MOST_SIGNATURES = 100;
const NAME = /^[^\s+\p{White_Space}]+$/u;
const isControl = (text: string): boolean =>
  Array.from(text).some((letter) => letter < ' ' && letter !== '\n');
const VERIFIER = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/;
const LINE = /^— (\S+) (\S+)$/;

/** The id of a key: the first four bytes of SHA-256(name ‖ \n ‖ type ‖ public key). @source C2SP signed-note */
export const keyIdOf = ({ name, type, publicKey }: NoteKey, sha256: Sha256): number =>
  fromBigEndian(sha256(utf8(`${name}\n`), Uint8Array.of(type), publicKey).subarray(0, ID_BYTES));

/** The line that configures a verifier: `name+id+base64(type ‖ public key)`. @source C2SP signed-note, Verifier keys */
export const verifierKey = (key: NoteKey, sha256: Sha256): string =>
  `${key.name}+${hexId(keyIdOf(key, sha256))}+${toBase64(joined(Uint8Array.of(key.type), key.publicKey))}`;

const hexId = (id: number): string => id.toString(16).padStart(8, '0');

/** The key of a verifier's line; null for what is none, or whose id is not that of its key. */
export function parseVerifierKey(line: string, sha256: Sha256): NoteKey | null {
  const [, name, id, encoded] = VERIFIER.exec(line) ?? [];
  const bytes = encoded === undefined ? null : fromBase64(encoded);
  if (name === undefined || !NAME.test(name) || bytes === null) return null;
  const key = { name, type: bytes[0] ?? 0, publicKey: bytes.subarray(1) };
  return hexId(keyIdOf(key, sha256)) === id ? key : null;
}

/** A signature as a line of a note. */
export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  const id = new Uint8Array(ID_BYTES);
  new DataView(id.buffer).setUint32(0, keyId);
  return `— ${name} ${toBase64(joined(id, signature))}\n`;
}

/** The note as it is stored and sent. @throws RangeError for a text that does not end in a newline */
export function writeNote({ text, signatures }: Note): string {
  if (!text.endsWith('\n') || isControl(text)) throw new RangeError('this is no text of a note');
  return `${text}\n${signatures.map(signatureLine).join('')}`;
}

/** What was written; null for what is no note. @source C2SP signed-note, Format */
export function readNote(written: string): Note | null {
  const end = written.lastIndexOf('\n\n');
  if (end < 0 || isControl(written) || !written.isWellFormed() || !written.endsWith('\n')) return null;
  const lines = written.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return null;
  const signatures = lines.map(readSignature);
  if (!signatures.every((each) => each !== null)) return null;
  return { text: written.slice(0, end + 1), signatures };
}

/** One signature line without its newline; null for what is none. */
export function readSignature(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = LINE.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!NAME.test(name) || !bytes || bytes.length <= ID_BYTES) return null;
  return {
    name,
    keyId: fromBigEndian(bytes.subarray(0, ID_BYTES)),
    signature: bytes.subarray(ID_BYTES),
  };
}

/** Whether `signature` is the key's over `message`; injected, as SHA-256 is. */
export type VerifySignature = (key: NoteKey, message: Uint8Array, signature: Uint8Array) => boolean;

/**
 * Whether the note bears a good signature of the key. A line of the key's name and id that does not verify spoils the
 * note, whatever other lines say.
 */
export function isSignedBy(note: Note, key: NoteKey, sha256: Sha256, verify: VerifySignature): boolean {
  const id = keyIdOf(key, sha256);
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === id);
  return own.length > 0 && own.every(({ signature }) => verify(key, utf8(note.text), signature));
}

/** Whether two keys are the same key of the same name. */
export const sameKey = (a: NoteKey, b: NoteKey): boolean =>
  a.name === b.name && a.type === b.type && sameBytes(a.publicKey, b.publicKey);
