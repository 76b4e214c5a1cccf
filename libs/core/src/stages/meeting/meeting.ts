import { assign, setup, type SnapshotFrom } from 'xstate';
import { effects } from '../../effects.ts';
import { nothing, type MeetingContext } from './context.ts';
import type { FiledMinutes, MeetingFact } from './facts.ts';
import { votingSeats } from './roll.ts';

export type { MeetingContext } from './context.ts';
export type { Counts, Item, MeetingFact, MeetingOutcome, Rule, Sum, Vote } from './facts.ts';

/** What is said of one vote, and said anew when the item is put again. */
const OF_A_VOTE = [
  'meeting.can-pass',
  'meeting.chair-last',
  'meeting.heard',
  'meeting.present',
  'meeting.conditions',
];

type DataOf<T extends MeetingFact['type']> = Extract<MeetingFact, { type: T }>['data'];

function afterRecording({ tally, ...recorded }: DataOf<'MeetingRecorded'>): Partial<MeetingContext> {
  const { case: caseId, stage, round, body, bodyKey, at, place, rule, roll, item } = recorded;
  const { present, attended, votes, outcome, conditions, dispositions, notices, minutes } = recorded;
  return {
    case: caseId,
    stage,
    round,
    body,
    bodyKey,
    at,
    place,
    rule,
    roll,
    item,
    present,
    here: present,
    attended,
    votes,
    outcome,
    conditions,
    dispositions,
    notices,
    hands: tally && { yes: tally.yes, no: tally.no, abstain: tally.abstain },
    minutes,
  };
}

/** Posts that are there once somebody has come or left. */
function hereAfter({ here }: MeetingContext, event: MeetingFact): readonly string[] {
  if (event.type === 'MemberPresent') return [...here, event.data.post];
  return event.type === 'MemberLeft' ? here.filter((post) => post !== event.data.post) : here;
}

const afterDeclaring = ({
  outcome,
  minutes,
  conditions,
}: DataOf<'ItemDeclared'>): Partial<MeetingContext> => ({ outcome, minutes, conditions });

const filedOf = ({ text, book, keeper, signer }: DataOf<'MinutesFiled'>): FiledMinutes => ({
  text,
  book,
  keeper,
  signer,
});

export const meetingMachine = setup({
  types: { context: {} as MeetingContext, events: {} as MeetingFact },
  guards: {
    comes: ({ context, event }) =>
      event.type === 'MemberPresent' &&
      votingSeats(context.roll).some(({ post }) => post === event.data.post) &&
      !context.here.includes(event.data.post),
    leaves: ({ context, event }) => event.type === 'MemberLeft' && context.here.includes(event.data.post),
    once: ({ context, event }) =>
      event.type === 'VoteCast' &&
      context.present.includes(event.data.post) &&
      !context.votes.some(({ post }) => post === event.data.post),
    absent: ({ context, event }) =>
      event.type === 'WrittenVoteKept' &&
      !context.present.includes(event.data.post) &&
      !context.written.includes(event.data.post),
    passedOnce: ({ context }) => context.decision === 'passed',
    defers: ({ event }) => event.type === 'ItemDecided' && event.data.outcome === 'deferred',
  },
  actions: {
    ...effects,
    called: assign(({ event }) => (event.type === 'MeetingCalled' ? event.data : {})),
    recorded: assign(({ event }) => (event.type === 'MeetingRecorded' ? afterRecording(event.data) : {})),
    added: assign(({ context, event }) =>
      event.type === 'ItemAdded'
        ? {
            agenda: { ...context.agenda, items: event.data.no },
            notices: [...context.notices, ...event.data.notices],
          }
        : {},
    ),
    moved: assign(({ context, event }) => ({ here: hereAfter(context, event) })),
    // Until the item is put, whoever is there is whoever votes.
    seated: assign(({ context }) => ({ present: context.here })),
    opened: assign(({ context, event }) =>
      event.type === 'MeetingOpened' ? { notices: [...context.notices, ...event.data.notices] } : {},
    ),
    // Put again, the item is voted on from the beginning.
    put: assign(({ context, event }) =>
      event.type === 'ItemPut'
        ? {
            ballot: event.data.ballot,
            dispositions: event.data.dispositions,
            conditions: event.data.conditions,
            present: context.here,
            votes: [],
            written: [],
            hands: null,
            decision: null,
            notices: [
              ...context.notices.filter(({ rule }) => !OF_A_VOTE.includes(rule)),
              ...event.data.notices,
            ],
          }
        : {},
    ),
    voted: assign(({ context, event }) =>
      event.type === 'VoteCast'
        ? {
            votes: [...context.votes, { post: event.data.post, vote: event.data.vote }],
            notices: [...context.notices, ...event.data.notices],
          }
        : {},
    ),
    kept: assign(({ context, event }) =>
      event.type === 'WrittenVoteKept'
        ? {
            written: [...context.written, event.data.post],
            notices: [...context.notices, ...event.data.notices],
          }
        : {},
    ),
    counted: assign(({ event }) => (event.type === 'HandsCounted' ? { hands: event.data } : {})),
    decided: assign(({ context, event }) =>
      event.type === 'ItemDecided'
        ? {
            decision: event.data.outcome,
            conditions: event.data.conditions,
            notices: [...context.notices, ...event.data.notices],
          }
        : {},
    ),
    declared: assign(({ event }) => (event.type === 'ItemDeclared' ? afterDeclaring(event.data) : {})),
    withdrawn: assign(({ event }) => (event.type === 'ItemWithdrawn' ? { outcome: event.data.outcome } : {})),
    filed: assign(({ context, event }) =>
      event.type === 'MinutesFiled'
        ? { filed: { ...context.filed, [event.data.kind]: filedOf(event.data) } }
        : {},
    ),
  },
}).createMachine({
  id: 'meeting',
  context: nothing,
  initial: 'absent',
  states: {
    absent: {
      on: {
        MeetingCalled: { target: 'called', actions: 'called' },
        MeetingRecorded: { target: 'declared', actions: 'recorded' },
      },
    },
    called: {
      on: {
        MemberPresent: { guard: 'comes', actions: ['moved', 'seated'] },
        MemberLeft: { guard: 'leaves', actions: ['moved', 'seated'] },
        ItemAdded: { actions: 'added' },
        ItemWithdrawn: { target: 'withdrawn', actions: 'withdrawn' },
        MeetingOpened: { target: 'open', actions: 'opened' },
        MeetingAdjourned: 'adjourned',
        MeetingLapsed: 'lapsed',
      },
    },
    open: {
      on: {
        MemberPresent: { guard: 'comes', actions: ['moved', 'seated'] },
        MemberLeft: { guard: 'leaves', actions: ['moved', 'seated'] },
        ItemAdded: { actions: 'added' },
        ItemWithdrawn: { target: 'withdrawn', actions: 'withdrawn' },
        ItemPut: { target: 'put', actions: 'put' },
        ItemDecided: { guard: 'defers', target: 'decided', actions: 'decided' },
        MeetingAdjourned: 'adjourned',
        MeetingLapsed: 'lapsed',
      },
    },
    put: {
      on: {
        MemberPresent: { guard: 'comes', actions: 'moved' },
        MemberLeft: { guard: 'leaves', actions: 'moved' },
        ItemPut: { actions: 'put' },
        WrittenVoteKept: { guard: 'absent', actions: 'kept' },
        VoteCast: { guard: 'once', actions: 'voted' },
        HandsCounted: { actions: 'counted' },
        ItemDecided: { target: 'decided', actions: 'decided' },
        ItemDeclared: { target: 'declared', actions: 'declared' },
        MeetingAdjourned: 'adjourned',
        MeetingLapsed: 'lapsed',
      },
    },
    decided: {
      on: {
        MemberPresent: { guard: 'comes', actions: 'moved' },
        MemberLeft: { guard: 'leaves', actions: 'moved' },
        ItemPut: { guard: 'passedOnce', target: 'put', actions: 'put' },
        ItemDeclared: { target: 'declared', actions: 'declared' },
        MeetingAdjourned: 'adjourned',
        MeetingLapsed: 'lapsed',
      },
    },
    declared: { on: { MinutesFiled: { actions: 'filed' } } },
    withdrawn: { type: 'final' },
    adjourned: { type: 'final' },
    lapsed: { type: 'final' },
  },
});

export type MeetingState = SnapshotFrom<typeof meetingMachine>;
