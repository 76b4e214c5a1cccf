import type { LogHead } from '@mouding/contract';
import { cosignedAt, readNote, toBase64, type NoteKey } from '@mouding/evidence';
import { sha256, verifyEd25519, type StoredCheckpoint, type TreeLogs } from '@mouding/ledger';
import { checkpointFile } from './published.ts';
import type { Witnessing } from './witnesses.ts';

/** The newest checkpoint, and which of the witnesses that the house names have signed it: by lines that hold. */
export async function logHead(
  treeLogs: TreeLogs,
  institution: string,
  { witnesses, required }: Witnessing,
): Promise<LogHead> {
  const newest = await treeLogs.newest(institution);
  const handedOut = await treeLogs.newest(institution, required);
  return {
    checkpoint: newest
      ? {
          origin: newest.origin,
          size: newest.size,
          root: toBase64(newest.root),
          witnesses: newest.cosignatures.length,
          at: newest.at,
        }
      : null,
    witnesses: {
      required,
      handedOut: handedOut?.size ?? null,
      named: witnesses.map(({ key }) => ({ name: key.name, signed: hasSigned(newest, key) })),
    },
  };
}

function hasSigned(checkpoint: StoredCheckpoint | undefined, key: NoteKey): boolean {
  const note = checkpoint && readNote(checkpointFile(checkpoint));
  return note ? cosignedAt(note, key, sha256, verifyEd25519) !== null : false;
}
