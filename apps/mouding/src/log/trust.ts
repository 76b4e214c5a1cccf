import { existsSync, readFileSync } from 'node:fs';
import { fromBase64, verifierKey } from '@mouding/evidence';
import { sha256, type LogTrust } from '@mouding/ledger';
import { readWitnesses } from '@mouding/shell';
import { signerFolderOf } from '../launch.ts';
import { signerFiles } from '../signer/folder.ts';
import { openMemory } from '../signer/memory.ts';

/**
 * What this machine knows of the signer: its public key and its record; and the keys of the witnesses that `WITNESSES`
 * names. Nothing of it comes from the database.
 */
export function trustOf(home: string): LogTrust {
  const files = signerFiles(signerFolderOf(home));
  const memory = existsSync(files.memory) ? openMemory(files.memory) : undefined;
  return {
    publicKey: existsSync(files.publicKey) ? fromBase64(readFileSync(files.publicKey, 'utf8').trim()) : null,
    witnesses: readWitnesses(process.env['WITNESSES']).map(({ key }) => verifierKey(key, sha256)),
    last: (origin) => memory?.last(origin) ?? null,
  };
}
