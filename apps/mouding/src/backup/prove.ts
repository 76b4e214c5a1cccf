import { readFileSync } from 'node:fs';
import { ED25519, isSignedBy, readCheckpoint, readNote, type Checkpoint } from '@mouding/evidence';
import {
  faultLine,
  openLedger,
  sha256,
  verifyEd25519,
  verifyInstitution,
  verifyLog,
  type Institution,
} from '@mouding/ledger';
import { folding } from '../folding.ts';
import { trustOf } from '../log/trust.ts';
import type { Out } from '../out.ts';

/** What the proof of one institution found. */
export interface Proved {
  readonly institution: Institution;
  readonly entries: number;
  readonly files: number;
  readonly signed: number;
  readonly entriesPerSecond: number;
  readonly factsPerSecond: number;
  readonly faults: readonly string[];
}

export interface ProofWish {
  readonly url: string;
  readonly home: string;
  /** A checkpoint that was kept elsewhere: from a mail, a 纪要, a witness. */
  readonly checkpoint: Checkpoint | null;
  readonly out: Out;
}

/** A checkpoint out of a file, with the note that it is; a fault where it is none. */
export function keptCheckpoint(file: string, home: string): Checkpoint | string {
  const note = readNote(readFileSync(file, 'utf8'));
  const read = note && readCheckpoint(note.text);
  if (!note || !read) return `${file}: no checkpoint`;
  const { publicKey } = trustOf(home);
  if (publicKey === null) return read;
  const key = { name: read.origin, type: ED25519, publicKey } as const;
  return isSignedBy(note, key, sha256, verifyEd25519) ? read : `${file}: not signed with the signer's key`;
}

/**
 * Every entry, hash and chain, every text and original by its hash, every state folded anew and compared with the read
 * models, and the tree against everything that was signed of it, here and elsewhere.
 */
export async function prove(
  wish: ProofWish,
  institutions: readonly Institution[],
): Promise<readonly Proved[]> {
  const proved: Proved[] = [];
  let isMet = wish.checkpoint === null;
  for (const institution of institutions) {
    const held = await isOf(wish, institution);
    isMet ||= held;
    proved.push(await proveOne(wish, institution, held));
  }
  const [first, ...rest] = proved;
  if (isMet || !first) return proved;
  const fault = `checkpoint: no institution has the log ${wish.checkpoint?.origin}`;
  return [{ ...first, faults: [...first.faults, fault] }, ...rest];
}

async function isOf({ url, checkpoint }: ProofWish, { id }: Institution): Promise<boolean> {
  if (checkpoint === null) return false;
  const ledger = openLedger({ url, applicationName: 'mouding-prove', max: 1 });
  try {
    return (await ledger.treeLogs.generation(id))?.origin === checkpoint.origin;
  } finally {
    await ledger.close();
  }
}

async function proveOne(
  { url, home, checkpoint, out }: ProofWish,
  institution: Institution,
  isHeld: boolean,
): Promise<Proved> {
  const { id, name, code } = institution;
  const onProgress = (step: string, done: number): void => {
    if (done % 10_000 === 0) out.progress({ zh: `${name}：${step} ${done}`, en: `${code}: ${step} ${done}` });
  };
  out.progress({ zh: `核验${name}……`, en: `verifying ${code} …` });
  const report = await verifyInstitution({ url, institution: id, onProgress }, folding);
  const held = isHeld ? checkpoint : null;
  const log = await verifyLog({ url, institution: id, trust: trustOf(home), held });
  return {
    institution,
    entries: report.entries,
    files: report.texts + report.files,
    signed: log.signed,
    entriesPerSecond: report.entriesPerSecond,
    factsPerSecond: report.factsPerSecond,
    faults: [...report.faults, ...log.faults].map(faultLine),
  };
}
