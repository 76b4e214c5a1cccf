import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Known, Need } from '../../decider.ts';
import type { ObligationRow, Rows } from '../../rows.ts';
import { parseStream, type StreamName } from '../../stream.ts';
import { withItsCase } from '../../with-its-case.ts';
import type { Disposition, OpinionFact, OpinionSort, Taken, Unnamed } from './opinion-facts.ts';

interface Context {
  readonly consultation: string;
  readonly case: string;
  readonly stage: string;
  readonly department: string | null;
  readonly no: number;
  readonly from: Unnamed | null;
  /** The node of the text that it is about; null for the whole, or where the text has no nodes. */
  readonly clause: string | null;
  readonly quoted: boolean;
  readonly sort: OpinionSort | null;
  /** 合并入: the number of the opinion with which its disposition is proposed. */
  readonly into: number | null;
  /** Opinions that were merged into this one, and their numbers. */
  readonly takenIn: readonly StreamName<'opinion'>[];
  readonly merged: readonly number[];
  readonly disposition: Disposition | null;
  /** 已体现: the node that says it. */
  readonly shownBy: string | null;
  /** 工作中吸收、另行研究. */
  readonly taken: Taken | null;
  /** The meeting that settled it, and the duty that carries it out. */
  readonly meeting: StreamName | null;
  readonly duty: StreamName<'duty'> | null;
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
  clause: null,
  quoted: false,
  sort: null,
  into: null,
  takenIn: [],
  merged: [],
  disposition: null,
  shownBy: null,
  taken: null,
  meeting: null,
  duty: null,
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
        ? {
            disposition: event.data.disposition,
            shownBy: event.data.clause ?? null,
            taken: event.data.taken ?? null,
            proposals: context.proposals + 1,
          }
        : {},
    ),
    fixed: assign(({ event }) =>
      event.type === 'DispositionFixed' ? { meeting: event.data.meeting, duty: event.data.duty ?? null } : {},
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
        DispositionFixed: { guard: 'asProposed', target: 'fixed', actions: 'fixed' },
        OpinionWithdrawn: 'withdrawn',
      },
    },
    // What is proposed for the opinion that it was merged into is proposed for it, too.
    merged: {
      on: {
        DispositionProposed: { actions: 'proposed' },
        DispositionFixed: { guard: 'asProposed', target: 'fixed', actions: 'fixed' },
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
export const ownNeeds = withItsCase('opinion');

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
