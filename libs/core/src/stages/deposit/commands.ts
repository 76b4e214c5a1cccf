import { by, byClock, type Registered } from '../../registered.ts';
import * as depositing from './confirm.ts';
import * as deposit from './issue-code.ts';
import { receiveDeposit } from './receive.ts';

/** Everything that is asked of a code by which files are left, and of what was left. */
export const DEPOSIT_COMMANDS: readonly Registered[] = [
  by(deposit.issueDeposit, deposit.IssueDeposit),
  by(deposit.revokeDeposit, deposit.RevokeDeposit),
  byClock(receiveDeposit),
  by(depositing.handInDeposit, depositing.HandInDeposit),
  by(depositing.rejectDeposit, depositing.RejectDeposit),
];
