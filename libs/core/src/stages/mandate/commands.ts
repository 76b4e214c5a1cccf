import { by, byClock, type Registered } from '../../registered.ts';
import * as mandateApproval from './approve.ts';
import { DraftMandate, draftMandate } from './draft.ts';
import { RecordMandateApproval, recordMandateApproval } from './record-approval.ts';
import * as mandateRefer from './refer.ts';

/** Everything that is asked of a 授权修改. */
export const MANDATE_COMMANDS: readonly Registered[] = [
  by(draftMandate, DraftMandate),
  by(mandateApproval.approveMandate, mandateApproval.ApproveMandate),
  by(mandateApproval.returnMandate, mandateApproval.ReturnMandate),
  by(mandateRefer.referMandate, mandateRefer.ReferMandate),
  by(mandateRefer.endMandate, mandateRefer.EndMandate),
  byClock(mandateRefer.escalateMandate),
  by(recordMandateApproval, RecordMandateApproval),
];
