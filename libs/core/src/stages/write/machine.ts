import { assign, setup, type SnapshotFrom } from 'xstate';
import { effects } from '../../effects.ts';
import { sameText } from '../../text-ref.ts';
import { sameCame } from '../handed-in.ts';
import type { ChapterContext, ChapterFact } from './chapter.ts';

const nothing: ChapterContext = {
  case: '',
  stage: '',
  no: 0,
  title: '',
  lead: '',
  owners: [],
  writer: '',
  support: [],
  due: null,
  text: null,
  original: null,
  received: null,
  late: false,
  wasLate: false,
  carrier: null,
  until: null,
  escalation: 'none',
  inputs: {},
};

const dueOf = (event: ChapterFact): string => ('due' in event.data ? (event.data.due ?? '') : '');
const escalateOf = (event: ChapterFact): string =>
  'escalate' in event.data ? (event.data.escalate ?? '') : '';

type Submitted = Extract<ChapterFact, { type: 'ChapterSubmitted' }>['data'];
const camein = (context: ChapterContext, data: Submitted): Partial<ChapterContext> => ({
  text: data.text,
  original: data.original ?? null,
  received: context.received ?? data.received,
  late: data.late || context.wasLate,
  wasLate: data.late || context.wasLate,
  carrier: data.carrier ?? null,
});

/** As if nothing had come in; late from then on when its date has passed, or when what came in was. */
const withdrawn = (late: boolean): Partial<ChapterContext> => ({
  text: null,
  original: null,
  received: null,
  carrier: null,
  late,
});

const machineSetup = setup({
  types: { context: {} as ChapterContext, events: {} as ChapterFact },
  actions: {
    ...effects,
    assigned: assign(({ event }) => (event.type === 'ChapterAssigned' ? { ...event.data } : {})),
    helped: assign(({ context, event }) => {
      if (event.type !== 'ChapterInputGiven') return {};
      const { department, text, original = null } = event.data;
      return { inputs: { ...context.inputs, [department]: { text, original } } };
    }),
    camein: assign(({ context, event }) =>
      event.type === 'ChapterSubmitted' ? camein(context, event.data) : {},
    ),
    withdrawn: assign(({ context, event }) =>
      event.type === 'ChapterWithdrawn' ? withdrawn(context.wasLate || event.data.escalate !== null) : {},
    ),
    // What came in before and was sent back kept its date.
    overdue: assign({ late: ({ context }) => context.received === null || context.late }),
    extended: assign(({ context, event }) =>
      event.type === 'ChapterExtended'
        ? {
            due: event.data.due,
            until: event.data.until,
            late: context.wasLate,
            escalation: 'none' as const,
          }
        : {},
    ),
  },
  guards: {
    dated: ({ event }) => dueOf(event) !== '',
    escalates: ({ event }) => escalateOf(event) !== '',
    same: ({ context, event }) => 'text' in event.data && sameCame(event.data, context),
    sameText: ({ context, event }) => 'text' in event.data && sameText(event.data.text, context.text),
    told: ({ context }) => context.escalation === 'told',
  },
});

interface Told {
  readonly event: ChapterFact;
}
const deadline = {
  type: 'deadline' as const,
  params: ({ event }: Told) => ({ name: 'due', due: dueOf(event), verb: 'chapter.fall-due' }),
};
const escalation = {
  type: 'deadline' as const,
  params: ({ event }: Told) => ({ name: 'escalate', due: escalateOf(event), verb: 'chapter.escalate' }),
};
const settled = [
  { type: 'settle' as const, params: { name: 'due' } },
  { type: 'settle' as const, params: { name: 'escalate' } },
];

const ins = { ChapterSubmitted: { target: 'submitted', actions: ['camein' as const, ...settled] } };
const without = { ChapterWaived: { target: 'dispensed', actions: settled } } as const;
const back = {
  ChapterWithdrawn: [
    { guard: 'escalates' as const, target: 'open', actions: ['withdrawn' as const, escalation] },
    { guard: 'dated' as const, target: 'open', actions: ['withdrawn' as const, deadline] },
    { target: 'open', actions: 'withdrawn' as const },
  ],
};

export const chapterMachine = machineSetup.createMachine({
  id: 'chapter',
  context: nothing,
  initial: 'absent',
  states: {
    absent: {
      on: {
        ChapterAssigned: [
          { guard: 'dated', target: 'open', actions: ['assigned', deadline] },
          { target: 'open', actions: 'assigned' },
        ],
      },
    },
    open: {
      on: {
        ...ins,
        ...without,
        ChapterInputGiven: { actions: 'helped' },
        ChapterFellDue: [{ guard: 'escalates', actions: ['overdue', escalation] }, { actions: 'overdue' }],
        ChapterExtended: {
          actions: ['extended', { type: 'settle', params: { name: 'escalate' } }, deadline],
        },
        ChapterEscalated: { actions: assign({ escalation: 'told' as const }) },
        ChapterEscalationSeen: { guard: 'told', actions: assign({ escalation: 'seen' as const }) },
      },
    },
    submitted: {
      on: {
        ...back,
        ...without,
        ChapterSignedOff: { guard: 'sameText', target: 'accepted' },
        ChapterReturned: { guard: 'same', target: 'open' },
        ChapterQuarantined: { guard: 'same', target: 'quarantined' },
      },
    },
    quarantined: { on: { ...ins, ...back, ...without } },
    accepted: { type: 'final' },
    dispensed: { type: 'final' },
  },
});

export type ChapterState = SnapshotFrom<typeof chapterMachine>;
