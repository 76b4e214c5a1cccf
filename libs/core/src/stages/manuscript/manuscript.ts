import { assign, setup, type SnapshotFrom } from 'xstate';
import { closingNeeds } from '../../case/advance.ts';
import type { Known, Need } from '../../decider.ts';
import type { ObligationRow, Rows } from '../../rows.ts';
import { streamName, type Fact, type StreamName } from '../../stream.ts';
import { sameText, type TextRef } from '../../text-ref.ts';
import { afterAmending, type AmendmentFact } from '../amend/facts.ts';
import { afterFinding, type FindingFact } from '../finding/facts.ts';
import { groundedIn, isSame, type GroundFact } from './bare.ts';
import {
  changed,
  citedBy,
  converted,
  nothing,
  whereAsked,
  type ManuscriptContext,
} from './manuscript-context.ts';
import type { Change, JOIN, TREE_JOIN } from './text-changes.ts';
import type { Without } from './waivers.ts';

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
      {
        round: number;
        label: string;
        /** How the chapters became one text; with `tree-join@1` what its nodes were made from. */
        join: typeof JOIN | typeof TREE_JOIN;
        seed?: string;
        salt?: string;
        before?: TextRef | null;
        text: TextRef;
        parts: Part[];
        /** 缺报豁免: what the draft does without; absent when nothing was missing. */
        without?: Without[];
      }
    >
  /** 返回起草部门: chapters that the draft waits for again, and the outcome that this carries out. */
  | Fact<
      'ManuscriptReturned',
      { round: number; chapters: readonly StreamName<'chapter'>[]; answers: StreamName | null }
    >
  /** 中途接入: the text as it stood when the case was taken over. */
  | Fact<'ManuscriptTakenOver', { case: string; stage: string; label: string; text: TextRef }>
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
    >
  /** 授权修改: changed under a mandate of a body; `done` when it was approved, otherwise it goes before the body again. */
  | Fact<
      'ManuscriptMandated',
      {
        from: TextRef;
        to: TextRef;
        label: string;
        changes: Change[];
        mandate: StreamName<'mandate'>;
        done: boolean;
      }
    >
  /** 转换为条目化文稿: the same reading, as nodes. `seed` and `salt` make the tree again. */
  | Fact<'TextConverted', { from: TextRef; to: TextRef; seed: string; salt: string; by: string }>
  | GroundFact
  | FindingFact
  | AmendmentFact;

const requests = {
  ManuscriptRequested: { target: 'drafting', actions: 'asked' },
  RevisionRequested: { target: 'revising', actions: 'asked' },
  AmendmentRequested: { target: 'amending', actions: ['asked', 'amendment'] },
} as const;

/** In every state: what a change rests on may be said at any time, a finding be let stand, the same reading become a tree. */
const alongside = {
  ChangesGrounded: { guard: 'grounds', actions: 'grounded' },
  TextConverted: { guard: 'converts', actions: 'converted' },
  FindingWaived: { actions: 'waived' },
  FindingWaiverWithdrawn: { actions: 'waived' },
} as const;

const amends = { guard: 'amends', target: 'amended', actions: ['amended', 'amendment'] } as const;

export const manuscriptMachine = setup({
  types: { context: {} as ManuscriptContext, events: {} as ManuscriptFact },
  guards: {
    goesOn: ({ context, event }) =>
      event.type === 'ManuscriptRevised' && sameText(event.data.from, context.text),
    ends: ({ context, event }) =>
      event.type === 'ManuscriptRevised' && event.data.done && sameText(event.data.from, context.text),
    amends: ({ context, event }) =>
      event.type === 'ManuscriptAmended' && sameText(event.data.from, context.text),
    mandated: ({ context, event }) =>
      event.type === 'ManuscriptMandated' && sameText(event.data.from, context.text),
    grounds: ({ context, event }) =>
      event.type === 'ChangesGrounded' &&
      event.data.changes.every((one) => context.bare.some((bare) => isSame(bare, one))),
    converts: ({ context, event }) =>
      event.type === 'TextConverted' && sameText(event.data.from, context.text),
    second: ({ context, event }) =>
      event.type === 'AmendmentClassed' &&
      sameText(event.data.text, context.text) &&
      !context.amendment?.hands.includes(event.data.by),
  },
  actions: {
    asked: assign(({ event }) => ('case' in event.data ? whereAsked(event.data) : {})),
    amendment: assign(({ context, event }) => ({ amendment: afterAmending(context.amendment, event) })),
    amended: assign(({ context, event }) =>
      event.type === 'ManuscriptAmended' ? changed(context, event.data) : {},
    ),
    grounded: assign(({ context, event }) =>
      event.type === 'ChangesGrounded'
        ? {
            bare: groundedIn(context.bare, event.data),
            cited: citedBy(context.cited, [event.data]),
          }
        : {},
    ),
    waived: assign(({ context, event }) =>
      event.type === 'FindingWaived' || event.type === 'FindingWaiverWithdrawn'
        ? { waived: afterFinding(context.waived, event) }
        : {},
    ),
    converted: assign(({ context, event }) =>
      event.type === 'TextConverted' ? converted(context, event.data) : {},
    ),
    compiled: assign(({ context, event }) =>
      event.type === 'ManuscriptCompiled'
        ? {
            cited: [],
            citedBefore: [...new Set([...context.citedBefore, ...context.cited])],
            label: event.data.label,
            text: event.data.text,
            without: event.data.without ?? [],
            line: [],
            bare: [],
          }
        : {},
    ),
    revised: assign(({ context, event }) =>
      event.type === 'ManuscriptRevised' || event.type === 'ManuscriptMandated'
        ? changed(context, event.data)
        : {},
    ),
  },
}).createMachine({
  id: 'manuscript',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { ...requests, ManuscriptTakenOver: { target: 'standing', actions: 'asked' } } },
    drafting: {
      on: {
        ...alongside,
        ManuscriptCompiled: { target: 'standing', actions: 'compiled' },
        ManuscriptReturned: { target: 'drafting' },
      },
    },
    revising: {
      on: {
        ...alongside,
        ManuscriptRevised: [
          { guard: 'ends', target: 'standing', actions: 'revised' },
          { guard: 'goesOn', actions: 'revised' },
        ],
      },
    },
    amending: { on: { ...alongside, ManuscriptAmended: amends } },
    amended: {
      on: {
        ...alongside,
        ManuscriptAmended: amends,
        AmendmentClassed: { guard: 'second', target: 'standing', actions: 'amendment' },
      },
    },
    standing: {
      on: { ...alongside, ...requests, ManuscriptMandated: { guard: 'mandated', actions: 'revised' } },
    },
  },
});

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
      ...(value === 'amending' ? [owed('amend')] : []),
      ...(value === 'amended' ? [{ ...owed('class-change'), holder: 'office-director' }] : []),
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
