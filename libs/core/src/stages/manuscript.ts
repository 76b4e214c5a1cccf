import { assign, setup, type SnapshotFrom } from 'xstate';
import { closingNeeds } from '../case/advance.ts';
import type { Known, Need } from '../decider.ts';
import type { ObligationRow, Rows } from '../rows.ts';
import { streamName, type Fact, type StreamName } from '../stream.ts';
import { sameText, type TextRef } from '../text-ref.ts';
import type { Change, JOIN } from './text-changes.ts';

/** A chapter as it went into the text. */
export type Part = {
  readonly chapter: StreamName;
  readonly no: number;
  readonly title: string;
  readonly text: TextRef;
};

/** 规划文稿, from the first draft on. Its facts alone make the text again from the chapters. Names are permanent. */
export type ManuscriptFact =
  /** The compiling stage opened. */
  | Fact<'ManuscriptRequested', { case: string; stage: string; round: number; due: string | null }>
  | Fact<
      'ManuscriptCompiled',
      { round: number; label: string; join: typeof JOIN; text: TextRef; parts: Part[] }
    >
  /** A revising stage opened on the text that the case had then. */
  | Fact<
      'RevisionRequested',
      { case: string; stage: string; round: number; due: string | null; text: TextRef | null }
    >
  | Fact<
      'ManuscriptRevised',
      {
        round: number;
        from: TextRef;
        to: TextRef;
        label: string;
        changes: Change[];
        /** Whether the revising stage ended with it. */
        done: boolean;
      }
    >;

interface Context {
  readonly case: string;
  /** The stage that works on it, or worked on it last. */
  readonly stage: string;
  readonly round: number;
  readonly due: string | null;
  /** 稿次, e.g. 初稿, 征求意见稿, 送审稿. */
  readonly label: string;
  readonly text: TextRef | null;
  /** Everything that a change ever answered. */
  readonly cited: readonly StreamName[];
}

const nothing: Context = { case: '', stage: '', round: 0, due: null, label: '', text: null, cited: [] };

const requests = {
  ManuscriptRequested: { target: 'drafting', actions: 'asked' },
  RevisionRequested: { target: 'revising', actions: 'asked' },
} as const;

export const manuscriptMachine = setup({
  types: { context: {} as Context, events: {} as ManuscriptFact },
  guards: {
    goesOn: ({ context, event }) =>
      event.type === 'ManuscriptRevised' && sameText(event.data.from, context.text),
    ends: ({ context, event }) =>
      event.type === 'ManuscriptRevised' && event.data.done && sameText(event.data.from, context.text),
  },
  actions: {
    asked: assign(({ event }) => ('case' in event.data ? { ...event.data } : {})),
    compiled: assign(({ event }) =>
      event.type === 'ManuscriptCompiled' ? { label: event.data.label, text: event.data.text } : {},
    ),
    revised: assign(({ context, event }) =>
      event.type === 'ManuscriptRevised'
        ? { label: event.data.label, text: event.data.to, cited: citedBy(context.cited, event.data.changes) }
        : {},
    ),
  },
}).createMachine({
  id: 'manuscript',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: requests },
    drafting: { on: { ManuscriptCompiled: { target: 'standing', actions: 'compiled' } } },
    revising: {
      on: {
        ManuscriptRevised: [
          { guard: 'ends', target: 'standing', actions: 'revised' },
          { guard: 'goesOn', actions: 'revised' },
        ],
      },
    },
    standing: { on: requests },
  },
});

const citedBy = (before: readonly StreamName[], changes: readonly Change[]): readonly StreamName[] => [
  ...new Set([...before, ...changes.flatMap(({ cites }) => (cites === null ? [] : [cites]))]),
];

export type ManuscriptState = SnapshotFrom<typeof manuscriptMachine>;

export function manuscriptRows(id: string, { value, context }: ManuscriptState): Rows {
  const { case: caseId, stage, due, label } = context;
  const owed = (name: string): ObligationRow => ({
    name,
    holder: 'office',
    verb: `manuscript.${name}`,
    case: caseId,
    due,
  });
  return {
    item: {
      kind: 'manuscript',
      id,
      case: caseId,
      stage,
      status: value,
      label: label || '规划文稿',
      department: null,
      due,
      no: null,
    },
    obligations: [
      ...(value === 'drafting' ? [owed('compile')] : []),
      ...(value === 'revising' ? [owed('revise')] : []),
    ],
  };
}

/** What a command needs that may end the stage of this manuscript. */
export function manuscriptNeeds(known: Known, id: string): readonly Need[] {
  const state = known.state('manuscript', id);
  return [
    { write: streamName('manuscript', id) },
    ...(state ? closingNeeds(known, state.context.case, state.context.stage) : []),
  ];
}
