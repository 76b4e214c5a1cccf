import type pg from 'pg';
import { within } from './connection.ts';

/** How people sign in. `secret` is an argon2id string; what it means is the caller's. */
export interface Credentials {
  /** Sets or replaces what a login stands for; logins are unique in an institution. */
  set(institution: string, login: string, person: string, secret: string): Promise<void>;
  find(
    institution: string,
    login: string,
  ): Promise<{ readonly person: string; readonly secret: string } | undefined>;
  remove(institution: string, login: string): Promise<void>;
}

/** A person's name and how to reach them. */
export interface Listed {
  readonly person: string;
  readonly name: string;
  readonly contact: string | null;
}

/** The one erasable table of names. */
export interface Directory {
  put(institution: string, listed: Listed): Promise<void>;
  get(institution: string, persons: readonly string[]): Promise<ReadonlyMap<string, Listed>>;
  /** Names that contain the text, at most `limit`. */
  search(institution: string, text: string, limit: number): Promise<readonly Listed[]>;
  /** Erases a person's name. */
  erase(institution: string, person: string): Promise<void>;
}

export function openCredentials(pool: pg.Pool): Credentials {
  return {
    async set(institution, login, person, secret) {
      const text = `insert into ledger.credential (institution, login, person, secret, changed)
        values (ledger.institution(), $1, $2, $3, now())
        on conflict (institution, login) do update
        set person = excluded.person, secret = excluded.secret, changed = excluded.changed`;
      await within(pool, institution, { name: 'credential-set', text, values: [login, person, secret] });
    },
    async find(institution, login) {
      const text = `select person, secret from ledger.credential where institution = ledger.institution() and login = $1`;
      const values = [login];
      return (
        await within<{ person: string; secret: string }>(pool, institution, {
          name: 'credential-find',
          text,
          values,
        })
      )[0];
    },
    async remove(institution, login) {
      const text = `delete from ledger.credential where institution = ledger.institution() and login = $1`;
      await within(pool, institution, { name: 'credential-remove', text, values: [login] });
    },
  };
}

export function openDirectory(pool: pg.Pool): Directory {
  return {
    async put(institution, { person, name, contact }) {
      const text = `insert into ledger.directory (institution, person, name, contact) values (ledger.institution(), $1, $2, $3)
        on conflict (institution, person) do update set name = excluded.name, contact = excluded.contact`;
      await within(pool, institution, { name: 'directory-put', text, values: [person, name, contact] });
    },
    async get(institution, persons) {
      const text = `select person, name, contact from ledger.directory
        where institution = ledger.institution() and person = any ($1)`;
      const rows = await within<Listed>(pool, institution, {
        name: 'directory-get',
        text,
        values: [persons],
      });
      return new Map(rows.map((row) => [row.person, row]));
    },
    search(institution, wanted, limit) {
      // strpos, not like: what is looked for is text, not a pattern.
      const text = `select person, name, contact from ledger.directory
        where institution = ledger.institution() and strpos(name, $1) > 0 order by name, person limit $2`;
      return within<Listed>(pool, institution, { name: 'directory-search', text, values: [wanted, limit] });
    },
    async erase(institution, person) {
      const text = `delete from ledger.directory where institution = ledger.institution() and person = $1`;
      await within(pool, institution, { name: 'directory-erase', text, values: [person] });
    },
  };
}

/** Notes a log-in or a reading, outside the tree. Rows are never changed. */
export async function logAccess(
  pool: pg.Pool,
  institution: string,
  {
    person,
    action,
    detail,
  }: { readonly person: string | null; readonly action: string; readonly detail: string },
): Promise<void> {
  const text = `insert into ledger.access_log (institution, person, action, detail) values (ledger.institution(), $1, $2, $3)`;
  await within(pool, institution, { name: 'access-log', text, values: [person, action, detail] });
}
