import type pg from 'pg';
import type { Json } from '@mouding/evidence';
import { within } from './connection.ts';
import type { Keys } from './data-keys.ts';
import { open, seal, type Place } from './vault.ts';

/** A draft as it is kept. */
export interface StoredDraft {
  /** Of this row: 1 for the first, 0 where there is none. */
  readonly version: number;
  readonly said: Json;
}

/** What people have typed and not yet sent: sealed for its writer, outside the log, gone with the writer's data key. */
export interface Drafts {
  /** The draft; undefined when there is none, or the key of its writer was destroyed. @throws WillNotOpen */
  get(institution: string, person: string, about: string): Promise<StoredDraft | undefined>;
  /**
   * Puts a draft in the place of the one at version `seen` (0: of none).
   *
   * @returns whether it was put; not when another stands there by now, or the key of the writer was destroyed
   */
  put(institution: string, person: string, about: string, next: StoredDraft): Promise<boolean>;
}

interface Row {
  readonly version: number;
  readonly body: Buffer;
  readonly cm: string;
}

export const openDrafts = (pool: pg.Pool, keys: Keys): Drafts => {
  const keyOf = async (institution: string, person: string): Promise<Buffer | undefined> =>
    keys
      .read(institution, await within(pool, institution, keys.wantedFor(institution, [person])))
      .get(person);
  return {
    async get(institution, person, about) {
      const [row] = await within<Row>(pool, institution, { ...GET, values: [person, about] });
      const key = row && (await keyOf(institution, person));
      if (!key) return undefined;
      const { version, body, cm } = row;
      return { version, said: open(key, placeOf(institution, person, about, version), body, cm) };
    },
    async put(institution, person, about, { version, said }) {
      const key = await keyOf(institution, person);
      if (!key) return false;
      const { body, sealed } = seal(key, placeOf(institution, person, about, version), said);
      const values = [person, about, version, body, sealed.cm];
      if (version > 1) return (await within(pool, institution, { ...CHANGE, values })).length > 0;
      await within(pool, institution, { ...SWEEP, values: [person] });
      return (await within(pool, institution, { ...FIRST, values })).length > 0;
    },
  };
};

const placeOf = (institution: string, person: string, about: string, version: number): Place => ({
  institution,
  stream: `draft/${about}`,
  version,
  subject: person,
});

const GET = {
  name: 'draft-get',
  text: `select version, body, cm from ledger.draft
    where institution = ledger.institution() and person = $1 and about = $2`,
};
const FIRST = {
  name: 'draft-first',
  text: `insert into ledger.draft (institution, person, about, version, body, cm)
    values (ledger.institution(), $1, $2, $3, $4, $5) on conflict do nothing returning version`,
};
const CHANGE = {
  name: 'draft-change',
  text: `update ledger.draft set version = $3, body = $4, cm = $5, stored = now()
    where institution = ledger.institution() and person = $1 and about = $2 and version = $3 - 1 returning version`,
};
/** Half a year untouched is longer than any work here is open. */
const SWEEP = {
  name: 'draft-sweep',
  text: `delete from ledger.draft
    where institution = ledger.institution() and person = $1 and stored < now() - interval '180 days'`,
};
