import { assign, setup, type SnapshotFrom } from 'xstate';
import { record, type Known, type Need, type Recorded } from '../decider.ts';
import type { ObligationRow, Rows } from '../rows.ts';
import { parseStream, streamName, type Fact, type StreamName } from '../stream.ts';

/** 采纳 · 部分采纳 · 不采纳 · 已体现 · 工作中吸收 · 另行研究 */
export const DISPOSITIONS = ['adopted', 'partly', 'rejected', 'already', 'in-work', 'later'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** Whose an opinion is that no department gave: 职工群众 at a forum or on paper, or nobody's (不署名). */
export type Unnamed = 'staff' | 'unsigned';

/**
 * 意见 of one department on one text. Its place, its wording, the passage it quotes and the reasons for what becomes of it are
 * sealed under the person who wrote them, of an opinion without one under its own id; the facts say that they are there. Names are permanent.
 */
export type OpinionFact =
  | Fact<
      'OpinionGiven',
      {
        consultation: string;
        case: string;
        stage: string;
        /** Null for opinions of no department. */
        department: string | null;
        /** From 1, in the order of arrival in the consultation; of unsigned ones in no order. */
        no: number;
        /** Absent for the opinion of a department. */
        from?: Unnamed;
      }
    >
  | Fact<'OpinionWithdrawn', { received: string }>
  | Fact<'OpinionMerged', { into: StreamName<'opinion'>; no: number }>
  | Fact<'OpinionTakenIn', { opinion: StreamName<'opinion'>; no: number }>
  | Fact<'DispositionProposed', { disposition: Disposition }>
  | Fact<'DispositionFixed', { disposition: Disposition; meeting: StreamName }>
  | Fact<'DispositionNoted', { department: string }>
  | Fact<'DispositionObjected', { department: string }>
  | Fact<'DispositionExplained', { department: string }>;

interface Context {
  readonly consultation: string;
  readonly case: string;
  readonly stage: string;
  readonly department: string | null;
  readonly no: number;
  readonly from: Unnamed | null;
  /** 合并入: the number of the opinion with which its disposition is proposed. */
  readonly into: number | null;
  /** Opinions that were merged into this one, and their numbers. */
  readonly takenIn: readonly StreamName<'opinion'>[];
  readonly merged: readonly number[];
  readonly disposition: Disposition | null;
  /** How often something has been proposed: a new reason for the same disposition counts too. */
  readonly proposals: number;
}

const nothing: Context = {
  consultation: '',
  case: '',
  stage: '',
  department: null,
  no: 0,
  from: null,
  into: null,
  takenIn: [],
  merged: [],
  disposition: null,
  proposals: 0,
};

export const opinionMachine = setup({
  types: { context: {} as Context, events: {} as OpinionFact },
  guards: {
    asProposed: ({ context, event }) =>
      'disposition' in event.data && event.data.disposition === context.disposition,
  },
  actions: {
    proposed: assign(({ context, event }) =>
      event.type === 'DispositionProposed'
        ? { disposition: event.data.disposition, proposals: context.proposals + 1 }
        : {},
    ),
    merged: assign(({ event }) => (event.type === 'OpinionMerged' ? { into: event.data.no } : {})),
    takenIn: assign(({ context, event }) =>
      event.type === 'OpinionTakenIn'
        ? {
            takenIn: [...context.takenIn, event.data.opinion],
            merged: [...context.merged, event.data.no],
          }
        : {},
    ),
  },
}).createMachine({
  id: 'opinion',
  context: nothing,
  initial: 'absent',
  states: {
    absent: {
      on: { OpinionGiven: { target: 'given', actions: assign(({ event }) => ({ ...event.data })) } },
    },
    given: {
      on: {
        DispositionProposed: { target: 'proposed', actions: 'proposed' },
        OpinionWithdrawn: 'withdrawn',
        OpinionMerged: { target: 'merged', actions: 'merged' },
        OpinionTakenIn: { actions: 'takenIn' },
      },
    },
    proposed: {
      on: {
        DispositionProposed: { actions: 'proposed' },
        DispositionFixed: { guard: 'asProposed', target: 'fixed' },
        OpinionWithdrawn: 'withdrawn',
      },
    },
    // What is proposed for the opinion that it was merged into is proposed for it, too.
    merged: {
      on: {
        DispositionProposed: { actions: 'proposed' },
        DispositionFixed: { guard: 'asProposed', target: 'fixed' },
      },
    },
    withdrawn: { type: 'final' },
    fixed: { on: { DispositionNoted: 'noted', DispositionObjected: 'objected' } },
    objected: { on: { DispositionExplained: 'explained' } },
    noted: { type: 'final' },
    explained: { type: 'final' },
  },
});

export type OpinionState = SnapshotFrom<typeof opinionMachine>;

const UNNAMED_WORDS: { readonly [from in Unnamed]: string } = {
  staff: '（职工群众）',
  unsigned: '（不署名）',
};

export function opinionRows(id: string, { value, context }: OpinionState): Rows {
  const { case: caseId, stage, department, no, from } = context;
  return {
    item: {
      kind: 'opinion',
      id,
      case: caseId,
      stage,
      status: value,
      label: `第${no}条意见${from === null ? '' : UNNAMED_WORDS[from]}`,
      department,
      due: null,
      no,
    },
    obligations: owed(value, context),
  };
}

/** The office proposes; whoever gave it takes note of what became of it, or objects once and is answered. */
function owed(value: OpinionState['value'], { case: caseId, department }: Context): readonly ObligationRow[] {
  const row = (name: string, holder: string, verb: string): readonly ObligationRow[] => [
    { name, holder, verb, case: caseId, due: null },
  ];
  if (value === 'given') return row('propose', 'office', 'opinion.propose');
  if (value === 'objected') return row('explain', 'office', 'opinion.explain');
  return value === 'fixed' && department !== null
    ? row('note', `department-head@${department}`, 'opinion.note')
    : [];
}

/** What a command on one opinion needs: it, and its case. */
export const ownNeeds = (known: Known, id: string): readonly Need[] => {
  const state = known.state('opinion', id);
  return [
    { write: streamName('opinion', id) },
    ...(state ? [{ read: streamName('case', state.context.case) }] : []),
  ];
};

const consultationsOf = (known: Known, caseId: string): readonly StreamName[] =>
  Object.values(known.state('case', caseId)?.context.entered ?? {})
    .flatMap(({ streams }) => streams)
    .filter((name) => parseStream(name).kind === 'consultation');

/** Every opinion that the case's consultations brought, in the order of their numbers. They must be known. */
export const opinionsOf = (known: Known, caseId: string): readonly StreamName[] =>
  consultationsOf(known, caseId).flatMap(
    (name) => known.state('consultation', parseStream(name).id)?.context.opinions ?? [],
  );

/** What a command needs that looks at a case's opinions, or settles them. The case must be needed besides. */
export const opinionNeeds = (known: Known, caseId: string, mode: 'read' | 'write'): readonly Need[] => [
  ...consultationsOf(known, caseId).map((read) => ({ read })),
  ...opinionsOf(known, caseId).map((name) => (mode === 'read' ? { read: name } : { write: name })),
];

/** What is proposed for one opinion; `proposal` counts from 1 and tells one proposal from the next. */
export interface Proposed {
  readonly opinion: StreamName;
  readonly disposition: Disposition;
  readonly proposal: number;
}

/** 拟采纳情况 of a case as it stands: opinions without a proposal, and settled ones, are left out. */
export const proposedNow = (known: Known, caseId: string): readonly Proposed[] =>
  opinionsOf(known, caseId).flatMap((opinion) => {
    const state = known.state('opinion', parseStream(opinion).id);
    if (!state?.matches('proposed') && !state?.matches('merged')) return [];
    if (state.context.disposition === null) return [];
    const { disposition, proposals: proposal } = state.context;
    return [{ opinion, disposition, proposal }];
  });

/** The facts by which a meeting settles en bloc what was put to it. */
export const fixProposed = (proposed: readonly Proposed[], meeting: StreamName): readonly Recorded[] =>
  proposed.map(({ opinion, disposition }) =>
    record(opinion, { type: 'DispositionFixed', data: { disposition, meeting } }),
  );
