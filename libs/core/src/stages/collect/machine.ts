import { assign, setup, type SnapshotFrom } from 'xstate';
import { effects } from '../../effects.ts';
import { sameCame } from '../handed-in.ts';
import type { ContributionContext, ContributionFact } from './contribution.ts';

const nothing: ContributionContext = {
  case: '',
  stage: '',
  department: '',
  label: '',
  due: null,
  afterDue: 'receive',
  text: null,
  original: null,
  received: null,
  late: false,
  wasLate: false,
  none: false,
  carrier: null,
  until: null,
  escalated: [],
  seen: [],
};

type CameIn = Extract<ContributionFact, { type: 'ContributionSubmitted' | 'ContributionNoneReported' }>;

/** What came in, or the 零报告: of several the last counts, and the first moment; one late one marks them all. */
const camein = (context: ContributionContext, { data }: CameIn): Partial<ContributionContext> => ({
  text: 'text' in data ? data.text : null,
  original: 'text' in data ? (data.original ?? null) : null,
  none: !('text' in data),
  received: context.received ?? data.received,
  late: data.late || context.wasLate,
  wasLate: data.late || context.wasLate,
  carrier: data.carrier ?? null,
});

/** As if nothing had come in; late from then on when its date has passed, or when what came in was. */
const withdrawn = (late: boolean): Partial<ContributionContext> => ({
  text: null,
  original: null,
  none: false,
  received: null,
  carrier: null,
  late,
});

const dueOf = (event: ContributionFact): string => ('due' in event.data ? (event.data.due ?? '') : '');
const escalateOf = (event: ContributionFact): string =>
  'escalate' in event.data ? (event.data.escalate ?? '') : '';

const machineSetup = setup({
  types: { context: {} as ContributionContext, events: {} as ContributionFact },
  actions: {
    ...effects,
    asked: assign(({ event }) => (event.type === 'ContributionRequested' ? { ...event.data } : {})),
    camein: assign(({ context, event }) =>
      event.type === 'ContributionSubmitted' || event.type === 'ContributionNoneReported'
        ? camein(context, event)
        : {},
    ),
    withdrawn: assign(({ context, event }) =>
      event.type === 'ContributionWithdrawn'
        ? withdrawn(context.wasLate || event.data.escalate !== null)
        : {},
    ),
    // What came in before and was sent back kept its date.
    overdue: assign({ late: ({ context }) => context.received === null || context.late }),
    extended: assign(({ context, event }) =>
      event.type === 'ContributionExtended'
        ? {
            due: event.data.due,
            until: event.data.until,
            late: context.wasLate,
            escalated: [],
            seen: [],
          }
        : {},
    ),
    escalated: assign(({ event }) =>
      event.type === 'ContributionEscalated' ? { escalated: event.data.leads } : {},
    ),
    seen: assign(({ context, event }) =>
      event.type === 'ContributionEscalationSeen' ? { seen: [...context.seen, event.data.post] } : {},
    ),
  },
  guards: {
    dated: ({ event }) => dueOf(event) !== '',
    escalates: ({ event }) => escalateOf(event) !== '',
    same: ({ context, event }) => 'text' in event.data && sameCame(event.data, context),
    sameNone: ({ context, event }) => context.none && 'text' in event.data && sameCame(event.data, context),
    told: ({ context, event }) =>
      event.type === 'ContributionEscalationSeen' &&
      context.escalated.includes(event.data.post) &&
      !context.seen.includes(event.data.post),
  },
});

interface Told {
  readonly event: ContributionFact;
}
const deadline = {
  type: 'deadline' as const,
  params: ({ event }: Told) => ({ name: 'due', due: dueOf(event), verb: 'contribution.fall-due' }),
};
const escalation = {
  type: 'deadline' as const,
  params: ({ event }: Told) => ({
    name: 'escalate',
    due: escalateOf(event),
    verb: 'contribution.escalate',
  }),
};
const settled = [
  { type: 'settle' as const, params: { name: 'due' } },
  { type: 'settle' as const, params: { name: 'escalate' } },
];

/** Coming in, from wherever it may; and being let off. */
const ins = {
  ContributionSubmitted: { target: 'received', actions: ['camein' as const, ...settled] },
  ContributionNoneReported: { target: 'received', actions: ['camein' as const, ...settled] },
} as const;
const out = { ContributionExcused: { target: 'excused', actions: settled } } as const;
const without = { ContributionWaived: { target: 'dispensed', actions: settled } } as const;
const back = {
  ContributionWithdrawn: [
    { guard: 'escalates' as const, target: 'open', actions: ['withdrawn' as const, escalation] },
    { guard: 'dated' as const, target: 'open', actions: ['withdrawn' as const, deadline] },
    { target: 'open', actions: 'withdrawn' as const },
  ],
};

export const contributionMachine = machineSetup.createMachine({
  id: 'contribution',
  context: nothing,
  initial: 'absent',
  states: {
    absent: {
      on: {
        ContributionRequested: [
          { guard: 'dated', target: 'open', actions: ['asked', deadline] },
          { target: 'open', actions: 'asked' },
        ],
      },
    },
    open: {
      on: {
        ...ins,
        ...out,
        ...without,
        ContributionFellDue: [
          { guard: 'escalates', actions: ['overdue', escalation] },
          { actions: 'overdue' },
        ],
        ContributionExtended: {
          actions: ['extended', { type: 'settle', params: { name: 'escalate' } }, deadline],
        },
        ContributionEscalated: { actions: 'escalated' },
        ContributionEscalationSeen: { guard: 'told', actions: 'seen' },
      },
    },
    received: {
      on: {
        ...ins,
        ...back,
        ...without,
        ContributionAccepted: [
          { guard: 'sameNone', target: 'none' },
          { guard: 'same', target: 'accepted' },
        ],
        ContributionReturned: { guard: 'same', target: 'open' },
        ContributionQuarantined: { guard: 'same', target: 'quarantined' },
      },
    },
    quarantined: { on: { ...ins, ...out, ...back, ...without } },
    accepted: { type: 'final' },
    none: { type: 'final' },
    excused: { type: 'final' },
    dispensed: { type: 'final' },
  },
});

export type ContributionState = SnapshotFrom<typeof contributionMachine>;
