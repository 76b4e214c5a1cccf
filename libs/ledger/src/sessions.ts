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
  /** A name for it that proves nothing: for its owner to end it by. */
  readonly id: string;
  /** The browser it began in, as that browser says. */
  readonly agent: string;
  /** Whether nothing may be done with it before the password is changed. */
  readonly limited: boolean;
}

/** What a session is begun with beside its person. */
export interface Beginning {
  readonly agent?: string;
  readonly limited?: boolean;
  /** Most sessions that a person has at once; the longest unused ones end. No limit when left out. */
  readonly atMost?: number;
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
    beginning?: Beginning,
  ): Promise<{ readonly token: string; readonly ends: string }>;
  /** The session of a token, if it has not ended and was used within `idleSeconds`. */
  find(token: string, idleSeconds: number): Promise<Session | undefined>;
  /** Notes that it is in use; written at most once a minute. */
  touch(token: string): Promise<void>;
  end(token: string): Promise<void>;
  /** The sessions of a person that have not ended, the latest used first. */
  list(institution: string, person: string, idleSeconds: number): Promise<readonly Session[]>;
  /** Ends one session of a person by its id; false when there is none. */
  endOne(institution: string, person: string, id: string): Promise<boolean>;
  /** Ends every session of a person but the one given; answers how many. */
  endOthers(institution: string, person: string, token: string | null): Promise<number>;
}

const TOKEN = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.[A-Za-z0-9_-]{43}$/;

export function openSessions(pool: pg.Pool): Sessions {
  return {
    create: (institution, person, seconds, beginning = {}) =>
      create(pool, institution, { person, seconds, ...beginning }),
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
    async list(institution, person, idleSeconds) {
      const values = [person, idleSeconds];
      return (await within<SessionRow>(pool, institution, { name: 'session-list', text: LIST, values })).map(
        sessionOf,
      );
    },
    async endOne(institution, person, id) {
      const values = [person, id];
      return (
        (await within(pool, institution, { name: 'session-end-one', text: END_ONE, values })).length === 1
      );
    },
    async endOthers(institution, person, token) {
      const values = [person, token === null ? Buffer.alloc(0) : hashOf(token)];
      return (await within(pool, institution, { name: 'session-end-others', text: END_OTHERS, values }))
        .length;
    },
  };
}

async function create(
  pool: pg.Pool,
  institution: string,
  {
    person,
    seconds,
    agent = '',
    limited = false,
    atMost,
  }: Beginning & { readonly person: string; readonly seconds: number },
): ReturnType<Sessions['create']> {
  const token = `${institution}.${randomBytes(32).toString('base64url')}`;
  const values = [hashOf(token), person, seconds, agent.slice(0, 200), limited];
  const begin = { name: 'session-create', text: CREATE, values };
  const trim = { name: 'session-trim', text: TRIM, values: [person, (atMost ?? 0) - 1] };
  const statements = atMost === undefined ? [begin] : [trim, begin];
  const [row] = await within<{ ends: Date }>(pool, institution, ...statements);
  if (!row) throw new Error(`not an institution: ${institution}`);
  return { token, ends: row.ends.toISOString() };
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

const sessionOf = ({ created, used, ends, ...row }: SessionRow): Session => ({
  ...row,
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
  readonly id: string;
  readonly agent: string;
  readonly limited: boolean;
}

const CREATE = `insert into ledger.session (institution, token_hash, person, created, used, ends, agent, limited)
  values (ledger.institution(), $1, $2, now(), now(), now() + $3 * interval '1 second', $4, $5) returning ends`;
/** Ends all but the $2 latest used ones, and whatever is over. */
const TRIM = `delete from ledger.session where institution = ledger.institution() and person = $1
  and (ends < now() or token_hash not in (select token_hash from ledger.session
    where institution = ledger.institution() and person = $1 and ends > now() order by used desc limit $2))`;
const COLUMNS = 'institution, person, created, used, ends, id, agent, limited';
const FIND = `select ${COLUMNS} from ledger.session
  where institution = ledger.institution() and token_hash = $1
    and ends > now() and used > now() - $2 * interval '1 second'`;
const LIST = `select ${COLUMNS} from ledger.session
  where institution = ledger.institution() and person = $1
    and ends > now() and used > now() - $2 * interval '1 second' order by used desc, id`;
const END_ONE = `delete from ledger.session
  where institution = ledger.institution() and person = $1 and id = $2 returning id`;
const TOUCH = `update ledger.session set used = now()
  where institution = ledger.institution() and token_hash = $1 and used < now() - interval '1 minute'`;
const END = `delete from ledger.session where institution = ledger.institution() and token_hash = $1`;
const END_OTHERS = `delete from ledger.session
  where institution = ledger.institution() and person = $1 and token_hash <> $2 returning person`;
