import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Rows } from '../../rows.ts';
import type { Fact, StreamName } from '../../stream.ts';
import type { FileRef } from '../../text-ref.ts';

/** What a 报送码 is for: one of these streams, or an input to a chapter. */
export type DepositOf = 'contribution' | 'chapter';

type Issued = {
  readonly case: string;
  readonly stage: string;
  /** What is to be handed in with it. */
  readonly of: StreamName<DepositOf>;
  /** 配合材料: what a supporting department gives to the chapter; absent for the chapter itself. */
  readonly input?: true;
  /** The one department that it is for. */
  readonly department: string;
  readonly label: string;
  /** The date of what is handed in, law time in UTC; null without. */
  readonly due: string | null;
  /** 有效期: the last Beijing day on which something can be deposited, and its end. */
  readonly until: string;
  readonly ends: string;
  /** How many working days that was counted as. */
  readonly days: number;
};

/**
 * 报送码: whoever has it may leave originals for one department and one submission, and read nothing. What it is drawn from
 * is no fact: only the digest of the secret is kept, beside the record. Names are permanent.
 */
export type DepositFact =
  | Fact<'DepositCodeIssued', Issued>
  /** 作废: nothing more comes in by it. What came before still waits for the department's head. */
  | Fact<'DepositCodeRevoked', object>
  /**
   * 收到待确认报送: its bytes were complete at `received`. The last one counts. Through the Beijing day `heldUntil` it keeps
   * the submission from the lead; absent for what came late and for an input, which keep nothing.
   */
  | Fact<'DepositReceived', { original: FileRef; received: string; no: number; heldUntil?: string }>
  /** 科室负责人确认: it was handed in, received when the first of its bytes' holders left it. */
  | Fact<'DepositHandedIn', { original: FileRef; received: string }>
  | Fact<'DepositRejected', { original: FileRef }>;

interface Context extends Issued {
  readonly revoked: boolean;
  /** What waits to be confirmed, and when it came. */
  readonly original: FileRef | null;
  readonly received: string | null;
  /** Through which Beijing day it keeps the submission from the lead; null for what keeps nothing. */
  readonly heldUntil: string | null;
  /** How often something was left with it. */
  readonly count: number;
}

const nothing: Context = {
  case: '',
  stage: '',
  of: 'contribution/',
  department: '',
  label: '',
  due: null,
  until: '',
  ends: '',
  days: 0,
  revoked: false,
  original: null,
  received: null,
  heldUntil: null,
  count: 0,
};

const received = { DepositReceived: { target: 'held', actions: 'received' as const } };

export const depositMachine = setup({
  types: { context: {} as Context, events: {} as DepositFact },
  guards: { revoked: ({ context }) => context.revoked },
  actions: {
    issued: assign(({ event }) => (event.type === 'DepositCodeIssued' ? event.data : {})),
    revoked: assign({ revoked: true }),
    received: assign(({ event }) =>
      event.type === 'DepositReceived'
        ? {
            original: event.data.original,
            received: event.data.received,
            heldUntil: event.data.heldUntil ?? null,
            count: event.data.no,
          }
        : {},
    ),
    emptied: assign({ original: null, received: null, heldUntil: null }),
  },
}).createMachine({
  id: 'deposit',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { DepositCodeIssued: { target: 'open', actions: 'issued' } } },
    open: { on: { ...received, DepositCodeRevoked: { target: 'revoked', actions: 'revoked' } } },
    held: {
      on: {
        ...received,
        DepositCodeRevoked: { actions: 'revoked' },
        DepositHandedIn: { target: 'handed-in' },
        DepositRejected: [
          { guard: 'revoked', target: 'revoked', actions: 'emptied' },
          { target: 'open', actions: 'emptied' },
        ],
      },
    },
    'handed-in': { type: 'final' },
    revoked: { type: 'final' },
  },
});

export type DepositState = SnapshotFrom<typeof depositMachine>;

/** What waits is owed by the department's head: to hand it in, or to reject it. */
export function depositRows(id: string, { value, context }: DepositState): Rows {
  const { case: caseId, stage, label, department, due, ends } = context;
  const owed = {
    name: 'hand-in',
    holder: `department-head@${department}`,
    verb: 'deposit.hand-in',
    // Until it is confirmed the submission is not in: its date reminds whoever is to confirm.
    due,
    case: caseId,
  };
  return {
    item: {
      kind: 'deposit',
      id,
      case: caseId,
      stage,
      status: `deposit-${value}`,
      label: `报送码：${label}`,
      department,
      due: ends,
      no: null,
    },
    obligations: value === 'held' ? [owed] : [],
  };
}
