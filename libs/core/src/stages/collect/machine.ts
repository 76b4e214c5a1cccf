import { assign, setup, type SnapshotFrom } from 'xstate';
import { lastDayOf } from '../../calendar.ts';
import { explain, type DueStep } from '../../deadlines/due-step.ts';
import { graceStep, type Dated } from '../../deadlines/grace.ts';
import { BY_CLOCK } from '../../deadlines/ladder.ts';
import { afterArrival } from '../../deadlines/marks.ts';
import { asIfNotCome, withMoreTime } from '../../deadlines/more-time.ts';
import { effects } from '../../effects.ts';
import { withLeft } from '../deposit/waiting.ts';
import { clockOf, deposits, dueOf, escalateOf, reads, settled, takenBack } from '../coming-in.ts';
import { sameCame } from '../handed-in.ts';
import { readingOf, readJob } from '../reading/text-reading.ts';
import { withUse } from '../opinion/use.ts';
import type { ContributionContext, ContributionFact } from './contribution.ts';
import { read, unread } from './imported.ts';

const nothing: ContributionContext = {
  case: '',
  stage: '',
  department: '',
  label: '',
  due: null,
  afterDue: 'receive',
  grace: null,
  ladder: BY_CLOCK,
  text: null,
  original: null,
  received: null,
  late: false,
  wasLate: false,
  inGrace: false,
  extendedLate: false,
  none: false,
  carrier: null,
  carried: false,
  cameBack: false,
  why: [],
  proposed: [],
  held: false,
  until: null,
  escalated: [],
  seen: [],
  reading: null,
  uses: {},
  waiting: [],
};

type CameIn = Extract<ContributionFact, { type: 'ContributionSubmitted' | 'ContributionNoneReported' }>;

/** What came in, or the 零报告: of several the last counts, and the first moment; one late one marks them all. */
const camein = (context: ContributionContext, { data }: CameIn): Partial<ContributionContext> => ({
  text: 'text' in data ? data.text : null,
  original: 'text' in data ? (data.original ?? null) : null,
  none: !('text' in data),
  reading: 'text' in data ? readingOf(data) : null,
  received: context.received ?? data.received,
  ...afterArrival(context, data),
  carrier: data.carrier ?? null,
});

/** How the first date came to be, and its grace. */
const setTo = ({ due, grace }: Dated, counted: readonly DueStep[]): readonly DueStep[] => {
  if (due === null) return [];
  return [...(counted.length > 0 ? counted : [setOn(due)]), ...graceStep(grace)];
};
const setOn = (due: string): DueStep => ({ how: 'set', day: lastDayOf(due) });

/** What was put before the leads is over: it came, or has another date. */
const NOBODY_TOLD = { escalated: [], seen: [], proposed: [], held: false } as const;

type Extended = Extract<ContributionFact, { type: 'ContributionExtended' }>['data'];
const extended = (context: ContributionContext, data: Extended): Partial<ContributionContext> => ({
  ...withMoreTime(context, data),
  ...NOBODY_TOLD,
});

type Withdrawn = Extract<ContributionFact, { type: 'ContributionWithdrawn' }>['data'];
const withdrawn = (context: ContributionContext, data: Withdrawn): Partial<ContributionContext> => ({
  ...asIfNotCome(context, data),
  none: false,
});

const machineSetup = setup({
  types: { context: {} as ContributionContext, events: {} as ContributionFact },
  actions: {
    ...effects,
    asked: assign(({ event }) => {
      if (event.type !== 'ContributionRequested') return {};
      const { grace = null, ladder = BY_CLOCK, why = [], ...data } = event.data;
      return { ...data, grace, ladder, why: setTo({ due: data.due, grace }, why).map(explain) };
    }),
    camein: assign(({ context, event }) =>
      event.type === 'ContributionSubmitted' || event.type === 'ContributionNoneReported'
        ? camein(context, event)
        : {},
    ),
    withdrawn: assign(({ context, event }) =>
      event.type === 'ContributionWithdrawn' ? withdrawn(context, event.data) : {},
    ),
    // What came in before and was sent back kept its date.
    overdue: assign({ late: ({ context }) => context.received === null || context.late }),
    extended: assign(({ context, event }) =>
      event.type === 'ContributionExtended' ? extended(context, event.data) : {},
    ),
    proposed: assign(({ event }) =>
      event.type === 'ContributionEscalationProposed' ? { proposed: event.data.leads, held: false } : {},
    ),
    escalated: assign(({ event }) =>
      event.type === 'ContributionEscalated' ? { escalated: event.data.leads } : {},
    ),
    read: assign(({ context, event }) => read(context, event)),
    unread: assign(({ context, event }) => unread(context, event)),
    left: assign({ waiting: ({ context, event }) => withLeft(context.waiting, event) }),
    used: assign({ uses: ({ context, event }) => withUse(context.uses, event) }),
    seen: assign(({ context, event }) =>
      event.type === 'ContributionEscalationSeen' ? { seen: [...context.seen, event.data.post] } : {},
    ),
  },
  guards: {
    dated: ({ event }) => dueOf(event) !== '',
    escalates: ({ event }) => escalateOf(event) !== '',
    same: ({ context, event }) => 'text' in event.data && sameCame(event.data, context),
    sameNone: ({ context, event }) => context.none && 'text' in event.data && sameCame(event.data, context),
    toBeRead: ({ event }) => event.type === 'ContributionSubmitted' && readingOf(event.data) !== null,
    told: ({ context, event }) =>
      event.type === 'ContributionEscalationSeen' &&
      context.escalated.includes(event.data.post) &&
      !context.seen.includes(event.data.post),
  },
});

interface Told {
  readonly event: ContributionFact;
}
const clock = clockOf('contribution');
const { deadline, escalation } = clock;

const toRead = {
  type: 'send' as const,
  params: ({ event: { type, data } }: Told) =>
    type === 'ContributionSubmitted' && data.original
      ? readJob(data.original, null, null)
      : type === 'RevisionsChosen'
        ? readJob(data.original, null, data.take)
        : { task: 'none', payload: {} },
};

/** Coming in, from wherever it may; and being let off. */
const ins = {
  ContributionSubmitted: [
    {
      guard: 'toBeRead' as const,
      target: 'received',
      actions: ['camein' as const, ...settled, toRead],
    },
    { target: 'received', actions: ['camein' as const, ...settled] },
  ],
  ContributionNoneReported: { target: 'received', actions: ['camein' as const, ...settled] },
} as const;
const out = { ContributionExcused: { target: 'excused', actions: settled } } as const;
const without = { ContributionWaived: { target: 'dispensed', actions: settled } } as const;
const back = { ContributionWithdrawn: takenBack(clock) };

export const contributionMachine = machineSetup.createMachine({
  id: 'contribution',
  context: nothing,
  initial: 'absent',
  on: deposits(clock),
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
        ContributionEscalationProposed: { actions: 'proposed' },
        ContributionEscalationHeld: { actions: assign({ held: true }) },
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
        ContributionReturned: {
          guard: 'same',
          target: 'open',
          actions: assign({ cameBack: true, ...NOBODY_TOLD }),
        },
        ContributionQuarantined: { guard: 'same', target: 'quarantined', actions: 'unread' },
        ...reads(toRead),
      },
    },
    quarantined: { on: { ...ins, ...out, ...back, ...without } },
    // By its original alone: what is in it is read all the same.
    accepted: { on: { UseConfirmed: { actions: 'used' }, ...reads(toRead) } },
    none: { type: 'final' },
    excused: { type: 'final' },
    dispensed: { type: 'final' },
  },
});

export type ContributionState = SnapshotFrom<typeof contributionMachine>;
