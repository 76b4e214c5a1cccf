import type pg from 'pg';
import { within } from './connection.ts';
import type { Credential } from './people.ts';

/** One question of an auditor. */
export interface AuditNote {
  readonly person: string | null;
  /** The letter under which it was asked; null where none is needed. */
  readonly letter: string | null;
  readonly action: string;
  readonly detail: string;
  /** The session in which it was asked; left out where there is none yet. */
  readonly session?: string;
}

export interface NotedReading extends Omit<AuditNote, 'session'> {
  readonly pos: number;
  /** Machine time. */
  readonly at: string;
}

/** A session of the auditor's service, as its log has it. Seconds of machine time. */
export interface AuditSessionTrail {
  readonly person: string;
  /** Since the sign-in. */
  readonly age: number;
  /** Since the last reading. */
  readonly idle: number;
  readonly isOver: boolean;
}

/** The auditor's service writes down its own reading; it and the institution read it. Rows are never changed. */
export interface AuditLog {
  note(institution: string, note: AuditNote): Promise<void>;
  /** The newest first, before a position (undefined for the newest of all). */
  list(institution: string, before: number | undefined, limit: number): Promise<readonly NotedReading[]>;
  /** How often a login was tried since it last fitted, within so many seconds; `subject` is its hash. */
  tries(institution: string, subject: string, seconds: number): Promise<number>;
  /** What was written down of a session; undefined where none began under this hash. */
  session(institution: string, session: string): Promise<AuditSessionTrail | undefined>;
  /** What a login stands for, for signing in at the auditor's service. Needs the audit role. */
  credential(institution: string, login: string): Promise<Credential | undefined>;
}

const NOTE = `insert into ledger.audit_log (institution, person, letter, action, detail, session)
  values (ledger.institution(), $1, $2, $3, $4, $5)`;
const LIST = `select pos::float8 as pos, at, person, letter, action, detail from ledger.audit_log
  where institution = ledger.institution() and ($1::bigint is null or pos < $1) order by pos desc limit $2`;
const TRIES = `select count(*)::int as tries from ledger.audit_log t
  where t.institution = ledger.institution() and t.detail = $1 and t.action = 'sign-in-tried'
    and t.at > now() - $2 * interval '1 second'
    and t.pos > coalesce((select max(s.pos) from ledger.audit_log s
      where s.institution = ledger.institution() and s.detail = $1 and s.action = 'sign-in'), -1)`;
const SESSION = `select b.person, extract(epoch from now() - b.at)::float8 as age,
    extract(epoch from now() - (select u.at from ledger.audit_log u
      where u.institution = b.institution and u.session = b.session order by u.pos desc limit 1))::float8 as idle,
    exists (select from ledger.audit_log e
      where e.institution = b.institution and e.session = b.session and e.action = 'sign-out') as "isOver"
  from ledger.audit_log b
  where b.institution = ledger.institution() and b.session = $1 and b.action = 'sign-in' order by b.pos limit 1`;
const CREDENTIAL = `select person, login, secret, one_time as "oneTime", active,
    extract(epoch from now() - changed)::float8 / 86400 as days from ledger.credential_of($1)`;

export function openAuditLog(pool: pg.Pool): AuditLog {
  return {
    async note(institution, { person, letter, action, detail, session }) {
      const values = [person, letter, action, detail.slice(0, 2000), session ?? null];
      await within(pool, institution, { name: 'audit-note', text: NOTE, values });
    },
    async list(institution, before, limit) {
      const statement = { name: 'audit-list', text: LIST, values: [before ?? null, limit] };
      return (await within<Stored>(pool, institution, statement)).map(({ at, ...row }) => ({
        ...row,
        at: at.toISOString(),
      }));
    },
    async tries(institution, subject, seconds) {
      const statement = { name: 'audit-tries', text: TRIES, values: [subject, seconds] };
      const [row] = await within<{ tries: number }>(pool, institution, statement);
      return row?.tries ?? 0;
    },
    async session(institution, session) {
      const statement = { name: 'audit-session', text: SESSION, values: [session] };
      return (await within<AuditSessionTrail>(pool, institution, statement))[0];
    },
    async credential(institution, login) {
      const statement = { name: 'audit-credential', text: CREDENTIAL, values: [login] };
      return (await within<Credential>(pool, institution, statement))[0];
    },
  };
}

type Stored = Omit<NotedReading, 'at'> & { readonly at: Date };
