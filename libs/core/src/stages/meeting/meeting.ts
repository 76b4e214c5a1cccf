import { assign, setup, type SnapshotFrom } from 'xstate';
import { effects } from '../../effects.ts';
import {
  afterCorrecting,
  afterCorrectingDecision,
  afterCounting,
  afterDeciding,
  afterDeclaring,
  afterPutting,
  afterRecording,
  afterRetitling,
  afterSettingRight,
  filedOf,
  hereAfter,
  papersAfter,
  voteOf,
} from './after.ts';
import { nothing, type MeetingContext } from './context.ts';
import type { MeetingFact } from './facts.ts';
import { votingSeats } from './roll.ts';
import {
  afterCarrying,
  afterNaming,
  afterPuttingRecusalRight,
  afterRecusing,
  afterReferring,
  inRoom,
  isRecused,
  withSeat,
} from './seating.ts';

export type { MeetingContext } from './context.ts';
export type { Counts, Item, MeetingFact, MeetingOutcome, Rule, Sum, Vote } from './facts.ts';

/** An item that the body does not decide: the case has gone on with it, or the upper organ's answer is awaited. */
const OF_REFERRAL = [
  { guard: 'routed', target: 'declared', actions: 'referred' },
  { target: 'referred', actions: 'referred' },
] as const;

/** 更正, once it is put: who had left for it, and what an added item is called. */
const OF_CORRECTION = {
  RecusalCorrected: { actions: 'recusalSetRight' },
  ItemRetitled: { guard: 'wasAdded', actions: 'retitled' },
} as const;

/** Before the item is put. */
const OF_RECUSAL = {
  MemberRecused: { guard: 'leavesItem', actions: 'recused' },
  RecusalWithdrawn: { guard: 'stays', actions: 'returned' },
  InterestNamed: { actions: 'named' },
  ItemReferred: OF_REFERRAL,
} as const;

export const meetingMachine = setup({
  types: { context: {} as MeetingContext, events: {} as MeetingFact },
  guards: {
    comes: ({ context, event }) =>
      event.type === 'MemberPresent' &&
      votingSeats(withSeat(context.roll, event.data.seat)).some(
        ({ post, person }) => post === event.data.post && !isRecused(context, person),
      ) &&
      (event.data.seat !== undefined || !context.here.includes(event.data.post)),
    leaves: ({ context, event }) => event.type === 'MemberLeft' && context.here.includes(event.data.post),
    once: ({ context, event }) =>
      event.type === 'VoteCast' &&
      context.present.includes(event.data.post) &&
      !context.votes.some(({ post }) => post === event.data.post),
    noted: ({ context, event }) =>
      event.type === 'VoteCorrected' &&
      context.votes.some(({ post, recorded }) => post === event.data.post && recorded === true),
    wasAdded: ({ context, event }) => event.type === 'ItemRetitled' && context.added.includes(event.data.no),
    absent: ({ context, event }) =>
      event.type === 'WrittenVoteKept' &&
      !context.present.includes(event.data.post) &&
      !context.written.includes(event.data.post),
    recordedOnce: ({ context }) => context.decisionRecorded,
    recounts: ({ context, event }) =>
      event.type === 'HandsCounted' && context.hands !== null && event.data.sum !== undefined,
    passedOnce: ({ context }) => context.decision === 'passed',
    leavesItem: ({ context, event }) =>
      event.type === 'MemberRecused' && !isRecused(context, event.data.person),
    stays: ({ context, event }) => event.type === 'RecusalWithdrawn' && isRecused(context, event.data.person),
    routed: ({ event }) => event.type === 'ItemReferred' && event.data.routed,
    ofSitting: ({ context, event }) =>
      event.type === 'ItemCarriedOver' && event.data.sitting === context.sitting,
    inSitting: ({ context }) => context.sitting !== null,
    loose: ({ context }) => context.sitting === null,
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
            added: [...context.added, event.data.no],
            notices: [...context.notices, ...event.data.notices],
          }
        : {},
    ),
    retitled: assign(({ context, event }) =>
      event.type === 'ItemRetitled' ? afterRetitling(context, event.data) : {},
    ),
    moved: assign(({ context, event }) => hereAfter(context, event)),
    papered: assign(({ context, event }) =>
      event.type === 'PaperAdded' ? papersAfter(context, event.data) : {},
    ),
    // Until the item is put, whoever is there is whoever votes.
    seated: assign(({ context }) => ({ present: context.here })),
    opened: assign(({ context, event }) =>
      event.type === 'MeetingOpened'
        ? { ...inRoom(event.data.there), notices: [...context.notices, ...event.data.notices] }
        : {},
    ),
    // Put again, the item is voted on from the beginning.
    put: assign(({ context, event }) => (event.type === 'ItemPut' ? afterPutting(context, event.data) : {})),
    voted: assign(({ context, event }) =>
      event.type === 'VoteCast'
        ? {
            votes: [...context.votes, voteOf(event.data)],
            notices: [...context.notices, ...event.data.notices],
          }
        : {},
    ),
    corrected: assign(({ context, event }) =>
      event.type === 'VoteCorrected' ? afterCorrecting(context, event.data) : {},
    ),
    kept: assign(({ context, event }) =>
      event.type === 'WrittenVoteKept'
        ? {
            written: [...context.written, event.data.post],
            notices: [...context.notices, ...event.data.notices],
          }
        : {},
    ),
    counted: assign(({ context, event }) =>
      event.type === 'HandsCounted' ? afterCounting(context, event.data) : {},
    ),
    setRight: assign(({ context, event }) =>
      event.type === 'AttendanceCorrected' ? afterSettingRight(context, event.data) : {},
    ),
    decided: assign(({ context, event }) =>
      event.type === 'ItemDecided' ? afterDeciding(context, event.data) : {},
    ),
    recusalSetRight: assign(({ context, event }) =>
      event.type === 'RecusalCorrected' ? afterPuttingRecusalRight(context, event.data) : {},
    ),
    decisionSetRight: assign(({ context, event }) =>
      event.type === 'DecisionCorrected' ? afterCorrectingDecision(context, event.data) : {},
    ),
    declared: assign(({ event }) => (event.type === 'ItemDeclared' ? afterDeclaring(event.data) : {})),
    recused: assign(({ context, event }) =>
      event.type === 'MemberRecused' ? afterRecusing(context, event.data) : {},
    ),
    returned: assign(({ context, event }) =>
      event.type === 'RecusalWithdrawn'
        ? { recusals: context.recusals.filter(({ person }) => person !== event.data.person) }
        : {},
    ),
    named: assign(({ context, event }) =>
      event.type === 'InterestNamed' ? { interested: afterNaming(context, event.data) } : {},
    ),
    referred: assign(({ context, event }) =>
      event.type === 'ItemReferred' ? afterReferring(context, event.data) : {},
    ),
    answered: assign(({ event }) => (event.type === 'UpperAnswered' ? { outcome: event.data.outcome } : {})),
    carried: assign(afterCarrying),
    listed: assign(({ context, event }) =>
      event.type === 'ItemListed'
        ? {
            sitting: event.data.sitting,
            at: event.data.at,
            place: event.data.place,
            notices: [...context.notices, ...event.data.notices],
          }
        : {},
    ),
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
        ItemRetitled: OF_CORRECTION.ItemRetitled,
        PaperAdded: { actions: 'papered' },
        ...OF_RECUSAL,
        ItemListed: { guard: 'loose', actions: 'listed' },
        ItemCarriedOver: { guard: 'ofSitting', actions: 'carried' },
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
        ItemRetitled: OF_CORRECTION.ItemRetitled,
        PaperAdded: { actions: 'papered' },
        ...OF_RECUSAL,
        // Come to again in its sitting: who is in the room now.
        MeetingOpened: { guard: 'inSitting', actions: 'opened' },
        ItemCarriedOver: { guard: 'ofSitting', target: 'called', actions: 'carried' },
        ItemWithdrawn: { target: 'withdrawn', actions: 'withdrawn' },
        ItemPut: { target: 'put', actions: 'put' },
        ItemDecided: { guard: 'defers', target: 'decided', actions: 'decided' },
        MeetingAdjourned: 'adjourned',
        MeetingLapsed: 'lapsed',
      },
    },
    put: {
      on: {
        ...OF_CORRECTION,
        MemberPresent: { guard: 'comes', actions: 'moved' },
        MemberLeft: { guard: 'leaves', actions: 'moved' },
        ItemPut: { actions: 'put' },
        ItemReferred: OF_REFERRAL,
        WrittenVoteKept: { guard: 'absent', actions: 'kept' },
        VoteCast: { guard: 'once', actions: 'voted' },
        VoteCorrected: { guard: 'noted', actions: 'corrected' },
        HandsCounted: { actions: 'counted' },
        ItemDecided: { target: 'decided', actions: 'decided' },
        ItemDeclared: { target: 'declared', actions: 'declared' },
        MeetingAdjourned: 'adjourned',
        MeetingLapsed: 'lapsed',
      },
    },
    decided: {
      on: {
        ...OF_CORRECTION,
        MemberPresent: { guard: 'comes', actions: 'moved' },
        MemberLeft: { guard: 'leaves', actions: 'moved' },
        ItemPut: { guard: 'passedOnce', target: 'put', actions: 'put' },
        VoteCorrected: { guard: 'noted', actions: 'corrected' },
        // Entered by the secretary, and put right by the secretary.
        ItemDecided: { guard: 'recordedOnce', actions: 'decided' },
        ItemDeclared: { target: 'declared', actions: 'declared' },
        MeetingAdjourned: 'adjourned',
        MeetingLapsed: 'lapsed',
      },
    },
    referred: {
      on: {
        UpperAnswered: { target: 'declared', actions: 'answered' },
        MeetingLapsed: 'lapsed',
      },
    },
    // 纪要签发之前可以更正; what is decided stands whatever is put right.
    declared: {
      on: {
        MinutesFiled: { actions: 'filed' },
        VoteCorrected: { guard: 'noted', actions: 'corrected' },
        HandsCounted: { guard: 'recounts', actions: 'counted' },
        AttendanceCorrected: { actions: 'setRight' },
        DecisionCorrected: { guard: 'recordedOnce', actions: 'decisionSetRight' },
        ...OF_CORRECTION,
      },
    },
    withdrawn: { type: 'final' },
    adjourned: { type: 'final' },
    lapsed: { type: 'final' },
  },
});

export type MeetingState = SnapshotFrom<typeof meetingMachine>;
