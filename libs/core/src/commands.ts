import type { z } from 'zod';
import { AdvanceCase, advanceCase } from './case/advance.ts';
import * as exempt from './case/exempt.ts';
import { MigrateCases, migrateCases } from './case/migrate/migrate.ts';
import { RollBackCases, rollBackCases } from './case/migrate/roll-back.ts';
import { noteCopied, NoteCopied } from './case/note-copied.ts';
import * as join from './case/join.ts';
import { OpenCase, openCase } from './case/open.ts';
import { Urge, urge } from './case/urge.ts';
import type { Command } from './decider.ts';
import * as org from './org/commands.ts';
import * as account from './org/account.ts';
import * as erasure from './org/erasure.ts';
import * as acting from './org/appoint-acting.ts';
import * as aide from './org/name-aide.ts';
import * as audit from './org/audit-access.ts';
import * as dated from './org/confirm.ts';
import { Delegate, delegate } from './org/delegation.ts';
import { orgFallDue } from './org/fall-due.ts';
import * as logRestart from './org/log-restart.ts';
import * as logTrouble from './org/log-trouble.ts';
import { RegisterPerson, registerPerson } from './org/person.ts';
import * as posts from './org/posts.ts';
import * as reorganise from './org/reorganise.ts';
import * as delegated from './org/revoke.ts';
import { SetHolidays, setHolidays } from './org/holidays.ts';
import { SetSecurity, setSecurity } from './org/security.ts';
import { PublishProcedure, publishProcedure } from './procedure/publish.ts';
import * as repair from './record/repair.ts';
import { makePrecheck, SeePrecheck, seePrecheck } from './precheck/make.ts';
import * as correction from './repair/confirm.ts';
import { ProposeRepair, proposeRepair } from './repair/propose.ts';
import * as tell from './record/tell.ts';
import * as overdue from './stages/collect/escalate.ts';
import * as judge from './stages/collect/judge.ts';
import { RecordContribution, recordContribution } from './stages/collect/record.ts';
import * as release from './stages/collect/release.ts';
import * as depositing from './stages/deposit/confirm.ts';
import * as deposit from './stages/deposit/issue-code.ts';
import { receiveDeposit } from './stages/deposit/receive.ts';
import * as contribution from './stages/collect/submit.ts';
import { CompileManuscript, compileManuscript } from './stages/compile.ts';
import { CloseConsultation, closeConsultation } from './stages/consult.ts';
import * as use from './stages/confirm-use.ts';
import { AmendManuscript, amendManuscript } from './stages/amend/amend.ts';
import { ClassChange, classChange } from './stages/amend/class-change.ts';
import { ReceiveDossier, receiveDossier } from './stages/dossier.ts';
import { AnswerDossier, answerDossier } from './stages/dossier-answer.ts';
import * as condition from './stages/condition/meet.ts';
import * as conditionOverdue from './stages/condition/escalate.ts';
import * as dutyOverdue from './stages/duty/escalate.ts';
import { GiveDuty, giveDuty } from './stages/duty/giving.ts';
import { RecordDuty, recordDuty } from './stages/duty/record.ts';
import * as duty from './stages/duty/report.ts';
import * as mandateApproval from './stages/mandate/approve.ts';
import { DraftMandate, draftMandate } from './stages/mandate/draft.ts';
import { RecordMandateApproval, recordMandateApproval } from './stages/mandate/record-approval.ts';
import * as mandateRefer from './stages/mandate/refer.ts';
import { MEETING_COMMANDS } from './stages/meeting/commands.ts';
import { FILING_COMMANDS } from './stages/file/commands.ts';
import { INDICATOR_COMMANDS } from './stages/indicator/commands.ts';
import { ISSUE_COMMANDS } from './stages/issue/commands.ts';
import { OpenText, openText } from './stages/open-text.ts';
import * as answer from './stages/opinion-answer.ts';
import { FixDisposition, fixDisposition } from './stages/opinion-fix.ts';
import { MergeOpinion, mergeOpinion, WithdrawOpinion, withdrawOpinion } from './stages/opinion-withdraw.ts';
import { ProposeDisposition, proposeDisposition } from './stages/propose.ts';
import * as replyRecords from './stages/reply-records.ts';
import * as replies from './stages/reply.ts';
import { RecordFinding, recordFinding } from './stages/research.ts';
import { ConvertManuscript, convertManuscript } from './stages/convert.ts';
import * as finding from './stages/finding/waive.ts';
import { GiveGrounds, giveGrounds } from './stages/give-grounds.ts';
import { ReviseManuscript, reviseManuscript } from './stages/revise.ts';
import * as imported from './stages/reading/check-import.ts';
import * as revisions from './stages/reading/choose-revisions.ts';
import * as confirmText from './stages/reading/confirm-text.ts';
import { readChapter, readContribution } from './stages/reading/read-text.ts';
import { CloseReview, closeReview } from './stages/review/close.ts';
import { recountWindow, SetWindow, setWindow } from './stages/set-window.ts';
import * as reviewOpinion from './stages/review/opinion.ts';
import * as tabling from './stages/tabling/ask.ts';
import * as tablingJudged from './stages/tabling/judge.ts';
import * as tablingPrepared from './stages/tabling/prepare.ts';
import { RecordTabling, recordTabling } from './stages/tabling/record.ts';
import { ConfirmTally, confirmTally, EnterTally, enterTally } from './stages/two-keys.ts';
import { returnManuscript, ReturnManuscript } from './stages/return-chapters.ts';
import * as chapterDates from './stages/write/dates.ts';
import { GiveInput, giveInput } from './stages/write/input.ts';
import * as chapterRecord from './stages/write/record.ts';
import * as chapterReturn from './stages/write/return.ts';
import * as countersign from './stages/write/countersign.ts';
import { ReassignChapter, reassignChapter } from './stages/write/reassign.ts';
import * as instruct from './stages/write/instruct.ts';
import * as signOff from './stages/write/sign-off.ts';
import * as chapter from './stages/write/submit.ts';
import { by, byClock, type Registered } from './registered.ts';
import type { Kind } from './stream.ts';

const REGISTERED: readonly Registered[] = [
  by(reorganise.createDepartment, reorganise.CreateDepartment),
  by(org.createPost, org.CreatePost),
  by(posts.fillPost, posts.FillPost),
  by(posts.vacatePost, posts.VacatePost),
  by(posts.renewTerm, posts.RenewTerm),
  by(acting.appointActing, acting.AppointActing),
  by(acting.endActing, acting.EndActing),
  by(aide.nameAide, aide.NameAide),
  by(aide.confirmAide, aide.ConfirmAide),
  by(aide.endAide, aide.EndAide),
  by(delegate, Delegate),
  by(delegated.revokeDelegation, delegated.RevokeDelegation),
  by(delegated.seeDelegatedActs, delegated.SeeDelegatedActs),
  by(reorganise.renameDepartment, reorganise.RenameDepartment),
  by(reorganise.mergeDepartments, reorganise.MergeDepartments),
  by(reorganise.splitDepartment, reorganise.SplitDepartment),
  by(reorganise.closeDepartment, reorganise.CloseDepartment),
  by(dated.confirmDated, dated.ConfirmDated),
  by(dated.withdrawPlanned, dated.WithdrawPlanned),
  byClock(orgFallDue),
  by(org.formBody, org.FormBody),
  by(org.moveClock, org.MoveClock),
  by(setSecurity, SetSecurity),
  by(audit.proposeAuditAccess, audit.ProposeAuditAccess),
  by(audit.approveAuditAccess, audit.ApproveAuditAccess),
  by(audit.endAuditAccess, audit.EndAuditAccess),
  by(logRestart.proposeLogRestart, logRestart.ProposeLogRestart),
  by(logRestart.confirmLogRestart, logRestart.ConfirmLogRestart),
  byClock(logTrouble.noteLogTrouble),
  by(logTrouble.seeLogTrouble, logTrouble.SeeLogTrouble),
  by(setHolidays, SetHolidays),
  by(registerPerson, RegisterPerson),
  by(account.resetPassword, account.ResetPassword),
  by(account.unlockAccount, account.UnlockAccount),
  by(account.deactivateAccount, account.DeactivateAccount),
  by(account.reactivateAccount, account.ReactivateAccount),
  by(account.resetSecondFactor, account.ResetSecondFactor),
  by(erasure.proposeErasure, erasure.ProposeErasure),
  by(erasure.erasePerson, erasure.ErasePerson),
  by(erasure.withdrawErasure, erasure.WithdrawErasure),
  by(publishProcedure, PublishProcedure),
  by(migrateCases, MigrateCases),
  by(rollBackCases, RollBackCases),
  by(openCase, OpenCase),
  by(join.joinCase, join.JoinCase),
  by(join.confirmJoining, join.ConfirmJoining),
  by(advanceCase, AdvanceCase),
  by(noteCopied, NoteCopied),
  by(urge, Urge),
  by(exempt.exemptGate, exempt.ExemptGate),
  by(exempt.grantExemption, exempt.GrantExemption),
  by(recordFinding, RecordFinding),
  by(deposit.issueDeposit, deposit.IssueDeposit),
  by(deposit.revokeDeposit, deposit.RevokeDeposit),
  byClock(receiveDeposit),
  by(depositing.handInDeposit, depositing.HandInDeposit),
  by(depositing.rejectDeposit, depositing.RejectDeposit),
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
  by(overdue.releaseContributionEscalation, overdue.ReleaseContributionEscalation),
  by(overdue.holdContributionEscalation, overdue.HoldContributionEscalation),
  by(overdue.seeContributionEscalation, overdue.SeeContributionEscalation),
  by(use.confirmContributionUse, use.ConfirmUse),
  byClock(readContribution),
  by(revisions.chooseContributionRevisions, revisions.ChooseRevisions),
  by(imported.checkContributionImport, imported.CheckImport),
  by(confirmText.confirmContributionText, confirmText.ConfirmText),
  by(confirmText.recordContributionConfirmation, confirmText.RecordConfirmation),
  byClock(readChapter),
  by(revisions.chooseChapterRevisions, revisions.ChooseChapterRevisions),
  by(imported.checkChapterImport, imported.CheckImport),
  by(confirmText.confirmChapterText, confirmText.ConfirmText),
  by(confirmText.recordChapterConfirmation, confirmText.RecordConfirmation),
  by(giveInput, GiveInput),
  by(chapterRecord.recordInput, chapterRecord.RecordInput),
  by(chapter.submitChapter, chapter.SubmitChapter),
  by(chapter.withdrawChapter, chapter.WithdrawChapter),
  by(chapterRecord.recordChapter, chapterRecord.RecordChapter),
  by(signOff.signOffChapter, signOff.SignOffChapter),
  by(instruct.instructChapter, instruct.InstructChapter),
  by(instruct.noteInstruction, instruct.NoteInstruction),
  by(chapterRecord.recordSignOff, chapterRecord.RecordSignOff),
  by(countersign.countersignChapter, countersign.CountersignChapter),
  by(countersign.recordCountersign, countersign.RecordCountersign),
  by(chapterReturn.returnChapter, chapterReturn.ReturnChapter),
  by(chapterReturn.recordReturn, chapterReturn.RecordReturn),
  by(signOff.quarantineChapter, signOff.QuarantineChapter),
  by(chapterDates.extendChapter, chapterDates.ExtendChapter),
  by(reassignChapter, ReassignChapter),
  byClock(chapterDates.chapterFallDue),
  byClock(chapterDates.escalateChapter),
  by(chapterDates.releaseChapterEscalation, chapterDates.ReleaseChapterEscalation),
  by(chapterDates.holdChapterEscalation, chapterDates.HoldChapterEscalation),
  by(chapterDates.seeChapterEscalation, chapterDates.SeeChapterEscalation),
  by(use.confirmChapterUse, use.ConfirmUse),
  by(reviewOpinion.giveReviewOpinion, reviewOpinion.GiveReviewOpinion),
  by(reviewOpinion.recordReviewOpinion, reviewOpinion.RecordReviewOpinion),
  by(closeReview, CloseReview),
  by(compileManuscript, CompileManuscript),
  by(returnManuscript, ReturnManuscript),
  by(reviseManuscript, ReviseManuscript),
  by(giveGrounds, GiveGrounds),
  by(finding.waiveFinding, finding.WaiveFinding),
  by(finding.withdrawWaiver, finding.WithdrawWaiver),
  by(convertManuscript, ConvertManuscript),
  by(amendManuscript, AmendManuscript),
  by(classChange, ClassChange),
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
  by(proposeDisposition, ProposeDisposition),
  by(fixDisposition, FixDisposition),
  by(mergeOpinion, MergeOpinion),
  by(withdrawOpinion, WithdrawOpinion),
  by(answer.noteDisposition, answer.NoteDisposition),
  by(answer.objectToDisposition, answer.ObjectToDisposition),
  by(answer.explainDisposition, answer.ExplainDisposition),
  by(tabling.askTabling, tabling.AskTabling),
  by(tabling.reviseTabling, tabling.ReviseTabling),
  by(tabling.withdrawTabling, tabling.WithdrawTabling),
  by(tablingJudged.backTabling, tablingJudged.BackTabling),
  by(tablingJudged.approveTabling, tablingJudged.ApproveTabling),
  by(tablingJudged.declineTabling, tablingJudged.DeclineTabling),
  by(tablingPrepared.noteConsensus, tablingPrepared.NoteConsensus),
  by(tablingPrepared.circulatePapers, tablingPrepared.CirculatePapers),
  by(tablingPrepared.readPapers, tablingPrepared.ReadPapers),
  by(recordTabling, RecordTabling),
  ...MEETING_COMMANDS,
  by(condition.meetCondition, condition.MeetCondition),
  by(condition.verifyCondition, condition.VerifyCondition),
  by(condition.waiveCondition, condition.WaiveCondition),
  byClock(conditionOverdue.escalateCondition),
  by(conditionOverdue.seeConditionEscalation, conditionOverdue.SeeConditionEscalation),
  by(draftMandate, DraftMandate),
  by(mandateApproval.approveMandate, mandateApproval.ApproveMandate),
  by(mandateApproval.returnMandate, mandateApproval.ReturnMandate),
  by(mandateRefer.referMandate, mandateRefer.ReferMandate),
  by(mandateRefer.endMandate, mandateRefer.EndMandate),
  byClock(mandateRefer.escalateMandate),
  by(recordMandateApproval, RecordMandateApproval),
  by(giveDuty, GiveDuty),
  by(duty.reportDuty, duty.ReportDuty),
  by(duty.verifyDuty, duty.VerifyDuty),
  by(duty.extendDuty, duty.ExtendDuty),
  by(duty.cancelDuty, duty.CancelDuty),
  byClock(dutyOverdue.escalateDuty),
  by(dutyOverdue.seeDutyEscalation, dutyOverdue.SeeDutyEscalation),
  by(recordDuty, RecordDuty),
  ...INDICATOR_COMMANDS,
  by(enterTally, EnterTally),
  by(confirmTally, ConfirmTally),
  ...FILING_COMMANDS,
  by(receiveDossier, ReceiveDossier),
  by(answerDossier, AnswerDossier),
  ...ISSUE_COMMANDS,
  by(tell.acknowledgeRecord, tell.AcknowledgeRecord),
  by(tell.objectToRecord, tell.ObjectToRecord),
  by(tell.answerObjection, tell.AnswerObjection),
  by(tell.checkRecord, tell.CheckRecord),
  byClock(tell.recordLapses),
  by(repair.correctRecord, repair.CorrectRecord),
  by(repair.exemptRecord, repair.ExemptRecord),
  by(repair.confirmRepair, repair.ConfirmRepair),
  by(proposeRepair, ProposeRepair),
  by(correction.confirmCorrection, correction.ConfirmCorrection),
  byClock(correction.lapseRepair),
  byClock(makePrecheck),
  by(seePrecheck, SeePrecheck),
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
