import type { CaseState } from '../../case/case.ts';
import type { Known, Need } from '../../decider.ts';
import type { ObligationRow, Rows } from '../../rows.ts';
import { parseStream, streamName, type Fact, type StreamName } from '../../stream.ts';
import type { FileRef, TextRef } from '../../text-ref.ts';
import type { Arrival, Came, Carrier, Cause } from '../handed-in.ts';
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
};

/** One 篇章: its writer, who supports, who signs it off, and its texts on the way. Names are permanent. */
export type ChapterFact =
  | Fact<'ChapterAssigned', Assigned>
  | Fact<'ChapterInputGiven', Came & { department: string; received: string; carrier?: Carrier | null }>
  | Fact<'ChapterSubmitted', Came & Arrival>
  /** Taken back before it was signed off: its date stands again, or, when it has passed, its escalation. */
  | Fact<'ChapterWithdrawn', { due: string | null; escalate: string | null }>
  | Fact<'ChapterSignedOff', { text: TextRef }>
  | Fact<'ChapterReturned', Came>
  /** 请补正: the original cannot be worked with; its time stands for the one that replaces it. */
  | Fact<'ChapterQuarantined', Came & { cause: Cause }>
  | Fact<'ChapterFellDue', { due: string; escalate?: string }>
  /** 提请审阅: nothing came by the next working day; the lead takes note. */
  | Fact<'ChapterEscalated', { lead: string }>
  | Fact<'ChapterEscalationSeen', { post: string }>
  /** 延期: `until` is a Beijing day, `due` its end. */
  | Fact<'ChapterExtended', { from: string; until: string; due: string }>
  /** 缺报（经批准）: this draft is compiled without it; what it was marked with stays. */
  | Fact<'ChapterWaived', { manuscript: StreamName }>;

export interface ChapterContext extends Assigned {
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
  /** 延期至, a Beijing day; null without. */
  readonly until: string | null;
  /** Whether the lead was told that nothing came, and has not taken note of it. */
  readonly escalation: 'none' | 'told' | 'seen';
  /** The last input of each department that gave one. */
  readonly inputs: { readonly [department: string]: Came };
}

/** 配合部门 that have given nothing yet. */
export const silent = ({ support, inputs }: Pick<ChapterContext, 'support' | 'inputs'>): readonly string[] =>
  support.filter((department) => !(department in inputs));

type Owed = Pick<ObligationRow, 'name' | 'holder' | 'verb' | 'due'>;

const submitting = ({ context }: ChapterState, due: string | null): Owed => ({
  name: 'submit',
  holder: `department-head@${context.writer}`,
  verb: 'chapter.submit',
  due,
});

function missing(state: ChapterState): readonly Owed[] {
  const { due, lead, escalation } = state.context;
  return [
    submitting(state, due),
    ...silent(state.context).map((department) => ({
      name: `input:${department}`,
      holder: `department-head@${department}`,
      verb: 'chapter.give-input',
      due,
    })),
    ...(escalation === 'told'
      ? [{ name: 'see', holder: `post:${lead}`, verb: 'chapter.see-escalation', due: null }]
      : []),
  ];
}

function owedBy(state: ChapterState): readonly Owed[] {
  if (state.matches('open')) return missing(state);
  if (state.matches('quarantined')) return [submitting(state, null)];
  return state.matches('submitted')
    ? [
        {
          name: 'sign-off',
          holder: `post:${state.context.lead}`,
          verb: 'chapter.sign-off',
          due: null,
        },
      ]
    : [];
}

export function chapterRows(id: string, state: ChapterState): Rows {
  const { case: caseId, stage, title, writer, due, no, late } = state.context;
  return {
    item: {
      kind: 'chapter',
      id,
      case: caseId,
      stage,
      status: state.matches('submitted') && late ? 'submitted-late' : state.value,
      label: title,
      department: writer,
      due,
      no,
    },
    obligations: owedBy(state).map((each) => ({ ...each, case: caseId })),
  };
}

/** What every command on a chapter needs. */
export const chapterNeeds = (known: Known, id: string): readonly Need[] => {
  const state = known.state('chapter', id);
  return [
    { write: streamName('chapter', id) },
    ...(state ? [{ read: streamName('case', state.context.case) }] : []),
  ];
};

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
