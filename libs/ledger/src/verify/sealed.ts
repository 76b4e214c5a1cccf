import { hex, type Sealed } from '@mouding/evidence';
import { sha256 } from '../hashing.ts';
import type { LogSource, RowKey } from '../log-rows.ts';
import type { Fault } from './faults.ts';

interface BodyRow {
  readonly stream: string;
  readonly version: number;
  readonly subject: string;
  readonly body: Buffer;
}

const BODIES = {
  name: 'sealed-bodies',
  text: `select stream, version, subject, body from ledger.sealed_body
    where institution = ledger.institution() and (stream, version) >= ($1, $2) and (stream, version) <= ($3, $4)`,
};

const place = (stream: string, version: number, subject: string): string => `${stream} ${version} ${subject}`;

/** A row and the bodies that its entry says are sealed; none where its bytes are no entry. */
export interface SealingRow extends RowKey {
  readonly sealed: readonly Sealed[];
}

/** Compares the sealed bodies of a batch of entries with what the entries say: each there, unaltered, none besides. */
export async function checkSealed(
  { client }: LogSource,
  rows: readonly SealingRow[],
): Promise<readonly Fault[]> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const values = [first.stream, first.version, last.stream, last.version];
  const bodies = await client.query<BodyRow>({ ...BODIES, values });
  const stored = new Map(bodies.rows.map((row) => [place(row.stream, row.version, row.subject), row]));
  const sealing = rows.filter(({ sealed }) => sealed.length > 0);
  const faults = sealing.flatMap(({ stream, version, sealed }) =>
    sealed.flatMap(({ subject, ct }): Fault[] => {
      const at = place(stream, version, subject);
      const detail = wrongBody(stored.get(at)?.body, subject, ct);
      stored.delete(at);
      return detail ? [{ stream, version, fault: 'sealed-body', detail }] : [];
    }),
  );
  if (stored.size === 0) return faults;
  // A body whose entry is not there is named once, by the look over the whole table.
  const there = new Set(rows.map(({ stream, version }) => `${stream} ${version}`));
  const strays = [...stored.values()].filter(({ stream, version }) => there.has(`${stream} ${version}`));
  return [...faults, ...strays.map((body) => wrongPlace(body, 'that the entry does not name'))];
}

const ORPHANS = `select b.stream, b.version, b.subject from ledger.sealed_body b
  where b.institution = ledger.institution() and not exists (select from ledger.entry e
    where e.institution = b.institution and e.stream = b.stream and e.version = b.version)
  order by 1, 2, 3`;

/** Names every sealed body whose entry is not in the log. */
export async function orphanFaults({ client }: LogSource): Promise<readonly Fault[]> {
  const { rows } = await client.query<Omit<BodyRow, 'body'>>(ORPHANS);
  return rows.map((body) => wrongPlace(body, 'without an entry'));
}

function wrongBody(body: Buffer | undefined, subject: string, ct: string): string | undefined {
  if (!body) return `no body for ${subject}`;
  return hex(sha256(body)) === ct ? undefined : `the body for ${subject} was altered`;
}

const wrongPlace = ({ stream, version, subject }: Omit<BodyRow, 'body'>, how: string): Fault => ({
  stream,
  version,
  fault: 'sealed-body',
  detail: `a body for ${subject} ${how}`,
});
