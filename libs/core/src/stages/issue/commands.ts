import { by, type Registered } from '../../registered.ts';
import { DraftIssue, draftIssue } from './draft.ts';
import * as editorial from './editorial.ts';
import * as handOn from './hand-on.ts';
import * as number from './number.ts';
import { PublishIssue, publishIssue } from './publish.ts';
import * as receipt from './receipt.ts';
import { RecordStep, recordStep } from './record-step.ts';
import { RestoreIssue, restoreIssue } from './restore.ts';
import { SignIssue, signIssue } from './sign.ts';
import { VoidNumber, voidNumber } from './void-number.ts';

/** Everything that is asked of an issue or a register of numbers. */
export const ISSUE_COMMANDS: readonly Registered[] = [
  by(draftIssue, DraftIssue),
  by(handOn.reviewIssue, handOn.ReviewIssue),
  by(handOn.countersignIssue, handOn.CountersignIssue),
  by(signIssue, SignIssue),
  by(handOn.checkIssue, handOn.CheckIssue),
  by(number.reserveNumber, number.ReserveNumber),
  by(number.numberIssue, number.NumberIssue),
  by(voidNumber, VoidNumber),
  by(handOn.sealIssue, handOn.SealIssue),
  by(publishIssue, PublishIssue),
  by(receipt.acknowledgeIssue, receipt.AcknowledgeIssue),
  by(restoreIssue, RestoreIssue),
  by(editorial.editIssue, editorial.EditIssue),
  by(editorial.confirmEditorial, editorial.ConfirmEditorial),
  by(recordStep, RecordStep),
  by(receipt.recordReceipt, receipt.RecordReceipt),
];
