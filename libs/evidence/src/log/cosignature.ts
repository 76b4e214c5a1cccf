import type { Sha256 } from '../leaf.ts';
import { bigEndian, fromBigEndian, joined } from './bytes.ts';
import { utf8 } from './utf8.ts';
import {
  COSIGNATURE,
  keyIdOf,
  type Note,
  type NoteKey,
  type NoteSignature,
  type VerifySignature,
} from './note.ts';

const TIME_BYTES = 8;

/** What a witness signs: that it saw no larger tree of this log at that time. @source C2SP tlog-cosignature */
export const cosignedMessage = (seconds: number, text: string): Uint8Array =>
  utf8(`cosignature/v1\ntime ${seconds}\n${text}`);

/**
 * The line of a witness.
 *
 * @param seconds since 1970, of real time
 * @param signature of {@link cosignedMessage}
 */
export function cosigned(
  key: NoteKey,
  seconds: number,
  signature: Uint8Array,
  sha256: Sha256,
): NoteSignature {
  const line = joined(bigEndian(seconds, TIME_BYTES), signature);
  return { name: key.name, keyId: keyIdOf(key, sha256), signature: line };
}

/** When the witness saw the checkpoint, seconds since 1970; null where the note bears no good cosignature of it. */
export function cosignedAt(
  { text, signatures }: Note,
  key: NoteKey,
  sha256: Sha256,
  verify: VerifySignature,
): number | null {
  if (key.type !== COSIGNATURE) return null;
  const id = keyIdOf(key, sha256);
  const own = signatures.filter(({ name, keyId }) => name === key.name && keyId === id);
  const times = own.map(({ signature }) => {
    const seconds = fromBigEndian(signature.subarray(0, TIME_BYTES));
    const good =
      Number.isSafeInteger(seconds) &&
      verify(key, cosignedMessage(seconds, text), signature.subarray(TIME_BYTES));
    return good ? seconds : null;
  });
  return times.length > 0 && times.every((time) => time !== null) ? Math.max(...times) : null;
}
