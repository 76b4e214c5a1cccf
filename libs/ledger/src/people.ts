import type pg from 'pg';
import { KEEP_FORMER } from './account-writes.ts';
import { within } from './connection.ts';

/** What a login stands for. */
export interface Credential {
  readonly person: string;
  readonly login: string;
  /** An argon2id string; what it means is the caller's. */
  readonly secret: string;
  /** Whether somebody else chose the password, so that it must be changed before anything else. */
  readonly oneTime: boolean;
  /** Whether the account is in use at all. */
  readonly active: boolean;
  /** Days since the password was set, by machine time. */
  readonly days: number;
}

/** A credential without its secret. */
export type Account = Pick<Credential, 'person' | 'login' | 'oneTime' | 'active'>;

/** How people sign in. */
export interface Credentials {
  /** Sets or replaces what a login stands for; logins are unique in an institution. */
  set(institution: string, login: string, person: string, secret: string): Promise<void>;
  find(institution: string, login: string): Promise<Credential | undefined>;
  ofPerson(institution: string, person: string): Promise<Credential | undefined>;
  /** Everybody who can sign in, or could, by login. */
  all(institution: string): Promise<readonly Account[]>;
  /** Gives a person the password that they chose; the one before joins the former ones, of which five are kept. */
  change(institution: string, person: string, secret: string): Promise<void>;
  /** The argon2id strings of the passwords that a person had before. */
  former(institution: string, person: string): Promise<readonly string[]>;
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

/** How many former passwords are kept. */
const FORMER = 5;
const CHANGE = `update ledger.credential set secret = $2, one_time = false, changed = now()
  where institution = ledger.institution() and person = $1`;
const DROP_FORMER = `delete from ledger.former_secret f
  where f.institution = ledger.institution() and f.person = $1 and f.secret not in (
    select o.secret from ledger.former_secret o
    where o.institution = ledger.institution() and o.person = $1 order by o.ended desc limit $2)`;

const CREDENTIAL = `select person, login, secret, one_time as "oneTime", active,
    extract(epoch from now() - changed)::float8 / 86400 as days
  from ledger.credential where institution = ledger.institution() and `;

const ALL = `select person, login, one_time as "oneTime", active from ledger.credential
  where institution = ledger.institution() order by login`;

/** @param where a condition of ours on one value, e.g. `login = $1` */
async function one(
  pool: pg.Pool,
  institution: string,
  name: string,
  where: 'login = $1' | 'person = $1',
  value: string,
): Promise<Credential | undefined> {
  const statement = { name, text: CREDENTIAL + where, values: [value] };
  return (await within<Credential>(pool, institution, statement))[0];
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
    find: (institution, login) => one(pool, institution, 'credential-find', 'login = $1', login),
    ofPerson: (institution, person) => one(pool, institution, 'credential-of-person', 'person = $1', person),
    all: (institution) =>
      within<Account>(pool, institution, { name: 'credential-all', text: ALL, values: [] }),
    async change(institution, person, secret) {
      await within(
        pool,
        institution,
        { name: 'former-keep', text: KEEP_FORMER, values: [person] },
        { name: 'credential-change', text: CHANGE, values: [person, secret] },
        { name: 'former-drop', text: DROP_FORMER, values: [person, FORMER] },
      );
    },
    async former(institution, person) {
      const text = `select secret from ledger.former_secret
        where institution = ledger.institution() and person = $1 order by ended desc`;
      const rows = await within<{ secret: string }>(pool, institution, {
        name: 'former-list',
        text,
        values: [person],
      });
      return rows.map(({ secret }) => secret);
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

/** One log-in or reading, as it was noted. */
export interface Access {
  readonly pos: number;
  readonly at: string;
  readonly person: string | null;
  readonly action: string;
  readonly detail: string;
}

/** The access log after a position, oldest first. Needs the audit role. */
export async function accesses(
  pool: pg.Pool,
  institution: string,
  after: number,
  limit: number,
): Promise<readonly Access[]> {
  const text = `select pos::float8 as pos, at, person, action, detail from ledger.access_log
    where institution = ledger.institution() and pos > $1 order by pos limit $2`;
  const rows = await within<Omit<Access, 'at'> & { readonly at: Date }>(pool, institution, {
    name: 'accesses',
    text,
    values: [after, limit],
  });
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
