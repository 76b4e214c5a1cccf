import { setTimeout as pause } from 'node:timers/promises';
import { isOffice, KINDS, type ItemRow, type Kind, type StreamName, streamName } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import type { Of } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, inOwnRight, seen, sees, type Reader } from '../queries/reader.ts';

/** An entry of the case at its place in the log. */
export interface GatheredEntry {
  readonly text: string;
  readonly entry: Entry;
  readonly index: number;
  readonly leafHash: string;
}

/** What the archive of a case is made from: all of it is what the reader may see. */
export interface Gathered {
  readonly caseId: string;
  readonly title: string;
  /** The streams of the case, the case first. */
  readonly streams: readonly { readonly stream: StreamName; readonly kind: Kind; readonly id: string }[];
  /** The work list's lines of these streams. */
  readonly items: readonly Of<ItemRow>[];
  /** How many streams of the case the reader may not see. */
  readonly withheld: number;
  /** The entries of these streams and of the house, in the order of the log. */
  readonly entries: readonly GatheredEntry[];
}

/**
 * Whoever keeps the file or audits it: entries go out byte for byte, with all that stands in them, not as the screens
 * show them to each reader.
 */
const mayExport = (reader: Reader): boolean =>
  inOwnRight(reader).some((capacity) => isOffice(capacity) || capacity.as === 'auditor');

/** @throws ProblemError not-found for what is not there and for whoever neither keeps the file nor audits it; busy while places in the log are waited for in vain */
export async function gather(reader: Reader, caseId: string): Promise<Gathered> {
  const { ledger, visitor } = reader;
  const exists = await asked(reader, (known) => known.state('case', caseId) !== undefined);
  if (!exists || !mayExport(reader) || !(await sees(reader, 'case', caseId)))
    throw new ProblemError('not-found');
  const items = await ledger.itemsOfCase(visitor.institution, caseId);
  const shown = await seen(reader, items);
  const own = streamName('case', caseId);
  const refusal = (await sees(reader, 'refusal', caseId)) ? [streamName('refusal', caseId)] : [];
  const all = [...new Set([own, ...refusal, ...shown.map(({ stream }) => stream)])];
  const house = streamName('org', visitor.institution);
  const rows = await ledger.items(visitor.institution, { streams: [...all, house] });
  const entries = await placedEntries(reader, [...all, house]);
  const there = new Set(entries.map(({ entry }) => entry.stream));
  return {
    caseId,
    title: rows.find(({ stream }) => stream === own)?.label ?? '',
    streams: all.filter((stream) => there.has(stream)).map(partsOf),
    items: rows,
    withheld: items.length - shown.length,
    entries,
  };
}

function partsOf(stream: string): Gathered['streams'][number] {
  const [name = '', id = ''] = stream.split('/');
  const kind = KINDS.find((each) => each === name);
  if (!kind) throw new Error(`${stream} is of no kind`);
  return { stream: streamName(kind, id), kind, id };
}

const PAGE = 1000;
/** How long places of what was just written are waited for, and how often they are looked for. Milliseconds of real time. */
const [PATIENCE_MS, LOOK_MS] = [5_000, 100];

/** Every entry of these streams; what was written a moment ago gets its place in the log first. */
async function placedEntries(
  { ledger, visitor: { institution } }: Reader,
  streams: readonly string[],
): Promise<readonly GatheredEntry[]> {
  const heads = await ledger.heads(institution, streams);
  for (const until = performance.now() + PATIENCE_MS; ; await pause(LOOK_MS)) {
    const entries: GatheredEntry[] = [];
    for (let after = -1; ;) {
      const leaves = await ledger.history(institution, streams, after, PAGE);
      entries.push(
        ...leaves.map(({ entry, idx, leafHash }) => ({
          text: entry,
          entry: JSON.parse(entry) as Entry,
          index: idx,
          leafHash,
        })),
      );
      const last = leaves.at(-1);
      if (!last || leaves.length < PAGE) break;
      after = last.idx;
    }
    const ends = new Map(entries.map(({ entry }) => [entry.stream, entry.version]));
    if ([...heads].every(([stream, { version }]) => (ends.get(stream) ?? 0) === version)) return entries;
    if (performance.now() > until) throw new ProblemError('busy');
  }
}
