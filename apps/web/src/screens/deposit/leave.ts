import { failureOf } from '../../api/failure.ts';
import type { DepositReceipt } from '../../api/generated/types.gen.ts';
import { sendingTo, type Send } from '../../api/upload.ts';

const NOT_FOUND = 404;

/** A code that was never one, that has run out, was revoked or used up: they are not told apart. */
export function isGone(error: unknown): boolean {
  const failure = failureOf(error);
  return failure.kind === 'problem' && failure.status === NOT_FOUND;
}

/**
 * Leaves a file with a code. The code goes in a header field, so that no address that is written down anywhere holds it.
 *
 * @param onGone told when the code is good for nothing any more, besides the promise that is rejected
 */
export function leavingWith(code: string, onGone: () => void): Send<DepositReceipt> {
  const send = sendingTo<DepositReceipt>({
    path: '/v1/deposit-codes/current/files',
    headers: { 'Deposit-Code': code },
  });
  return async (...asked) => {
    try {
      return await send(...asked);
    } catch (error) {
      if (isGone(error)) onGone();
      throw error;
    }
  };
}
