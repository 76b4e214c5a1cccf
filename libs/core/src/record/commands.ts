import { by, byClock, type Registered } from '../registered.ts';
import * as repair from './repair.ts';
import * as tell from './tell.ts';

/** Everything that is asked of what was recorded afterwards. */
export const RECORD_COMMANDS: readonly Registered[] = [
  by(tell.acknowledgeRecord, tell.AcknowledgeRecord),
  by(tell.objectToRecord, tell.ObjectToRecord),
  by(tell.answerObjection, tell.AnswerObjection),
  by(tell.checkRecord, tell.CheckRecord),
  byClock(tell.recordLapses),
  by(repair.correctRecord, repair.CorrectRecord),
  by(repair.exemptRecord, repair.ExemptRecord),
  by(repair.confirmRepair, repair.ConfirmRepair),
];
