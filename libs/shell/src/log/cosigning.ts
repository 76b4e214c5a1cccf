import { consistencyProof, overTiles, verifierKey } from '@mouding/evidence';
import { sha256, type Ledger, type StoredCheckpoint } from '@mouding/ledger';
import type { LogTrouble } from './troubles.ts';
import { askWitness, type Cosigned, type Witness } from './witnesses.ts';

/** What came of asking one witness. */
export interface WitnessAsked {
  readonly witness: string;
  readonly outcome: 'cosigned' | 'had' | 'refused' | 'away';
  readonly reason?: string;
}

/** A witness that was restored from an old copy is told where it stands; more often than this it is not its memory. */
const ATTEMPTS = 2;

/** Has the newest checkpoint of an institution cosigned by every witness that has not, and keeps their lines. */
export async function cosignNewest(
  ledger: Pick<Ledger, 'treeLogs'>,
  institution: string,
  witnesses: readonly Witness[],
): Promise<readonly WitnessAsked[]> {
  const newest = witnesses.length === 0 ? undefined : await ledger.treeLogs.newest(institution);
  if (!newest) return [];
  return Promise.all(witnesses.map((witness) => cosignOne(ledger, institution, newest, witness)));
}

async function cosignOne(
  ledger: Pick<Ledger, 'treeLogs'>,
  institution: string,
  newest: StoredCheckpoint,
  witness: Witness,
): Promise<WitnessAsked> {
  const name = verifierKey(witness.key, sha256);
  const had = await ledger.treeLogs.cosignedBy(institution, name);
  if (had >= newest.size) return { witness: name, outcome: 'had' };
  try {
    const answer = await askFrom(ledger, institution, { newest, witness, old: had });
    if (!('line' in answer))
      return { witness: name, outcome: 'refused', reason: 'refused' in answer ? answer.refused : 'behind' };
    await ledger.treeLogs.cosign(institution, newest, { witness: name, ...answer });
    return { witness: name, outcome: 'cosigned' };
  } catch (error) {
    return { witness: name, outcome: 'away', reason: error instanceof Error ? error.message : String(error) };
  }
}

async function askFrom(
  ledger: Pick<Ledger, 'treeLogs'>,
  institution: string,
  ask: { readonly newest: StoredCheckpoint; readonly witness: Witness; readonly old: number },
): Promise<Cosigned> {
  const { newest, witness } = ask;
  let { old } = ask;
  for (let attempt = 1; ; attempt++) {
    if (old > newest.size) return { refused: `it has seen ${old} entries already, we have ${newest.size}` };
    const proof = await overTiles(
      (level, index) => ledger.treeLogs.tile(institution, level, index),
      (nodeAt) => consistencyProof(old, newest.size, nodeAt, sha256),
      sha256,
    );
    const answer = await askWitness(witness, { old, proof, note: newest.note });
    if (!('behind' in answer) || attempt === ATTEMPTS) return answer;
    old = answer.behind;
  }
}

/**
 * What is to be said of the witnesses that were asked; null when enough of them have signed.
 *
 * @param required how many must have; with 0 every one that has not is told of
 * @source C2SP tlog-policy: a quorum of k out of n
 */
export function witnessTrouble(asked: readonly WitnessAsked[], required: number): LogTrouble | null {
  const missing = asked.filter(({ outcome }) => outcome !== 'cosigned' && outcome !== 'had');
  const witnesses = missing.map(({ witness }) => witness.split('+')[0] ?? witness);
  const signed = asked.length - missing.length;
  if (missing.length === 0 || (required > 0 && signed >= required)) return null;
  return required === 0
    ? { trouble: 'witness-away', witnesses }
    : { trouble: 'unwitnessed', required, signed, witnesses };
}
