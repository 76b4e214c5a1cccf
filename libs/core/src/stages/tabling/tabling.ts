import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Fact, StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';

/** Whoever did a step: the post in which, and the person. */
export type Signer = { readonly post: string | null; readonly by: string };

type Asked = Signer & {
  readonly case: string;
  readonly stage: string;
  /** The round of the stage that the item is meant for. */
  readonly round: number;
  readonly bodyKey: string;
  /** What the item is called in lists; its wording is sealed. */
  readonly title: string;
  /** The text that the body is asked to decide on. */
  readonly text: TextRef;
  /** 分管领导, by the post; null where nobody is in charge of the matter below the chief. */
  readonly sponsor: string | null;
};

/** 议题申报: how an item comes before a body. What is said on the sheet is sealed. Names are permanent. */
export type TablingFact =
  | Fact<'TablingAsked', Asked>
  /** 分管领导签署意见. */
  | Fact<'TablingBacked', Signer>
  | Fact<'TablingSentBack', Signer>
  | Fact<'TablingRevised', Signer & { text: TextRef }>
  /** 书记、院长审定, by whoever chairs the body. */
  | Fact<'TablingApproved', Signer>
  | Fact<'TablingDeclined', Signer>
  | Fact<'TablingWithdrawn', Signer>
  /** 会前沟通 of 书记 and 院长. */
  | Fact<'ConsensusNoted', Signer & { agreed: boolean }>
  /** 会前酝酿: the papers were sent to these posts. */
  | Fact<'PapersCirculated', { papers: readonly TextRef[]; to: readonly string[] }>
  | Fact<'PapersOpened', Signer & { post: string }>
  /** 通知后补发材料: a paper that the call did not carry, or another in the place of one; it is read at the meeting. */
  | Fact<'PapersRenewed', { meeting: StreamName<'meeting'> }>
  | Fact<'ItemTabled', { meeting: StreamName<'meeting'> }>
  /** 会前阅看结束: the item was put, or taken back; called again, the papers are read again. */
  | Fact<'ReadingEnded', { meeting: StreamName<'meeting'> }>;

export interface TablingContext extends Asked {
  readonly backed: boolean;
  readonly approved: boolean;
  /** Whether 书记 and 院长 agree that it is tabled; null before anybody said so. */
  readonly agreed: boolean | null;
  readonly papers: readonly TextRef[];
  /** Posts to which the papers were sent, and those that have opened them as they are now. */
  readonly to: readonly string[];
  readonly read: readonly string[];
  /** Whether they are owed to be read: not after the item was put. */
  readonly reading: boolean;
  /** 换稿、补发: a paper came after they were circulated; whoever read them reads again. */
  readonly renewed: boolean;
  readonly meeting: StreamName<'meeting'> | null;
}

const nothing: TablingContext = {
  case: '',
  stage: '',
  round: 0,
  bodyKey: '',
  title: '',
  text: { scheme: 'blob-sha256@1', hash: '' },
  sponsor: null,
  post: null,
  by: '',
  backed: false,
  approved: false,
  agreed: null,
  papers: [],
  to: [],
  read: [],
  reading: false,
  renewed: false,
  meeting: null,
};

/** Beside the way of the sheet from hand to hand, as long as the item is not over. */
const ALONGSIDE = {
  ConsensusNoted: { actions: 'noted' },
  PapersCirculated: { actions: 'circulated' },
  PapersOpened: { guard: 'unopened', actions: 'opened' },
  PapersRenewed: { actions: 'renewed' },
  ItemTabled: { target: 'tabled', actions: 'tabled' },
  ReadingEnded: { actions: 'ended' },
  TablingWithdrawn: 'withdrawn',
} as const;

export const tablingMachine = setup({
  types: { context: {} as TablingContext, events: {} as TablingFact },
  guards: {
    unopened: ({ context, event }) =>
      event.type === 'PapersOpened' &&
      context.to.includes(event.data.post) &&
      !context.read.includes(event.data.post),
  },
  actions: {
    asked: assign(({ event }) => (event.type === 'TablingAsked' ? event.data : {})),
    backed: assign({ backed: true }),
    approved: assign({ approved: true }),
    sentBack: assign({ backed: false, approved: false }),
    // Another text has been read by nobody yet.
    revised: assign(({ event }) =>
      event.type === 'TablingRevised' ? { text: event.data.text, read: [] } : {},
    ),
    noted: assign(({ event }) => (event.type === 'ConsensusNoted' ? { agreed: event.data.agreed } : {})),
    circulated: assign(({ event }) =>
      event.type === 'PapersCirculated'
        ? { papers: event.data.papers, to: event.data.to, read: [], reading: true, renewed: false }
        : {},
    ),
    opened: assign(({ context, event }) =>
      event.type === 'PapersOpened' ? { read: [...context.read, event.data.post] } : {},
    ),
    renewed: assign({ read: [], renewed: true }),
    tabled: assign(({ event }) =>
      event.type === 'ItemTabled' ? { meeting: event.data.meeting, reading: true } : {},
    ),
    ended: assign({ reading: false }),
  },
}).createMachine({
  id: 'tabling',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { TablingAsked: { target: 'asked', actions: 'asked' } } },
    asked: {
      on: {
        ...ALONGSIDE,
        TablingBacked: { target: 'backed', actions: 'backed' },
        TablingSentBack: { target: 'changing', actions: 'sentBack' },
        TablingApproved: { target: 'cleared', actions: 'approved' },
        TablingDeclined: 'declined',
      },
    },
    changing: {
      on: {
        ...ALONGSIDE,
        TablingRevised: { target: 'asked', actions: 'revised' },
        TablingDeclined: 'declined',
      },
    },
    backed: {
      on: {
        ...ALONGSIDE,
        TablingSentBack: { target: 'changing', actions: 'sentBack' },
        TablingApproved: { target: 'cleared', actions: 'approved' },
        TablingDeclined: 'declined',
      },
    },
    cleared: {
      on: {
        ...ALONGSIDE,
        TablingSentBack: { target: 'changing', actions: 'sentBack' },
        TablingDeclined: 'declined',
      },
    },
    /** 已上会: a meeting was called for it, or one that was held is entered. */
    tabled: { on: ALONGSIDE },
    declined: { type: 'final' },
    withdrawn: { type: 'final' },
  },
});

export type TablingState = SnapshotFrom<typeof tablingMachine>;
