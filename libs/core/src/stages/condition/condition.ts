import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Subject } from '../../case/case.ts';
import { effects } from '../../effects.ts';
import type { Rows } from '../../rows.ts';
import type { Fact, StreamName } from '../../stream.ts';
import type { FileRef } from '../../text-ref.ts';
import type { Owner } from '../charge.ts';
import { chargeRows } from '../charge-rows.ts';

type Drafted = {
  readonly case: string;
  readonly stage: string;
  readonly meeting: StreamName<'meeting'>;
  readonly bodyKey: string;
  readonly subject: Subject;
  /** From 1, among the conditions of one resolution. */
  readonly no: number;
  readonly owner: Owner;
  /** The Beijing day by which it is to be met, that day included. */
  readonly due: string;
  /** The post of whoever presided; it may waive. */
  readonly presider: string | null;
};

/**
 * 附条件事项: one condition of a body that agreed in principle (原则同意). What it says and how it was met is sealed.
 * `by` is a person: whoever met it does not verify it. Names are permanent.
 */
export type ConditionFact =
  | Fact<'ConditionDrafted', Drafted>
  /** `escalate`: law time at which it counts as overdue; absent in facts of the first version. */
  | Fact<'ConditionSet', { outcome: 'in-principle'; escalate?: string }>
  /** 更正: what it says, who has to meet it and by when, as the meeting's decision was put right. The wording is sealed. */
  | Fact<'ConditionCorrected', { by: StreamName<'meeting'>; owner: Owner; due: string; escalate: string }>
  | Fact<'ConditionMet', { post: string | null; by: string }>
  | Fact<'ConditionVerified', { post: string | null; by: string }>
  | Fact<'ConditionReturned', { post: string | null; by: string }>
  | Fact<'ConditionWaived', { post: string | null; by: string; paper: FileRef | null }>
  /** 逾期未落实，提请主持人. */
  | Fact<'ConditionEscalated', { due: string }>
  | Fact<'ConditionEscalationSeen', { post: string | null }>;

interface Context extends Drafted {
  /** The person who last said that it is met. */
  readonly metBy: string | null;
  /** Whether whoever presided was told that it is overdue, and took note. */
  readonly escalation: 'none' | 'shown' | 'seen';
}

const nothing: Context = {
  case: '',
  stage: '',
  meeting: 'meeting/',
  bodyKey: '',
  subject: 'manuscript',
  no: 0,
  owner: { post: '' },
  due: '',
  presider: null,
  metBy: null,
  escalation: 'none',
};

const settled = { type: 'settle' as const, params: { name: 'due' } };
const raised = {
  ConditionEscalated: { actions: 'raised' as const },
  ConditionEscalationSeen: { guard: 'shown' as const, actions: 'seen' as const },
};

export const conditionMachine = setup({
  types: { context: {} as Context, events: {} as ConditionFact },
  guards: {
    second: ({ context, event }) => 'by' in event.data && event.data.by !== context.metBy,
    shown: ({ context }) => context.escalation === 'shown',
    dated: ({ event }) => event.type === 'ConditionSet' && event.data.escalate !== undefined,
  },
  actions: {
    ...effects,
    putRight: assign(({ event }) =>
      event.type === 'ConditionCorrected'
        ? { owner: event.data.owner, due: event.data.due, escalation: 'none' as const }
        : {},
    ),
    raised: assign({ escalation: 'shown' }),
    seen: assign({ escalation: 'seen' }),
  },
}).createMachine({
  id: 'condition',
  context: nothing,
  initial: 'absent',
  states: {
    absent: {
      on: { ConditionDrafted: { target: 'pending', actions: assign(({ event }) => ({ ...event.data })) } },
    },
    /** Stated, and not declared yet: it obliges nobody. */
    pending: {
      on: {
        ConditionSet: [
          {
            guard: 'dated',
            target: 'unmet',
            actions: {
              type: 'deadline',
              params: ({ event }) => ({
                name: 'due',
                due: event.data.escalate ?? '',
                verb: 'condition.escalate',
              }),
            },
          },
          { target: 'unmet' },
        ],
      },
    },
    unmet: {
      on: {
        ...raised,
        ConditionCorrected: {
          actions: [
            'putRight',
            {
              type: 'deadline',
              params: ({ event }) => ({ name: 'due', due: event.data.escalate, verb: 'condition.escalate' }),
            },
          ],
        },
        ConditionMet: { target: 'met', actions: assign(({ event }) => ({ metBy: event.data.by })) },
        ConditionWaived: { target: 'released', actions: settled },
      },
    },
    met: {
      on: {
        ...raised,
        ConditionVerified: { guard: 'second', target: 'verified', actions: settled },
        ConditionReturned: { guard: 'second', target: 'unmet', actions: assign({ metBy: null }) },
        ConditionWaived: { target: 'released', actions: settled },
      },
    },
    verified: { type: 'final' },
    released: { type: 'final' },
  },
});

export type ConditionState = SnapshotFrom<typeof conditionMachine>;

const STEPS = { kind: 'condition', does: 'meet', undone: 'unmet', done: 'met' } as const;

/** What a condition asks of whom. */
export const conditionRows = (id: string, { value, context }: ConditionState): Rows =>
  chargeRows(STEPS, { id, label: `原则同意所附第${context.no}项条件`, status: value }, context);
