import { checkNext, emptyChain, type ChainHead, type Entry } from '@mouding/evidence';
import { logRows, type LogRow, type LogSource, type Slice } from '../log-rows.ts';
import { noteCited, type Cited } from './cited.ts';
import type { Fault } from './faults.ts';
import { checkSealed, type SealingRow } from './sealed.ts';

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
  const faults: Fault[] = [];
  let entries = 0;
  // Checked as it arrives, an entry is gone before the collector would have to move it.
  for await (const rows of logRows(source, (row) => checkRow(checking, row), wish.slice)) {
    for (const row of rows) if (row.faults.length > 0) faults.push(...row.faults);
    faults.push(...(await checkSealed(source, rows)));
    entries += rows.length;
    wish.onProgress?.(entries);
  }
  noteEnd(checking);
  const { ends, cited, founding } = checking;
  return { threads: 1, entries, ends, cited, founding, faults };
}

/** Where a check stands, and what is kept of the entries while they pass. */
interface Checking {
  readonly ends: Map<string, { readonly version: number; readonly hash: string }>;
  readonly cited: Cited;
  head: ChainHead;
  founding: Entry | undefined;
  before: Entry | undefined;
  last: LogRow | undefined;
}

/** What is kept of a row that was checked. */
interface CheckedRow extends SealingRow {
  readonly faults: readonly Fault[];
}

const beginning = (institution: string): Checking => ({
  ends: new Map(),
  cited: { texts: new Map(), trees: new Map(), files: new Map() },
  head: emptyChain(institution, ''),
  founding: undefined,
  before: undefined,
  last: undefined,
});

/** Checks the next row of the log. */
function checkRow(checking: Checking, row: LogRow): CheckedRow {
  const { stream, version } = row;
  if (stream !== checking.head.stream) {
    noteEnd(checking);
    checking.head = emptyChain(checking.head.institution, stream);
  }
  checking.last = row;
  const { head, faults, entry } = checkNext(checking.head, row, () => row.made);
  checking.head = head;
  if (!entry) return { stream, version, faults, sealed: [] };
  const beside = besideFaults(row, entry, checking.before);
  noteCited(checking.cited, entry, row.entry);
  if (entry.version === 1 && entry.stream === `org/${entry.institution}`) checking.founding = entry;
  checking.before = entry;
  return { stream, version, faults: beside ? [...faults, ...beside] : faults, sealed: entry.sealed };
}

/** What of a row does not go with its entry, and of its time with the entry before; nothing where all does. */
function besideFaults(row: LogRow, entry: Entry, before: Entry | undefined): readonly Fault[] | undefined {
  const back = runsBack(entry, before);
  if (areColumns(row, entry) && !back) return undefined;
  return [...columnFaults(row, entry), ...(back ? [timeFault(row, entry, before)] : [])];
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
  row.at === Date.parse(entry.at) &&
  row.prev === entry.prev;

const COLUMNS = ['stream', 'version', 'type', 'sv', 'at', 'prev'] as const;

function columnFaults(row: LogRow, entry: Entry): readonly Fault[] {
  const columns = { ...row, at: instantOf(row.at) };
  return COLUMNS.filter((name) => columns[name] !== entry[name]).map((name) => {
    const detail = `column ${name} says ${String(columns[name])}, the entry says ${String(entry[name])}`;
    return { stream: row.stream, version: row.version, fault: 'columns', detail };
  });
}

/** As entries write it; what no entry could hold (`infinity`) as its number. */
function instantOf(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString();
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
