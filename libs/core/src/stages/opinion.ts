import { assign, setup, type SnapshotFrom } from 'xstate';
import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Known, type Need, type Recorded } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import type { Rows } from '../rows.ts';
import { parseStream, streamName, type Fact, type StreamName } from '../stream.ts';

/** 采纳 · 部分采纳 · 不采纳 · 已体现 · 工作中吸收 · 另行研究 */
export const DISPOSITIONS = ['adopted', 'partly', 'rejected', 'already', 'in-work', 'later'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/**
 * 意见 of one department on one text. Its place, its wording, the passage it quotes and the reasons for what becomes of it are
 * sealed under the person who wrote them; the facts say that they are there. Names are permanent.
 */
export type OpinionFact =
  | Fact<
      'OpinionGiven',
      {
        consultation: string;
        case: string;
        stage: string;
        department: string;
        /** From 1, in the order of arrival in the consultation. */
        no: number;
      }
    >
  | Fact<'DispositionProposed', { disposition: Disposition }>
  | Fact<'DispositionFixed', { disposition: Disposition; meeting: StreamName }>;

interface Context {
  readonly consultation: string;
  readonly case: string;
  readonly stage: string;
  readonly department: string;
  readonly no: number;
  readonly disposition: Disposition | null;
  /** How often something has been proposed: a new reason for the same disposition counts too. */
  readonly proposals: number;
}

const nothing: Context = {
  consultation: '',
  case: '',
  stage: '',
  department: '',
  no: 0,
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
      },
    },
    proposed: {
      on: {
        DispositionProposed: { actions: 'proposed' },
        DispositionFixed: { guard: 'asProposed', target: 'fixed' },
      },
    },
    fixed: { type: 'final' },
  },
});

export type OpinionState = SnapshotFrom<typeof opinionMachine>;

export function opinionRows(id: string, { value, context }: OpinionState): Rows {
  const { case: caseId, stage, department, no } = context;
  return {
    item: {
      kind: 'opinion',
      id,
      case: caseId,
      stage,
      status: value,
      label: `第${no}条意见`,
      department,
      due: null,
      no,
    },
    obligations:
      value === 'given'
        ? [{ name: 'propose', holder: 'office', verb: 'opinion.propose', case: caseId, due: null }]
        : [],
  };
}

export const ProposeDisposition = z
  .strictObject({
    disposition: z.enum(DISPOSITIONS).meta({
      description: '采纳情况：采纳、部分采纳、不采纳、已体现、工作中吸收、另行研究 · what becomes of it',
    }),
    reason: z
      .string()
      .trim()
      .max(2000)
      .meta({ description: '理由；仅“采纳”可不填 · why; may be empty only when adopted' }),
  })
  .meta({ id: 'ProposeDisposition', description: '拟定采纳情况 · proposes what becomes of an opinion' });

const settled = (state: OpinionState | undefined): Refusal =>
  notNow('opinion.open', '该意见的采纳情况已研究确定', 'What becomes of this opinion is settled', {
    status: state?.value ?? 'absent',
  });

/**
 * 拟定采纳情况, as often as needed until the meeting settles it. Whoever does not simply adopt gives a reason.
 *
 * @source 城乡规划法 §26 在报送审批的材料中附具意见采纳情况及理由（参照）
 */
export const proposeDisposition: Command<'opinion', z.infer<typeof ProposeDisposition>> = {
  verb: 'opinion.propose',
  on: 'opinion',
  needs(known, id) {
    const state = known.state('opinion', id);
    return [
      { write: streamName('opinion', id) },
      ...(state ? [{ read: streamName('case', state.context.case) }] : []),
    ];
  },
  during: ['given', 'proposed'],
  decide(given, id, { disposition, reason }) {
    const state = given.state('opinion', id);
    if (!state?.matches('given') && !state?.matches('proposed')) return refuse(settled(state));
    if (reason === '' && disposition !== 'adopted')
      return refuse({
        ...against(
          'opinion.reason',
          '未予采纳或未全部采纳的意见应当说明理由',
          'An opinion that is not simply adopted needs a reason',
          { disposition },
        ),
        basis: '《城乡规划法》第二十六条（参照）',
      });
    const fact = { type: 'DispositionProposed', data: { disposition } };
    return {
      facts: [
        record(streamName('opinion', id), fact, reason === '' ? [] : sealedBy(given.actor, { reason })),
      ],
    };
  },
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
    if (!state?.matches('proposed') || state.context.disposition === null) return [];
    const { disposition, proposals: proposal } = state.context;
    return [{ opinion, disposition, proposal }];
  });

/** The facts by which a meeting settles en bloc what was put to it. */
export const fixProposed = (proposed: readonly Proposed[], meeting: StreamName): readonly Recorded[] =>
  proposed.map(({ opinion, disposition }) =>
    record(opinion, { type: 'DispositionFixed', data: { disposition, meeting } }),
  );
