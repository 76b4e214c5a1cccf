import { readFileSync } from 'node:fs';
import { ED25519, isSignedBy, readCheckpoint, readNote } from '@mouding/evidence';
import { sha256, verifyEd25519, type Held } from '@mouding/ledger';
import { trustOf } from './trust.ts';

/** A checkpoint that was kept elsewhere, with the name of its log and the lines beneath it. */
export type KeptCheckpoint = Required<Held>;

/** A checkpoint out of a file; a fault where it is none, or is not signed by the signer of this home. */
export function keptCheckpoint(file: string, home: string): KeptCheckpoint | string {
  const note = readNote(readFileSync(file, 'utf8'));
  const read = note && readCheckpoint(note.text);
  if (!note || !read) return `${file}: no checkpoint`;
  const kept = { ...read, text: note.text, signatures: note.signatures };
  const { publicKey } = trustOf(home);
  if (publicKey === null) return kept;
  const key = { name: read.origin, type: ED25519, publicKey } as const;
  return isSignedBy(note, key, sha256, verifyEd25519) ? kept : `${file}: not signed with the signer's key`;
}

/** Whether a checkpoint is of a log of this institution, the one that counts or one that was lost. */
export const isLogOf = ({ origin }: Pick<KeptCheckpoint, 'origin'>, institution: string): boolean =>
  origin.split('/log/').at(-1)?.split('/')[0] === institution;
