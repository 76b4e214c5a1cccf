import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Subject } from '../../case/case.ts';
import type { Rows } from '../../rows.ts';
import type { Fact } from '../../stream.ts';
import type { FileRef, TextRef } from '../../text-ref.ts';

/** experts 专家论证 · lawyers 法律审核（合法性审查）· group 群组审阅 */
export const METHODS = ['experts', 'lawyers', 'group'] as const;
export type Method = (typeof METHODS)[number];
export const METHOD_WORDS: { readonly [M in Method]: string } = {
  experts: '专家论证',
  lawyers: '法律审核',
  group: '群组审阅',
};

/** agree 同意 · agree-with-changes 修改后同意 · object 不同意 */
export const VERDICTS = ['agree', 'agree-with-changes', 'object'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Requested = {
  readonly case: string;
  readonly stage: string;
  readonly round: number;
  readonly method: Method;
  readonly subject: Subject;
  /** The text that is reviewed. */
  readonly text: TextRef | null;
  /** Law time at which it was asked for, and by which it should be done. */
  readonly opened: string;
  readonly due: string | null;
  /** Opinions that it should have at least, and what becomes of fewer. */
  readonly atLeast: number;
  readonly effect: 'warn' | 'block';
};

/** 论证、审核、审阅: opinions of named reviewers on one text. Names are permanent. */
export type ReviewFact =
  | Fact<'ReviewRequested', Requested>
  | Fact<
      'ReviewOpinionGiven',
      {
        no: number;
        /** The reviewer's post; null for one without an account, whose name is sealed. */
        post: string | null;
        verdict: Verdict;
        /** The signed paper. */
        original: FileRef | null;
        /** 发生时间 as the recorder claims; null when it was given here. */
        happened: string | null;
        /** Whether the reviewer has a direct interest (利害关系). */
        interest: boolean;
      }
    >
  | Fact<'ReviewClosed', { outcome: 'reviewed' | 'returned'; text: TextRef | null; opinions: number }>;

export interface ReviewContext extends Requested {
  readonly opinions: readonly {
    readonly post: string | null;
    readonly verdict: Verdict;
    readonly original: FileRef | null;
  }[];
  readonly outcome: 'reviewed' | 'returned' | null;
}

const nothing: ReviewContext = {
  case: '',
  stage: '',
  round: 0,
  method: 'group',
  subject: 'manuscript',
  text: null,
  opened: '',
  due: null,
  atLeast: 0,
  effect: 'warn',
  opinions: [],
  outcome: null,
};

export const reviewMachine = setup({
  types: { context: {} as ReviewContext, events: {} as ReviewFact },
}).createMachine({
  id: 'review',
  context: nothing,
  initial: 'absent',
  states: {
    absent: {
      on: { ReviewRequested: { target: 'open', actions: assign(({ event }) => ({ ...event.data })) } },
    },
    open: {
      on: {
        ReviewOpinionGiven: {
          actions: assign(({ context, event: { data } }) => ({
            opinions: [
              ...context.opinions,
              { post: data.post, verdict: data.verdict, original: data.original },
            ],
          })),
        },
        ReviewClosed: {
          target: 'closed',
          actions: assign(({ event }) => ({ outcome: event.data.outcome })),
        },
      },
    },
    closed: { type: 'final' },
  },
});

export type ReviewState = SnapshotFrom<typeof reviewMachine>;

export function reviewRows(id: string, state: ReviewState): Rows {
  const { case: caseId, stage, method, due } = state.context;
  return {
    item: {
      kind: 'review',
      id,
      case: caseId,
      stage,
      status: state.value,
      label: METHOD_WORDS[method],
      department: null,
      due,
      no: null,
    },
    obligations: state.matches('open')
      ? [{ name: 'close', holder: 'office', verb: 'review.close', case: caseId, due }]
      : [],
  };
}
