import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Rows } from '../rows.ts';
import type { Fact } from '../stream.ts';

/** 发出、收回、赞成、反对、弃权、无效: what is on the tally, and all that is ever recorded of a secret ballot. */
export interface BallotCounts {
  readonly issued: number;
  readonly returned: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
}

/** A secret ballot in counts alone; `post` is whoever entered the tally, never a voter. Names are permanent. */
export type BallotFact =
  | Fact<'BallotOpened', { meeting: string; case: string; stage: string; bodyKey: string; issued: number }>
  | Fact<'TallyEntered', BallotCounts & { post: string; person: string }>
  /** 选票作废: its meeting ended without a count. */
  | Fact<'BallotLapsed', Record<string, never>>
  | Fact<'TallyConfirmed', BallotCounts & { post: string }>;

interface Context {
  readonly meeting: string;
  readonly case: string;
  readonly stage: string;
  readonly bodyKey: string;
  /** How many were present, and so the most ballots that may go out. */
  readonly issued: number;
  readonly entered: (BallotCounts & { readonly person: string }) | null;
  readonly confirmed: BallotCounts | null;
}

const nothing: Context = {
  meeting: '',
  case: '',
  stage: '',
  bodyKey: '',
  issued: 0,
  entered: null,
  confirmed: null,
};

const countsOf = ({ issued, returned, yes, no, abstain, invalid }: BallotCounts): BallotCounts => ({
  issued,
  returned,
  yes,
  no,
  abstain,
  invalid,
});

export const ballotMachine = setup({
  types: { context: {} as Context, events: {} as BallotFact },
  guards: {
    tooMany: ({ event }) => event.type === 'TallyConfirmed' && event.data.returned > event.data.issued,
  },
  actions: {
    opened: assign(({ event }) => (event.type === 'BallotOpened' ? event.data : {})),
    entered: assign(({ event }) =>
      event.type === 'TallyEntered'
        ? { entered: { ...countsOf(event.data), person: event.data.person } }
        : {},
    ),
    confirmed: assign(({ event }) =>
      event.type === 'TallyConfirmed' ? { confirmed: countsOf(event.data) } : {},
    ),
  },
}).createMachine({
  id: 'ballot',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { BallotOpened: { target: 'open', actions: 'opened' } } },
    open: { on: { TallyEntered: { target: 'entered', actions: 'entered' }, BallotLapsed: 'void' } },
    entered: {
      on: {
        TallyEntered: { actions: 'entered' },
        BallotLapsed: 'void',
        TallyConfirmed: [
          { guard: 'tooMany', target: 'void', actions: 'confirmed' },
          { target: 'confirmed', actions: 'confirmed' },
        ],
      },
    },
    confirmed: { type: 'final' },
    void: { type: 'final' },
  },
});

export type BallotState = SnapshotFrom<typeof ballotMachine>;

export function ballotRows(id: string, { value, context }: BallotState): Rows {
  const { stage, bodyKey } = context;
  const owed = { case: context.case, due: null };
  return {
    item: {
      kind: 'ballot',
      id,
      case: context.case,
      stage,
      status: value,
      label: '无记名投票',
      department: null,
      due: null,
      no: null,
    },
    obligations: [
      ...(value === 'open'
        ? [{ ...owed, name: 'tally', holder: `teller@${bodyKey}`, verb: 'ballot.tally' }]
        : []),
      ...(value === 'entered'
        ? [{ ...owed, name: 'confirm', holder: `scrutineer@${bodyKey}`, verb: 'ballot.confirm' }]
        : []),
    ],
  };
}
