import type { CaseState } from './case/case.ts';
import type { OrgState } from './org/org.ts';
import type { PersonState } from './org/person.ts';
import type { ProcedureState } from './procedure/publish.ts';
import type { RecordState } from './record/record.ts';
import type { PrecheckState } from './precheck/daily.ts';
import type { RepairState } from './repair/repair.ts';
import type { RefusalState } from './refusals.ts';
import type { ContributionState } from './stages/collect/machine.ts';
import type { ChapterState } from './stages/write/machine.ts';
import type { DepositState } from './stages/deposit/deposit.ts';
import type { ConsultationState } from './stages/consult/consultation.ts';
import type { ManuscriptState } from './stages/manuscript/manuscript.ts';
import type { OpinionState } from './stages/opinion/opinion.ts';
import type { ResearchState } from './stages/research.ts';
import type { ReviewState } from './stages/review/review.ts';
import type { Kind } from './stream.ts';
import type { BallotState } from './stages/ballot.ts';
import type { ConditionState } from './stages/condition/condition.ts';
import type { DutyState } from './stages/duty/duty.ts';
import type { IndicatorState } from './stages/indicator/indicator.ts';
import type { MandateState } from './stages/mandate/mandate.ts';
import type { DossierState } from './stages/dossier/dossier.ts';
import type { FilingState } from './stages/file/filing.ts';
import type { IssueState } from './stages/issue/issue.ts';
import type { MeetingState } from './stages/meeting/meeting.ts';
import type { SittingState } from './stages/sitting/sitting.ts';
import type { RegisterState } from './stages/issue/register.ts';
import type { TablingState } from './stages/tabling/tabling.ts';

/** The folded state of each kind of stream. */
export interface States {
  research: ResearchState;
  opinion: OpinionState;
  manuscript: ManuscriptState;
  consultation: ConsultationState;
  chapter: ChapterState;
  case: CaseState;
  contribution: ContributionState;
  deposit: DepositState;
  org: OrgState;
  person: PersonState;
  procedure: ProcedureState;
  refusal: RefusalState;
  meeting: MeetingState;
  sitting: SittingState;
  ballot: BallotState;
  condition: ConditionState;
  mandate: MandateState;
  duty: DutyState;
  filing: FilingState;
  indicator: IndicatorState;
  dossier: DossierState;
  issue: IssueState;
  register: RegisterState;
  review: ReviewState;
  tabling: TablingState;
  record: RecordState;
  repair: RepairState;
  precheck: PrecheckState;
}

/** Kinds without a machine have no state. Indexed, not conditional: a union over every machine outgrows the compiler. */
export type StateOf<K extends Kind> = (States & {
  readonly [Other in Exclude<Kind, keyof States>]: never;
})[K];
