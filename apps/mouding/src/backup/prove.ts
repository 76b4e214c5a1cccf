import { faultLine, verifyInstitution, verifyLog, type Institution } from '@mouding/ledger';
import { folding } from '../folding.ts';
import { isLogOf, type KeptCheckpoint } from '../log/kept-checkpoint.ts';
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
  /** Whose lines under the checkpoint that was kept elsewhere could not be checked. */
  readonly unknownWitnesses: readonly string[];
}

export interface ProofWish {
  readonly url: string;
  readonly home: string;
  /** A checkpoint that was kept elsewhere: from a mail, a 纪要, a witness. */
  readonly checkpoint: KeptCheckpoint | null;
  readonly out: Out;
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
    const isHeld = wish.checkpoint !== null && isLogOf(wish.checkpoint, institution.id);
    isMet ||= isHeld;
    proved.push(await proveOne(wish, institution, isHeld));
  }
  const [first, ...rest] = proved;
  if (isMet || !first) return proved;
  const fault = `checkpoint: no institution has the log ${wish.checkpoint?.origin}`;
  return [{ ...first, faults: [...first.faults, fault] }, ...rest];
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
    unknownWitnesses: log.unknownWitnesses,
  };
}
