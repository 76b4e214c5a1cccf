import type { Belated } from '../../deadlines/belated.ts';
import type { DueStep, SaidStep } from '../../deadlines/due-step.ts';
import type { Grace } from '../../deadlines/grace.ts';
import type { Rungs } from '../../deadlines/ladder.ts';
import type { ObligationRow, Rows } from '../../rows.ts';
import type { Fact, StreamName } from '../../stream.ts';
import type { FileRef, TextRef } from '../../text-ref.ts';
import type { LeftHere, WaitingFact } from '../deposit/waiting.ts';
import type { Arrival, Came, Carrier, Cause } from '../handed-in.ts';
import type { ReadingFact, TextReading, Unread } from '../reading/text-reading.ts';
import type { UseFact, Uses } from '../opinion/use.ts';
import type { ContributionState } from './machine.ts';

export type Requested = {
  readonly case: string;
  readonly stage: string;
  readonly department: string;
  readonly label: string;
  readonly due: string | null;
  /** How that was counted; absent where somebody has set it. */
  readonly why?: readonly DueStep[];
  /** What becomes of one that arrives after its date: receive 允许补报，保留逾期标记 · refuse 逾期不再受理. */
  readonly afterDue: 'receive' | 'refuse';
  /** 宽限期 of its date; absent and null without. */
  readonly grace?: Grace | null;
  /** Who is told, and when, while nothing comes; absent in facts of before there were ladders. */
  readonly ladder?: Rungs;
};

/** A department's own development plan (科室发展规划), the material of the chapters. Names are permanent. */
export type ContributionFact =
  | Fact<'ContributionRequested', Requested>
  | Fact<'ContributionSubmitted', Came & Arrival>
  /** 零报告: the department has nothing of its own to plan. */
  | Fact<'ContributionNoneReported', Arrival>
  /** Taken back before it was accepted: its date stands again, or, when it has passed, its escalation. */
  | Fact<'ContributionWithdrawn', { due: string | null; escalate: string | null }>
  /** `own`: by somebody of the department that handed it in. */
  | Fact<'ContributionAccepted', Came & { late?: boolean; own?: true }>
  | Fact<'ContributionReturned', Came>
  /** 请补正: the original cannot be worked with; its time stands for the one that replaces it. */
  | Fact<'ContributionQuarantined', Came & { cause: Cause; trouble?: Unread }>
  | Fact<'ContributionFellDue', { due: string; escalate?: string; calendar?: string } & Belated>
  /** 拟提请审阅: nothing came by the next working day; the office says whether these posts are told. */
  | Fact<'ContributionEscalationProposed', { leads: readonly string[] } & Belated>
  /** 暂不提请: the office holds it back. */
  | Fact<'ContributionEscalationHeld', object>
  /** 提请审阅: these posts take note. */
  | Fact<'ContributionEscalated', { leads: readonly string[] } & Belated>
  | Fact<'ContributionEscalationSeen', { post: string }>
  /** 延期: `until` is a Beijing day, `due` its end; approved `on` a day, `after` its date had passed. */
  | Fact<
      'ContributionExtended',
      { from: string; until: string; due: string; on?: string; after?: true; grace?: Grace }
    >
  /** 不单独编报（经同意）. */
  | Fact<'ContributionExcused', object>
  /** 缺报（经批准）: this draft is compiled without it; what it was marked with stays. */
  | Fact<'ContributionWaived', { manuscript: StreamName }>
  /** What becomes of its original after it was received. */
  | ReadingFact
  /** What was left with a 报送码 and waits for the head. */
  | WaitingFact
  /** 已核对: where in the text it was used. */
  | UseFact;

export interface ContributionContext extends Omit<Requested, 'why'> {
  readonly grace: Grace | null;
  readonly ladder: Rungs;
  readonly text: TextRef | null;
  readonly original: FileRef | null;
  /** When it was handed in for the first time, law time in UTC. */
  readonly received: string | null;
  /** 逾期: judged by the first arrival, and then it stays. */
  readonly late: boolean;
  /** Whether something was once received late: nothing that comes after takes the mark away. */
  readonly wasLate: boolean;
  /** 宽限期内: the first arrival was after the date and within its grace. It stays. */
  readonly inGrace: boolean;
  /** Whether its date had passed when it was extended. */
  readonly extendedLate: boolean;
  /** 零报告. */
  readonly none: boolean;
  /** How it came to the office that entered it (补录); null when it was handed in here. */
  readonly carrier: Carrier | null;
  /** 代报: whether one of its hand-ins was entered by the office. It stays. */
  readonly carried: boolean;
  /** 退回修改: it came, and was sent back since; its date is kept and runs again only when more time is given. */
  readonly cameBack: boolean;
  /** How its date came to be what it is. */
  readonly why: readonly SaidStep[];
  /** The posts that the office may put it before, and whether it holds that back. */
  readonly proposed: readonly string[];
  readonly held: boolean;
  /** 延期至, a Beijing day; null without. */
  readonly until: string | null;
  /** The posts that were told that nothing came, and those of them that took note. */
  readonly escalated: readonly string[];
  readonly seen: readonly string[];
  /** How far its original was read; null when a text came with it, or nothing to be read. */
  readonly reading: TextReading | null;
  /** 已核对. */
  readonly uses: Uses;
  /** What was left with a 报送码 and nobody has confirmed or rejected. */
  readonly waiting: readonly LeftHere[];
}

/** Where it stands as the screen says it: the mark of a late one stays. */
function statusOf({ value, context: { late, none, inGrace } }: ContributionState): string {
  if (value === 'accepted' && late) return 'accepted-late';
  if (value !== 'received') return value;
  if (none) return 'none-reported';
  if (late) return 'handed-in-late';
  return inGrace ? 'handed-in-grace' : 'handed-in';
}

type Owed = Pick<ObligationRow, 'name' | 'holder' | 'verb' | 'due'>;

const submitting = ({ context }: ContributionState, due: string | null): Owed => ({
  name: 'submit',
  holder: `department-head@${context.department}`,
  verb: 'contribution.submit',
  due,
});

/** Who owes what while the department has nothing in: the department, and the leads who were told. */
function missing(state: ContributionState): readonly Owed[] {
  const { escalated, seen, proposed, held, cameBack, due } = state.context;
  return [
    submitting(state, cameBack ? null : due),
    ...(proposed.length > 0 && escalated.length === 0 && !held
      ? [{ name: 'release', holder: 'office', verb: 'contribution.release-escalation', due: null }]
      : []),
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

/** 收件 before 核对: what is still to be done about the text that was read from the original. Nothing waits for it. */
function importing({ reading, department }: ContributionContext): readonly Owed[] {
  const head = `department-head@${department}`;
  switch (reading?.standing) {
    case 'revisions':
      return [{ name: 'revisions', holder: head, verb: 'contribution.choose-revisions', due: null }];
    case 'read':
      return [{ name: 'import', holder: 'office', verb: 'contribution.check-import', due: null }];
    case 'checked':
      return [{ name: 'confirm', holder: head, verb: 'contribution.confirm-text', due: null }];
    default:
      return [];
  }
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
    ...(state.matches('open') ? missing(state) : []),
    // Whoever is asked for another original has kept the date, and nothing of it is escalated.
    ...(state.matches('quarantined') ? [submitting(state, null)] : []),
    ...(state.matches('received') ? [accepting(state), ...importing(state.context)] : []),
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
