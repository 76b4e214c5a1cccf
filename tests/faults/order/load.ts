import { randomInt, randomUUID } from 'node:crypto';
import type { Head, Ledger } from '@mouding/ledger';
import { batchOf, begin, entryOf } from '../../ledger/given.ts';

/** What the writers did, as they were told. */
export interface Tally {
  committed: number;
  rolledBack: number;
  /** Transactions that failed in their very commit, after their positions were drawn. */
  doomed: number;
  conflicts: number;
}

/** Where the writers write. */
export interface Field {
  readonly ledger: Ledger;
  readonly institutions: readonly string[];
  readonly streams: readonly string[];
  readonly tally: Tally;
}

export const emptyTally = (): Tally => ({ committed: 0, rolledBack: 0, doomed: 0, conflicts: 0 });

const one = <T>(list: readonly T[]): T => {
  const found = list[randomInt(list.length)];
  if (found === undefined) throw new Error('an empty list');
  return found;
};
const chance = (percent: number): boolean => randomInt(100) < percent;

/** Writes, by both doors, until `enough` says so. */
export async function writer(field: Field, enough: () => boolean): Promise<void> {
  while (!enough()) await (chance(25) ? writeCoalesced(field) : writeCommand(field));
}

/** The fact says which entry of another stream its writer had seen: that one must come before it in the log. */
const fact = (stream: string, at: string, seen: string, head: Head | undefined, doomed = false) =>
  entryOf(stream, at, {
    type: doomed ? 'ChapterDoomed' : 'ChapterSubmitted',
    data: { after: { stream: seen, version: head?.version ?? 0 } },
  });

async function writeCommand({ ledger, institutions, streams, tally }: Field): Promise<void> {
  const institution = one(institutions);
  const [own, seen] = [one(streams), one(streams)];
  const tx = await begin(ledger, institution);
  // Half of them write something else first and dawdle: their transaction id is older than their entries.
  if (chance(50)) await tx.register({ person: randomUUID(), login: randomUUID(), secret: '-', name: '甲' });
  for (let i = randomInt(4); i > 0; i--) await tx.entries(one(streams), 0);
  const heads = await tx.lock([
    { name: own, mode: 'write' },
    { name: seen, mode: 'read' },
  ]);
  for (let i = randomInt(3); i > 0; i--) await tx.textExists('00');
  if (chance(8)) {
    tally.rolledBack += 1;
    return tx.rollback();
  }
  const doomed = chance(4);
  const entries = [fact(own, tx.now, seen, heads.get(seen), doomed)];
  if (chance(20)) entries.push(fact(own, tx.now, seen, heads.get(seen)));
  const done = await tx.commit(batchOf(entries)).catch((error: unknown) => {
    if (!doomed) throw error;
  });
  if (done?.kind === 'done') tally.committed += done.receipts.length;
  else tally.doomed += 1;
}

async function writeCoalesced({ ledger, institutions, streams, tally }: Field): Promise<void> {
  const institution = one(institutions);
  const own = one(streams);
  const heads = await ledger.heads(institution, [own]);
  const at = await ledger.lawNow(institution);
  const done = await ledger.appendCoalesced(institution, {
    expected: heads,
    entries: [fact(own, at, own, heads.get(own))],
  });
  if (done.kind === 'done') tally.committed += done.receipts.length;
  else tally.conflicts += 1;
}
