import { sha256, verifyInstitution } from '@mouding/ledger';
import { hex, leafHash, type Entry } from '@mouding/evidence';
import { folding } from 'mouding/folding';
import pg from 'pg';
import type { Server } from './database.ts';
import { median } from './rounds.ts';
import { timed, type WholeLog } from './whole-log.ts';

/**
 * What the work on a whole log reached. All but `sequenced` are per second of processor time, this process and the
 * database together: they take turns, so that on an idle machine it is the clock's second too.
 */
export interface LogWork {
  readonly entries: number;
  /** Leaf indexes given, by the clock. */
  readonly sequenced: number;
  /** The two below by the clock, on as many cores as were to be had. */
  readonly byClock: { readonly checked: number; readonly folded: number };
  /** Canonical bytes, hash, prev, version, columns, sealed bodies, heads, indexes. */
  readonly checked: number;
  /** Beside it: the same rows read, their JSON parsed, their hash made and compared, nothing else. */
  readonly hashed: number;
  /** Facts through their machines, reading and comparing the read models included. */
  readonly folded: number;
  /** Beside it: the same rows read and their JSON parsed, folded by nothing. */
  readonly parsed: number;
  /** Facts through their machines and into new tables. */
  readonly rebuilt: number;
  /** Processor seconds for each second of the clock while it was verified: under 1, others had the machine. */
  readonly share: number;
  /** Must be 0: the record that was measured is whole. */
  readonly faults: number;
}

const ROUNDS = 3;

/** Verifies one log, in turns with the floors under it; medians. */
export async function measureLog(
  server: Server,
  { addresses, institution, sequenced, rebuilt }: WholeLog,
): Promise<LogWork> {
  const url = addresses.roles.audit;
  const checks = [];
  const hashes = [];
  const parses = [];
  for (let round = 0; round < ROUNDS; round++) {
    checks.push(await timed(server, () => verifyInstitution({ url, institution }, folding)));
    hashes.push(await timed(server, () => throughRows(url, institution, hashedAnew)));
    parses.push(await timed(server, () => throughRows(url, institution, parsedAlone)));
  }
  const rate = (all: readonly { answer: number; seconds: number; share: number }[]): number =>
    median(all.map(({ answer, seconds, share }) => answer / seconds / share));
  return {
    entries: checks[0]?.answer.entries ?? 0,
    sequenced,
    byClock: {
      checked: median(checks.map(({ answer }) => answer.entriesPerSecond)),
      folded: median(checks.map(({ answer }) => answer.factsPerSecond)),
    },
    checked: median(checks.map(({ answer, share }) => answer.entriesPerSecond / share)),
    hashed: rate(hashes),
    folded: median(checks.map(({ answer, share }) => answer.factsPerSecond / share)),
    parsed: rate(parses),
    rebuilt,
    share: median(checks.map(({ share }) => share)),
    faults: checks[0]?.answer.faults.length ?? 0,
  };
}

interface Row {
  readonly entry: string;
  readonly leaf_hash: Buffer;
}

const BATCH = 500;

/** Every row of the log in the order of its key, as a loop that anybody would write reads them. */
async function throughRows(url: string, institution: string, look: (row: Row) => void): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let done = 0;
  try {
    await client.query(`select set_config('mouding.institution', $1, false)`, [institution]);
    await client.query('begin isolation level repeatable read read only');
    await client.query(
      'declare bench_rows no scroll cursor for select entry, leaf_hash from ledger.entry where institution = ledger.institution() order by stream, version',
    );
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${BATCH} from bench_rows`);
      if (rows.length === 0) return done;
      for (const row of rows) look(row);
      done += rows.length;
    }
  } finally {
    await client.end();
  }
}

function hashedAnew({ entry, leaf_hash: stored }: Row): void {
  const { stream, version } = JSON.parse(entry) as Entry;
  if (hex(leafHash(entry, sha256)) !== stored.toString('hex'))
    throw new Error(`${stream} ${version} is altered`);
}

function parsedAlone({ entry }: Row): void {
  const { version } = JSON.parse(entry) as Entry;
  if (version < 1) throw new Error('an entry without a version');
}
