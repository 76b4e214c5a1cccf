export { addDays, dayOf, daysBetween, endOfDay, startOfDay } from './calendar.ts';
export { CAPACITIES, CLOCK, isOffice, type Capacity, type CapacityKind } from './capacity.ts';
export { bodyOf, commandOf, COMMANDS } from './commands.ts';
export { type Command, type Decision, type Given, type Known, type Need, type Recorded } from './decider.ts';
export { type Effect } from './effects.ts';
export { Elsewhere } from './elsewhere.ts';
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
export { type DepartmentKind, type OrgFact, type OrgState, type SeatRole } from './org/org.ts';
export { APPROVALS, asksStepUp, mustChangeFirst, SECURITY, type Security } from './org/security.ts';
export { capacitiesOf, holdings, permit, visible } from './policy/permit.ts';
export { ACTING, READING, type Grant } from './policy/policy.ts';
export { mailAddress } from './messages/address.ts';
export { backOff, LONGEST_AWAY_MS, LONGEST_MS } from './messages/backoff.ts';
export { owingText, type OwingGroup, type OwingLine } from './messages/owing.ts';
export { holdersOf } from './messages/recipients.ts';
export { firstKind, remindsAt, type MessageKind } from './messages/schedule.ts';
export { messageText, oneLine, type Frame, type MessageText, type Occasion } from './messages/text.ts';
export { walk, type Visited } from './procedure/abstract.ts';
export { checkProcedure, type ProcedureFault, type ProcedureReport } from './procedure/check.ts';
export { keptBy } from './procedure/classing.ts';
export { Definition, isTogether, stagesOf, type Stage } from './procedure/definition.ts';
export { compileProcedure, definitionJson, readDefinition, type Procedure } from './procedure/procedure.ts';
export { procedureStream } from './procedure/publish.ts';
export { type Notice, type Refusal, type Said } from './refusal.ts';
export { type Holder, type ItemRow, type ObligationRow, type Rows } from './rows.ts';
export { dossierStream } from './stages/dossier.ts';
export { FILING_OUTCOMES } from './stages/file/facts.ts';
export { returnsOf, type Returned, type ReturnLine } from './stages/returns.ts';
export {
  GiveUnsigned,
  MOST_TOKENS,
  outsideWindow,
  tokenRefusal,
  tooManyTokens,
  UNSIGNED_VERB,
  unsignedFacts,
} from './stages/unsigned.ts';
export { type StateOf, type States } from './states.ts';
export { emptyState, nextState, procedureNamedBy, streamKind, type StreamKind } from './streams.ts';
export { KINDS, parseStream, streamName, type Fact, type Kind, type StreamName } from './stream.ts';
export { FileRef, sameText, TextRef } from './text-ref.ts';
export { answerVote } from './vote-question.ts';
export { type VoteAnswer } from './votes.ts';
