import type pg from 'pg';
import { single } from './connection.ts';
import { sha256 } from './hashing.ts';

/** How long failures make whoever fails wait. Seconds. */
export interface TrailRule {
  /** Failures of a login that cost nothing but the last, e.g. a mistyped password. */
  readonly free: number;
  readonly firstWait: number;
  /** Each further failure waits so many times longer. */
  readonly factor: number;
  readonly longest: number;
  /** Failures from one address, less one for each ten seconds, that still cost nothing. */
  readonly fromAddress: number;
}

/** Whose trail: a login of an institution, both as they were typed, and the address that they came from. */
export interface Trail {
  readonly institution: string;
  readonly login: string;
  readonly address: string;
}

/** Attempts to sign in, counted together by all processes. Nothing is stored in clear. */
export interface SignInTrails {
  /** Counts an attempt that is about to be judged; answers the seconds to wait instead, 0 when it may be judged. */
  attempt(trail: Trail, rule: TrailRule): Promise<number>;
  /** The password fitted. */
  succeeded(trail: Trail): Promise<void>;
}

const subjectsOf = ({ institution, login, address }: Trail): readonly Uint8Array[] => [
  sha256(Buffer.from(`login/${institution}/${login}`)),
  sha256(Buffer.from(`address/${address}`)),
];

export function openSignInTrails(pool: pg.Pool): SignInTrails {
  return {
    async attempt(trail, { free, firstWait, factor, longest, fromAddress }) {
      const values = [...subjectsOf(trail), free, firstWait, factor, longest, fromAddress];
      const text = 'select ledger.try_sign_in($1, $2, $3, $4, $5, $6, $7) as wait';
      const [row] = await single<{ wait: number }>(pool, { name: 'try-sign-in', text, values });
      return row?.wait ?? 0;
    },
    async succeeded(trail) {
      const text = 'select ledger.signed_in($1, $2)';
      await single(pool, { name: 'signed-in', text, values: subjectsOf(trail) });
    },
  };
}
