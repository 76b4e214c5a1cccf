import { by, byClock, type Registered } from '../../registered.ts';
import * as dutyOverdue from './escalate.ts';
import { GiveDuty, giveDuty } from './giving.ts';
import { RecordDuty, recordDuty } from './record.ts';
import * as duty from './report.ts';

/** Everything that is asked of a 督办 duty. */
export const DUTY_COMMANDS: readonly Registered[] = [
  by(giveDuty, GiveDuty),
  by(duty.reportDuty, duty.ReportDuty),
  by(duty.verifyDuty, duty.VerifyDuty),
  by(duty.extendDuty, duty.ExtendDuty),
  by(duty.cancelDuty, duty.CancelDuty),
  byClock(dutyOverdue.escalateDuty),
  by(dutyOverdue.seeDutyEscalation, dutyOverdue.SeeDutyEscalation),
  by(recordDuty, RecordDuty),
];
