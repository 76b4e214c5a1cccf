import { decodeEntry } from '@mouding/evidence';
import type { Leaf, Ledger } from '@mouding/ledger';

/** What is wrong with the order of a log, counted. */
export interface OrderFaults {
  /** Entries without an index. */
  readonly missed: number;
  /** Entries before an entry of their own stream, or of another, that their writer had seen. */
  readonly inverted: number;
  /** Entries with more than one index. */
  readonly doubled: number;
  /** Indexes that nothing has, below the highest. */
  readonly gaps: number;
}

/** Reads a whole log by its indexes, as every later reader does. */
export async function readLog(ledger: Ledger, institution: string): Promise<readonly Leaf[]> {
  const log: Leaf[] = [];
  for (;;) {
    const next = await ledger.feed(institution, log.at(-1)?.idx ?? -1, 1_000);
    if (next.length === 0) return log;
    log.push(...next);
  }
}

const place = (stream: string, version: number): string => `${stream} ${version}`;

/** Compares a log with the entries that are there. */
export async function orderFaults(
  ledger: Ledger,
  institution: string,
  streams: readonly string[],
): Promise<OrderFaults & { readonly entries: number }> {
  const log = await readLog(ledger, institution);
  const indexOf = new Map(log.map(({ stream, version, idx }) => [place(stream, version), idx]));
  let [entries, missed, inverted] = [0, 0, 0];
  for (const stream of streams)
    for (const { version, entry } of await ledger.entries(institution, stream)) {
      entries += 1;
      const idx = indexOf.get(place(stream, version));
      if (idx === undefined) missed += 1;
      else inverted += seenLater(indexOf, idx, stream, version, entry);
    }
  const gaps = log.filter(({ idx }, i) => idx !== i).length;
  return { entries, missed, inverted, doubled: log.length - indexOf.size, gaps };
}

function seenLater(
  indexOf: ReadonlyMap<string, number>,
  idx: number,
  stream: string,
  version: number,
  entry: string,
): number {
  const { after } = decodeEntry(entry).data as { after?: { stream: string; version: number } };
  const seen = [place(stream, version - 1), ...(after ? [place(after.stream, after.version)] : [])];
  return seen.filter((before) => (indexOf.get(before) ?? -1) > idx).length;
}
