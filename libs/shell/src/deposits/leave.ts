import { randomUUID } from 'node:crypto';
import type { DepositReceipt } from '@mouding/contract';
import type { Readable } from 'node:stream';
import { askedByClock } from '../commands/asking.ts';
import { carryOut, type Means } from '../commands/carry-out.ts';
import type { Receive } from '../files/receive.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { openDeposit } from './opened.ts';

/** Whoever has a code knows no administrator: they wait, or ask for another code, which has a day of its own. */
function forBearer(error: unknown): never {
  if (!(error instanceof ProblemError) || error.code !== 'too-many') throw error;
  throw new ProblemError('too-many', {
    ...error.details,
    detail: {
      zh: '凭此码今日上传的文件合计已达上限，本次未收存；此前已收到的不受影响。请明日再传，或者请科室负责人、规划办另发一个报送码',
      en: 'The files left with this code have reached the limit of a day and this one was not kept; what was received before stays. Bring it tomorrow, or ask the head of your department or the office for another code',
    },
  });
}

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
  const { hash, bytes, received } = await receive({ institution, person: deposit, ...upload }).catch(
    forBearer,
  );
  const { status } = await carryOut(
    means,
    askedByClock({
      institution,
      verb: 'deposit.receive',
      id: deposit,
      body: { original: { scheme: 'file-sha256@1', hash }, received },
      // The same bytes may be left anew: after they were rejected, or in the place of others that came meanwhile.
      key: `deposit/${deposit}/${randomUUID()}`,
    }),
  );
  if (status >= 300) throw new ProblemError('not-found');
  return { received, bytes, sha256: hash };
}
