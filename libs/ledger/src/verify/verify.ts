import type { FolderFactory } from '../folding.ts';
import { foldLog } from '../fold-log.ts';
import { withReader, type LogReader } from '../log-reader.ts';
import { inSnapshot, type ReaderOptions } from '../log-rows.ts';
import { storedRows } from '../stored-rows.ts';
import { deadlineFaults, storedDeadlines } from './deadlines.ts';
import type { Fault } from './faults.ts';
import { fileFaults } from './files.ts';
import { foundingFaults } from './founding.ts';
import { checkKeys } from './keys.ts';
import { checkOrder } from './order.ts';
import { NO_ROWS, rowFaults } from './rows.ts';
import { orphanFaults } from './sealed.ts';
import { checkInSlices, type Threads } from './slices.ts';
import { textFaults } from './texts.ts';
import { treeFaults } from './trees.ts';

/** The address is of a role that reads everything of the institution: audit, or the owner. */
export interface VerifyOptions extends ReaderOptions {
  /** Hears how many entries are checked, then how many facts are folded; what it throws ends the verification. */
  onProgress?(step: 'entries' | 'states', done: number): void;
  /** Left out: as many as the machine has cores, for a long log. */
  readonly threads?: Threads;
}

/** What a verification looked at and found. Nothing in `faults` means: the record is whole. */
export interface VerifyReport {
  readonly entries: number;
  readonly streams: number;
  readonly leaves: number;
  /** Entries that wait for their leaf index: no fault while the sequencer works. */
  readonly unsequenced: number;
  readonly facts: number;
  /** How many different texts the entries cite. */
  readonly texts: number;
  /** How many different originals the entries cite. */
  readonly files: number;
  /** Subjects whose sealed bodies have no data key though no destruction is recorded: no fault of the record. */
  readonly keysMissing: readonly string[];
  readonly faults: readonly Fault[];
  /** How many threads checked the chains. */
  readonly threads: number;
  /** Entries per second of the clock through the check of bytes, hashes, chains, columns, bodies, order. */
  readonly entriesPerSecond: number;
  /** The same per second of processor time of this process, the database's not counted. */
  readonly entriesPerCoreSecond: number;
  /** Facts per second of the clock through their machines, reading included. */
  readonly factsPerSecond: number;
  /** The same per second of processor time of this process, the database's not counted. */
  readonly factsPerCoreSecond: number;
}

/**
 * Checks an institution's record in one snapshot: first the log by itself (bytes, hashes, chains, columns, times,
 * heads, sealed bodies, leaf indexes, founding), the texts that it cites and the data keys, then every stream through
 * its machine, and read models and deadlines against what comes out.
 */
export function verifyInstitution(options: VerifyOptions, folder: FolderFactory): Promise<VerifyReport> {
  return withReader(options, (reader) =>
    inSnapshot(reader, 'read only', () => verify(reader, folder, options)),
  );
}

type Hearing = Pick<VerifyOptions, 'onProgress'>;

async function verify(
  reader: LogReader,
  folder: FolderFactory,
  options: VerifyOptions,
): Promise<VerifyReport> {
  const started = now();
  const chains = await checkInSlices(reader, options, {
    threads: options.threads,
    onProgress: (done) => options.onProgress?.('entries', done),
  });
  const order = await checkOrder(reader, chains);
  const checked = now();
  const beside = [
    ...(await orphanFaults(reader)),
    ...(await foundingFaults(reader, chains.founding)),
    ...(await textFaults(reader, chains.cited)),
    ...(await treeFaults(reader, chains.cited)),
    ...(await fileFaults(reader, chains.cited)),
  ];
  const keys = await checkKeys(reader);
  const found = now();
  const folds = await checkFolds(reader, folder, options);
  const folded = now();
  return {
    entries: chains.entries,
    streams: chains.ends.size,
    leaves: order.leaves,
    unsequenced: order.unsequenced,
    facts: folds.facts,
    texts: chains.cited.texts.size + chains.cited.trees.size,
    files: chains.cited.files.size,
    keysMissing: keys.missing,
    faults: [...chains.faults, ...order.faults, ...beside, ...keys.faults, ...folds.faults],
    threads: chains.threads,
    entriesPerSecond: perSecond(chains.entries, checked.clock - started.clock),
    entriesPerCoreSecond: perSecond(chains.entries, checked.cores - started.cores),
    factsPerSecond: perSecond(folds.facts, folded.clock - found.clock),
    factsPerCoreSecond: perSecond(folds.facts, folded.cores - found.cores),
  };
}

/** Milliseconds: of the clock, and of all cores that worked for this process. */
function now(): { readonly clock: number; readonly cores: number } {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), cores: (user + system) / 1_000 };
}

const perSecond = (count: number, ms: number): number => Math.round((count * 1_000) / Math.max(1, ms));

async function checkFolds(
  reader: LogReader,
  factory: FolderFactory,
  hearing: Hearing,
): Promise<{ facts: number; faults: readonly Fault[] }> {
  const stored = await storedRows(reader);
  const deadlines = await storedDeadlines(reader);
  const faults: Fault[] = [];
  let facts = 0;
  for await (const fold of foldLog(reader, await factory(reader.text))) {
    const { stream, version, stuck } = fold;
    facts += fold.facts;
    hearing.onProgress?.('states', facts);
    if (stuck) faults.push({ stream, version: stuck.version, fault: 'fold', detail: stuck.why });
    else
      faults.push(
        ...rowFaults(stream, version, fold.rows, stored.get(stream)),
        ...deadlineFaults(stream, version, fold.deadlines, deadlines),
      );
    stored.delete(stream);
    deadlines.rows.delete(stream);
  }
  for (const [stream, rows] of stored) faults.push(...rowFaults(stream, 0, NO_ROWS, rows));
  for (const stream of deadlines.rows.keys()) faults.push(...deadlineFaults(stream, 0, [], deadlines));
  return { facts, faults };
}
