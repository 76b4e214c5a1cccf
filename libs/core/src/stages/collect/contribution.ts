import type { ObligationRow, Rows } from '../../rows.ts';
import type { Fact, StreamName } from '../../stream.ts';
import type { FileRef, TextRef } from '../../text-ref.ts';
import type { Arrival, Came, Carrier, Cause } from '../handed-in.ts';
import type { ContributionState } from './machine.ts';

export type Requested = {
  readonly case: string;
  readonly stage: string;
  readonly department: string;
  readonly label: string;
  readonly due: string | null;
  /** What becomes of one that arrives after its date: receive 允许补报，保留逾期标记 · refuse 逾期不再受理. */
  readonly afterDue: 'receive' | 'refuse';
};

/** A department's own development plan (科室发展规划), the material of the chapters. Names are permanent. */
export type ContributionFact =
  | Fact<'ContributionRequested', Requested>
  | Fact<'ContributionSubmitted', Came & Arrival>
  /** 零报告: the department has nothing of its own to plan. */
  | Fact<'ContributionNoneReported', Arrival>
  /** Taken back before it was accepted: its date stands again, or, when it has passed, its escalation. */
  | Fact<'ContributionWithdrawn', { due: string | null; escalate: string | null }>
  | Fact<'ContributionAccepted', Came & { late?: boolean }>
  | Fact<'ContributionReturned', Came>
  /** 请补正: the original cannot be worked with; its time stands for the one that replaces it. */
  | Fact<'ContributionQuarantined', Came & { cause: Cause }>
  | Fact<'ContributionFellDue', { due: string; escalate?: string }>
  /** 提请审阅: nothing came by the next working day; these posts take note. */
  | Fact<'ContributionEscalated', { leads: readonly string[] }>
  | Fact<'ContributionEscalationSeen', { post: string }>
  /** 延期: `until` is a Beijing day, `due` its end. */
  | Fact<'ContributionExtended', { from: string; until: string; due: string }>
  /** 不单独编报（经同意）. */
  | Fact<'ContributionExcused', object>
  /** 缺报（经批准）: this draft is compiled without it; what it was marked with stays. */
  | Fact<'ContributionWaived', { manuscript: StreamName }>;

export interface ContributionContext extends Requested {
  readonly text: TextRef | null;
  readonly original: FileRef | null;
  /** When it was handed in for the first time, law time in UTC. */
  readonly received: string | null;
  /** 逾期: judged by the first arrival, and then it stays. */
  readonly late: boolean;
  /** Whether something was once received late: nothing that comes after takes the mark away. */
  readonly wasLate: boolean;
  /** 零报告. */
  readonly none: boolean;
  /** How it came to the office that entered it (补录); null when it was handed in here. */
  readonly carrier: Carrier | null;
  /** 延期至, a Beijing day; null without. */
  readonly until: string | null;
  /** The posts that were told that nothing came, and those of them that took note. */
  readonly escalated: readonly string[];
  readonly seen: readonly string[];
}

/** Where it stands as the screen says it: the mark of a late one stays. */
function statusOf({ value, context: { late, none } }: ContributionState): string {
  if (value === 'received') return none ? 'none-reported' : late ? 'handed-in-late' : 'handed-in';
  return value === 'accepted' && late ? 'accepted-late' : value;
}

type Owed = Pick<ObligationRow, 'name' | 'holder' | 'verb' | 'due'>;

/** Who owes what while the department has nothing in: the department, and the leads who were told. */
function missing(state: ContributionState): readonly Owed[] {
  const { department, escalated, seen } = state.context;
  // Whoever is asked for another original has kept the date.
  const due = state.matches('open') ? state.context.due : null;
  return [
    { name: 'submit', holder: `department-head@${department}`, verb: 'contribution.submit', due },
    ...escalated
      .filter((post) => !seen.includes(post))
      .map((post) => ({
        name: `see:${post}`,
        holder: `post:${post}`,
        verb: 'contribution.see-escalation',
        due: null,
      })),
  ];
}

const accepting = ({ context: { late } }: ContributionState): Owed => ({
  name: 'accept',
  holder: late ? 'office-director' : 'office',
  verb: 'contribution.accept',
  due: null,
});

export function contributionRows(id: string, state: ContributionState): Rows {
  const { case: caseId, stage, label, department, due } = state.context;
  const owed = [
    ...(state.matches('open') || state.matches('quarantined') ? missing(state) : []),
    ...(state.matches('received') ? [accepting(state)] : []),
  ];
  return {
    item: {
      kind: 'contribution',
      id,
      case: caseId,
      stage,
      status: statusOf(state),
      label,
      department,
      due,
      no: null,
    },
    obligations: owed.map((each) => ({ ...each, case: caseId })),
  };
}
