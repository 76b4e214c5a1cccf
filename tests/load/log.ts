import { rebuildProjections, sequenceBatch, verifyInstitution } from '@mouding/ledger';
import { folding } from 'mouding/folding';
import pg from 'pg';
import { playCorpus } from './corpus.ts';
import type { Server } from './database.ts';
import { knowsProcessorTime, processorTime } from './processor-time.ts';
import type { Options } from './options.ts';
import { median } from './rounds.ts';

/**
 * What the work on a whole log reached. `checked`, `folded` and `rebuilt` are per second of processor time, this process
 * and the database together: they take turns, so that on an idle machine it is the clock's second too.
 */
export interface LogWork {
  readonly entries: number;
  /** Leaf indexes given, by the clock. */
  readonly sequenced: number;
  /** Canonical bytes, hash, prev, version, columns, sealed bodies, heads, indexes. */
  readonly checked: number;
  /** Facts through their machines, reading and comparing the read models included. */
  readonly folded: number;
  /** Facts through their machines and into new tables. */
  readonly rebuilt: number;
  /** Processor seconds for each second of the clock while it was verified: under 1, others had the machine. */
  readonly share: number;
  /** Must be 0: the record that was measured is whole. */
  readonly faults: number;
}

/** Sequences, rebuilds and verifies one log; of the verification the median of three. */
export async function measureLog(server: Server, options: Options): Promise<LogWork> {
  const { addresses, institution, unsequenced } = await playCorpus(server, options.corpus);
  const sequenced = await sequenceAll(addresses.roles.sequencer, unsequenced);
  const rebuild = await timed(server, () =>
    rebuildProjections({ url: addresses.owner, institution }, folding),
  );
  const checks = [];
  for (let round = 0; round < 3; round++)
    checks.push(
      await timed(server, () => verifyInstitution({ url: addresses.roles.audit, institution }, folding)),
    );
  return {
    entries: checks[0]?.answer.entries ?? 0,
    sequenced,
    checked: median(checks.map(({ answer, share }) => answer.entriesPerSecond / share)),
    folded: median(checks.map(({ answer, share }) => answer.factsPerSecond / share)),
    rebuilt: rebuild.answer.facts / rebuild.seconds / rebuild.share,
    share: median(checks.map(({ share }) => share)),
    faults: checks[0]?.answer.faults.length ?? 0,
  };
}

interface Timed<T> {
  readonly answer: T;
  readonly seconds: number;
  readonly share: number;
}

async function timed<T>({ pid }: Server, work: () => Promise<T>): Promise<Timed<T>> {
  const [beside, own, start] = [processorTime(pid), process.cpuUsage(), performance.now()];
  const answer = await work();
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const used = (user + system + processorTime(pid) - beside) / 1_000_000;
  return { answer, seconds, share: knowsProcessorTime ? used / seconds : 1 };
}

/** Gives every waiting entry its index; answers how many in a second. */
export async function sequenceAll(url: string, waiting: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const start = performance.now();
  let taken = 0;
  for (;;) {
    const batch = await sequenceBatch(client);
    if (batch === 0) break;
    taken += batch;
  }
  const took = performance.now() - start;
  await client.end();
  if (taken < waiting) throw new Error(`${waiting} entries waited and ${taken} got an index`);
  return (taken * 1_000) / took;
}
