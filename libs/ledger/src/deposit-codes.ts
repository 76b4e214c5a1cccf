import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { within } from './connection.ts';
import { sha256 } from './hashing.ts';

/** Secrets of 报送码. Only their hashes are kept. */
export interface DepositCodes {
  /** Draws a secret for a deposit, `institution.secret`, shown this once; the one drawn before opens nothing any more. */
  drawDepositCode(institution: string, deposit: string): Promise<string>;
  /** The institution and the deposit that a code opens; undefined for everything that opens none. */
  depositOfCode(
    code: string,
  ): Promise<{ readonly institution: string; readonly deposit: string } | undefined>;
}

const CODE =
  /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])$/;

export const openDepositCodes = (pool: pg.Pool): DepositCodes => ({
  async drawDepositCode(institution, deposit) {
    const secret = randomBytes(32);
    await within(pool, institution, { ...PUT, values: [deposit, sha256(secret)] });
    return `${institution}.${secret.toString('base64url')}`;
  },
  async depositOfCode(code) {
    const [, institution, secret] = CODE.exec(code) ?? [];
    if (institution === undefined || secret === undefined) return undefined;
    const hash = sha256(Buffer.from(secret, 'base64url'));
    const [row] = await within<{ deposit: string | null }>(pool, institution, { ...FIND, values: [hash] });
    return row?.deposit ? { institution, deposit: row.deposit } : undefined;
  },
});

const PUT = { name: 'put-deposit-code', text: 'select ledger.put_deposit_code($1, $2)' };
const FIND = { name: 'deposit-of-code', text: 'select ledger.deposit_of_code($1) as deposit' };
