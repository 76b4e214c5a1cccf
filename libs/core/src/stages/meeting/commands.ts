import { by, type Registered } from '../../registered.ts';
import { AddPaper, addPaper } from './add-paper.ts';
import * as agenda from './agenda.ts';
import * as attend from './attend.ts';
import { CallMeeting, callMeeting } from './call.ts';
import { CountHands, countHands } from './count-hands.ts';
import { DecideItem, decideItem } from './decide.ts';
import { DeclareItem, declareItem } from './declare.ts';
import { FileMinutes, fileMinutes } from './file-minutes.ts';
import { RecordMeeting } from './held.ts';
import * as interest from './interest.ts';
import { PutItem, putItem } from './put.ts';
import * as recusal from './recuse.ts';
import { ReferItem, referItem } from './refer.ts';
import { RecordUpper, recordUpper } from './upper.ts';
import * as arrival from '../sitting/arrive.ts';
import { CallSitting, callSitting } from '../sitting/call.ts';
import { CarryOver, carryOver } from '../sitting/carry-over.ts';
import * as sitting from '../sitting/open.ts';
import * as afterwards from '../sitting/record-attendance.ts';
import * as items from '../sitting/take-up.ts';
import { recordMeeting } from './record-meeting.ts';
import * as member from './record-attendance.ts';
import { correctDecision, CorrectDecision } from './correct-decision.ts';
import { correctItem, CorrectItem } from './correct-item.ts';
import { correctVote, CorrectVote } from './correct-vote.ts';
import { recordDecision, RecordDecision } from './record-decision.ts';
import { recordVote, RecordVote } from './record-vote.ts';
import { CastVote, castVote } from './vote.ts';

/** Everything that is asked of a meeting or a sitting. */
export const MEETING_COMMANDS: readonly Registered[] = [
  by(callMeeting, CallMeeting),
  by(attend.signIn, attend.SignIn),
  by(attend.signOut, attend.SignOut),
  by(attend.openMeeting, attend.OpenMeeting),
  by(attend.adjournMeeting, attend.AdjournMeeting),
  by(putItem, PutItem),
  by(recusal.recuse, recusal.Recuse),
  by(recusal.withdrawRecusal, recusal.WithdrawRecusal),
  by(interest.recordRecusal, interest.RecordRecusal),
  by(interest.nameInterest, interest.NameInterest),
  by(referItem, ReferItem),
  by(recordUpper, RecordUpper),
  by(carryOver, CarryOver),
  by(callSitting, CallSitting),
  by(arrival.arrive, arrival.Arrive),
  by(arrival.leave, arrival.Leave),
  by(afterwards.recordSittingAttendance, afterwards.RecordSittingAttendance),
  by(afterwards.confirmAttendance, afterwards.ConfirmAttendance),
  by(sitting.openSitting, sitting.OpenSitting),
  by(sitting.adjournSitting, sitting.AdjournSitting),
  by(items.takeUp, items.TakeUp),
  by(items.noteItem, items.NoteItem),
  by(castVote, CastVote),
  by(countHands, CountHands),
  by(decideItem, DecideItem),
  by(declareItem, DeclareItem),
  by(recordMeeting, RecordMeeting),
  by(agenda.addItem, agenda.AddItem),
  by(addPaper, AddPaper),
  by(agenda.withdrawItem, agenda.WithdrawItem),
  by(member.recordAttendance, member.RecordAttendance),
  by(recordVote, RecordVote),
  by(correctVote, CorrectVote),
  by(correctItem, CorrectItem),
  by(correctDecision, CorrectDecision),
  by(recordDecision, RecordDecision),
  by(fileMinutes, FileMinutes),
];
