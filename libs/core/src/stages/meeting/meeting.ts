import { assign, setup, type SnapshotFrom } from 'xstate';
import type { z } from 'zod';
import type { Subject } from '../../case/case.ts';
import { effects } from '../../effects.ts';
import type { BodyRule } from '../../procedure/definition.ts';
import type { Notice } from '../../refusal.ts';
import type { Fact, StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import type { Proposed } from '../opinion.ts';
import { votingSeats, type Seat } from './roll.ts';

export type Rule = z.infer<typeof BodyRule>;
export type Vote = 'yes' | 'no' | 'abstain';
/** 通过 · 不通过 · 缓议 */
export type MeetingOutcome = 'passed' | 'not-passed' | 'deferred';

/** 议题: what the body is to decide on, with the text as it stood at the call. */
export interface Item {
  readonly subject: Subject;
  readonly text: TextRef;
  readonly title: string;
}
export interface Counts {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}
/** The numbers that decided, flat, so that a gate can carry them. */
export interface Sum {
  readonly [key: string]: string | number | boolean;
}

/** One item, one meeting, one resolution. Names are permanent. */
export type MeetingFact =
  | Fact<
      'MeetingCalled',
      {
        case: string;
        stage: string;
        /** The round of the stage that the meeting is about. */
        round: number;
        body: string;
        bodyKey: string;
        at: string;
        place: string;
        rule: Rule;
        roll: readonly Seat[];
        item: Item;
        notices: readonly Notice[];
      }
    >
  | Fact<'MemberPresent', { post: string }>
  | Fact<'MemberLeft', { post: string }>
  | Fact<
      'MeetingOpened',
      { all: number; present: number; need: number; quorate: boolean; notices: readonly Notice[] }
    >
  | Fact<
      'ItemPut',
      {
        text: TextRef;
        all: number;
        present: number;
        need: number;
        ballot: StreamName<'ballot'> | null;
        /** 拟采纳情况 that passing will settle; empty where the stage settles none. */
        dispositions: readonly Proposed[];
        notices: readonly Notice[];
      }
    >
  | Fact<'VoteCast', { post: string; vote: Vote; notices: readonly Notice[] }>
  | Fact<'HandsCounted', Counts>
  | Fact<
      'ItemDecided',
      {
        outcome: MeetingOutcome;
        majority: 'passed' | 'not-passed' | null;
        departs: boolean;
        notices: readonly Notice[];
      }
    >
  | Fact<
      'ItemDeclared',
      { outcome: MeetingOutcome; words: string; sum: Sum; text: TextRef; minutes: TextRef | null }
    >
  | Fact<'MeetingAdjourned', { all: number; present: number; need: number; quorate: boolean }>;

export interface MeetingContext {
  readonly case: string;
  readonly stage: string;
  readonly round: number;
  readonly body: string;
  readonly bodyKey: string;
  readonly at: string;
  readonly place: string;
  readonly rule: Rule;
  readonly roll: readonly Seat[];
  readonly item: Item;
  /** Posts that have signed in; frozen when the item is put. */
  readonly present: readonly string[];
  readonly ballot: StreamName<'ballot'> | null;
  /** What was proposed for the opinions when the item was put. */
  readonly dispositions: readonly Proposed[];
  readonly votes: readonly { readonly post: string; readonly vote: Vote }[];
  readonly hands: Counts | null;
  readonly decision: MeetingOutcome | null;
  readonly outcome: MeetingOutcome | null;
  /** Rules that were broken on the way and only show. */
  readonly notices: readonly Notice[];
}

const nothing: MeetingContext = {
  case: '',
  stage: '',
  round: 0,
  body: '',
  bodyKey: '',
  at: '',
  place: '',
  rule: {
    title: '',
    decides: 'vote',
    ballot: 'named',
    quorum: { base: 'all', num: 1, den: 1, inclusive: true },
    pass: { base: 'all', num: 1, den: 1, strict: false },
    recusal: 'exclude',
    notice: { n: 0, unit: 'natural', effect: 'warn' },
    words: { passed: '', 'not-passed': '', deferred: '' },
  },
  roll: [],
  item: { subject: 'manuscript', text: { scheme: 'blob-sha256@1', hash: '' }, title: '' },
  present: [],
  ballot: null,
  dispositions: [],
  votes: [],
  hands: null,
  decision: null,
  outcome: null,
  notices: [],
};

/** What is said of one vote, and said anew when the item is put again. */
const OF_A_VOTE = ['meeting.can-pass', 'meeting.chair-last', 'meeting.heard'];

export const meetingMachine = setup({
  types: { context: {} as MeetingContext, events: {} as MeetingFact },
  guards: {
    comes: ({ context, event }) =>
      event.type === 'MemberPresent' &&
      votingSeats(context.roll).some(({ post }) => post === event.data.post) &&
      !context.present.includes(event.data.post),
    leaves: ({ context, event }) => event.type === 'MemberLeft' && context.present.includes(event.data.post),
    once: ({ context, event }) =>
      event.type === 'VoteCast' &&
      context.present.includes(event.data.post) &&
      !context.votes.some(({ post }) => post === event.data.post),
    passedOnce: ({ context }) => context.decision === 'passed',
    defers: ({ event }) => event.type === 'ItemDecided' && event.data.outcome === 'deferred',
  },
  actions: {
    ...effects,
    called: assign(({ event }) => (event.type === 'MeetingCalled' ? event.data : {})),
    came: assign(({ context, event }) =>
      event.type === 'MemberPresent' ? { present: [...context.present, event.data.post] } : {},
    ),
    left: assign(({ context, event }) =>
      event.type === 'MemberLeft'
        ? { present: context.present.filter((post) => post !== event.data.post) }
        : {},
    ),
    opened: assign(({ context, event }) =>
      event.type === 'MeetingOpened' ? { notices: [...context.notices, ...event.data.notices] } : {},
    ),
    // Put again, the item is voted on from the beginning.
    put: assign(({ context, event }) =>
      event.type === 'ItemPut'
        ? {
            ballot: event.data.ballot,
            dispositions: event.data.dispositions,
            votes: [],
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
    counted: assign(({ event }) => (event.type === 'HandsCounted' ? { hands: event.data } : {})),
    decided: assign(({ context, event }) =>
      event.type === 'ItemDecided'
        ? { decision: event.data.outcome, notices: [...context.notices, ...event.data.notices] }
        : {},
    ),
    declared: assign(({ event }) => (event.type === 'ItemDeclared' ? { outcome: event.data.outcome } : {})),
  },
}).createMachine({
  id: 'meeting',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { MeetingCalled: { target: 'called', actions: 'called' } } },
    called: {
      on: {
        MemberPresent: { guard: 'comes', actions: 'came' },
        MemberLeft: { guard: 'leaves', actions: 'left' },
        MeetingOpened: { target: 'open', actions: 'opened' },
        MeetingAdjourned: 'adjourned',
      },
    },
    open: {
      on: {
        MemberPresent: { guard: 'comes', actions: 'came' },
        MemberLeft: { guard: 'leaves', actions: 'left' },
        ItemPut: { target: 'put', actions: 'put' },
        ItemDecided: { guard: 'defers', target: 'decided', actions: 'decided' },
        MeetingAdjourned: 'adjourned',
      },
    },
    put: {
      on: {
        ItemPut: { actions: 'put' },
        VoteCast: { guard: 'once', actions: 'voted' },
        HandsCounted: { actions: 'counted' },
        ItemDecided: { target: 'decided', actions: 'decided' },
        ItemDeclared: { target: 'declared', actions: 'declared' },
        MeetingAdjourned: 'adjourned',
      },
    },
    decided: {
      on: {
        ItemPut: { guard: 'passedOnce', target: 'put', actions: 'put' },
        ItemDeclared: { target: 'declared', actions: 'declared' },
        MeetingAdjourned: 'adjourned',
      },
    },
    declared: { type: 'final' },
    adjourned: { type: 'final' },
  },
});

export type MeetingState = SnapshotFrom<typeof meetingMachine>;
