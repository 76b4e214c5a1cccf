import type { LogReader } from '../log-reader.ts';
import type { ChainReport } from './chain.ts';
import type { Fault } from './faults.ts';

/** What the check of heads and leaf indexes found. */
export interface OrderReport {
  /** Leaves of the log. */
  readonly leaves: number;
  /** Entries that wait for an index: no fault. */
  readonly unsequenced: number;
  readonly faults: readonly Fault[];
}

/** Compares heads with the last entries, and leaves with entries: dense, one to one, in the order of each stream. */
export async function checkOrder(reader: LogReader, { ends }: ChainReport): Promise<OrderReport> {
  const faults = [
    ...(await headFaults(reader, ends)),
    ...(await leafFaults(reader)),
    ...(await gapFaults(reader)),
  ];
  const { rows } = await reader.client.query<{ leaves: number; unsequenced: number }>(
    `select (select count(*)::float8 from ledger.leaf where institution = ledger.institution()) as leaves,
       (select count(*)::float8 from ledger.unsequenced where institution = ledger.institution()) as unsequenced`,
  );
  return { leaves: rows[0]?.leaves ?? 0, unsequenced: rows[0]?.unsequenced ?? 0, faults };
}

async function headFaults({ client }: LogReader, ends: ChainReport['ends']): Promise<readonly Fault[]> {
  const { rows } = await client.query<{ stream: string; version: number; hash: string }>(
    `select stream, version, encode(hash, 'hex') as hash from ledger.stream_head where institution = ledger.institution()`,
  );
  const heads = new Map(rows.map((row) => [row.stream, row]));
  return [...new Set([...heads.keys(), ...ends.keys()])].flatMap((stream) =>
    headFault(stream, heads.get(stream), ends.get(stream)),
  );
}

interface End {
  readonly version: number;
  readonly hash: string;
}

const ABSENT: End = { version: 0, hash: 'none' };

function headFault(stream: string, head = ABSENT, end = ABSENT): readonly Fault[] {
  if (head.version === end.version && head.hash === end.hash) return [];
  const detail = `the head stands at ${head.version} (${head.hash}), the last entry at ${end.version} (${end.hash})`;
  return [{ stream, version: end.version, fault: 'head', detail }];
}

// An entry has a leaf or waits for one, and neither both nor nothing.
const ONE_TO_ONE = `select coalesce(e.stream, l.stream, u.stream) as stream, coalesce(e.version, l.version, u.version) as version,
    e.stream is not null as entry, l.stream is not null as leaf, u.stream is not null as waits
  from (select stream, version from ledger.entry where institution = ledger.institution()) e
  full join (select stream, version from ledger.leaf where institution = ledger.institution()) l using (stream, version)
  full join (select stream, version from ledger.unsequenced where institution = ledger.institution()) u using (stream, version)
  where e.stream is null or (l.stream is null) = (u.stream is null)
  order by 1, 2`;

interface Unpaired {
  readonly stream: string;
  readonly version: number;
  readonly entry: boolean;
  readonly leaf: boolean;
}

async function leafFaults({ client }: LogReader): Promise<readonly Fault[]> {
  const { rows } = await client.query<Unpaired>(ONE_TO_ONE);
  return rows.map(({ stream, version, entry, leaf }) => {
    const detail = !entry
      ? 'an index without an entry'
      : leaf
        ? 'an index, and still waiting for one'
        : 'no index, and not waiting for one';
    return { stream, version, fault: 'leaf', detail };
  });
}

const GAPS = `select stream, version, idx::float8 as idx, place::float8 as place, before::float8 as before from (
    select stream, version, idx, row_number() over (order by idx) - 1 as place,
      lag(idx) over (partition by stream order by version) as before
    from ledger.leaf where institution = ledger.institution()
  ) l
  where idx <> place or before > idx order by idx`;

interface Misplaced {
  readonly stream: string;
  readonly version: number;
  readonly idx: number;
  readonly place: number;
  readonly before: number | null;
}

async function gapFaults({ client }: LogReader): Promise<readonly Fault[]> {
  const { rows } = await client.query<Misplaced>(GAPS);
  return rows.map(({ stream, version, idx, place, before }) => {
    const detail =
      before !== null && before > idx
        ? `index ${idx}, before the version ahead of it, ${before}`
        : `index ${idx} at place ${place}`;
    return { stream, version, fault: 'leaf', detail };
  });
}
