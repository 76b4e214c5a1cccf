import {
  cosignedAt,
  ED25519,
  isSignedBy,
  parseVerifierKey,
  readCheckpoint,
  readNote,
  readSignature,
  type Head,
  type Note,
} from '@mouding/evidence';
import { verifyEd25519 } from '../ed25519.ts';
import { sha256 } from '../hashing.ts';
import type { Fault } from './faults.ts';

/** What is known of a log outside its database: without it, whoever owns the database can have everything agree. */
export interface LogTrust {
  /** The 32 bytes of the signer's public key. */
  readonly publicKey: Uint8Array | null;
  /** Verifier keys of witnesses, by which lines of theirs are checked that were kept elsewhere. */
  readonly witnesses?: readonly string[];
  /** What the signer remembers to have signed last of a log; left out where its files are not at hand. */
  last?(origin: string): Head | null;
}

/** A checkpoint as it stands in the database. */
export interface Signed {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  /** The key line of a witness, a newline, and its line of the note. */
  readonly lines: readonly string[];
}

/** A fault of the log as a whole, at a size. */
export const logFault = (size: number, fault: Fault['fault'], detail: string): Fault => ({
  stream: 'log',
  version: size,
  fault,
  detail,
});

/** Whether the note says what its row says, is signed by the signer, and bears good lines of witnesses. */
export function signatureFaults(signed: Signed, origin: string, trust: LogTrust): readonly Fault[] {
  const { size, note } = signed;
  const read = readNote(note);
  if (!read || !saysIts(signed, origin, read))
    return [logFault(size, 'checkpoint', `the note of size ${size} says something else than its row`)];
  return [...ownFaults(size, origin, read, trust), ...witnessFaults(signed, read)];
}

function saysIts({ size, root }: Signed, origin: string, { text }: Note): boolean {
  const said = readCheckpoint(text);
  return said?.origin === origin && said.size === size && root.equals(said.root);
}

function ownFaults(size: number, origin: string, note: Note, { publicKey }: LogTrust): readonly Fault[] {
  const key = publicKey && { name: origin, type: ED25519, publicKey };
  if (!key || isSignedBy(note, key, sha256, verifyEd25519)) return [];
  return [logFault(size, 'checkpoint', `the note of size ${size} is not signed with the signer's key`)];
}

const witnessFaults = ({ size, lines }: Signed, note: Note): readonly Fault[] =>
  lines.flatMap((stored) => {
    const [witness = '', line = ''] = stored.split('\n');
    const [key, signature] = [parseVerifierKey(witness, sha256), readSignature(line)];
    const own = signature && { text: note.text, signatures: [signature] };
    if (key && own && cosignedAt(own, key, sha256, verifyEd25519) !== null) return [];
    return [
      logFault(size, 'cosignature', `the line of ${witness.split('+')[0]} on size ${size} does not hold`),
    ];
  });

/** Whether the signer's own record and the database agree. */
export function memoryFaults(published: number, last: Head | null, leaves: number): readonly Fault[] {
  const signed = last?.size ?? 0;
  if (signed < published)
    return [
      logFault(published, 'checkpoint', `the signer remembers ${signed} entries, the database ${published}`),
    ];
  // It remembers before it signs, and may be one step ahead of the database; never of the entries.
  if (signed > leaves)
    return [logFault(signed, 'checkpoint', `the signer has signed ${signed} entries, ${leaves} are there`)];
  return [];
}
