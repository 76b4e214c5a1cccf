import { assign, setup, type SnapshotFrom } from 'xstate';
import { lastDayOf } from '../../calendar.ts';
import { explain, type DueStep } from '../../deadlines/due-step.ts';
import { graceStep, type Dated } from '../../deadlines/grace.ts';
import { BY_CLOCK } from '../../deadlines/ladder.ts';
import { afterArrival } from '../../deadlines/marks.ts';
import { effects } from '../../effects.ts';
import { sameText } from '../../text-ref.ts';
import { withLeft } from '../deposit/waiting.ts';
import { clockOf, deposits, dueOf, escalateOf, reads, settled, takenBack } from '../coming-in.ts';
import { sameCame } from '../handed-in.ts';
import { readingOf, readJob } from '../reading/text-reading.ts';
import { withUse } from '../opinion/use.ts';
import type { Assigned, ChapterContext, ChapterFact, Returned } from './chapter.ts';
import { extended, reassigned, withdrawn } from './changes.ts';
import { NOT_ASKED, uncountersigned } from './countersigns.ts';
import { given, keptOf, read, unread } from './imported.ts';
import { instructed, NO_INSTRUCTIONS } from './instructions.ts';

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
  grace: null,
  ladder: BY_CLOCK,
  countersigning: NOT_ASKED,
  returnDays: null,
  desk: '',
  countersigns: {},
  returned: null,
  text: null,
  original: null,
  received: null,
  late: false,
  wasLate: false,
  carrier: null,
  inGrace: false,
  extendedLate: false,
  carried: false,
  cameBack: false,
  why: [],
  until: null,
  escalation: 'none',
  inputs: {},
  reading: null,
  inputReadings: {},
  instructions: NO_INSTRUCTIONS,
  uses: {},
  waiting: [],
};

type Submitted = Extract<ChapterFact, { type: 'ChapterSubmitted' }>['data'];
const camein = (context: ChapterContext, data: Submitted): Partial<ChapterContext> => ({
  text: data.text,
  original: data.original ?? null,
  received: context.received ?? data.received,
  ...afterArrival(context, data),
  carrier: data.carrier ?? null,
  countersigns: keptOf(context.countersigns, data.kept ?? []),
  reading: readingOf(data),
  returned: null,
});

/** How the first date came to be, its grace, and who is told while nothing comes. */
function datesOf({
  due,
  why = [],
  grace = null,
  ladder = BY_CLOCK,
}: Partial<Dated> & Pick<Assigned, 'ladder' | 'why'>): Pick<ChapterContext, 'grace' | 'ladder' | 'why'> {
  if (!due) return { grace, ladder, why: [] };
  const set: readonly DueStep[] = why.length > 0 ? why : [{ how: 'set', day: lastDayOf(due) }];
  return { grace, ladder, why: [...set, ...graceStep(grace)].map(explain) };
}

/** Somebody else may write on, and what fell is not asked for before something is handed in again. */
const afterReturning = (
  { desk, countersigns, due }: ChapterContext,
  { to, clauses, falls = [], points, due: again, why }: Returned,
): Partial<ChapterContext> => ({
  desk: to ?? desk,
  countersigns: Object.fromEntries(
    Object.entries(countersigns).filter(([department]) => !falls.includes(department)),
  ),
  due: again ?? due,
  ...(again ? { grace: null, why: (why ?? [{ how: 'returned', day: lastDayOf(again) }]).map(explain) } : {}),
  cameBack: !again,
  escalation: 'none',
  // Left before what was sent back was handed in: it holds no reminder of what is asked for now.
  waiting: [],
  returned: { clauses: clauses ?? null, points: points ?? 0 },
});

type Countersigned = Extract<ChapterFact, { type: 'ChapterCountersigned' }>['data'];
const afterCountersigning = (
  { countersigns }: ChapterContext,
  { department, text, clauses }: Countersigned,
): Partial<ChapterContext> => ({
  countersigns: { ...countersigns, [department]: { text, clauses, here: clauses } },
});

const machineSetup = setup({
  types: { context: {} as ChapterContext, events: {} as ChapterFact },
  actions: {
    ...effects,
    assigned: assign(({ event }) =>
      event.type === 'ChapterAssigned'
        ? { ...event.data, desk: event.data.writer, ...datesOf(event.data) }
        : {},
    ),
    countersigned: assign(({ context, event }) =>
      event.type === 'ChapterCountersigned' ? afterCountersigning(context, event.data) : {},
    ),
    returned: assign(({ context, event }) =>
      event.type === 'ChapterReturned' ? afterReturning(context, event.data) : {},
    ),
    helped: assign(({ context, event }) =>
      event.type === 'ChapterInputGiven' ? given(context, event.data) : {},
    ),
    read: assign(({ context, event }) => read(context, event)),
    unread: assign(({ context, event }) => unread(context, event)),
    instructed: assign({
      instructions: ({ context: { instructions }, event }) =>
        event.type === 'ChapterInstructed' || event.type === 'ChapterInstructionNoted'
          ? instructed(instructions, event)
          : instructions,
    }),
    left: assign({ waiting: ({ context, event }) => withLeft(context.waiting, event) }),
    used: assign({ uses: ({ context, event }) => withUse(context.uses, event) }),
    camein: assign(({ context, event }) =>
      event.type === 'ChapterSubmitted' ? camein(context, event.data) : {},
    ),
    withdrawn: assign(({ context, event }) =>
      event.type === 'ChapterWithdrawn' ? withdrawn(context, event.data) : {},
    ),
    reassigned: assign(({ context, event }) =>
      event.type === 'ChapterReassigned' ? reassigned(context, event.data) : {},
    ),
    // What came in before and was sent back kept its date.
    overdue: assign({ late: ({ context }) => context.received === null || context.late }),
    extended: assign(({ context, event }) =>
      event.type === 'ChapterExtended' ? extended(context, event.data) : {},
    ),
  },
  guards: {
    dated: ({ event }) => dueOf(event) !== '',
    escalates: ({ event }) => escalateOf(event) !== '',
    same: ({ context, event }) => 'text' in event.data && sameCame(event.data, context),
    sameDated: ({ context, event }) =>
      dueOf(event) !== '' && 'text' in event.data && sameCame(event.data, context),
    newly: ({ context, event }) =>
      event.type === 'ChapterCountersigned' &&
      sameText(event.data.text, context.text) &&
      uncountersigned(context).includes(event.data.department),
    sameText: ({ context, event }) => 'text' in event.data && sameText(event.data.text, context.text),
    toBeRead: ({ event }) =>
      (event.type === 'ChapterSubmitted' || event.type === 'ChapterInputGiven') &&
      readingOf(event.data) !== null,
    told: ({ context }) => context.escalation === 'told',
  },
});

/** What the worker is sent when an original waits to be read. */
function jobOf({ type, data }: ChapterFact) {
  if (type === 'ChapterSubmitted' && data.original) return readJob(data.original, null, null);
  if (type === 'ChapterInputGiven' && data.original) return readJob(data.original, data.department, null);
  if (type === 'RevisionsChosen') return readJob(data.original, data.department, data.take);
  return { task: 'none', payload: {} };
}

interface Told {
  readonly event: ChapterFact;
}
const clock = clockOf('chapter');
const { deadline, escalation } = clock;

const returning = {
  ChapterReturned: [
    { guard: 'sameDated' as const, target: 'open', actions: ['returned' as const, deadline] },
    { guard: 'same' as const, target: 'open', actions: 'returned' as const },
  ],
};
const toRead = {
  type: 'send' as const,
  params: ({ event }: Told) => jobOf(event),
};
const ins = {
  ChapterSubmitted: [
    {
      guard: 'toBeRead' as const,
      target: 'submitted',
      actions: ['camein' as const, ...settled, toRead],
    },
    { target: 'submitted', actions: ['camein' as const, ...settled] },
  ],
};
const elsewhere = { ChapterReassigned: { actions: 'reassigned' as const } };
const instructions = {
  ChapterInstructed: { actions: 'instructed' as const },
  ChapterInstructionNoted: { actions: 'instructed' as const },
};
const without = { ChapterWaived: { target: 'dispensed', actions: settled } } as const;
const back = { ChapterWithdrawn: takenBack(clock) };

export const chapterMachine = machineSetup.createMachine({
  id: 'chapter',
  context: nothing,
  initial: 'absent',
  on: deposits(clock),
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
        ...instructions,
        ...ins,
        ...without,
        ...elsewhere,
        ...reads(toRead),
        ChapterInputGiven: [{ guard: 'toBeRead', actions: ['helped', toRead] }, { actions: 'helped' }],
        ChapterFellDue: [{ guard: 'escalates', actions: ['overdue', escalation] }, { actions: 'overdue' }],
        ChapterExtended: {
          actions: ['extended', { type: 'settle', params: { name: 'escalate' } }, deadline],
        },
        ChapterEscalationProposed: { actions: assign({ escalation: 'proposed' as const }) },
        ChapterEscalationHeld: { actions: assign({ escalation: 'held' as const }) },
        ChapterEscalated: { actions: assign({ escalation: 'told' as const }) },
        ChapterEscalationSeen: { guard: 'told', actions: assign({ escalation: 'seen' as const }) },
      },
    },
    submitted: {
      on: {
        ...instructions,
        ...back,
        ...without,
        ...elsewhere,
        ChapterSignedOff: { guard: 'sameText', target: 'accepted' },
        ...returning,
        ChapterCountersigned: { guard: 'newly', actions: 'countersigned' },
        ChapterQuarantined: { guard: 'same', target: 'quarantined', actions: 'unread' },
        ...reads(toRead),
      },
    },
    quarantined: { on: { ...instructions, ...ins, ...back, ...without, ...elsewhere, ...reads(toRead) } },
    // 返回起草部门: what a draft was to be made of is written on.
    accepted: { on: { ...instructions, ...returning, UseConfirmed: { actions: 'used' }, ...reads(toRead) } },
    dispensed: { type: 'final' },
  },
});

export type ChapterState = SnapshotFrom<typeof chapterMachine>;
