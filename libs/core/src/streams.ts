import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { caseStep } from './case/migrate/fold.ts';
import { caseRows } from './case/rows.ts';
import { initial, step, type Step } from './machine.ts';
import { orgMachine } from './org/org.ts';
import { orgRows } from './org/rows.ts';
import { personMachine, personRows } from './org/person.ts';
import type { Procedure } from './procedure/procedure.ts';
import { procedureMachine, procedureRows } from './procedure/publish.ts';
import { recordMachine } from './record/record.ts';
import { recordRows } from './record/rows.ts';
import { refusalMachine, refusalRows } from './refusals.ts';
import type { Rows } from './rows.ts';
import { ballotMachine, ballotRows } from './stages/ballot.ts';
import { depositMachine, depositRows } from './stages/deposit/deposit.ts';
import { contributionRows } from './stages/collect/contribution.ts';
import { contributionMachine } from './stages/collect/machine.ts';
import { conditionMachine, conditionRows } from './stages/condition/condition.ts';
import { dutyMachine, dutyRows } from './stages/duty/duty.ts';
import { mandateMachine } from './stages/mandate/mandate.ts';
import { mandateRows } from './stages/mandate/rows.ts';
import { indicatorMachine, indicatorRows } from './stages/indicator/indicator.ts';
import { consultationMachine, consultationRows } from './stages/consult/consultation.ts';
import { dossierMachine, dossierRows } from './stages/dossier/dossier.ts';
import { filingMachine } from './stages/file/filing.ts';
import { filingRows } from './stages/file/rows.ts';
import { precheckMachine, precheckRows } from './precheck/daily.ts';
import { repairMachine, repairRows } from './repair/repair.ts';
import { issueMachine } from './stages/issue/issue.ts';
import { issueRows } from './stages/issue/rows.ts';
import { manuscriptMachine, manuscriptRows } from './stages/manuscript/manuscript.ts';
import { meetingMachine } from './stages/meeting/meeting.ts';
import { meetingRows } from './stages/meeting/rows.ts';
import { sittingRows } from './stages/sitting/rows.ts';
import { sittingMachine } from './stages/sitting/sitting.ts';
import { opinionMachine, opinionRows } from './stages/opinion/opinion.ts';
import { registerMachine, registerRows } from './stages/issue/register.ts';
import { researchMachine, researchRows } from './stages/research.ts';
import { reviewMachine, reviewRows } from './stages/review/review.ts';
import { tablingRows } from './stages/tabling/rows.ts';
import { tablingMachine } from './stages/tabling/tabling.ts';
import { chapterRows } from './stages/write/chapter.ts';
import { chapterMachine } from './stages/write/machine.ts';
import type { StateOf, States } from './states.ts';
import type { Fact, Kind } from './stream.ts';

/** How one kind of stream is folded and shown. */
export interface StreamKind {
  readonly machine: AnyStateMachine;
  /** The one reducer. @throws IllFittingFact when the machine cannot take the fact */
  step(state: AnyMachineSnapshot, fact: Fact): Step;
  rows(id: string, state: AnyMachineSnapshot): Rows;
}

const kind = <K extends keyof States>(
  _: K,
  machine: AnyStateMachine,
  rows: (id: string, state: StateOf<K>) => Rows,
): StreamKind => ({
  machine,
  step: (state, fact) => step(machine, state, fact),
  rows: (id, state) => rows(id, state as StateOf<K>),
});

/** Every kind with a fixed machine. Only `case` runs a compiled one: {@link streamKind}. */
const FIXED: { readonly [K in Exclude<Kind, 'case'>]: StreamKind } = {
  ballot: kind('ballot', ballotMachine, ballotRows),
  chapter: kind('chapter', chapterMachine, chapterRows),
  condition: kind('condition', conditionMachine, conditionRows),
  consultation: kind('consultation', consultationMachine, consultationRows),
  contribution: kind('contribution', contributionMachine, contributionRows),
  deposit: kind('deposit', depositMachine, depositRows),
  dossier: kind('dossier', dossierMachine, dossierRows),
  duty: kind('duty', dutyMachine, dutyRows),
  mandate: kind('mandate', mandateMachine, mandateRows),
  filing: kind('filing', filingMachine, filingRows),
  indicator: kind('indicator', indicatorMachine, indicatorRows),
  issue: kind('issue', issueMachine, issueRows),
  manuscript: kind('manuscript', manuscriptMachine, manuscriptRows),
  meeting: kind('meeting', meetingMachine, meetingRows),
  sitting: kind('sitting', sittingMachine, sittingRows),
  opinion: kind('opinion', opinionMachine, opinionRows),
  org: kind('org', orgMachine, orgRows),
  person: kind('person', personMachine, personRows),
  procedure: kind('procedure', procedureMachine, procedureRows),
  record: kind('record', recordMachine, recordRows),
  repair: kind('repair', repairMachine, repairRows),
  precheck: kind('precheck', precheckMachine, precheckRows),
  refusal: kind('refusal', refusalMachine, refusalRows),
  register: kind('register', registerMachine, registerRows),
  research: kind('research', researchMachine, researchRows),
  review: kind('review', reviewMachine, reviewRows),
  tabling: kind('tabling', tablingMachine, tablingRows),
};

/** The kind of a stream; a case needs the procedure that its first fact names. @throws Error for a case without one */
export function streamKind(name: Kind, procedure?: Procedure): StreamKind {
  if (name !== 'case') return FIXED[name];
  if (!procedure) throw new Error('a case is folded by its own procedure');
  const { machine } = procedure;
  return {
    ...kind('case', machine, (id, state) => caseRows(id, state, procedure)),
    step: (state, fact) => caseStep(machine, state, fact),
  };
}

/**
 * The hash of the definition by which a case is folded from this fact on: its first fact names one, and every fact that
 * moves it to another version. Other facts name none.
 */
export function procedureNamedBy({ type, data }: Fact): string | undefined {
  const named = data as { procedure?: { hash?: string }; to?: { hash?: string } };
  return type === 'CaseMigrated' || type === 'CaseRolledBack' ? named.to?.hash : named.procedure?.hash;
}

export const emptyState = (of: StreamKind): AnyMachineSnapshot => initial(of.machine);

export const nextState = (of: StreamKind, state: AnyMachineSnapshot, fact: Fact): Step =>
  of.step(state, fact);

/** The kind by which a stream is folded from this fact on: most facts leave it as it was. */
export function kindFrom(
  name: Kind,
  before: StreamKind | null | undefined,
  fact: Fact,
  procedure: (hash: string) => Procedure | undefined,
): StreamKind {
  const hash = name === 'case' ? procedureNamedBy(fact) : undefined;
  if (before && hash === undefined) return before;
  return streamKind(name, hash === undefined ? undefined : procedure(hash));
}

/** The state of a stream after these facts. @throws IllFittingFact */
export function foldStream(
  name: Kind,
  facts: readonly Fact[],
  procedure: (hash: string) => Procedure | undefined,
): AnyMachineSnapshot | null {
  let of: StreamKind | null = null;
  let state: AnyMachineSnapshot | null = null;
  for (const fact of facts) {
    of = kindFrom(name, of, fact, procedure);
    state = nextState(of, state ?? emptyState(of), fact).state;
  }
  return state;
}
