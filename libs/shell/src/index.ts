export { AnswerMessage, deliverAnswer, deliverFiling, FilingMessage } from './clockwork/deliver.ts';
export { originalConverter, type OriginalConverter } from './originals/converter.ts';
export { readOriginal, ReadMessage } from './originals/read-original.ts';
export { answerDue, sweep } from './clockwork/sweep.ts';
export { carryOut, type Means } from './commands/carry-out.ts';
export { type Answered, type Asking } from './commands/asking.ts';
export { readSettings, SETTINGS, Settings, UnfitSettings } from './config.ts';
export { type Language } from './problem/language.ts';
export { ProblemError } from './problem/problem-error.ts';
export { ProblemFilter } from './problem/problem-filter.ts';
export { ContractPipe } from './problem/validation.ts';
export { StateCache } from './reading/state-cache.ts';
export { World } from './reading/world.ts';
export { Admission, type Capacities } from './admission/admission.ts';
export { AdmissionGuard, Admit, classOfVerb } from './admission/admission-guard.ts';
export { AGAIN_SECONDS, standAtDoor } from './admission/door.ts';
export { changePassword } from './session/change-password.ts';
export { AUDIT_COOKIE, COOKIE } from './session/cookie.ts';
export { throughGate } from './session/gate.ts';
export { endOthers, endSession, ownSessions } from './session/own-sessions.ts';
export {
  beginSecondFactor,
  confirmSecondFactor,
  passStepUp,
  removeSecondFactor,
} from './session/second-factor.ts';
export { SESSION_RULES, sessionRules, type SessionRules } from './session/session-rules.ts';
export { signIn, type Origin } from './session/sign-in.ts';
export { isSessionOpen, SessionGuard } from './session/session-guard.ts';
export { totp } from './session/totp.ts';
export {
  BeforePasswordChange,
  InLanguage,
  isPublic,
  Public,
  Untraced,
  Who,
  type Visitor,
} from './session/visitor.ts';
export { UntracedGuard } from './session/untraced-guard.ts';
export { Bytes, WriteGuard } from './session/write-guard.ts';
export { HttpMetrics, processGauges } from './telemetry/http-metrics.ts';
export { serveMetrics } from './telemetry/metrics-server.ts';
export { nestLog, openLog } from './telemetry/process-log.ts';
export { workerHealth, type WorkerHealth } from './telemetry/worker-health.ts';
export { requestContext } from './telemetry/request-context.ts';
export { openTracer, type Tracer } from './telemetry/tracer.ts';
export { AnswerInterceptor } from './commands/answer-interceptor.ts';
export { WhoAsks, type Asked } from './commands/asked.ts';
export { Commands } from './commands/commands.ts';
export { GiveHandler, MEANS } from './commands/give.ts';
export { drawDepositCode } from './deposits/draw-code.ts';
export { depositPage } from './deposits/opened.ts';
export { leaveDeposit } from './deposits/leave.ts';
export { giveUnsigned } from './unsigned/give-unsigned.ts';
export { forgetTokens, releaseDue } from './unsigned/release-box.ts';
export { consultationThere, takeToken } from './unsigned/take-token.ts';
export { foundInstitution } from './founding/found-institution.ts';
export { conformancePage } from './conformance/page.ts';
export { REPORT_POLICY } from './conformance/page-style.ts';
export { html } from './pages/html.ts';
export { ICON } from './pages/icon.ts';
export { caseConformance, conformanceFromLog } from './queries/conformance.ts';
export { NEW, whyNot } from './queries/why.ts';
export { casePrecheck } from './queries/precheck.ts';
export { repairPreview } from './queries/repair-preview.ts';
export { caseOverview, cases } from './queries/cases.ts';
export { asAttachment, fileNameOf } from './files/file-name.ts';
export { importView } from './originals/import-view.ts';
export { keepingPasted, keepingWord, type KeepPasted, type KeepWord } from './files/keep-pasted.ts';
export { keepingTexts, keepingTrees, type KeepText } from './files/keep-text.ts';
export { openQuota } from './files/quota.ts';
export { receiving, type Receive } from './files/receive.ts';
export { citedFile } from './queries/cited-files.ts';
export { citedText, citedTree } from './queries/cited-texts.ts';
export { mergeView } from './queries/merge-preview.ts';
export { treeChanges } from './queries/tree-changes.ts';
export { EtagInterceptor } from './queries/etag-interceptor.ts';
export { caseHistory } from './queries/history.ts';
export { me } from './queries/me.ts';
export { myObligations } from './queries/obligations.ts';
export { myActs } from './queries/my-acts.ts';
export { myMessages } from './queries/my-messages.ts';
export { organisation } from './queries/organisation.ts';
export { orgPreview } from './queries/org-preview.ts';
export { myDelegations, unheldList } from './queries/people.ts';
export { procedure, procedures } from './queries/procedures.ts';
export { indicatorComparison } from './queries/indicator-comparison.ts';
export { indicatorPlaces } from './queries/indicator-places.ts';
export { indicatorTable } from './queries/indicators.ts';
export { checkJoining, joiningForm, joins } from './queries/joining.ts';
export { migration, procedureDiff, rollBack } from './queries/migration.ts';
export { readerFor, seen } from './queries/reader.ts';
export { Reading } from './queries/reading.ts';
export { resource } from './queries/resource.ts';
export { returnPreview } from './queries/returns.ts';
export { changesAfter, Wakener, type Change } from './queries/live.ts';
export { MAIL, openMail } from './notifying/mail.ts';
export { type Notifier } from './notifying/notifier.ts';
export { reconcileMessages } from './notifying/reconcile.ts';
export { openSender, type Sender } from './notifying/sender.ts';
export { checkStaff, staff } from './queries/staff.ts';
export { type Numbered } from './queries/staff-rows.ts';
export { myContact, personContact, setMyContact, setPersonContact } from './queries/contacts.ts';
export { keepMyDraft, myDraft } from './drafts/my-drafts.ts';
export { messages, resendMessage } from './queries/messages.ts';
export { owing } from './queries/owing.ts';
export { caseProgress } from './queries/progress.ts';
export { broughtFile } from './queries/brought-file.ts';
export { announcedYears, checkHolidays, type WrittenYear } from './queries/holidays-check.ts';
export { instructions } from './queries/instructions.ts';
export { submissions } from './queries/submissions.ts';
export { PAPER_MEDIA, paperFile, paperTag } from './papers/file.ts';
export { paperPages } from './papers/pages.ts';
export { openPress, type Press } from './papers/press.ts';
export { paperList, paperOf } from './papers/printing.ts';
export { checkupOf } from './queries/checkup.ts';
export { clauseHistory, clauses } from './queries/clauses.ts';
export { caseOpinions } from './queries/opinions.ts';
export { returnedForm } from './queries/returned-form.ts';
export { cleanFile, draftFile, type DraftFile } from './drafts/draft-file.ts';
export { redlineFile } from './drafts/redline-file.ts';
export { draftPreview } from './drafts/draft-preview.ts';
export { trailOf } from './queries/trail.ts';
export { useOf } from './queries/use.ts';
export { recountDates, RecountMessage } from './clockwork/recount.ts';
export type { LogState } from '@mouding/ledger';
export { checkpoint, originOf, type Checkpointed, type CheckpointerMeans } from './log/checkpointer.ts';
export { cosignNewest, witnessTrouble } from './log/cosigning.ts';
export { openSigner, type Signer } from './log/signer.ts';
export { stateOf, type LogTrouble } from './log/troubles.ts';
export { raiseAlarm, type Alarm } from './log/alarm.ts';
export { declaredRestart } from './log/declared.ts';
export { treeLogView } from './log/view.ts';
export { headMailer, newestHeads, type HeadMailer } from './log/head-mailer.ts';
export { dissentReceipt } from './log/dissent.ts';
export { RECEIPTS, receiptSigner, type ReceiptSigner } from './log/receipts.ts';
export {
  openWitnessing,
  readWitnesses,
  witnessesRequired,
  type Witnessing,
  type Witness,
} from './log/witnesses.ts';
export { logHead } from './log/head-view.ts';
export { caseArchive, type Archive } from './archive/archive.ts';
export { officeReader } from './archive/office-reader.ts';
export { bundleTools, type BundleTools } from './archive/tools.ts';
export { logKeysFrom, type LogKeys } from './archive/proofs.ts';
export {
  checkpointFile,
  fileAt,
  growthProof,
  proofFile,
  proofOf,
  tileFile,
  tilesOf,
  type PublishedLog,
} from './log/published.ts';
export { parametersOf, published } from './document/described.ts';
export { folding } from './reading/folding.ts';
export {
  openAccess,
  scopeOfAll,
  scopeOfCase,
  scopeOfLog,
  scopeOfNone,
  withoutKeys,
  type AuditAccess,
  type AuditScope,
} from './audit/access.ts';
export { accessThen } from './audit/access-then.ts';
export { ancestry } from './audit/ancestry.ts';
export { AuditSessions, type AuditSessionHeld } from './audit/audit-sessions.ts';
export { stateDifference } from './audit/difference.ts';
export { evidenceFile } from './audit/evidence-sheet.ts';
export { auditCases, auditLetters, auditReadings, ownLetters, readingsPage } from './audit/letters.ts';
export { accessList, answerList, readingList, stateList, timelineList } from './audit/list-rows.ts';
export { LIST_MEDIA, listFile, type AuditList } from './audit/lists.ts';
export { momentOf } from './audit/moment.ts';
export { auditAnswer, auditQuestions } from './audit/questions/ask.ts';
export { decisionReadings } from './audit/readings.ts';
export { stateThen } from './audit/state.ts';
export { auditTimeline, entriesInWords } from './audit/timeline.ts';
export { verification } from './audit/verification.ts';
export { sendAsset, sendFace, sendFloor } from './web/send.ts';
export { openWebFiles, type Face } from './web/web-files.ts';
