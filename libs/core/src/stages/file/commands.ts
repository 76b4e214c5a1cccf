import { by, byClock, type Registered } from '../../registered.ts';
import { EnterAnswer, enterAnswer } from './answer.ts';
import * as sentElsewhere from './sent-elsewhere.ts';
import { TakeAnswer, takeAnswer } from './take-answer.ts';
import { filingFallDue, RecordInstruction, recordInstruction } from './unanswered.ts';
import { recountAnswer } from './recount.ts';
import { SendFiling, sendFiling } from './send.ts';

/** Everything that is asked of a filing. */
export const FILING_COMMANDS: readonly Registered[] = [
  by(sendFiling, SendFiling),
  by(sentElsewhere.recordSent, sentElsewhere.RecordSent),
  by(sentElsewhere.recordReceipt, sentElsewhere.RecordReceipt),
  by(recordInstruction, RecordInstruction),
  byClock(filingFallDue),
  byClock(recountAnswer),
  by(enterAnswer, EnterAnswer),
  by(takeAnswer, TakeAnswer),
];
