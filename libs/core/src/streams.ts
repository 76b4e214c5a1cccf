import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { caseRows } from './case/rows.ts';
import { initial, step, type Step } from './machine.ts';
import { orgMachine, orgRows } from './org/org.ts';
import { personMachine, personRows } from './org/person.ts';
import type { Procedure } from './procedure/procedure.ts';
import { procedureMachine, procedureRows } from './procedure/publish.ts';
import { recordMachine } from './record/record.ts';
import { recordRows } from './record/rows.ts';
import { refusalMachine, refusalRows } from './refusals.ts';
import type { Rows } from './rows.ts';
import { ballotMachine, ballotRows } from './stages/ballot.ts';
import { contributionRows } from './stages/collect/contribution.ts';
import { contributionMachine } from './stages/collect/machine.ts';
import { conditionMachine, conditionRows } from './stages/condition/condition.ts';
import { consultationMachine, consultationRows } from './stages/consultation.ts';
import { dossierMachine, dossierRows } from './stages/dossier.ts';
import { filingMachine } from './stages/file/filing.ts';
import { filingRows } from './stages/file/rows.ts';
import { issueMachine } from './stages/issue/issue.ts';
import { issueRows } from './stages/issue/rows.ts';
import { manuscriptMachine, manuscriptRows } from './stages/manuscript.ts';
import { meetingMachine } from './stages/meeting/meeting.ts';
import { meetingRows } from './stages/meeting/rows.ts';
import { opinionMachine, opinionRows } from './stages/opinion.ts';
import { registerMachine, registerRows } from './stages/register.ts';
import { researchMachine, researchRows } from './stages/research.ts';
import { reviewMachine, reviewRows } from './stages/review/review.ts';
import { chapterRows } from './stages/write/chapter.ts';
import { chapterMachine } from './stages/write/machine.ts';
import type { StateOf, States } from './states.ts';
import type { Fact, Kind } from './stream.ts';

/** How one kind of stream is folded and shown. */
export interface StreamKind {
  readonly machine: AnyStateMachine;
  rows(id: string, state: AnyMachineSnapshot): Rows;
}

const kind = <K extends keyof States>(
  _: K,
  machine: AnyStateMachine,
  rows: (id: string, state: StateOf<K>) => Rows,
): StreamKind => ({ machine, rows: (id, state) => rows(id, state as StateOf<K>) });

/** Every kind with a fixed machine. Only `case` runs a compiled one: {@link streamKind}. */
const FIXED: { readonly [K in Exclude<Kind, 'case'>]: StreamKind } = {
  ballot: kind('ballot', ballotMachine, ballotRows),
  chapter: kind('chapter', chapterMachine, chapterRows),
  condition: kind('condition', conditionMachine, conditionRows),
  consultation: kind('consultation', consultationMachine, consultationRows),
  contribution: kind('contribution', contributionMachine, contributionRows),
  dossier: kind('dossier', dossierMachine, dossierRows),
  filing: kind('filing', filingMachine, filingRows),
  issue: kind('issue', issueMachine, issueRows),
  manuscript: kind('manuscript', manuscriptMachine, manuscriptRows),
  meeting: kind('meeting', meetingMachine, meetingRows),
  opinion: kind('opinion', opinionMachine, opinionRows),
  org: kind('org', orgMachine, orgRows),
  person: kind('person', personMachine, personRows),
  procedure: kind('procedure', procedureMachine, procedureRows),
  record: kind('record', recordMachine, recordRows),
  refusal: kind('refusal', refusalMachine, refusalRows),
  register: kind('register', registerMachine, registerRows),
  research: kind('research', researchMachine, researchRows),
  review: kind('review', reviewMachine, reviewRows),
};

/** The kind of a stream; a case needs the procedure that its first fact names. @throws Error for a case without one */
export function streamKind(name: Kind, procedure?: Procedure): StreamKind {
  if (name !== 'case') return FIXED[name];
  if (!procedure) throw new Error('a case is folded by its own procedure');
  return kind('case', procedure.machine, (id, state) => caseRows(id, state, procedure));
}

/** The hash of the definition that a case's first fact names. */
export function procedureNamedBy(first: Fact): string | undefined {
  const { procedure } = first.data as { procedure?: { hash?: string } };
  return procedure?.hash;
}

export const emptyState = (of: StreamKind): AnyMachineSnapshot => initial(of.machine);

export const nextState = (of: StreamKind, state: AnyMachineSnapshot, fact: Fact): Step =>
  step(of.machine, state, fact);
