import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { canonical, type Json } from '@mouding/evidence';
import { single, within, type Statement } from './connection.ts';
import type { Keys } from './data-keys.ts';
import { sha256 } from './hashing.ts';
import { open, seal, type Place } from './vault.ts';

/** Tokens for unsigned opinions, and where opinions wait in a box. Nothing here can say whose an opinion is. */
export interface Unsigned {
  /**
   * One token, `institution.secret`; undefined when the person has had the most. Who takes one and which one is handed
   * out are written in two transactions that know nothing of each other. A crash between them costs the person one.
   */
  takeToken(
    institution: string,
    consultation: string,
    person: string,
    most: number,
  ): Promise<string | undefined>;
  /** The days, `YYYY-MM-DD` of Beijing, of which opinions wait in the box of a consultation, the earliest first. */
  boxDays(institution: string, consultation: string): Promise<readonly string[]>;
  /**
   * Evens out what is kept of tokens and of who took them, once opinions were recorded: no row shows any more when it
   * was written. An opinion sent again after this is told that its token was used.
   */
  levelTokens(institution: string, consultation: string): Promise<void>;
  /** Consultations of which tokens are still kept, in every institution. Needs the worker's role. */
  keptTokens(): Promise<readonly Omit<DueBox, 'day'>[]>;
  /** Takes away what is kept of tokens and their takers. Needs the worker's role. */
  forgetTokens(institution: string, consultation: string): Promise<void>;
  /** Boxes with opinions of a law day that has passed. Needs the worker's role: others see none. */
  dueBoxes(): Promise<readonly DueBox[]>;
}

/** One day's opinions of one consultation. */
export interface DueBox {
  readonly institution: string;
  readonly consultation: string;
  readonly day: string;
}

/** An opinion on its way into the box. */
export interface Boxing {
  readonly consultation: string;
  readonly token: string;
  readonly day: string;
  readonly plain: Json;
}

/** `again`: this very opinion came with this token before, and waits in the box. */
export type BoxOutcome = 'boxed' | 'again' | 'used' | 'elsewhere' | 'unknown';

/** An opinion out of the box. */
export interface Boxed {
  readonly id: string;
  readonly plain: Json;
}

/** The box, inside the transaction of a command. */
export interface Box {
  put(boxing: Boxing): Promise<BoxOutcome>;
  days(consultation: string): Promise<readonly string[]>;
  /** Takes the opinions of one day out, in no order. */
  empty(consultation: string, day: string): Promise<readonly Boxed[]>;
}

/** How many tokens are made at once: so many that the one who takes the first of a pool is not known by it. */
const POOL = 1000;
const TRIES = 5;
const TOKEN =
  /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])$/;

/** The institution that a token says it is of; undefined for what has not the form of a token. */
export const institutionOfToken = (token: string): string | undefined => TOKEN.exec(token)?.[1];

const secretOf = (token: string): Buffer => Buffer.from(TOKEN.exec(token)?.[2] ?? '', 'base64url');

export function openUnsigned(pool: pg.Pool, keys: Keys): Unsigned {
  return {
    async takeToken(institution, consultation, person, most) {
      const values = [consultation, person, most];
      const [counted] = await within<{ counted: boolean }>(pool, institution, { ...COUNT, values });
      if (!counted?.counted) return undefined;
      return `${institution}.${(await draw(pool, keys, institution, consultation)).toString('base64url')}`;
    },
    async boxDays(institution, consultation) {
      return daysOf(await within<DayRow>(pool, institution, { ...DAYS, values: [consultation] }));
    },
    async levelTokens(institution, consultation) {
      for (const statement of [LEVEL_TAKERS, LEVEL_TOKENS])
        await within(pool, institution, { ...statement, values: [consultation] });
    },
    keptTokens: () => single<Omit<DueBox, 'day'>>(pool, { ...KEPT, values: [] }),
    async forgetTokens(institution, consultation) {
      await within(pool, institution, { ...FORGET, values: [consultation] });
    },
    dueBoxes: () => single<DueBox>(pool, { ...DUE, values: [] }),
  };
}

async function draw(pool: pg.Pool, keys: Keys, institution: string, consultation: string): Promise<Buffer> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const values = [consultation];
    const [row] = await within<{ token: Buffer | null }>(pool, institution, { ...HAND_OUT, values });
    if (row?.token) return row.token;
    const tokens = Array.from({ length: POOL }, () => randomBytes(32));
    const key = keys.wantedFor(institution, [consultation]);
    await within(pool, institution, key, { ...FILL, values: [consultation, tokens] });
  }
  throw new Error(`no token for ${consultation}`);
}

/** The box of the transaction that `ask` asks in. */
export function boxOf(
  ask: <R extends object>(statement: Statement) => Promise<readonly R[]>,
  keys: Keys,
  institution: string,
): Box {
  const keyOf = async (consultation: string): Promise<Buffer> => {
    const rows = await ask(keys.wantedFor(institution, [consultation]));
    const key = keys.read(institution, rows).get(consultation);
    if (!key) throw new Error(`the key of the box of ${consultation} was destroyed`);
    return key;
  };
  return {
    async put({ consultation, token, day, plain }) {
      const secret = secretOf(token);
      const id = randomUUID();
      const { body, sealed } = seal(await keyOf(consultation), placeOf(institution, consultation, id), plain);
      const proof = sha256(secret, Buffer.from(canonical(plain)));
      const kept = Buffer.concat([Buffer.from(sealed.cm, 'hex'), body]);
      const values = [consultation, sha256(secret), proof, id, day, kept];
      const [row] = await ask<{ outcome: BoxOutcome }>({ ...PUT, values });
      return row?.outcome ?? 'unknown';
    },
    days: async (consultation) => daysOf(await ask<DayRow>({ ...DAYS, values: [consultation] })),
    async empty(consultation, day) {
      const key = await keyOf(consultation);
      const rows = await ask<BoxRow>({ ...EMPTY, values: [consultation, day] });
      return rows.map(({ id, body }) => {
        const cm = body.subarray(0, COMMITMENT).toString('hex');
        const place = placeOf(institution, consultation, id);
        return { id, plain: open(key, place, body.subarray(COMMITMENT), cm) };
      });
    },
  };
}

/** Bytes of the commitment that stands before a body in the box. */
const COMMITMENT = 32;

const placeOf = (institution: string, consultation: string, id: string): Place => ({
  institution,
  stream: `box/${id}`,
  version: 0,
  subject: consultation,
});

interface DayRow {
  readonly day: string;
}
interface BoxRow {
  readonly id: string;
  readonly body: Buffer;
}

const daysOf = (rows: readonly DayRow[]): readonly string[] => rows.map(({ day }) => day);

const COUNT = { name: 'count-token', text: 'select ledger.count_token($1, $2, $3) as counted' };
const HAND_OUT = { name: 'hand-out-token', text: 'select ledger.hand_out_token($1) as token' };
const FILL = { name: 'fill-tokens', text: 'select ledger.fill_tokens($1, $2)' };
const KEPT = {
  name: 'kept-tokens',
  text: 'select distinct institution, consultation from ledger.token_taker',
};
const FORGET = { name: 'forget-tokens', text: 'select ledger.forget_tokens($1)' };
const LEVEL_TAKERS = { name: 'level-takers', text: 'select ledger.level_takers($1)' };
const LEVEL_TOKENS = { name: 'level-tokens', text: 'select ledger.level_tokens($1)' };
const PUT = { name: 'box-opinion', text: 'select ledger.box_opinion($1, $2, $3, $4, $5, $6) as outcome' };
const EMPTY = { name: 'empty-box', text: 'select id, body from ledger.empty_box($1, $2)' };
const DAYS = {
  name: 'box-days',
  text: `select distinct day::text as day from ledger.opinion_box
    where institution = ledger.institution() and consultation = $1 order by 1`,
};
const DUE = {
  name: 'due-boxes',
  text: `select b.institution, b.consultation, b.day::text as day
    from (select distinct institution, consultation, day from ledger.opinion_box) b,
      lateral (select ledger.law_now(b.institution) as law_now) n
    where b.day < ((n.law_now at time zone 'UTC') + interval '8 hours')::date order by 3, 1, 2`,
};
