import type pg from 'pg';
import type { Json } from '@mouding/evidence';
import { canonical, decodeEntry, hex } from '@mouding/evidence';
import type { NewEntry } from './batch.ts';
import type { DataKeys } from './compose.ts';
import { within, type Statement } from './connection.ts';
import { commitmentKey, newWrappedKey, open, readKeyFile, unwrapKey, type Place } from './vault.ts';

/** A sealed body in clear, with what shows it to be the one that its entry committed to. */
export interface Disclosed {
  /** The plain bytes, as text. */
  readonly plain: string;
  /** The key of its commitment (hex): HMAC-SHA-256 of `plain` under it is `cm`. It opens no other body. */
  readonly key: string;
}

/** The data keys of one process. Without a key file nothing can be sealed and nothing sealed can be opened. */
export interface Keys {
  /**
   * The keys that these entries are sealed with. They may have been wrapped a while ago: whoever commits what was
   * sealed with them must check that each still stands, and call {@link Keys.forget} when one does not.
   *
   * @param fetch runs the statement that fetches, or makes, those that are not known
   */
  forSealing(
    institution: string,
    entries: readonly NewEntry[],
    fetch: (statement: Statement) => Promise<readonly object[]>,
  ): Promise<DataKeys>;
  /** Forgets what is known of the keys of an institution. */
  forget(institution: string): void;
  /** The statement that fetches, or makes, the keys of these subjects. */
  wantedFor(institution: string, subjects: readonly string[]): Statement;
  /** What the statement answered, as keys. */
  read(institution: string, rows: readonly object[]): DataKeys;
  /** Opens a sealed body; undefined when there is none, or its key was destroyed. @throws WillNotOpen */
  open(institution: string, stream: string, version: number, subject: string): Promise<Json | undefined>;
  /** The same with its proof; undefined as there. @throws WillNotOpen */
  disclose(place: Place): Promise<Disclosed | undefined>;
  /** Destroys the key of a subject for good. */
  destroy(institution: string, subject: string): Promise<void>;
  /** Subjects whose key was destroyed. */
  destroyed(institution: string): Promise<ReadonlySet<string>>;
}

/** How many wrapped keys are kept; a hospital has fewer people. */
const KEPT = 10_000;

interface Wrappings {
  get(institution: string, subject: string): Buffer | undefined;
  keep(institution: string, row: WrappedRow): void;
  forget(institution: string): void;
}

/** Wrapped keys by institution and subject. */
function wrappings(): Wrappings {
  const known = new Map<string, Buffer>();
  const at = (institution: string, subject: string): string => `${institution} ${subject}`;
  return {
    get: (institution, subject) => known.get(at(institution, subject)),
    keep(institution, { subject, wrapped }) {
      if (!wrapped) return;
      if (known.size >= KEPT) known.clear();
      known.set(at(institution, subject), wrapped);
    },
    forget(institution) {
      for (const key of known.keys()) if (key.startsWith(institution)) known.delete(key);
    },
  };
}

/**
 * No data key stays in memory, only its wrapping, and only for sealing: what is sealed is opened with a key fetched
 * for it, so that a key destroyed by another process opens nothing here.
 */
export function openKeys(pool: pg.Pool, keyFile: string | undefined): Keys {
  const wrapping = keyFile === undefined ? undefined : readKeyFile(keyFile);
  const needed = (): Buffer => {
    if (!wrapping) throw new Error('sealed bodies need a key file (KEY_FILE)');
    return wrapping;
  };
  const known = wrappings();
  return {
    async forSealing(institution, entries, fetch) {
      const subjects = [...new Set(entries.flatMap(({ sealed }) => sealed.map(({ subject }) => subject)))];
      // Sorted, so that two commands that make the same keys wait for each other in one order.
      const unknown = subjects.filter((subject) => !known.get(institution, subject)).toSorted();
      if (unknown.length > 0)
        for (const row of await fetch(fetchKeys(needed(), institution, unknown)))
          known.keep(institution, row as WrappedRow);
      const keys = subjects.flatMap((subject): [string, Buffer][] => {
        const wrapped = known.get(institution, subject);
        return wrapped ? [[subject, unwrapKey(needed(), institution, subject, wrapped)]] : [];
      });
      return new Map(keys);
    },
    forget: (institution) => known.forget(institution),
    wantedFor: (institution, subjects) => fetchKeys(needed(), institution, subjects),
    read: (institution, rows) => unwrapped(needed, institution, rows as WrappedRow[]),
    open: (institution, stream, version, subject) =>
      openSealed(pool, needed, { institution, stream, version, subject }).then((opened) => opened?.said),
    async disclose(place) {
      const opened = await openSealed(pool, needed, place);
      return opened && { plain: canonical(opened.said), key: hex(commitmentKey(opened.key, opened.body)) };
    },
    destroy: (institution, subject) => destroyKey(pool, institution, subject),
    destroyed: (institution) => destroyedKeys(pool, institution),
  };
}

const unwrapped = (
  wrapping: () => Buffer,
  institution: string,
  rows: readonly WrappedRow[],
): ReadonlyMap<string, Buffer> =>
  new Map(
    rows.flatMap(({ subject, wrapped }): [string, Buffer][] =>
      wrapped ? [[subject, unwrapKey(wrapping(), institution, subject, wrapped)]] : [],
    ),
  );

async function destroyKey(pool: pg.Pool, institution: string, subject: string): Promise<void> {
  await within(pool, institution, { ...DESTROY, values: [subject] });
}

async function destroyedKeys(pool: pg.Pool, institution: string): Promise<ReadonlySet<string>> {
  const rows = await within<{ subject: string }>(pool, institution, { ...DESTROYED, values: [] });
  return new Set(rows.map(({ subject }) => subject));
}

interface OpenedBody {
  readonly said: Json;
  readonly key: Buffer;
  readonly body: Buffer;
}

async function openSealed(
  pool: pg.Pool,
  wrapping: () => Buffer,
  place: Place,
): Promise<OpenedBody | undefined> {
  const { institution, stream, version, subject } = place;
  const values = [stream, version, subject];
  const [row] = await within<BodyRow>(pool, institution, { name: 'open-sealed', text: OPEN_SEALED, values });
  if (!row) return undefined;
  const cm = decodeEntry(row.entry).sealed.find((sealed) => sealed.subject === subject)?.cm ?? '';
  const key = unwrapKey(wrapping(), institution, subject, row.wrapped);
  return { said: open(key, place, row.body, cm), key, body: row.body };
}

/** Keys fetched outside a command's transaction, for the coalesced door. */
export const keysOutside = (
  pool: pg.Pool,
  keys: Keys,
  institution: string,
  entries: readonly NewEntry[],
): Promise<DataKeys> =>
  keys.forSealing(institution, entries, (statement) => within(pool, institution, statement));

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

const DESTROYED = {
  name: 'destroyed-keys',
  text: 'select subject from ledger.destroyed_key where institution = ledger.institution()',
};
const DESTROY = { name: 'destroy-key', text: 'select ledger.destroy_key($1)' };

const OPEN_SEALED = `select b.body, k.wrapped, e.entry
  from ledger.sealed_body b
  join ledger.entry e on e.institution = b.institution and e.stream = b.stream and e.version = b.version
  join vault.data_key k on k.institution = b.institution and k.subject = b.subject
  where b.institution = ledger.institution() and b.stream = $1 and b.version = $2 and b.subject = $3
    and not exists (select from ledger.destroyed_key d where d.institution = b.institution and d.subject = b.subject)`;
