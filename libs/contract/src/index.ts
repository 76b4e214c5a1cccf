export {
  OwnSession,
  OwnSessions,
  PasswordChange,
  RecoveryCodes,
  SecondFactorBegun,
  SecondFactorCode,
  SecondFactorWish,
  StepUpChallenge,
} from './account.ts';
export { CommandAnswer, May, Notice, Receipt } from './answer.ts';
export { CaseItem, CaseLine, CaseOverview, CasePage, CaseStage } from './case.ts';
export {
  ConformanceQuery,
  ConformanceReportView,
  ConformanceRound,
  ConformanceStage,
  EvidenceView,
} from './conformance.ts';
export {
  ANOMALY_WORDS,
  CONFORMANCE_WORDS,
  HOW_WORDS,
  KEPT_WORDS,
  MEDIUM_WORDS,
  RECONSIDERED_WORDS,
  REPAIR_WORDS,
  RULE_WORDS,
  ruleWords,
  STANDING_WORDS,
  TWO_KEYS_WORDS,
} from './conformance-words.ts';
export { Trail, TrailStep, TrailText } from './trail.ts';
export { Why, WhyQuery } from './why.ts';
export { PrecheckStop, PrecheckView } from './precheck.ts';
export { RepairPreview, RepairPreviewWish } from './repair-preview.ts';
export { HistoryEntry, HistoryPage } from './history.ts';
export { Obligation, ObligationPage } from './obligation.ts';
export {
  ENTERING_WORDS,
  MyAct,
  MyActPage,
  MyActsQuery,
  MyMessage,
  MyMessagePage,
  NOTING,
  ObligationQuery,
} from './my-work.ts';
export { Organisation } from './organisation.ts';
export { Delegations, OrgPreview, OrgPreviewWish, UnheldList, WHY_UNHELD } from './people.ts';
export { AccessEntry, AccessPage, LogEntry, LogPage, StreamRecord } from './record.ts';
export { NextPage, PageQuery } from './paging.ts';
export { Problem, PROBLEMS, type ProblemCode } from './problem.ts';
export { DecidingFacts, Id, Instant, LeafHash, Said, Stream } from './said.ts';
export { HeldPost, Me, SignIn } from './sign-in.ts';
export { DemoStep, DemoTour, DemoVisit } from './demo-tour.ts';
export { InstitutionList } from './institution.ts';
export {
  IndicatorComparison,
  IndicatorPlaces,
  IndicatorQuery,
  IndicatorSheetCheck,
  IndicatorTable,
  PlacesQuery,
} from './indicator.ts';
export {
  CITED_WORDS,
  INDICATOR_DISPOSITION_WORDS,
  INDICATOR_STATUS_WORDS,
  INDICATOR_TYPE_WORDS,
} from './indicator-words.ts';
export { KeptFile } from './file.ts';
export { KeptText, NewText } from './text.ts';
export { JoiningCheck, JoiningForm, JoiningQuery, JoiningWish } from './joining.ts';
export {
  DiffQuery,
  MigrationPreview,
  MigrationQuery,
  ProcedureDiff,
  RollBack,
  RollBackQuery,
} from './migration.ts';
export { ProcedureLine, ProcedurePage, PublishedProcedure } from './procedure.ts';
export {
  hrefOf,
  isOfDepartments,
  pageOf,
  PLURALS,
  leaderSlipPageOf,
  slipPageOf,
  workPage,
} from './plurals.ts';
export { Resource, resourceOf, VIEWS, Wording, type ViewedKind } from './resource.ts';
export { DepositCode, DepositPage, DepositReceipt } from './deposit.ts';
export { Anonymity, ANONYMITY, OpinionToken, UNSIGNED_RECEIVED, UnsignedReceived } from './unsigned.ts';
export { CHOICE_WORDS, choiceWords } from './choice-words.ts';
export { FACT_WORDS } from './fact-words.ts';
export { FIELD_WORDS } from './field-words.ts';
export { StaffCheck, StaffList, StaffRow } from './staff.ts';
export { DISPOSITION_WORDS, OUTCOME_WORDS, RETURN_WORDS, STATUS_WORDS } from './status-words.ts';
export { VERB_WORDS } from './verb-words.ts';
export { CAPACITY_WORDS, ROLE_WORDS, wordsOf } from './words.ts';
export {
  ContactView,
  MESSAGE_KIND_WORDS,
  MESSAGE_WORDS,
  MessageLine,
  MessagePage,
  MessageQuery,
  NewContact,
  Resent,
} from './message.ts';
export { DraftAbout, DraftToKeep, KeptDraft, OTHERS_KEPT } from './kept-draft.ts';
export { OwingList, OwingQuery } from './owing.ts';
export { CaseProgress } from './progress.ts';
export { HolidaysCheck } from './holidays-check.ts';
export { InstructionList } from './instruction-list.ts';
export { SubmissionRegister } from './submissions.ts';
export { DueStep, WhyDue } from './why-due.ts';
export { DraftPreview, RedlineQuery, ReturnedDraft } from './draft-view.ts';
export { MergeView, MergeWish, TreeChanges, TreeChangesQuery, TreeView } from './tree.ts';
export { chaptersAsked, clausesAsked, ReturnPreview, ReturnQuery, ReturnsQuery } from './returns.ts';
export {
  PAGES_AT_ONCE,
  PagesQuery,
  PaperFile,
  PaperFormat,
  PaperKey,
  PaperList,
  PaperPages,
} from './paper.ts';
export { CheckupItem, CheckupReport } from './checkup-view.ts';
export { ClauseHistory, ClauseList, ClausesQuery, NodeId, Origin, UsedClause, UseReport } from './clauses.ts';
export {
  OpinionLine,
  OpinionList,
  OpinionsQuery,
  PlaceNow,
  ReturnedForm,
  ReturnedPreview,
  ReturnedRow,
} from './opinion-list.ts';
export {
  checkReceipt,
  isGood,
  receiptLines,
  type LeafHashes,
  type ReceiptReport,
} from './bundle/check-receipt.ts';
export {
  BUNDLE_STEPS,
  checkingBundle,
  type BundleReport,
  type BundleStep,
  type ReadReport,
} from './bundle/check-bundle.ts';
export { signedWords } from './bundle/check-proofs.ts';
export { receiptedWords, type Receipted } from './bundle/check-receipts.ts';
export { restartsIn, restartWords } from './bundle/restarts.ts';
export { citedContents, contentName } from './bundle/check-contents.ts';
export { capacitiesThen, proceduresOf } from './bundle/check-states.ts';
export { courseOf, type AfterwardsLine, type Course, type CourseLine } from './bundle/course.ts';
export { BUNDLE_FAULT_WORDS, bundleFaultWords, type BundleFault } from './bundle/fault.ts';
export {
  ArchiveItem,
  BUNDLE_FORMAT,
  BUNDLE_PATHS,
  BundleArchive,
  BundleCapacities,
  BundleContents,
  BundleCourse,
  BundleManifest,
  BundleProofs,
  BundleSealed,
  BundleStates,
} from './bundle/layout.ts';
export {
  readBundle,
  type Bundle,
  type BundledEntry,
  type BundleFiles,
  type BundleMeans,
} from './bundle/read-bundle.ts';
export { BroughtWord, ImportView, PastedText, ReadingView } from './import-view.ts';
export { READING_WORDS } from './reading-words.ts';
export { DissentReceipt, LOG_RESTART_WORDS, LogHead, LogRestartView, TreeLogView } from './tree-log.ts';
export {
  AUDIT_ACTION_WORDS,
  AUDIT_END_WORDS,
  AUDIT_LETTER_WORDS,
  AuditLetter,
  AuditLetters,
  AuditReading,
  AuditReadings,
  AuditSession,
} from './audit/letter.ts';
export {
  AuditActor,
  LIST_FORMATS,
  ListFormat,
  TIMELINE_HOW_WORDS,
  TIMELINE_HOWS,
  TimelineEntry,
  TimelineFilter,
  TimelinePage,
  TimelineQuery,
} from './audit/timeline.ts';
export {
  AsOf,
  AuditCases,
  AuditMoment,
  CHANGE_WORDS,
  DecisionReading,
  DecisionReadings,
  DifferenceQuery,
  OwedLine,
  READ_WORDS,
  StateDifference,
  StateLine,
  StateQuery,
  StateThen,
} from './audit/state.ts';
export {
  AuditAnswer,
  AuditEvidence,
  AuditQuestion,
  AuditQuestions,
  AuditRow,
  EvidenceSheetWish,
  QuestionQuery,
} from './audit/question.ts';
export { ACCESS_WORDS, AccessLine, AccessThen } from './audit/access.ts';
export { Ancestry, AncestryQuery } from './audit/ancestry.ts';
export {
  VERIFICATION_STEPS,
  VERIFICATION_WORDS,
  VerificationLine,
  VerificationQuery,
} from './audit/verification.ts';
