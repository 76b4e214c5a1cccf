import type { DepositReceipt } from '../../api/generated/types.gen.ts';
import { sendingTo, type Send } from '../../api/upload.ts';

/** Leaves a file with a code. The code goes in a header field, so that no address that is written down anywhere holds it. */
export const leavingWith = (code: string): Send<DepositReceipt> =>
  sendingTo({ path: '/v1/deposit-codes/current/files', headers: { 'Deposit-Code': code } });
