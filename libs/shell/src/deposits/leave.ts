import { randomUUID } from 'node:crypto';
import type { DepositReceipt } from '@mouding/contract';
import type { Readable } from 'node:stream';
import { carryOut, type Means } from '../commands/carry-out.ts';
import type { Receive } from '../files/receive.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { openDeposit } from './opened.ts';

/** What somebody with a code leaves. */
export interface Leaving {
  readonly code: string;
  readonly name: string | null;
  readonly bytes: Readable;
  readonly length: number | null;
}

/**
 * Takes in what was left with a code: the code is looked at before a byte is read, the moment of the last byte stands
 * whatever comes after, and nothing goes back but the receipt. Uploads are limited by the code as they are by a person.
 *
 * @throws ProblemError not-found for every code that takes nothing; too-large, too-many, invalid-body
 */
export async function leaveDeposit(
  means: Means,
  receive: Receive,
  { code, ...upload }: Leaving,
): Promise<DepositReceipt> {
  const { institution, deposit } = await openDeposit(means, code);
  const { hash, bytes, received } = await receive({ institution, person: deposit, ...upload });
  const { status } = await carryOut(means, {
    institution,
    person: null,
    verb: 'deposit.receive',
    id: deposit,
    body: { original: { scheme: 'file-sha256@1', hash }, received },
    // The same bytes may be left anew: after they were rejected, or in the place of others that came meanwhile.
    key: `deposit/${deposit}/${randomUUID()}`,
    post: null,
    expected: null,
    deadline: null,
    language: 'zh',
  });
  if (status >= 300) throw new ProblemError('not-found');
  return { received, bytes, sha256: hash };
}
