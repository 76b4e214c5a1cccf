import { checkpointText, type Head } from '@mouding/evidence';
import {
  failpoint,
  growTree,
  headOf,
  type Grown,
  type LogGeneration,
  type StoredCheckpoint,
} from '@mouding/ledger';
import type { Means } from '../commands/carry-out.ts';
import type { Signer } from './signer.ts';
import type { LogTrouble } from './troubles.ts';

/** What came of one look at one institution. */
export type Checkpointed =
  | { readonly outcome: 'nothing-new' }
  | { readonly outcome: 'published'; readonly checkpoint: Pick<StoredCheckpoint, 'generation' | 'size'> }
  | ({ readonly outcome: 'trouble' } & LogTrouble);

/** Whom a checkpointer asks. */
export interface CheckpointerMeans extends Pick<Means, 'ledger'> {
  readonly signer: Signer;
  /** What the names of logs begin with, e.g. `hospital.example`. */
  readonly origin: string;
}

/** The most that one checkpoint adds: a log that was left behind catches up in some seconds, and says so meanwhile. */
const MOST = 50_000;

/** The name of a log: it stands in every checkpoint and never changes. */
export const originOf = (origin: string, institution: string, generation = 0): string =>
  `${origin}/log/${institution}${generation === 0 ? '' : `/${generation}`}`;

/**
 * Looks whether an institution's log has grown beyond its newest checkpoint, and has the larger tree signed. It forks
 * nothing: the signer's own record, the database and the tree must agree, or nothing is published.
 *
 * @throws what the database throws
 */
export async function checkpoint(means: CheckpointerMeans, institution: string): Promise<Checkpointed> {
  const { treeLogs } = means.ledger;
  const log = (await treeLogs.generation(institution)) ?? (await openFirst(means, institution));
  const newest = headOf(await treeLogs.newest(institution));
  const size = await means.ledger.logSize(institution);
  if (size < newest.size) return { outcome: 'trouble', trouble: 'log-shrunk', size, published: newest.size };
  const signed = await askSigner(means.signer, log.origin);
  if ('outcome' in signed) return signed;
  const apart = disagreement(signed, newest, size);
  if (apart) return { outcome: 'trouble', ...apart };
  if (size === newest.size && signed.size === size) return { outcome: 'nothing-new' };
  const to = Math.min(size, Math.max(newest.size + MOST, signed.size));
  const grown = await grow(means, institution, [newest.size, to]);
  return 'outcome' in grown ? grown : publish(means, institution, { log, grown, signed });
}

type Troubled = Extract<Checkpointed, { outcome: 'trouble' }>;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function openFirst({ ledger, origin }: CheckpointerMeans, institution: string): Promise<LogGeneration> {
  const first = { generation: 0, origin: originOf(origin, institution) };
  await ledger.treeLogs.open(institution, first);
  return (await ledger.treeLogs.generation(institution)) ?? first;
}

async function askSigner(signer: Signer, origin: string): Promise<Head | Troubled> {
  try {
    const { last, closed } = await signer.log(origin);
    return closed ? { outcome: 'trouble', trouble: 'closed' } : headOf(last ?? undefined);
  } catch (error) {
    return { outcome: 'trouble', trouble: 'signer-away', reason: reasonOf(error) };
  }
}

/** The signer writes its record before it signs: it may be ahead of what was published, and never behind. */
function disagreement(signed: Head, newest: Head, size: number): LogTrouble | undefined {
  if (signed.size < newest.size) return { trouble: 'signer-older', size: newest.size, signed: signed.size };
  if (size < signed.size) return { trouble: 'database-older', size, signed: signed.size };
  const isSame = Buffer.from(signed.root).equals(newest.root);
  return signed.size === newest.size && !isSame ? { trouble: 'forked', size: signed.size } : undefined;
}

async function grow(
  { ledger }: CheckpointerMeans,
  institution: string,
  range: readonly [number, number],
): Promise<Grown | Troubled> {
  try {
    const grown = await growTree(ledger.treeLogs, institution, range);
    return 'growth' in grown ? grown : { outcome: 'trouble', trouble: 'bad-leaf', leaf: grown };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { outcome: 'trouble', trouble: 'tiles', reason: error.message };
  }
}

interface Publishing {
  readonly log: LogGeneration;
  readonly grown: Grown;
  readonly signed: Head;
}

async function publish(
  { ledger, signer }: CheckpointerMeans,
  institution: string,
  { log, grown, signed }: Publishing,
): Promise<Checkpointed> {
  const { head, changed } = grown.growth;
  if (!Buffer.from(await grown.rootAt(signed.size)).equals(signed.root))
    return { outcome: 'trouble', trouble: 'forked', size: signed.size };
  const proof = await grown.proofFrom(signed.size);
  failpoint('checkpoint.before-sign');
  const answer = await signer.sign(log.origin, head, proof).catch((error: unknown): Troubled => ({
    outcome: 'trouble',
    trouble: 'signer-away',
    reason: reasonOf(error),
  }));
  if ('outcome' in answer) return answer;
  // Another checkpointer was faster; the next look begins where that one ended.
  if ('objection' in answer) return { outcome: 'nothing-new' };
  failpoint('checkpoint.after-sign');
  const note = `${checkpointText({ origin: log.origin, ...head })}\n${answer.line}`;
  const checkpointed = { generation: log.generation, ...head, note };
  await ledger.treeLogs.publish(institution, checkpointed, changed);
  failpoint('checkpoint.after-publish');
  return { outcome: 'published', checkpoint: checkpointed };
}
