export { ANNOUNCED } from './deadlines/announced/announced.ts';
export { explained, type SaidStep } from './deadlines/due-step.ts';
export { ladderOf, type Ladder } from './deadlines/ladder.ts';
export { MARK_WORDS } from './deadlines/marks.ts';
export { registerLine, type RegisterLine } from './deadlines/register.ts';
export { whyDue, whyStage } from './deadlines/why.ts';
export { calendarOf } from './org/holidays.ts';
export { keyOfUrged, type Urgings } from './case/urged.ts';
export { officersMissing } from './org/three-officers.ts';
export { changedDays } from './org/changed-days.ts';
export { coverageOf, workingDayFrom, type WorkCalendar, type WorkYear } from './working-days.ts';
export { addDays, dayOf, daysBetween, endOfDay, startOfDay } from './calendar.ts';
export { CAPACITIES, CLOCK, isOffice, type Capacity, type CapacityKind } from './capacity.ts';
export { bodyOf, commandOf, COMMANDS } from './commands.ts';
export { ANOMALIES, type Anomaly } from './conformance/anomalies.ts';
export { conformance, type ConformanceReport, type StageLine } from './conformance/conformance.ts';
export { type Evidence, type How, type Witness } from './conformance/history.ts';
export { CONFORMANCE, type Conformance } from './conformance/status.ts';
export { ASKED_RULES } from './conformance/checks.ts';
export { type Command, type Decision, type Given, type Known, type Need, type Recorded } from './decider.ts';
export { type Effect } from './effects.ts';
export { folder, type Folder, type FoldingStream } from './folder.ts';
export {
  givenFrom,
  knownFrom,
  NotNeeded,
  readsEveryText,
  streamOfNeed,
  type Loaded,
  type Looked,
  type Lookup,
  type Moment,
} from './given.ts';
export { IllFittingFact } from './machine.ts';
export { may, type May } from './may.ts';
export { actingIn, actingPerson } from './org/acting.ts';
export { servedBy } from './org/aide.ts';
export { isCurrent, lettersFor, type AuditLetter } from './org/audit-letter.ts';
export { type LogRestart } from './org/tree-log.ts';
export { heirOf, type DepartmentKind } from './org/departments.ts';
export { type OrgFact, type OrgState, type SeatRole } from './org/org.ts';
export { foresee, foreseenNeeds, FORESEEN, type Foreseen } from './org/preview.ts';
export { repairsOf, unheld, type Unheld } from './org/unheld.ts';
export { ProposeRepair } from './repair/propose.ts';
export { APPROVALS, asksStepUp, mustChangeFirst, SECURITY, type Security } from './org/security.ts';
export { capacitiesOf, holdings } from './policy/capacities.ts';
export { delegatesFor, owes, toldOf, type Owed } from './policy/delegated.ts';
export { entersOwed, holdingsServed } from './policy/entering.ts';
export { permit, seesMaking, visible } from './policy/permit.ts';
export { withheld } from './policy/recused.ts';
export { ACTING } from './policy/policy.ts';
export { overviews } from './policy/overview.ts';
export { READING } from './policy/reading.ts';
export { mailAddress } from './messages/address.ts';
export { backOff, LONGEST_AWAY_MS, LONGEST_MS } from './messages/backoff.ts';
export { owingText } from './messages/owing.ts';
export { holdersOf } from './messages/recipients.ts';
export { firstKind, remindsAt, type MessageKind } from './messages/schedule.ts';
export { messageText, type Frame, type Occasion } from './messages/text.ts';
export { mergePreview } from './stages/manuscript/merge-preview.ts';
export { OperationBody } from './stages/manuscript/operation-body.ts';
export { ReviseManuscript } from './stages/manuscript/revise.ts';
export { procedureOf } from './case/advance.ts';
export { walk, type Visited } from './procedure/abstract.ts';
export {
  checkProcedure,
  type ProcedureFault,
  type ProcedureReport,
  type Staffing,
} from './procedure/check.ts';
export { byOutcomes, type Outcome } from './procedure/by-outcomes.ts';
export { Definition, isTogether, stageOf, stagesOf, type Stage } from './procedure/definition.ts';
export { compileProcedure, definitionJson, readDefinition, type Procedure } from './procedure/procedure.ts';
export { procedureStream } from './procedure/publish.ts';
export { diffDefinitions, type Change } from './procedure/diff.ts';
export { BindingDocument } from './procedure/authorised.ts';
export { computeMoves, type Move } from './case/migrate/migrate.ts';
export { joiningFaults, type JoiningFault } from './case/joining/faults.ts';
export { joiningLines, type JoiningLine } from './case/joining/lines.ts';
export { digestOf, type CasePreview } from './case/migrate/preview.ts';
export { computeRollBack, type RollBackPreview } from './case/migrate/roll-back.ts';
export { type Refusal, type Said } from './refusal.ts';
export { effectsOfReturn, type Returning, type Target as ReturnTarget } from './returns/returning.ts';
export { sayJudged } from './returns/words.ts';
export { type Holder, type ItemRow, type ObligationRow, type Rows } from './rows.ts';
export { dossierStream } from './stages/dossier/dossier.ts';
export { aroundOf, isFigureOf } from './stages/indicator/fill.ts';
export {
  INDICATOR_DISPOSITIONS,
  INDICATOR_TYPES,
  PLAN_ROLES,
  type IndicatorPlace,
} from './stages/indicator/facts.ts';
export { indicatorsOf } from './stages/indicator/indicator.ts';
export { isPending, type IndicatorRow } from './stages/indicator/row.ts';
export { gateDecisions, type GateDecision } from './stages/meeting/gate-decisions.ts';
export { FILING_OUTCOMES } from './stages/file/facts.ts';
export { returnsOf, type Returned } from './stages/consult/returns.ts';
export {
  GiveUnsigned,
  MOST_TOKENS,
  outsideWindow,
  tokenRefusal,
  tooManyTokens,
  UNSIGNED_VERB,
  unsignedFacts,
} from './stages/consult/unsigned.ts';
export { basisOf, BODY_RULES, EFFECTS, STAGE_RULES } from './procedure/effects.ts';
export { passWords, quorumWords } from './procedure/rule-words.ts';
export { weighedRuleWords } from './procedure/weighed-rule-words.ts';
export { fieldWords, isNamed, valueWords } from './procedure/diff-words.ts';
export { kindOf, KINDS_OF_STAGES } from './stages/kinds.ts';
export { decideIn, why, whyWithoutBody, type Question, type Why } from './why.ts';
export { precheck, type Precheck } from './precheck/precheck.ts';
export { firstDifference, type Stop } from './precheck/stop.ts';
export { type StateOf, type States } from './states.ts';
export {
  emptyState,
  foldStream,
  kindFrom,
  nextState,
  procedureNamedBy,
  streamKind,
  type StreamKind,
} from './streams.ts';
export { KINDS, parseStream, streamName, type Fact, type Kind, type StreamName } from './stream.ts';
export { FileRef, hashOfKey, isTree, keyOfText, sameText, TextKey, TextRef } from './text-ref.ts';
export { answerVote } from './vote-question.ts';
export { attendanceStep, outcome, quorum, type Quorum, type VoteAnswer } from './votes.ts';
export { type Attendance, type VoteRule } from './vote-facts.ts';
export { presider, votingSeats, type Seat } from './stages/meeting/roll.ts';
export { hereIn } from './stages/sitting/here.ts';
export { foundIn, isWaived, type Checked } from './stages/finding/found.ts';
export {
  blameOf,
  lineageOf,
  type Lineage,
  type ManuscriptStep,
  type Provenance,
} from './stages/manuscript/lineage.ts';
export { type ManuscriptFact } from './stages/manuscript/manuscript.ts';
export { DISPOSITIONS, OPINION_SORTS } from './stages/opinion/opinion-facts.ts';
export { opinionsOf } from './stages/opinion/opinion.ts';
export { MOST_OPINIONS, NodeId } from './stages/opinion/opinion-row.ts';
export { streamOf } from './case/case.ts';
export { type Ground } from './stages/manuscript/ground.ts';
export type { Cause } from './stages/handed-in.ts';
export { MOST_DEPOSITS, takesDeposits } from './stages/deposit/receive.ts';
export type { ReadOutcome } from './stages/reading/read-text.ts';
export {
  TAKES,
  type Recognised,
  type Take,
  type TextReading,
  type Unread,
} from './stages/reading/text-reading.ts';
export { askedOf } from './stages/write/countersigns.ts';
