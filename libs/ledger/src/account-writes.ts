import type { Statement } from './connection.ts';

/** What a step-up must have been asked for, to the letter. */
export interface StepUpUse {
  readonly id: string;
  readonly person: string;
  readonly verb: string;
  readonly target: string;
  readonly bodyHash: string;
}

/** What a command does to accounts beside the log, in its own transaction. */
export interface AccountWrites {
  /** Gives a person a password that must be changed at the next sign-in; every session of theirs ends. */
  resetPassword(person: string, secret: string): Promise<void>;
  /** Lets the person's logins be tried again at once. */
  unlock(person: string): Promise<void>;
  /** Ends or restores an account; ending it ends every session. */
  setActive(person: string, active: boolean): Promise<void>;
  /** Forgets the second factor and its recovery codes. */
  forgetSecondFactor(person: string): Promise<void>;
  /** Destroys the data key of a person for good, and everything beside the log that says who it was. */
  erase(person: string): Promise<void>;
  /** Uses a step-up that was passed for this very command up; false when there is none. */
  useStepUp(use: StepUpUse): Promise<boolean>;
}

type Ask = (statement: Statement) => Promise<readonly object[]>;

export function accountWrites(ask: Ask): AccountWrites {
  const run = async (name: string, text: string, ...values: readonly unknown[]): Promise<void> =>
    void (await ask({ name, text, values }));
  return {
    async resetPassword(person, secret) {
      await run('reset-keep', KEEP_FORMER, person);
      await run('reset-password', RESET, person, secret);
      await run('end-sessions', END_SESSIONS, person);
    },
    unlock: (person) => run('unlock', 'select ledger.unlock_sign_in($1)', person),
    async setActive(person, active) {
      await run('set-active', SET_ACTIVE, person, active);
      if (!active) await run('end-sessions', END_SESSIONS, person);
    },
    async forgetSecondFactor(person) {
      await run('forget-factor', FORGET_FACTOR, person);
      await run('forget-codes', FORGET_CODES, person);
    },
    erase: (person) => run('erase-person', 'select ledger.erase_person($1)', person),
    useStepUp: async ({ id, person, verb, target, bodyHash }) =>
      (await ask({ name: 'use-step-up', text: USE_STEP_UP, values: [id, person, verb, target, bodyHash] }))
        .length === 1,
  };
}

/** The password that ends now, kept so that it does not come back at once. */
export const KEEP_FORMER = `insert into ledger.former_secret (institution, person, secret, ended)
  select institution, person, secret, clock_timestamp() from ledger.credential
  where institution = ledger.institution() and person = $1 on conflict do nothing`;
const RESET = `update ledger.credential set secret = $2, one_time = true, changed = now()
  where institution = ledger.institution() and person = $1`;
const END_SESSIONS = `delete from ledger.session where institution = ledger.institution() and person = $1`;
const SET_ACTIVE = `update ledger.credential set active = $2
  where institution = ledger.institution() and person = $1`;
export const FORGET_FACTOR = `delete from ledger.second_factor where institution = ledger.institution() and person = $1`;
export const FORGET_CODES = `delete from ledger.recovery_code where institution = ledger.institution() and person = $1`;
const USE_STEP_UP = `delete from ledger.step_up
  where institution = ledger.institution() and id = $1 and person = $2 and verb = $3 and target = $4
    and body_hash = $5 and passed and ends > clock_timestamp() returning id`;
