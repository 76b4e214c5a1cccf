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
export { Why, WhyQuery } from './why.ts';
export { PrecheckStop, PrecheckView } from './precheck.ts';
export { RepairPreview, RepairPreviewWish } from './repair-preview.ts';
export { HistoryEntry, HistoryPage } from './history.ts';
export { Obligation, ObligationPage } from './obligation.ts';
export { Organisation } from './organisation.ts';
export { Delegations, OrgPreview, OrgPreviewWish, UnheldList, WHY_UNHELD } from './people.ts';
export { AccessEntry, AccessPage, LogEntry, LogPage, StreamRecord } from './record.ts';
export { NextPage, PageQuery } from './paging.ts';
export { Problem, PROBLEMS, type ProblemCode } from './problem.ts';
export { DecidingFacts, Id, Instant, LeafHash, Said, Stream } from './said.ts';
export { HeldPost, Me, SignIn } from './sign-in.ts';
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
export { PLURALS } from './plurals.ts';
export { hrefOf, Resource, resourceOf, VIEWS, Wording, type ViewedKind } from './resource.ts';
export { Anonymity, ANONYMITY, OpinionToken, UNSIGNED_RECEIVED, UnsignedReceived } from './unsigned.ts';
export { FACT_WORDS } from './fact-words.ts';
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
export { OwingList, OwingQuery } from './owing.ts';
export { SubmissionRegister } from './submissions.ts';
export { DueStep, WhyDue } from './why-due.ts';
export { DraftPreview, RedlineQuery, ReturnedDraft } from './draft-view.ts';
export { MergeView, MergeWish, TreeChanges, TreeChangesQuery, TreeView } from './tree.ts';
export { chaptersAsked, clausesAsked, ReturnPreview, ReturnQuery, ReturnsQuery } from './returns.ts';
export { PaperFile, PaperFormat, PaperList } from './paper.ts';
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
  BUNDLE_STEPS,
  checkingBundle,
  type BundleReport,
  type BundleStep,
  type ReadReport,
} from './bundle/check-bundle.ts';
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
export { type BundledEntry, type BundleFiles, type BundleMeans } from './bundle/read-bundle.ts';
export { ImportView, PastedText, ReadingView } from './import-view.ts';
export { READING_WORDS } from './reading-words.ts';
