import type { z } from 'zod';
import { AdvanceCase, advanceCase } from './case/advance.ts';
import * as exempt from './case/exempt.ts';
import { noteCopied, NoteCopied } from './case/note-copied.ts';
import * as join from './case/join.ts';
import { OpenCase, openCase } from './case/open.ts';
import type { Command } from './decider.ts';
import * as org from './org/commands.ts';
import * as account from './org/account.ts';
import { RegisterPerson, registerPerson } from './org/person.ts';
import { SetSecurity, setSecurity } from './org/security.ts';
import { PublishProcedure, publishProcedure } from './procedure/publish.ts';
import * as repair from './record/repair.ts';
import * as tell from './record/tell.ts';
import * as overdue from './stages/collect/escalate.ts';
import * as judge from './stages/collect/judge.ts';
import { RecordContribution, recordContribution } from './stages/collect/record.ts';
import * as release from './stages/collect/release.ts';
import * as contribution from './stages/collect/submit.ts';
import { CompileManuscript, compileManuscript } from './stages/compile.ts';
import { CloseConsultation, closeConsultation } from './stages/consult.ts';
import { AmendManuscript, amendManuscript } from './stages/amend/amend.ts';
import { ClassChange, classChange } from './stages/amend/class-change.ts';
import { ReceiveDossier, receiveDossier } from './stages/dossier.ts';
import { AnswerDossier, answerDossier } from './stages/dossier-answer.ts';
import { EnterAnswer, enterAnswer } from './stages/file/answer.ts';
import * as sentElsewhere from './stages/file/sent-elsewhere.ts';
import { TakeAnswer, takeAnswer } from './stages/file/take-answer.ts';
import { filingFallDue, RecordInstruction, recordInstruction } from './stages/file/unanswered.ts';
import { SendFiling, sendFiling } from './stages/file/send.ts';
import { DraftIssue, draftIssue } from './stages/issue/draft.ts';
import * as handOn from './stages/issue/hand-on.ts';
import * as number from './stages/issue/number.ts';
import { PublishIssue, publishIssue } from './stages/issue/publish.ts';
import * as receipt from './stages/issue/receipt.ts';
import { RecordStep, recordStep } from './stages/issue/record-step.ts';
import { SignIssue, signIssue } from './stages/issue/sign.ts';
import { VoidNumber, voidNumber } from './stages/issue/void-number.ts';
import * as condition from './stages/condition/meet.ts';
import * as agenda from './stages/meeting/agenda.ts';
import * as attend from './stages/meeting/attend.ts';
import { CallMeeting, callMeeting } from './stages/meeting/call.ts';
import { DecideItem, decideItem } from './stages/meeting/decide.ts';
import { DeclareItem, declareItem } from './stages/meeting/declare.ts';
import { FileMinutes, fileMinutes } from './stages/meeting/file-minutes.ts';
import { RecordMeeting } from './stages/meeting/held.ts';
import { PutItem, putItem } from './stages/meeting/put.ts';
import { recordMeeting } from './stages/meeting/record-meeting.ts';
import * as member from './stages/meeting/record-member.ts';
import { CastVote, castVote, CountHands, countHands } from './stages/meeting/vote.ts';
import { OpenText, openText } from './stages/open-text.ts';
import * as answer from './stages/opinion-answer.ts';
import { MergeOpinion, mergeOpinion, WithdrawOpinion, withdrawOpinion } from './stages/opinion-withdraw.ts';
import { ProposeDisposition, proposeDisposition } from './stages/propose.ts';
import { RecordNone, recordNone, RecordOpinion, recordOpinion } from './stages/reply-records.ts';
import { GiveOpinion, giveOpinion, ReplyNone, replyNone } from './stages/reply.ts';
import { RecordFinding, recordFinding } from './stages/research.ts';
import { ReviseManuscript, reviseManuscript } from './stages/revise.ts';
import { CloseReview, closeReview } from './stages/review/close.ts';
import * as reviewOpinion from './stages/review/opinion.ts';
import { ConfirmTally, confirmTally, EnterTally, enterTally } from './stages/two-keys.ts';
import * as chapterDates from './stages/write/dates.ts';
import { GiveInput, giveInput } from './stages/write/input.ts';
import * as chapterRecord from './stages/write/record.ts';
import * as signOff from './stages/write/sign-off.ts';
import * as chapter from './stages/write/submit.ts';
import type { Kind } from './stream.ts';

/** A command with the schema of its body; what only the clock gives has none for a person to fill in. */
interface Registered {
  readonly command: Command<Kind, unknown>;
  readonly body: z.ZodType | null;
}

const by = <B>(command: Command<Kind, B>, body: z.ZodType<B>): Registered => ({ command, body });
const byClock = <B>(command: Command<Kind, B>): Registered => ({ command, body: null });

const REGISTERED: readonly Registered[] = [
  by(org.createDepartment, org.CreateDepartment),
  by(org.createPost, org.CreatePost),
  by(org.fillPost, org.FillPost),
  by(org.vacatePost, org.VacatePost),
  by(org.formBody, org.FormBody),
  by(org.moveClock, org.MoveClock),
  by(setSecurity, SetSecurity),
  by(registerPerson, RegisterPerson),
  by(account.resetPassword, account.ResetPassword),
  by(account.unlockAccount, account.UnlockAccount),
  by(account.deactivateAccount, account.DeactivateAccount),
  by(account.reactivateAccount, account.ReactivateAccount),
  by(account.resetSecondFactor, account.ResetSecondFactor),
  by(publishProcedure, PublishProcedure),
  by(openCase, OpenCase),
  by(join.joinCase, join.JoinCase),
  by(join.confirmJoining, join.ConfirmJoining),
  by(advanceCase, AdvanceCase),
  by(noteCopied, NoteCopied),
  by(exempt.exemptGate, exempt.ExemptGate),
  by(exempt.grantExemption, exempt.GrantExemption),
  by(recordFinding, RecordFinding),
  by(contribution.submitContribution, contribution.SubmitContribution),
  by(contribution.reportNone, contribution.ReportNone),
  by(contribution.withdrawContribution, contribution.WithdrawContribution),
  by(recordContribution, RecordContribution),
  by(judge.acceptContribution, judge.AcceptContribution),
  by(judge.returnContribution, judge.ReturnContribution),
  by(judge.quarantineContribution, judge.QuarantineContribution),
  by(release.extendContribution, release.ExtendContribution),
  by(release.excuseContribution, release.ExcuseContribution),
  byClock(overdue.contributionFallDue),
  byClock(overdue.escalateContribution),
  by(overdue.seeContributionEscalation, overdue.SeeContributionEscalation),
  by(giveInput, GiveInput),
  by(chapterRecord.recordInput, chapterRecord.RecordInput),
  by(chapter.submitChapter, chapter.SubmitChapter),
  by(chapter.withdrawChapter, chapter.WithdrawChapter),
  by(chapterRecord.recordChapter, chapterRecord.RecordChapter),
  by(signOff.signOffChapter, signOff.SignOffChapter),
  by(chapterRecord.recordSignOff, chapterRecord.RecordSignOff),
  by(signOff.returnChapter, signOff.ReturnChapter),
  by(chapterRecord.recordReturn, chapterRecord.RecordReturn),
  by(signOff.quarantineChapter, signOff.QuarantineChapter),
  by(chapterDates.extendChapter, chapterDates.ExtendChapter),
  byClock(chapterDates.chapterFallDue),
  byClock(chapterDates.escalateChapter),
  by(chapterDates.seeChapterEscalation, chapterDates.SeeChapterEscalation),
  by(reviewOpinion.giveReviewOpinion, reviewOpinion.GiveReviewOpinion),
  by(reviewOpinion.recordReviewOpinion, reviewOpinion.RecordReviewOpinion),
  by(closeReview, CloseReview),
  by(compileManuscript, CompileManuscript),
  by(reviseManuscript, ReviseManuscript),
  by(amendManuscript, AmendManuscript),
  by(classChange, ClassChange),
  by(replyNone, ReplyNone),
  by(giveOpinion, GiveOpinion),
  by(openText, OpenText),
  by(recordOpinion, RecordOpinion),
  by(recordNone, RecordNone),
  by(closeConsultation, CloseConsultation),
  by(proposeDisposition, ProposeDisposition),
  by(mergeOpinion, MergeOpinion),
  by(withdrawOpinion, WithdrawOpinion),
  by(answer.noteDisposition, answer.NoteDisposition),
  by(answer.objectToDisposition, answer.ObjectToDisposition),
  by(answer.explainDisposition, answer.ExplainDisposition),
  by(callMeeting, CallMeeting),
  by(attend.signIn, attend.SignIn),
  by(attend.signOut, attend.SignOut),
  by(attend.openMeeting, attend.OpenMeeting),
  by(attend.adjournMeeting, attend.AdjournMeeting),
  by(putItem, PutItem),
  by(castVote, CastVote),
  by(countHands, CountHands),
  by(decideItem, DecideItem),
  by(declareItem, DeclareItem),
  by(recordMeeting, RecordMeeting),
  by(agenda.addItem, agenda.AddItem),
  by(agenda.withdrawItem, agenda.WithdrawItem),
  by(member.recordAttendance, member.RecordAttendance),
  by(member.recordVote, member.RecordVote),
  by(fileMinutes, FileMinutes),
  by(condition.meetCondition, condition.MeetCondition),
  by(condition.verifyCondition, condition.VerifyCondition),
  by(condition.waiveCondition, condition.WaiveCondition),
  by(enterTally, EnterTally),
  by(confirmTally, ConfirmTally),
  by(sendFiling, SendFiling),
  by(sentElsewhere.recordSent, sentElsewhere.RecordSent),
  by(sentElsewhere.recordReceipt, sentElsewhere.RecordReceipt),
  by(recordInstruction, RecordInstruction),
  byClock(filingFallDue),
  by(enterAnswer, EnterAnswer),
  by(takeAnswer, TakeAnswer),
  by(receiveDossier, ReceiveDossier),
  by(answerDossier, AnswerDossier),
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
  by(recordStep, RecordStep),
  by(receipt.recordReceipt, receipt.RecordReceipt),
  by(tell.acknowledgeRecord, tell.AcknowledgeRecord),
  by(tell.objectToRecord, tell.ObjectToRecord),
  by(tell.answerObjection, tell.AnswerObjection),
  by(tell.checkRecord, tell.CheckRecord),
  byClock(tell.recordLapses),
  by(repair.correctRecord, repair.CorrectRecord),
  by(repair.exemptRecord, repair.ExemptRecord),
  by(repair.confirmRepair, repair.ConfirmRepair),
];

/** Every command there is. */
export const COMMANDS: readonly Command<Kind, unknown>[] = REGISTERED.map(({ command }) => command);

const BY_VERB = new Map<string, Registered>(
  REGISTERED.map((registered) => [registered.command.verb, registered]),
);

/** The command behind a verb. */
export const commandOf = (verb: string): Command<Kind, unknown> | undefined => BY_VERB.get(verb)?.command;

/** The schema of a verb's body; `null` for commands that only the clock gives. */
export const bodyOf = (verb: string): z.ZodType | null => BY_VERB.get(verb)?.body ?? null;
