import type pg from 'pg';
import type { Json } from '@mouding/evidence';
import { decodeEntry } from '@mouding/evidence';
import type { NewEntry } from './batch.ts';
import type { DataKeys } from './compose.ts';
import { within, type Statement } from './connection.ts';
import { newWrappedKey, open, readKeyFile, unwrapKey } from './vault.ts';

/** The data keys of one process. Without a key file nothing can be sealed and nothing sealed can be opened. */
export interface Keys {
  /** The statement that fetches, or makes, the keys that these entries are sealed with; undefined when none is. */
  wanted(institution: string, entries: readonly NewEntry[]): Statement | undefined;
  /** What the statement answered, as keys. */
  read(institution: string, rows: readonly object[]): DataKeys;
  /** Opens a sealed body; undefined when there is none, or its key was destroyed. @throws WillNotOpen */
  open(institution: string, stream: string, version: number, subject: string): Promise<Json | undefined>;
  /** Destroys the key of a subject for good. */
  destroy(institution: string, subject: string): Promise<void>;
}

/** No key stays in memory: a key that was destroyed by another process must not open anything here. */
export function openKeys(pool: pg.Pool, keyFile: string | undefined): Keys {
  const wrapping = keyFile === undefined ? undefined : readKeyFile(keyFile);
  const needed = (): Buffer => {
    if (!wrapping) throw new Error('sealed bodies need a key file (KEY_FILE)');
    return wrapping;
  };
  return {
    wanted(institution, entries) {
      // Sorted, so that two commands that make the same keys wait for each other in one order.
      const subjects = [
        ...new Set(entries.flatMap(({ sealed }) => sealed.map(({ subject }) => subject))),
      ].toSorted();
      return subjects.length === 0 ? undefined : fetchKeys(needed(), institution, subjects);
    },
    read(institution, rows) {
      const found = (rows as WrappedRow[]).flatMap(({ subject, wrapped }): [string, Buffer][] =>
        wrapped ? [[subject, unwrapKey(needed(), institution, subject, wrapped)]] : [],
      );
      return new Map(found);
    },
    async open(institution, stream, version, subject) {
      const values = [stream, version, subject];
      const [row] = await within<BodyRow>(pool, institution, {
        name: 'open-sealed',
        text: OPEN_SEALED,
        values,
      });
      if (!row) return undefined;
      const place = { institution, stream, version, subject };
      const cm = decodeEntry(row.entry).sealed.find((sealed) => sealed.subject === subject)?.cm ?? '';
      return open(unwrapKey(needed(), institution, subject, row.wrapped), place, row.body, cm);
    },
    async destroy(institution, subject) {
      await within(pool, institution, {
        name: 'destroy-key',
        text: 'select ledger.destroy_key($1)',
        values: [subject],
      });
    },
  };
}

/** Keys fetched outside a command's transaction, for the coalesced door. */
export async function keysOutside(
  pool: pg.Pool,
  keys: Keys,
  institution: string,
  entries: readonly NewEntry[],
): Promise<DataKeys> {
  const wanted = keys.wanted(institution, entries);
  return wanted ? keys.read(institution, await within(pool, institution, wanted)) : new Map();
}

interface WrappedRow {
  readonly subject: string;
  readonly wrapped: Buffer | null;
}
interface BodyRow {
  readonly body: Buffer;
  readonly wrapped: Buffer;
  readonly entry: string;
}

const fetchKeys = (wrapping: Buffer, institution: string, subjects: readonly string[]): Statement => ({
  name: 'data-keys',
  text: `select s.subject, ledger.data_key(s.subject, s.offered) as wrapped
    from unnest($1::uuid[], $2::bytea[]) with ordinality as s(subject, offered, ord) order by s.ord`,
  values: [subjects, subjects.map((subject) => newWrappedKey(wrapping, institution, subject))],
});

const OPEN_SEALED = `select b.body, k.wrapped, e.entry
  from ledger.sealed_body b
  join ledger.entry e on e.institution = b.institution and e.stream = b.stream and e.version = b.version
  join vault.data_key k on k.institution = b.institution and k.subject = b.subject
  where b.institution = ledger.institution() and b.stream = $1 and b.version = $2 and b.subject = $3
    and not exists (select from ledger.destroyed_key d where d.institution = b.institution and d.subject = b.subject)`;
