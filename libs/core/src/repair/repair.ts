import { assign, setup, type SnapshotFrom } from 'xstate';
import { effects } from '../effects.ts';
import type { Said } from '../refusal.ts';
import type { Rows } from '../rows.ts';
import type { Fact, StreamName } from '../stream.ts';
import type { FileRef } from '../text-ref.ts';

/**
 * The closed list of what can be put right beside the procedure, each by adding facts and never by changing one:
 * attendance 更正到会登记 · meeting 终止无法继续的会议 · date 更正环节时限 · file 更正附件.
 */
export const REPAIRS = ['attendance', 'meeting', 'date', 'file'] as const;
export type RepairName = (typeof REPAIRS)[number];

/** What it puts right, as data. */
export type Repairing =
  | {
      readonly repair: 'attendance';
      readonly meeting: StreamName<'meeting'>;
      readonly post: string;
      readonly present: boolean;
    }
  | { readonly repair: 'meeting'; readonly meeting: StreamName<'meeting'> }
  | {
      readonly repair: 'date';
      readonly stage: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly repair: 'file'; readonly about: StreamName; readonly wrong: FileRef; readonly right: FileRef };

/** A repair as it is proposed, with what it will do in words. Its reason is sealed. */
export type Proposed = {
  readonly case: string;
  readonly stage: string | null;
  readonly repair: RepairName;
  readonly what: Repairing;
  readonly effect: Said;
  readonly paper: FileRef | null;
  /** Who proposed it, by person, post and capacity: a second person in another capacity confirms. */
  readonly by: string;
  readonly post: string | null;
  readonly as: string;
  /** Law time after which it lapses by itself. */
  readonly until: string;
};

/** 双人复核更正. Names are permanent. */
export type RepairFact =
  | Fact<'CorrectionProposed', Proposed>
  | Fact<'CorrectionConfirmed', { by: string; post: string | null; as: string }>
  | Fact<'CorrectionRejected', { by: string; post: string | null; as: string }>
  | Fact<'CorrectionLapsed', { due: string }>;

const nothing: Proposed = {
  case: '',
  stage: null,
  repair: 'file',
  what: { repair: 'date', stage: '', from: null, to: null },
  effect: { zh: '', en: '' },
  paper: null,
  by: '',
  post: null,
  as: '',
  until: '',
};

export const repairMachine = setup({
  types: { context: {} as Proposed, events: {} as RepairFact },
  actions: {
    ...effects,
    proposed: assign(({ event }) => (event.type === 'CorrectionProposed' ? event.data : {})),
  },
  guards: {
    second: ({ context, event }) =>
      event.type === 'CorrectionConfirmed' && event.data.by !== context.by && event.data.as !== context.as,
  },
}).createMachine({
  id: 'repair',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { CorrectionProposed: { target: 'proposed', actions: ['proposed', boxed()] } } },
    proposed: {
      on: {
        CorrectionConfirmed: { guard: 'second', target: 'confirmed', actions: over() },
        CorrectionRejected: { target: 'rejected', actions: over() },
        CorrectionLapsed: { target: 'lapsed', actions: over() },
      },
    },
    confirmed: { type: 'final' },
    rejected: { type: 'final' },
    lapsed: { type: 'final' },
  },
});

/** It waits for a second person until then, and no longer. */
function boxed() {
  return {
    type: 'deadline' as const,
    params: ({ event }: { event: RepairFact }) => ({
      name: 'lapse',
      due: event.type === 'CorrectionProposed' ? event.data.until : '',
      verb: 'repair.lapse',
    }),
  };
}

function over() {
  return { type: 'settle' as const, params: { name: 'lapse' } };
}

export type RepairState = SnapshotFrom<typeof repairMachine>;

const REPAIR_TITLES: { readonly [R in RepairName]: string } = {
  attendance: '更正到会登记',
  meeting: '终止无法继续的会议',
  date: '更正环节时限',
  file: '更正附件',
};

/** What waits for a second person: the director, or a leader where the director proposed it. */
export function repairRows(id: string, { value, context }: RepairState): Rows {
  const { case: caseId, stage, until, repair, as } = context;
  const holder = as === 'office-director' ? 'leader' : 'office-director';
  return {
    item: {
      kind: 'repair',
      id,
      case: caseId,
      stage,
      status: String(value),
      label: REPAIR_TITLES[repair],
      department: null,
      due: value === 'proposed' ? until : null,
      no: null,
    },
    obligations:
      value === 'proposed'
        ? [{ name: 'confirm', holder, verb: 'repair.confirm', case: caseId, due: until }]
        : [],
  };
}
