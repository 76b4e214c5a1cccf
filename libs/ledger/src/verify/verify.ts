import type { FolderFactory } from '../folding.ts';
import { foldLog } from '../fold-log.ts';
import { inSnapshot, withReader, type LogReader, type ReaderOptions } from '../log-reader.ts';
import { storedRows } from '../stored-rows.ts';
import { checkChains } from './chain.ts';
import { deadlineFaults, storedDeadlines } from './deadlines.ts';
import type { Fault } from './faults.ts';
import { fileFaults } from './files.ts';
import { foundingFaults } from './founding.ts';
import { checkKeys } from './keys.ts';
import { checkOrder } from './order.ts';
import { NO_ROWS, rowFaults } from './rows.ts';
import { orphanFaults } from './sealed.ts';
import { textFaults } from './texts.ts';
import { treeFaults } from './trees.ts';

/** The address is of a role that reads everything of the institution: audit, or the owner. */
export interface VerifyOptions extends ReaderOptions {
  /** Hears how many entries are checked, then how many facts are folded; what it throws ends the verification. */
  onProgress?(step: 'entries' | 'states', done: number): void;
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
  /** Entries per second through the check of bytes, hashes, chains, columns, bodies. */
  readonly entriesPerSecond: number;
  /** Facts per second through their machines, reading included. */
  readonly factsPerSecond: number;
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

async function verify(reader: LogReader, folder: FolderFactory, hearing: Hearing): Promise<VerifyReport> {
  const started = performance.now();
  const chains = await checkChains(reader, (done) => hearing.onProgress?.('entries', done));
  const order = await checkOrder(reader, chains);
  const checked = performance.now();
  const beside = [
    ...(await orphanFaults(reader)),
    ...(await foundingFaults(reader, chains.founding)),
    ...(await textFaults(reader, chains.cited)),
    ...(await treeFaults(reader, chains.cited)),
    ...(await fileFaults(reader, chains.cited)),
  ];
  const keys = await checkKeys(reader);
  const found = performance.now();
  const folds = await checkFolds(reader, folder, hearing);
  const folded = performance.now();
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
    entriesPerSecond: perSecond(chains.entries, checked - started),
    factsPerSecond: perSecond(folds.facts, folded - found),
  };
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
