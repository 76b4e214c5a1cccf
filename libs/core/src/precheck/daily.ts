import { assign, setup, type SnapshotFrom } from 'xstate';
import { effects } from '../effects.ts';
import type { Holder, Rows } from '../rows.ts';
import type { Fact } from '../stream.ts';

/** One thing that stands against 印发, as the clock noted it: the rule, whether it stops, who can settle it. */
export interface NotedStop {
  readonly rule: string;
  readonly effect: 'block' | 'warn';
  readonly by: readonly Holder[];
}

/** 印发预检, as the clock made it. */
export type Made = {
  readonly case: string;
  /** The stage that issues. */
  readonly stage: string;
  /** The Beijing day on which it was made. */
  readonly on: string;
  readonly standing: 'issued' | 'ready' | 'stopped';
  readonly stops: readonly NotedStop[];
  /** Law time of the next one; null when none is planned. */
  readonly next: string | null;
};

/** 印发预检 of one case; its stream bears the id of the case. Names are permanent. */
export type PrecheckFact = Fact<'PrecheckMade', Made> | Fact<'PrecheckSeen', { post: string | null }>;

interface Context extends Made {
  readonly seen: boolean;
}

const nothing: Context = {
  case: '',
  stage: '',
  on: '',
  standing: 'ready',
  stops: [],
  next: null,
  seen: false,
};

export const precheckMachine = setup({
  types: { context: {} as Context, events: {} as PrecheckFact },
  actions: {
    ...effects,
    made: assign(({ event }) => (event.type === 'PrecheckMade' ? { ...event.data, seen: false } : {})),
  },
  guards: {
    goesOn: ({ event }) => event.type === 'PrecheckMade' && event.data.next !== null,
    stopped: ({ context }) => context.standing === 'stopped' && !context.seen,
  },
}).createMachine({
  id: 'precheck',
  context: nothing,
  initial: 'absent',
  on: {
    PrecheckMade: [
      { guard: 'goesOn', target: '.made', actions: ['made', again()] },
      { target: '.made', actions: ['made', { type: 'settle' as const, params: { name: 'daily' } }] },
    ],
  },
  states: {
    absent: {},
    made: { on: { PrecheckSeen: { guard: 'stopped', actions: assign({ seen: true }) } } },
  },
});

function again() {
  return {
    type: 'deadline' as const,
    params: ({ event }: { event: PrecheckFact }) => ({
      name: 'daily',
      due: event.type === 'PrecheckMade' ? (event.data.next ?? '') : '',
      verb: 'precheck.make',
    }),
  };
}

export type PrecheckState = SnapshotFrom<typeof precheckMachine>;

/** The office is told as long as something stops it and it has not taken note; the next precheck tells it again. */
export function precheckRows(id: string, { context }: PrecheckState): Rows {
  const { case: caseId, stage, standing, seen } = context;
  return {
    item: {
      kind: 'precheck',
      id,
      case: caseId,
      stage,
      status: standing,
      label: '印发预检',
      department: null,
      due: null,
      no: null,
    },
    obligations:
      standing === 'stopped' && !seen
        ? [{ name: 'see', holder: 'office', verb: 'precheck.see', case: caseId, due: null }]
        : [],
  };
}
