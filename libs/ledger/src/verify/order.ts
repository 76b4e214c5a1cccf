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

interface Counts {
  readonly entries: number;
  readonly leaves: number;
  readonly unsequenced: number;
}

const COUNTS = `select (select count(*)::float8 from ledger.entry where institution = ledger.institution()) as entries,
  (select count(*)::float8 from ledger.leaf where institution = ledger.institution()) as leaves,
  (select count(*)::float8 from ledger.unsequenced where institution = ledger.institution()) as unsequenced`;

/** Compares heads with the last entries, and leaves with entries: dense, one to one, in the order of each stream. */
export async function checkOrder(reader: LogReader, chains: ChainReport): Promise<OrderReport> {
  const faults = [
    ...(await headFaults(reader, chains.ends)),
    ...(await leafFaults(reader)),
    ...(await gapFaults(reader)),
    ...(await backwardFaults(reader)),
  ];
  const { rows } = await reader.client.query<Counts>(COUNTS);
  const { entries, leaves, unsequenced } = rows[0] ?? { entries: 0, leaves: 0, unsequenced: 0 };
  return { leaves, unsequenced, faults: [...faults, ...doubleFaults(entries, chains.entries)] };
}

/** Rows are read from key to key: had two the same key, against all rules of the table, one might be passed over. */
function doubleFaults(stored: number, read: number): readonly Fault[] {
  if (stored === read) return [];
  const detail = `${stored} entries are stored, ${read} under a stream and a version of their own`;
  return [{ stream: 'log', version: 0, fault: 'version', detail }];
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

// An entry has a leaf or waits for one, and neither both nor nothing. Where it has a leaf there is only to see that it
// does not wait, so that but a few are compared with those that do.
const ONE_TO_ONE = `select stream, version, coalesce(p.entry, exists (select from ledger.entry e
      where e.institution = ledger.institution() and e.stream = u.stream and e.version = u.version)) as entry,
    coalesce(p.leaf, exists (select from ledger.leaf l
      where l.institution = ledger.institution() and l.stream = u.stream and l.version = u.version)) as leaf,
    u.stream is not null as waits
  from (
    select stream, version, e.stream is not null as entry, l.stream is not null as leaf
    from (select stream, version from ledger.entry where institution = ledger.institution()) e
    full join (select stream, version from ledger.leaf where institution = ledger.institution()) l using (stream, version)
    where e.stream is null or l.stream is null
  ) p
  full join (select stream, version from ledger.unsequenced where institution = ledger.institution()) u using (stream, version)
  order by 1, 2`;

interface Unpaired {
  readonly stream: string;
  readonly version: number;
  readonly entry: boolean;
  readonly leaf: boolean;
  readonly waits: boolean;
}

async function leafFaults({ client }: LogReader): Promise<readonly Fault[]> {
  const { rows } = await client.query<Unpaired>(ONE_TO_ONE);
  const unfit = rows.filter(({ entry, leaf, waits }) => !entry || leaf === waits);
  return unfit.map(({ stream, version, entry, leaf }) => {
    const detail = !entry
      ? 'an index without an entry'
      : leaf
        ? 'an index, and still waiting for one'
        : 'no index, and not waiting for one';
    return { stream, version, fault: 'leaf', detail };
  });
}

// Counted along the index alone; only of what is not at its place is more read.
const GAPS = `select l.stream, l.version, g.idx::float8 as idx, g.place::float8 as place from (
    select idx, row_number() over (order by idx) - 1 as place from ledger.leaf where institution = ledger.institution()
  ) g, lateral (
    select stream, version from ledger.leaf l where l.institution = ledger.institution() and l.idx = g.idx limit 1
  ) l
  where g.idx <> g.place order by g.idx`;

interface Misplaced {
  readonly stream: string;
  readonly version: number;
  readonly idx: number;
  readonly place: number;
}

async function gapFaults({ client }: LogReader): Promise<readonly Fault[]> {
  const { rows } = await client.query<Misplaced>(GAPS);
  return rows.map(({ stream, version, idx, place }) => {
    return { stream, version, fault: 'leaf', detail: `index ${idx} at place ${place}` };
  });
}

const BACKWARD = `select stream, version, idx::float8 as idx, before::float8 as before from (
    select stream, version, idx, lag(idx) over (partition by stream order by version) as before
    from ledger.leaf where institution = ledger.institution()
  ) l
  where before > idx order by idx`;

interface Backward {
  readonly stream: string;
  readonly version: number;
  readonly idx: number;
  readonly before: number;
}

async function backwardFaults({ client }: LogReader): Promise<readonly Fault[]> {
  const { rows } = await client.query<Backward>(BACKWARD);
  return rows.map(({ stream, version, idx, before }) => {
    return {
      stream,
      version,
      fault: 'leaf',
      detail: `index ${idx}, before the version ahead of it, ${before}`,
    };
  });
}
