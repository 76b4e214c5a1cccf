import { setTimeout as pause } from 'node:timers/promises';
import type { Entry } from '@mouding/evidence';
import { ProblemError } from '../problem/problem-error.ts';
import type { Reader } from '../queries/reader.ts';

/** An entry of the case at its place in the log. */
export interface GatheredEntry {
  readonly text: string;
  readonly entry: Entry;
  readonly index: number;
  readonly leafHash: string;
}

const PAGE = 1000;
/** How long places of what was just written are waited for, and how often they are looked for. Milliseconds of real time. */
const [PATIENCE_MS, LOOK_MS] = [5_000, 100];

/**
 * Every entry of these streams in the order of the log; what was written a moment ago gets its place there first.
 *
 * @throws ProblemError busy while places are waited for in vain
 */
export async function placedEntries(
  reader: Reader,
  streams: readonly string[],
): Promise<readonly GatheredEntry[]> {
  const { ledger, visitor } = reader;
  const heads = await ledger.heads(visitor.institution, streams);
  for (const until = performance.now() + PATIENCE_MS; ; await pause(LOOK_MS)) {
    const entries = await entriesOf(reader, streams);
    const ends = new Map(entries.map(({ entry }) => [entry.stream, entry.version]));
    if ([...heads].every(([stream, { version }]) => (ends.get(stream) ?? 0) === version)) return entries;
    if (performance.now() > until) throw new ProblemError('busy');
  }
}

async function entriesOf(
  { ledger, visitor: { institution } }: Reader,
  streams: readonly string[],
): Promise<readonly GatheredEntry[]> {
  const entries: GatheredEntry[] = [];
  for (let after = -1; ;) {
    const leaves = await ledger.history(institution, streams, after, PAGE);
    for (const { entry, idx, leafHash } of leaves)
      entries.push({ text: entry, entry: JSON.parse(entry) as Entry, index: idx, leafHash });
    const last = leaves.at(-1);
    if (!last || leaves.length < PAGE) return entries;
    after = last.idx;
  }
}
