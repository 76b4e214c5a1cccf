import { checkNext, emptyChain, type ChainHead, type Entry } from '@mouding/evidence';
import { sha256 } from '../hashing.ts';
import { logRows, type LogReader, type LogRow } from '../log-reader.ts';
import { noteCited, type Cited } from './cited.ts';
import type { Fault } from './faults.ts';
import { checkSealed } from './sealed.ts';

/** What the check of the chains found. */
export interface ChainReport {
  readonly entries: number;
  /** Where each stream ends by its entries, in hex. */
  readonly ends: ReadonlyMap<string, { readonly version: number; readonly hash: string }>;
  /** The texts and originals that entries cite. */
  readonly cited: Cited;
  /** The entry that the institution began with, where the log has one. */
  readonly founding: Entry | undefined;
  readonly faults: readonly Fault[];
}

/** Checks every entry: canonical bytes, leaf hash, `prev`, dense versions, columns, times, the hashes of sealed bodies. */
export async function checkChains(
  reader: LogReader,
  onProgress?: (entries: number) => void,
): Promise<ChainReport> {
  const faults: Fault[] = [];
  const ends = new Map<string, { version: number; hash: string }>();
  const noted: Noted = {
    cited: { texts: new Map(), trees: new Map(), files: new Map() },
    founding: undefined,
    before: undefined,
  };
  let head: ChainHead = emptyChain(reader.institution, '');
  let entries = 0;
  for await (const rows of logRows(reader)) {
    const read: (readonly [LogRow, Entry])[] = [];
    for (const row of rows) {
      if (row.stream !== head.stream) head = emptyChain(reader.institution, row.stream);
      const checked = checkNext(head, row, sha256);
      ({ head } = checked);
      faults.push(...checked.faults);
      if (checked.entry) {
        faults.push(...columnFaults(row, checked.entry), ...timeFaults(row, checked.entry, noted.before));
        note(noted, checked.entry);
        read.push([row, checked.entry]);
      }
      ends.set(row.stream, { version: row.version, hash: row.leafHash });
    }
    faults.push(...(await checkSealed(reader, rows, read)));
    entries += rows.length;
    onProgress?.(entries);
  }
  return { entries, ends, cited: noted.cited, founding: noted.founding, faults };
}

/** What is kept of the entries while they pass. */
interface Noted {
  readonly cited: Cited;
  founding: Entry | undefined;
  before: Entry | undefined;
}

function note(noted: Noted, entry: Entry): void {
  noteCited(noted.cited, entry);
  if (entry.version === 1 && entry.stream === `org/${entry.institution}`) noted.founding = entry;
  noted.before = entry;
}

const COLUMNS = ['stream', 'version', 'type', 'sv', 'at', 'prev'] as const;

function columnFaults(row: LogRow, entry: Entry): readonly Fault[] {
  if (COLUMNS.every((name) => row[name] === entry[name])) return NONE;
  return COLUMNS.filter((name) => row[name] !== entry[name]).map((name) => {
    const detail = `column ${name} says ${String(row[name])}, the entry says ${String(entry[name])}`;
    return { stream: row.stream, version: row.version, fault: 'columns', detail };
  });
}

const NONE: readonly Fault[] = [];

/** Law time never runs back in a stream; an anonymous act is dated to its day, so that it says nothing of the hour. */
function timeFaults(row: LogRow, entry: Entry, before: Entry | undefined): readonly Fault[] {
  const follows = before?.stream === entry.stream && entry.actor.as !== 'anonymous';
  if (!follows || entry.at >= before.at) return NONE;
  const detail = `at ${entry.at}, before the version ahead of it, ${before.at}`;
  return [{ stream: row.stream, version: row.version, fault: 'time', detail }];
}
