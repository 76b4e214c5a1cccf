import { checkNext, emptyChain, type ChainHead, type Entry } from '@mouding/evidence';
import { leafHex } from '../hashing.ts';
import { logRows, type LogRow, type LogSource, type Slice } from '../log-rows.ts';
import { noteCited, type Cited } from './cited.ts';
import type { Fault } from './faults.ts';
import { checkSealed } from './sealed.ts';

/** What the check of the chains found. */
export interface ChainReport {
  /** How many threads it took. */
  readonly threads: number;
  readonly entries: number;
  /** Where each stream ends by its entries, in hex. */
  readonly ends: ReadonlyMap<string, { readonly version: number; readonly hash: string }>;
  /** The texts and originals that entries cite. */
  readonly cited: Cited;
  /** The entry that the institution began with, where the log has one. */
  readonly founding: Entry | undefined;
  readonly faults: readonly Fault[];
}

/** What of a log is to be checked, and who hears how far it is. */
export interface ChainWish {
  readonly slice?: Slice;
  onProgress?(entries: number): void;
}

/** Checks every entry: canonical bytes, leaf hash, `prev`, dense versions, columns, times, the hashes of sealed bodies. */
export async function checkChains(source: LogSource, wish: ChainWish = {}): Promise<ChainReport> {
  const checking = beginning(source.institution);
  let entries = 0;
  for await (const rows of logRows(source, wish.slice)) {
    const sealing: (readonly [LogRow, Entry])[] = [];
    for (const row of rows) {
      const entry = checkRow(checking, row);
      if (entry && entry.sealed.length > 0) sealing.push([row, entry]);
    }
    checking.faults.push(...(await checkSealed(source, rows, sealing)));
    entries += rows.length;
    wish.onProgress?.(entries);
  }
  noteEnd(checking);
  const { ends, cited, founding, faults } = checking;
  return { threads: 1, entries, ends, cited, founding, faults };
}

/** Where a check stands, and what is kept of the entries while they pass. */
interface Checking {
  readonly faults: Fault[];
  readonly ends: Map<string, { readonly version: number; readonly hash: string }>;
  readonly cited: Cited;
  head: ChainHead;
  founding: Entry | undefined;
  before: Entry | undefined;
  last: LogRow | undefined;
}

const beginning = (institution: string): Checking => ({
  faults: [],
  ends: new Map(),
  cited: { texts: new Map(), trees: new Map(), files: new Map() },
  head: emptyChain(institution, ''),
  founding: undefined,
  before: undefined,
  last: undefined,
});

/** Checks the next row of the log; answers its entry, where it is one. */
function checkRow(checking: Checking, row: LogRow): Entry | undefined {
  const { faults, head } = checking;
  if (row.stream !== head.stream) {
    noteEnd(checking);
    checking.head = emptyChain(head.institution, row.stream);
  }
  checking.last = row;
  const checked = checkNext(checking.head, row, leafHex);
  checking.head = checked.head;
  if (checked.faults.length > 0) faults.push(...checked.faults);
  const { entry } = checked;
  if (!entry) return undefined;
  if (!areColumns(row, entry)) faults.push(...columnFaults(row, entry));
  if (runsBack(entry, checking.before)) faults.push(timeFault(row, entry, checking.before));
  noteCited(checking.cited, entry);
  if (entry.version === 1 && entry.stream === `org/${entry.institution}`) checking.founding = entry;
  checking.before = entry;
  return entry;
}

/** The stream of the last row is over. */
function noteEnd({ last, ends }: Checking): void {
  if (last) ends.set(last.stream, { version: last.version, hash: last.leafHash });
}

const areColumns = (row: LogRow, entry: Entry): boolean =>
  row.stream === entry.stream &&
  row.version === entry.version &&
  row.type === entry.type &&
  row.sv === entry.sv &&
  row.at === entry.at &&
  row.prev === entry.prev;

const COLUMNS = ['stream', 'version', 'type', 'sv', 'at', 'prev'] as const;

function columnFaults(row: LogRow, entry: Entry): readonly Fault[] {
  return COLUMNS.filter((name) => row[name] !== entry[name]).map((name) => {
    const detail = `column ${name} says ${String(row[name])}, the entry says ${String(entry[name])}`;
    return { stream: row.stream, version: row.version, fault: 'columns', detail };
  });
}

/** Law time never runs back in a stream; an anonymous act is dated to its day, so that it says nothing of the hour. */
const runsBack = (entry: Entry, before: Entry | undefined): before is Entry =>
  before?.stream === entry.stream && entry.actor.as !== 'anonymous' && entry.at < before.at;

const timeFault = ({ stream, version }: LogRow, entry: Entry, before: Entry): Fault => ({
  stream,
  version,
  fault: 'time',
  detail: `at ${entry.at}, before the version ahead of it, ${before.at}`,
});
