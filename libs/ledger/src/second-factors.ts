import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { FORGET_CODES, FORGET_FACTOR, type StepUpUse } from './account-writes.ts';
import { within } from './connection.ts';
import { sha256 } from './hashing.ts';
import { newWrappedKey, readKeyFile, unwrapKey } from './vault.ts';

/** The shared secret of a person and their device: 20 bytes. */
export interface SecondFactor {
  readonly secret: Uint8Array;
  readonly confirmed: boolean;
  /** The last step of time whose code was taken. */
  readonly lastStep: number;
}

/** Second factors, wrapped by the key file. */
export interface SecondFactors {
  find(institution: string, person: string): Promise<SecondFactor | undefined>;
  /** Makes a new secret that counts only once it is confirmed; one that is confirmed stays. False: there is one. */
  begin(institution: string, person: string): Promise<boolean>;
  /** Takes the code of a step of time, once: false when that step, or a later one, was taken before. */
  take(institution: string, person: string, step: number): Promise<boolean>;
  /** Forgets the secret and its recovery codes. */
  remove(institution: string, person: string): Promise<void>;
  /** Replaces the recovery codes. */
  setRecoveryCodes(institution: string, person: string, codes: readonly string[]): Promise<void>;
  /** Uses a recovery code up; false when it is none. */
  recover(institution: string, person: string, code: string): Promise<boolean>;
}

/** What is asked before a command may be carried out. */
export interface StepUps {
  /** Asks for it; answers its id. */
  ask(institution: string, command: Omit<StepUpUse, 'id'>, seconds: number): Promise<string>;
  /** Counts a try of its own person; false when it is over, or was tried too often. */
  try(institution: string, person: string, id: string): Promise<boolean>;
  pass(institution: string, person: string, id: string): Promise<void>;
}

const SECRET_BYTES = 20;
const TRIES = 5;

/** The name under which a secret is wrapped: it opens as nobody else's, and as no data key. */
const label = (person: string): string => `second factor of ${person}`;

export function openSecondFactors(pool: pg.Pool, keyFile: string | undefined): SecondFactors {
  const wrapping = keyFile === undefined ? undefined : readKeyFile(keyFile);
  const needed = (): Buffer => {
    if (!wrapping) throw new Error('second factors need a key file (KEY_FILE)');
    return wrapping;
  };
  const run = <R extends object>(
    institution: string,
    [name, text]: readonly [string, string],
    ...values: readonly unknown[]
  ): Promise<readonly R[]> => within<R>(pool, institution, { name, text, values });
  return {
    async find(institution, person) {
      const [row] = await run<FactorRow>(institution, FIND, person);
      if (!row) return undefined;
      const key = unwrapKey(needed(), institution, label(person), row.wrapped);
      return {
        secret: key.subarray(0, SECRET_BYTES),
        confirmed: row.confirmed,
        lastStep: Number(row.last_step),
      };
    },
    begin: async (institution, person) =>
      (await run(institution, BEGIN, person, newWrappedKey(needed(), institution, label(person)))).length ===
      1,
    take: async (institution, person, step) => (await run(institution, TAKE, person, step)).length === 1,
    async remove(institution, person) {
      await within(
        pool,
        institution,
        { name: 'forget-factor', text: FORGET_FACTOR, values: [person] },
        { name: 'codes-drop', text: FORGET_CODES, values: [person] },
      );
    },
    ...recoveryCodesOn(pool),
  };
}

const recoveryCodesOn = (pool: pg.Pool): Pick<SecondFactors, 'setRecoveryCodes' | 'recover'> => ({
  async setRecoveryCodes(institution, person, codes) {
    const hashes = codes.map(hashOf);
    await within(
      pool,
      institution,
      { name: 'codes-drop', text: FORGET_CODES, values: [person] },
      { name: 'codes-set', text: SET_CODES, values: [person, hashes] },
    );
  },
  async recover(institution, person, code) {
    const [name, text] = RECOVER;
    return (await within(pool, institution, { name, text, values: [person, hashOf(code)] })).length === 1;
  },
});

export function openStepUps(pool: pg.Pool): StepUps {
  return {
    async ask(institution, { person, verb, target, bodyHash }, seconds) {
      const id = randomUUID();
      const values = [id, person, verb, target, bodyHash, seconds];
      await within(
        pool,
        institution,
        { name: 'step-ups-over', text: OVER, values: [] },
        { name: 'step-up-ask', text: ASK, values },
      );
      return id;
    },
    try: async (institution, person, id) =>
      (await within(pool, institution, { name: 'step-up-try', text: TRY, values: [id, person, TRIES] }))
        .length === 1,
    async pass(institution, person, id) {
      await within(pool, institution, { name: 'step-up-pass', text: PASS, values: [id, person] });
    },
  };
}

const hashOf = (code: string): Uint8Array => sha256(Buffer.from(code));

interface FactorRow {
  readonly wrapped: Buffer;
  readonly confirmed: boolean;
  readonly last_step: string;
}

const FIND = [
  'factor-find',
  `select wrapped, confirmed, last_step from ledger.second_factor
    where institution = ledger.institution() and person = $1`,
] as const;
const BEGIN = [
  'factor-begin',
  `insert into ledger.second_factor (institution, person, wrapped, confirmed, last_step)
    values (ledger.institution(), $1, $2, false, 0)
    on conflict (institution, person) do update set wrapped = excluded.wrapped, last_step = 0
    where not second_factor.confirmed returning person`,
] as const;
const TAKE = [
  'factor-take',
  `update ledger.second_factor set last_step = $2, confirmed = true
    where institution = ledger.institution() and person = $1 and last_step < $2 returning person`,
] as const;
const SET_CODES = `insert into ledger.recovery_code (institution, person, code_hash)
  select ledger.institution(), $1, unnest($2::bytea[])`;
const RECOVER = [
  'code-use',
  `delete from ledger.recovery_code
    where institution = ledger.institution() and person = $1 and code_hash = $2 returning person`,
] as const;
const OVER = `delete from ledger.step_up where institution = ledger.institution() and ends < clock_timestamp()`;
const ASK = `insert into ledger.step_up (institution, id, person, verb, target, body_hash, ends)
  values (ledger.institution(), $1, $2, $3, $4, $5, clock_timestamp() + $6 * interval '1 second')`;
const TRY = `update ledger.step_up set tries = tries + 1
  where institution = ledger.institution() and id = $1 and person = $2 and tries < $3 and ends > clock_timestamp()
  returning id`;
const PASS = `update ledger.step_up set passed = true where institution = ledger.institution() and id = $1 and person = $2`;
