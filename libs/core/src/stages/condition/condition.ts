import { assign, setup, type SnapshotFrom } from 'xstate';
import { endOfDay } from '../../calendar.ts';
import type { Subject } from '../../case/case.ts';
import type { ObligationRow, Rows } from '../../rows.ts';
import type { Fact, StreamName } from '../../stream.ts';
import type { FileRef } from '../../text-ref.ts';

/** Who has to meet it: a department, by its head, or one post. */
export type Owner = { readonly department: string } | { readonly post: string };

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
  | Fact<'ConditionSet', { outcome: 'in-principle' }>
  | Fact<'ConditionMet', { post: string | null; by: string }>
  | Fact<'ConditionVerified', { post: string | null; by: string }>
  | Fact<'ConditionReturned', { post: string | null; by: string }>
  | Fact<'ConditionWaived', { post: string | null; by: string; paper: FileRef | null }>;

interface Context extends Drafted {
  /** The person who last said that it is met. */
  readonly metBy: string | null;
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
};

export const conditionMachine = setup({
  types: { context: {} as Context, events: {} as ConditionFact },
  guards: {
    second: ({ context, event }) => 'by' in event.data && event.data.by !== context.metBy,
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
    pending: { on: { ConditionSet: 'unmet' } },
    unmet: {
      on: {
        ConditionMet: { target: 'met', actions: assign(({ event }) => ({ metBy: event.data.by })) },
        ConditionWaived: 'released',
      },
    },
    met: {
      on: {
        ConditionVerified: { guard: 'second', target: 'verified' },
        ConditionReturned: { guard: 'second', target: 'unmet', actions: assign({ metBy: null }) },
        ConditionWaived: 'released',
      },
    },
    verified: { type: 'final' },
    released: { type: 'final' },
  },
});

export type ConditionState = SnapshotFrom<typeof conditionMachine>;

const holderOf = (owner: Owner): string =>
  'department' in owner ? `department-head@${owner.department}` : `post:${owner.post}`;

/** Owed by its owner until it is met, then by the body's secretary until another person has verified it. */
export function conditionRows(id: string, { value, context }: ConditionState): Rows {
  const { stage, no, owner } = context;
  const due = endOfDay(context.due);
  const owed = { case: context.case, due };
  const obligations: readonly ObligationRow[] =
    value === 'unmet'
      ? [{ ...owed, name: 'meet', holder: holderOf(owner), verb: 'condition.meet' }]
      : value === 'met'
        ? [{ ...owed, name: 'verify', holder: `secretary@${context.bodyKey}`, verb: 'condition.verify' }]
        : [];
  return {
    item: {
      kind: 'condition',
      id,
      case: context.case,
      stage,
      status: value,
      label: `原则同意所附第${no}项条件`,
      department: 'department' in owner ? owner.department : null,
      due,
      no,
    },
    obligations,
  };
}
