import { rebuildProjections, sequenceBatch } from '@mouding/ledger';
import { folding } from 'mouding/folding';
import pg from 'pg';
import { playCorpus } from './corpus.ts';
import type { Addresses, Server } from './database.ts';
import type { Options } from './options.ts';
import { knowsProcessorTime, processorTime } from './processor-time.ts';

/** A log of real entries that has its order and its read models: what every part that reads a whole log works on. */
export interface WholeLog {
  readonly addresses: Addresses;
  readonly institution: string;
  readonly entries: number;
  /** Leaf indexes given, per second of the clock. */
  readonly sequenced: number;
  /** Facts through their machines and into new tables, per second of processor time. */
  readonly rebuilt: number;
}

/** Plays it, gives every entry its index, and makes the read models. */
export async function makeWholeLog(server: Server, options: Options): Promise<WholeLog> {
  const { addresses, institution, entries, unsequenced } = await playCorpus(server, options.corpus);
  const sequenced = await sequenceAll(addresses.roles.sequencer, unsequenced);
  const rebuild = await timed(server, () =>
    rebuildProjections({ url: addresses.owner, institution }, folding),
  );
  const rebuilt = rebuild.answer.facts / rebuild.seconds / rebuild.share;
  return { addresses, institution, entries, sequenced, rebuilt };
}

interface Timed<T> {
  readonly answer: T;
  readonly seconds: number;
  /** Processor seconds of this process and the database for each second of the clock: under 1, others had the machine. */
  readonly share: number;
}

/** Does some work, and says what it took. */
export async function timed<T>({ pid }: Server, work: () => Promise<T>): Promise<Timed<T>> {
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
