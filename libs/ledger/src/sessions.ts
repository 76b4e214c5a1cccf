import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { within } from './connection.ts';
import { sha256 } from './hashing.ts';

/** A signed-in session. Its times are real time: machinery does not follow a rehearsal's clock. */
export interface Session {
  readonly institution: string;
  readonly person: string;
  readonly created: string;
  readonly used: string;
  readonly ends: string;
}

/**
 * Sessions by an opaque token, `institution.secret`: the institution says where to look, the 256 random bits of the
 * secret are what proves. Only the hash of the token is stored.
 */
export interface Sessions {
  /** @param seconds until it ends, however much it is used */
  create(
    institution: string,
    person: string,
    seconds: number,
  ): Promise<{ readonly token: string; readonly ends: string }>;
  /** The session of a token, if it has not ended and was used within `idleSeconds`. */
  find(token: string, idleSeconds: number): Promise<Session | undefined>;
  /** Notes that it is in use; written at most once a minute. */
  touch(token: string): Promise<void>;
  end(token: string): Promise<void>;
  /** Ends every session of a person but the one given; answers how many. */
  endOthers(institution: string, person: string, token: string | null): Promise<number>;
}

const TOKEN = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.[A-Za-z0-9_-]{43}$/;

export function openSessions(pool: pg.Pool): Sessions {
  return {
    async create(institution, person, seconds) {
      const token = `${institution}.${randomBytes(32).toString('base64url')}`;
      const [row] = await byToken<{ ends: Date }>(pool, token, 'session-create', CREATE, person, seconds);
      if (!row) throw new Error(`not an institution: ${institution}`);
      return { token, ends: row.ends.toISOString() };
    },
    async find(token, idleSeconds) {
      const [row] = await byToken<SessionRow>(pool, token, 'session-find', FIND, idleSeconds);
      return row && sessionOf(row);
    },
    async touch(token) {
      await byToken(pool, token, 'session-touch', TOUCH);
    },
    async end(token) {
      await byToken(pool, token, 'session-end', END);
    },
    async endOthers(institution, person, token) {
      const values = [person, token === null ? Buffer.alloc(0) : hashOf(token)];
      return (await within(pool, institution, { name: 'session-end-others', text: END_OTHERS, values }))
        .length;
    },
  };
}

async function byToken<R extends object>(
  pool: pg.Pool,
  token: string,
  name: string,
  text: string,
  ...more: readonly unknown[]
): Promise<readonly R[]> {
  const institution = TOKEN.exec(token)?.[1];
  return institution ? within<R>(pool, institution, { name, text, values: [hashOf(token), ...more] }) : [];
}

const sessionOf = ({ institution, person, created, used, ends }: SessionRow): Session => ({
  institution,
  person,
  created: created.toISOString(),
  used: used.toISOString(),
  ends: ends.toISOString(),
});

const hashOf = (token: string): Uint8Array => sha256(Buffer.from(token));

interface SessionRow {
  readonly institution: string;
  readonly person: string;
  readonly created: Date;
  readonly used: Date;
  readonly ends: Date;
}

const CREATE = `insert into ledger.session (institution, token_hash, person, created, used, ends)
  values (ledger.institution(), $1, $2, now(), now(), now() + $3 * interval '1 second') returning ends`;
const FIND = `select institution, person, created, used, ends from ledger.session
  where institution = ledger.institution() and token_hash = $1
    and ends > now() and used > now() - $2 * interval '1 second'`;
const TOUCH = `update ledger.session set used = now()
  where institution = ledger.institution() and token_hash = $1 and used < now() - interval '1 minute'`;
const END = `delete from ledger.session where institution = ledger.institution() and token_hash = $1`;
const END_OTHERS = `delete from ledger.session
  where institution = ledger.institution() and person = $1 and token_hash <> $2 returning person`;
