import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Subject } from '../../case/case.ts';
import type { Known, Need } from '../../decider.ts';
import type { Notice } from '../../refusal.ts';
import type { ObligationRow, Rows } from '../../rows.ts';
import { streamName, type Fact } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';

/** 印发: 签发, 编号, 印发, 签收, in this order. Names are permanent. */
export type IssueFact =
  | Fact<
      'IssueDrafted',
      {
        case: string;
        stage: string;
        subject: Subject;
        title: string;
        /** 印发稿: the case's text when the stage opened. */
        text: TextRef | null;
        /** Departments that sign for it, frozen. */
        recipients: readonly string[];
        due: string | null;
      }
    >
  /** `on`: the Beijing day of the signature, before which nothing can be issued. */
  | Fact<'IssueSigned', { text: TextRef; on: string }>
  | Fact<'IssueNumbered', { number: string }>
  | Fact<
      'Issued',
      { text: TextRef; number: string; on: string; recipients: readonly string[]; notices: Notice[] }
    >
  | Fact<'ReceiptSigned', { department: string }>;

interface Context {
  readonly case: string;
  readonly stage: string;
  readonly subject: Subject;
  readonly title: string;
  readonly text: TextRef | null;
  readonly recipients: readonly string[];
  readonly due: string | null;
  /** The day of the signature. */
  readonly signed: string | null;
  readonly number: string | null;
  readonly received: readonly string[];
}

const nothing: Context = {
  case: '',
  stage: '',
  subject: 'manuscript',
  title: '',
  text: null,
  recipients: [],
  due: null,
  signed: null,
  number: null,
  received: [],
};

export const issueMachine = setup({
  types: { context: {} as Context, events: {} as IssueFact },
  guards: {
    nobodyToAsk: ({ context }) => context.recipients.length === 0,
    expected: ({ context, event }) =>
      event.type === 'ReceiptSigned' && isMissing(context, event.data.department),
    last: ({ context, event }) =>
      event.type === 'ReceiptSigned' &&
      isMissing(context, event.data.department) &&
      context.received.length + 1 === context.recipients.length,
  },
  actions: {
    drafted: assign(({ event }) => (event.type === 'IssueDrafted' ? event.data : {})),
    signed: assign(({ event }) => (event.type === 'IssueSigned' ? { signed: event.data.on } : {})),
    numbered: assign(({ event }) => (event.type === 'IssueNumbered' ? { number: event.data.number } : {})),
    received: assign(({ context, event }) =>
      event.type === 'ReceiptSigned' ? { received: [...context.received, event.data.department] } : {},
    ),
  },
}).createMachine({
  id: 'issue',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { IssueDrafted: { target: 'drafted', actions: 'drafted' } } },
    drafted: { on: { IssueSigned: { target: 'signed', actions: 'signed' } } },
    signed: { on: { IssueNumbered: { target: 'numbered', actions: 'numbered' } } },
    numbered: { on: { Issued: [{ guard: 'nobodyToAsk', target: 'received' }, { target: 'issued' }] } },
    issued: {
      on: {
        ReceiptSigned: [
          { guard: 'last', target: 'received', actions: 'received' },
          { guard: 'expected', actions: 'received' },
        ],
      },
    },
    received: { type: 'final' },
  },
});

const isMissing = ({ recipients, received }: Context, department: string): boolean =>
  recipients.includes(department) && !received.includes(department);

export type IssueState = SnapshotFrom<typeof issueMachine>;

/** Departments that have not signed for it. */
export const unreceived = ({ context }: IssueState): readonly string[] =>
  context.recipients.filter((department) => !context.received.includes(department));

export function issueRows(id: string, state: IssueState): Rows {
  const { case: caseId, stage, title, due } = state.context;
  return {
    item: {
      kind: 'issue',
      id,
      case: caseId,
      stage,
      status: state.value,
      label: title,
      department: null,
      due,
      no: null,
    },
    obligations: owes(state).map((row) => ({ case: caseId, due, ...row })),
  };
}

function owes(state: IssueState): readonly Pick<ObligationRow, 'name' | 'holder' | 'verb'>[] {
  switch (state.value) {
    case 'drafted':
      return [{ name: 'sign', holder: 'leader', verb: 'issue.sign' }];
    case 'signed':
      return [{ name: 'number', holder: 'office', verb: 'issue.number' }];
    case 'numbered':
      return [{ name: 'publish', holder: 'office', verb: 'issue.publish' }];
    case 'issued':
      return unreceived(state).map((department) => ({
        name: `acknowledge:${department}`,
        holder: `department-head@${department}`,
        verb: 'issue.acknowledge',
      }));
    default:
      return [];
  }
}

/** The issue and, once it is known, its case. */
export const itsCase = (known: Known, id: string): readonly Need[] => {
  const state = known.state('issue', id);
  const name = streamName('issue', id);
  return state ? [{ write: name }, { read: streamName('case', state.context.case) }] : [{ write: name }];
};

export const standing = (state: IssueState | undefined) => ({ status: state?.value ?? 'absent' });
