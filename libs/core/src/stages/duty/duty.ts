import { assign, setup, type SnapshotFrom } from 'xstate';
import { effects } from '../../effects.ts';
import type { Rows } from '../../rows.ts';
import type { Fact, StreamName } from '../../stream.ts';
import type { FileRef } from '../../text-ref.ts';
import type { Owner } from '../charge.ts';
import { chargeRows } from '../charge-rows.ts';

type Given = {
  readonly case: string;
  readonly stage: string;
  readonly meeting: StreamName<'meeting'>;
  readonly bodyKey: string;
  /** From 1, among those given with one resolution; null for one that was given afterwards. */
  readonly no: number | null;
  readonly owner: Owner;
  /** The Beijing day by which it is to be done, that day included. */
  readonly due: string;
  /** The post of whoever presided; null where nobody is known to have. */
  readonly presider: string | null;
  /** 工作中吸收、另行研究: the opinion that it carries out, and its number; absent where it comes from none. */
  readonly opinion?: StreamName;
  readonly opinionNo?: number;
};

/**
 * 督办事项: what a meeting's resolution gave somebody to do. It holds no gate: 附条件事项 do. What is to be done and how it
 * was done is sealed. `by` is a person: whoever reported it done does not verify it. Names are permanent.
 *
 * @source 公立医院党委会、院长办公会议事规则 议定事项的督办
 */
export type DutyFact =
  | Fact<'DutyGiven', Given & { /** Law time at which it counts as overdue. */ escalate: string }>
  | Fact<'DutyReported', { post: string | null; by: string; evidence: FileRef | null }>
  | Fact<'DutyVerified', { post: string | null; by: string }>
  | Fact<'DutyReturned', { post: string | null; by: string }>
  | Fact<'DutyExtended', { from: string; due: string; escalate: string; post: string | null; by: string }>
  | Fact<'DutyCancelled', { post: string | null; by: string }>
  | Fact<'DutyEscalated', { due: string }>
  | Fact<'DutyEscalationSeen', { post: string | null }>;

interface Context extends Given {
  /** The person who last reported it done. */
  readonly doneBy: string | null;
  /** The days that it was to be done by before it was put off (延期): permanent. */
  readonly extended: readonly string[];
  readonly escalation: 'none' | 'shown' | 'seen';
}

const nothing: Context = {
  case: '',
  stage: '',
  meeting: 'meeting/',
  bodyKey: '',
  no: null,
  owner: { post: '' },
  due: '',
  presider: null,
  doneBy: null,
  extended: [],
  escalation: 'none',
};

const asGiven = ({ escalate: _, ...given }: Extract<DutyFact, { type: 'DutyGiven' }>['data']): Given => given;

interface Told {
  readonly event: DutyFact;
}
const deadline = {
  type: 'deadline' as const,
  params: ({ event }: Told) => ({
    name: 'due',
    due: 'escalate' in event.data ? event.data.escalate : '',
    verb: 'duty.escalate',
  }),
};
const settled = { type: 'settle' as const, params: { name: 'due' } };
const aside = {
  DutyExtended: { actions: ['extended' as const, deadline] },
  DutyCancelled: { target: 'cancelled', actions: settled },
  DutyEscalated: { actions: 'raised' as const },
  DutyEscalationSeen: { guard: 'shown' as const, actions: 'seen' as const },
};

export const dutyMachine = setup({
  types: { context: {} as Context, events: {} as DutyFact },
  guards: {
    shown: ({ context }) => context.escalation === 'shown',
  },
  actions: {
    ...effects,
    given: assign(({ event }) => (event.type === 'DutyGiven' ? asGiven(event.data) : {})),
    reported: assign(({ event }) => (event.type === 'DutyReported' ? { doneBy: event.data.by } : {})),
    extended: assign(({ context, event }) =>
      event.type === 'DutyExtended'
        ? {
            due: event.data.due,
            extended: [...context.extended, event.data.from],
            escalation: 'none' as const,
          }
        : {},
    ),
    raised: assign({ escalation: 'shown' }),
    seen: assign({ escalation: 'seen' }),
  },
}).createMachine({
  id: 'duty',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { DutyGiven: { target: 'open', actions: ['given', deadline] } } },
    open: { on: { ...aside, DutyReported: { target: 'reported', actions: 'reported' } } },
    reported: {
      on: {
        ...aside,
        DutyVerified: { target: 'verified', actions: settled },
        DutyReturned: { target: 'open', actions: assign({ doneBy: null }) },
      },
    },
    verified: { type: 'final' },
    cancelled: { type: 'final' },
  },
});

export type DutyState = SnapshotFrom<typeof dutyMachine>;

const labelOf = ({ no, opinionNo }: Context): string => {
  if (opinionNo !== undefined) return `督办事项（第${opinionNo}条意见）`;
  return no === null ? '督办事项' : `督办事项第${no}项`;
};

const STEPS = { kind: 'duty', does: 'report', undone: 'open', done: 'reported' } as const;

/** What a duty asks of whom. */
export const dutyRows = (id: string, { value, context }: DutyState): Rows =>
  chargeRows(STEPS, { id, label: labelOf(context), status: value }, context);
