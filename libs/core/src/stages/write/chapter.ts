import type { CaseState } from '../../case/case.ts';
import type { Known } from '../../decider.ts';
import type { Belated } from '../../deadlines/belated.ts';
import type { DueStep, SaidStep } from '../../deadlines/due-step.ts';
import type { Grace } from '../../deadlines/grace.ts';
import type { Rungs } from '../../deadlines/ladder.ts';
import type { ObligationRow, Rows } from '../../rows.ts';
import { parseStream, type Fact, type StreamName } from '../../stream.ts';
import type { FileRef, TextRef } from '../../text-ref.ts';
import { withItsCase } from '../../with-its-case.ts';
import type { LeftHere, WaitingFact } from '../deposit/waiting.ts';
import type { Arrival, Came, Carrier, Cause } from '../handed-in.ts';
import { uncountersigned, type Countersign, type Countersigning, type Kept } from './countersigns.ts';
import type { ReadingFact, TextReading, Unread } from '../reading/text-reading.ts';
import type { UseFact, Uses } from '../opinion/use.ts';
import { notingOwed, type InstructionFact, type Instructions } from './instructions.ts';
import type { ChapterState } from './machine.ts';

export type Assigned = {
  readonly case: string;
  readonly stage: string;
  readonly no: number;
  readonly title: string;
  /** 牵头领导, a post. */
  readonly lead: string;
  /** 责任部门. */
  readonly owners: readonly string[];
  /** 主笔, one of the owners. */
  readonly writer: string;
  /** 配合部门, 各职能科室 expanded at the day of the stage. */
  readonly support: readonly string[];
  readonly due: string | null;
  /** How that was counted; absent where somebody has set it. */
  readonly why?: readonly DueStep[];
  /** 宽限期 of its date; absent and null without. */
  readonly grace?: Grace | null;
  /** Who is told, and when, while nothing comes; absent in facts of before there were ladders. */
  readonly ladder?: Rungs;
  /** 会签: absent where nobody is asked. */
  readonly countersigning?: Countersigning;
  /** 修改期限: working days for what was returned, from the day of the return; absent: its date does not run again. */
  readonly returnDays?: number;
};

/** 退回: to whom, what of it, and what that takes with it, as it was shown before it was confirmed. */
export type Returned = Came & {
  /** The owner that writes on; absent in facts of the first version, which returned to the writer. */
  to?: string;
  /** Clauses of the text that it is about; null for the whole of it. */
  clauses?: readonly number[] | null;
  /** Departments whose countersigns fall. */
  falls?: readonly string[];
  /** The new date, where the clock runs again. */
  due?: string | null;
  /** How that was counted; absent in facts of the first version. */
  why?: readonly DueStep[];
  /** 返回起草部门: the manuscript that it was taken out of, signed off already, and the number of its points. */
  of?: StreamName<'manuscript'>;
  points?: number;
};

/** One 篇章: its writer, who supports, who signs it off, and its texts on the way. Names are permanent. */
export type ChapterFact =
  | Fact<'ChapterAssigned', Assigned>
  | Fact<'ChapterInputGiven', Came & { department: string; received: string; carrier?: Carrier | null }>
  /** `kept`: countersigns that the text lets stand; absent where there were none. */
  | Fact<'ChapterSubmitted', Came & Arrival & { kept?: readonly Kept[] }>
  /** 会签: on the text that was read, or on some clauses of it. */
  | Fact<'ChapterCountersigned', { department: string; text: TextRef; clauses: readonly number[] | null }>
  /** Taken back before it was signed off: its date stands again, or, when it has passed, its escalation. */
  | Fact<'ChapterWithdrawn', { due: string | null; escalate: string | null }>
  /** 调整分工: another writer or lead from here on, by a document. */
  | Fact<
      'ChapterReassigned',
      { writer: string; lead: string; from: { writer: string; lead: string }; document: string }
    >
  | Fact<'ChapterSignedOff', { text: TextRef }>
  | Fact<'ChapterReturned', Returned>
  /** 请补正: the original cannot be worked with; its time stands for the one that replaces it. */
  | Fact<'ChapterQuarantined', Came & { cause: Cause; trouble?: Unread }>
  | Fact<'ChapterFellDue', { due: string; escalate?: string; calendar?: string } & Belated>
  /** 拟提请审阅: nothing came by the next working day; the office says whether the lead is told. */
  | Fact<'ChapterEscalationProposed', { lead: string } & Belated>
  /** 暂不提请: the office holds it back. */
  | Fact<'ChapterEscalationHeld', object>
  /** 提请审阅: the lead takes note. */
  | Fact<'ChapterEscalated', { lead: string } & Belated>
  | Fact<'ChapterEscalationSeen', { post: string }>
  /** 延期: `until` is a Beijing day, `due` its end; approved `on` a day, `after` its date had passed. */
  | Fact<
      'ChapterExtended',
      { from: string; until: string; due: string; on?: string; after?: true; grace?: Grace }
    >
  /** 缺报（经批准）: this draft is compiled without it; what it was marked with stays. */
  | Fact<'ChapterWaived', { manuscript: StreamName }>
  /** What becomes of its original, or of that of an input, after it was received. */
  | ReadingFact
  | InstructionFact
  /** What was left with a 报送码 and waits for the head. */
  | WaitingFact
  /** 已核对: where in the text it was used. */
  | UseFact;

export interface ChapterContext extends Omit<Assigned, 'returnDays' | 'why'> {
  readonly countersigning: Countersigning;
  readonly returnDays: number | null;
  readonly grace: Grace | null;
  readonly ladder: Rungs;
  /** The owner that has it in hand: the writer (主笔), or the one that it was returned to. */
  readonly desk: string;
  /** Countersigns that stand, by department. */
  readonly countersigns: { readonly [department: string]: Countersign };
  /** The last return, until it is handed in again. */
  readonly returned: Pick<Returned, 'clauses' | 'points'> | null;
  /** What was handed in last; it stays when it is returned. */
  readonly text: TextRef | null;
  readonly original: FileRef | null;
  /** When it was handed in for the first time, law time in UTC. */
  readonly received: string | null;
  /** 逾期: judged by the first arrival, and then it stays. */
  readonly late: boolean;
  /** Whether something was once received late: nothing that comes after takes the mark away. */
  readonly wasLate: boolean;
  /** How it came to the office that entered it (补录); null when it was handed in here. */
  readonly carrier: Carrier | null;
  /** 宽限期内: the first arrival was after the date and within its grace. It stays. */
  readonly inGrace: boolean;
  /** Whether its date had passed when it was extended. */
  readonly extendedLate: boolean;
  /** 代报: whether one of its hand-ins was entered by the office. It stays. */
  readonly carried: boolean;
  /** 退回修改: it came, and was sent back since; its date is kept and runs again only when another is set. */
  readonly cameBack: boolean;
  /** How its date came to be what it is. */
  readonly why: readonly SaidStep[];
  /** 延期至, a Beijing day; null without. */
  readonly until: string | null;
  /** Whether the office may tell the lead that nothing came, holds that back, or told; and whether the lead took note. */
  readonly escalation: 'none' | 'proposed' | 'held' | 'told' | 'seen';
  /** The last input of each department that gave one. */
  readonly inputs: { readonly [department: string]: Came };
  /** How far its original was read; null when a text came with it. */
  readonly reading: TextReading | null;
  /** The same of inputs, by department. */
  readonly inputReadings: { readonly [department: string]: TextReading };
  /** 批示, and what of them nobody has taken note of. */
  readonly instructions: Instructions;
  /** 已核对, by department. */
  readonly uses: Uses;
  /** What was left with a 报送码 and nobody has confirmed or rejected. */
  readonly waiting: readonly LeftHere[];
}

/** 配合部门 that have given nothing yet. */
export const silent = ({ support, inputs }: Pick<ChapterContext, 'support' | 'inputs'>): readonly string[] =>
  support.filter((department) => !(department in inputs));

type Owed = Pick<ObligationRow, 'name' | 'holder' | 'verb' | 'due'>;

const submitting = ({ context }: ChapterState, due: string | null): Owed => ({
  name: 'submit',
  holder: `department-head@${context.desk}`,
  verb: 'chapter.submit',
  due,
});

/** 配合部门 that owe their input: once it was handed in, a return asks none of them again. */
const wanted = (context: ChapterContext): readonly string[] =>
  context.received === null ? silent(context) : [];

function missing(state: ChapterState): readonly Owed[] {
  const { due, lead, escalation, cameBack } = state.context;
  return [
    submitting(state, cameBack ? null : due),
    ...wanted(state.context).map((department) => ({
      name: `input:${department}`,
      holder: `department-head@${department}`,
      verb: 'chapter.give-input',
      due,
    })),
    ...(escalation === 'told'
      ? [{ name: 'see', holder: `post:${lead}`, verb: 'chapter.see-escalation', due: null }]
      : []),
    ...(escalation === 'proposed'
      ? [{ name: 'release', holder: 'office', verb: 'chapter.release-escalation', due: null }]
      : []),
  ];
}

function owedBy(state: ChapterState): readonly Owed[] {
  if (state.matches('open')) return missing(state);
  if (state.matches('quarantined')) return [submitting(state, null)];
  return state.matches('submitted') ? [...judging(state.context), ...importing(state.context)] : [];
}

/** 收件 before 核对: what is still to be done about the text that was read from the original. Nothing waits for it. */
function importing({ reading, desk }: ChapterContext): readonly Owed[] {
  const head = `department-head@${desk}`;
  switch (reading?.standing) {
    case 'revisions':
      return [{ name: 'revisions', holder: head, verb: 'chapter.choose-revisions', due: null }];
    case 'read':
      return [{ name: 'import', holder: 'office', verb: 'chapter.check-import', due: null }];
    case 'checked':
      return [{ name: 'confirm', holder: head, verb: 'chapter.confirm-text', due: null }];
    default:
      return [];
  }
}

/** What waits while it is handed in: countersigns, and the sign-off, where it does not have to wait for them. */
function judging(context: ChapterContext): readonly Owed[] {
  const missing = uncountersigned(context);
  const waits = missing.length > 0 && context.countersigning.effect === 'block';
  const signOff = { name: 'sign-off', holder: `post:${context.lead}`, verb: 'chapter.sign-off', due: null };
  return [
    ...missing.map((department) => ({
      name: `countersign:${department}`,
      holder: `department-head@${department}`,
      verb: 'chapter.countersign',
      due: null,
    })),
    ...(waits ? [] : [signOff]),
  ];
}

/** Where it stands as the screen says it: the mark of a late one stays. */
function statusOf({ value, context: { late, inGrace, returned } }: ChapterState): string {
  if (value === 'open' && returned) return 'sent-back';
  if (value !== 'submitted' && value !== 'accepted') return value;
  if (late) return `${value}-late`;
  return inGrace && value === 'submitted' ? 'submitted-grace' : value;
}

export function chapterRows(id: string, state: ChapterState): Rows {
  const { case: caseId, stage, title, writer, due, no } = state.context;
  return {
    item: {
      kind: 'chapter',
      id,
      case: caseId,
      stage,
      status: statusOf(state),
      label: title,
      department: writer,
      due,
      no,
    },
    obligations: [...owedBy(state), ...notingOwed(state.context.instructions)].map((each) => ({
      ...each,
      case: caseId,
    })),
  };
}

/** What every command on a chapter needs. */
export const chapterNeeds = withItsCase('chapter');

/** The chapters that a case last made, whatever stage wrote them. */
export const chaptersOf = (state: CaseState | undefined): readonly StreamName<'chapter'>[] =>
  Object.values(state?.context.entered ?? {})
    .flatMap(({ streams }) => streams)
    .filter((name): name is StreamName<'chapter'> => parseStream(name).kind === 'chapter');

/** A chapter that nobody has signed off, and that no draft does without. */
export interface OpenChapter {
  readonly chapter: StreamName;
  readonly no: number;
  readonly title: string;
}

/** The chapters that have come to none of their endings (审定, 缺报经批准), in the order of the plan. */
export const unaccepted = (known: Known, chapters: readonly StreamName[]): readonly OpenChapter[] =>
  chapters
    .flatMap((chapter) => {
      const state = known.state('chapter', parseStream(chapter).id);
      if (!state || state.matches('accepted') || state.matches('dispensed')) return [];
      const { no, title } = state.context;
      return [{ chapter, no, title }];
    })
    .toSorted((a, b) => a.no - b.no);
