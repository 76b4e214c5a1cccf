import { by, byClock, type Registered } from '../../registered.ts';
import { CloseConsultation, closeConsultation } from './consult.ts';
import { OpenText, openText } from './open-text.ts';
import * as replyRecords from './reply-records.ts';
import * as replies from './reply.ts';
import { recountWindow, SetWindow, setWindow } from './set-window.ts';

/** Everything that is asked while opinions are sought. */
export const CONSULT_COMMANDS: readonly Registered[] = [
  by(replies.replyNone, replies.ReplyNone),
  by(replies.giveOpinion, replies.GiveOpinion),
  by(replies.replyWith, replies.ReplyWith),
  by(openText, OpenText),
  by(replyRecords.recordOpinion, replyRecords.RecordOpinion),
  by(replyRecords.enterReplies, replyRecords.EnterReplies),
  by(replyRecords.recordNone, replyRecords.RecordNone),
  by(closeConsultation, CloseConsultation),
  by(setWindow, SetWindow),
  byClock(recountWindow),
];
