export { addDays, dayOf, daysBetween, endOfDay, startOfDay } from './calendar.ts';
export { CAPACITIES, CLOCK, type Capacity, type CapacityKind } from './capacity.ts';
export { bodyOf, commandOf, COMMANDS } from './commands.ts';
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
  type Moment,
} from './given.ts';
export { IllFittingFact } from './machine.ts';
export { may, type May } from './may.ts';
export { type DepartmentKind, type OrgFact, type OrgState, type SeatRole } from './org/org.ts';
export { capacitiesOf, holdings, permit, visible } from './policy/permit.ts';
export { ACTING, READING, type Grant } from './policy/policy.ts';
export { checkProcedure, type ProcedureFault, type ProcedureReport } from './procedure/check.ts';
export { Definition, isTogether, stagesOf, type Stage } from './procedure/definition.ts';
export { compileProcedure, definitionJson, readDefinition, type Procedure } from './procedure/procedure.ts';
export { procedureStream } from './procedure/publish.ts';
export { type Notice, type Refusal, type Said } from './refusal.ts';
export { type Holder, type ItemRow, type ObligationRow, type Rows } from './rows.ts';
export { dossierStream } from './stages/dossier.ts';
export { type StateOf, type States } from './states.ts';
export { emptyState, nextState, procedureNamedBy, streamKind, type StreamKind } from './streams.ts';
export { KINDS, parseStream, streamName, type Fact, type Kind, type StreamName } from './stream.ts';
export { sameText, TextRef } from './text-ref.ts';
export { answerVote } from './vote-question.ts';
export { type VoteAnswer } from './votes.ts';
