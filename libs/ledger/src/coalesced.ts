import type pg from 'pg';
import type { Head, NewEntry, Receipt } from './batch.ts';
import { appendValues, compose, type Columns } from './compose.ts';
import { single, sqlState } from './connection.ts';
import { keysOutside, type Keys } from './data-keys.ts';
import { APPEND_COALESCED } from './statements.ts';

/** Entries that are appended together or not at all, and where their streams must stand for it. */
export interface CoalescedAppend {
  readonly expected: ReadonlyMap<string, Head>;
  readonly entries: readonly NewEntry[];
}

/** `conflict` names the streams of the append; one of them does not stand where it was expected. */
export type Coalesced =
  | { readonly kind: 'done'; readonly receipts: readonly Receipt[] }
  | { readonly kind: 'conflict'; readonly streams: readonly string[] };

interface Waiting {
  readonly columns: Columns;
  readonly done: (answer: Coalesced) => void;
  readonly failed: (error: unknown) => void;
}

const MOST_IN_A_BATCH = 64;
const MOST_IN_FLIGHT = 2;

/**
 * The coalesced door of one pool: appends that nothing else must be atomic with share a transaction, at most 64 in
 * one and two transactions under way. Each wins or loses by itself. The lock order of `ledger.append` keeps
 * batches from deadlock.
 */
export function coalescer(
  pool: pg.Pool,
  keys: Keys,
): (institution: string, append: CoalescedAppend) => Promise<Coalesced> {
  const doors = new Map<string, Door>();
  return async (institution, { expected, entries }) => {
    const columns = compose(
      institution,
      entries,
      expected,
      await keysOutside(pool, keys, institution, entries),
    );
    let door = doors.get(institution);
    if (!door) doors.set(institution, (door = { institution, waiting: [], inFlight: 0, busy: new Set() }));
    const { waiting } = door;
    const answer = new Promise<Coalesced>((done, failed) => waiting.push({ columns, done, failed }));
    setImmediate(kick, pool, door);
    return answer;
  };
}

interface Door {
  readonly institution: string;
  waiting: Waiting[];
  inFlight: number;
  /** Streams of the batches in flight. */
  readonly busy: Set<string>;
}

const streamsOf = ({ columns }: Waiting): readonly string[] => columns.heads.map(({ stream }) => stream);

function kick(pool: pg.Pool, door: Door): void {
  while (door.inFlight < MOST_IN_FLIGHT) {
    const batch = takeBatch(door);
    if (batch.length === 0) return;
    const streams = batch.flatMap(streamsOf);
    for (const stream of streams) door.busy.add(stream);
    door.inFlight += 1;
    void sendBatch(pool, door.institution, batch).finally(() => {
      for (const stream of streams) door.busy.delete(stream);
      door.inFlight -= 1;
      kick(pool, door);
    });
  }
}

// A stream is under way once: whoever comes second waits for the first, and is compared with what that one left.
function takeBatch(door: Door): readonly Waiting[] {
  const batch: Waiting[] = [];
  const later: Waiting[] = [];
  const ahead = new Set(door.busy);
  for (const waiting of door.waiting) {
    const own = streamsOf(waiting);
    const free = batch.length < MOST_IN_A_BATCH && !own.some((stream) => ahead.has(stream));
    (free ? batch : later).push(waiting);
    for (const stream of own) ahead.add(stream);
  }
  door.waiting = later;
  return batch;
}

async function sendBatch(pool: pg.Pool, institution: string, batch: readonly Waiting[]): Promise<void> {
  try {
    const values = [institution, ...appendValues(batch.map(({ columns }) => columns))];
    const [row] = await single<{ lost: number[] }>(pool, { ...APPEND_COALESCED, values });
    const lost = new Set(row?.lost);
    for (const [group, waiting] of batch.entries()) {
      const { columns, done } = waiting;
      if (lost.has(group)) done({ kind: 'conflict', streams: streamsOf(waiting) });
      else done({ kind: 'done', receipts: columns.receipts });
    }
  } catch (error) {
    // A data error belongs to one append; the others of its batch must not pay for it.
    if (batch.length > 1 && sqlState(error))
      await Promise.all(batch.map((one) => sendBatch(pool, institution, [one])));
    else for (const { failed } of batch) failed(error);
  }
}
