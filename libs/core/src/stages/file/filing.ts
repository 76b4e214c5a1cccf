import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Subject } from '../../case/case.ts';
import type { Known, Need } from '../../decider.ts';
import { effects } from '../../effects.ts';
import { endOfDay, lastDayOf } from '../../calendar.ts';
import { explain, type DueStep, type SaidStep } from '../../deadlines/due-step.ts';
import { streamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import type { Counted, FilingFact, FilingMode, FilingOutcome } from './facts.ts';

interface Context {
  readonly case: string;
  readonly stage: string;
  readonly subject: Subject;
  readonly title: string;
  readonly mode: FilingMode;
  /** The institution that examines here, or null when it answers on paper. */
  readonly authority: string | null;
  readonly due: string | null;
  readonly text: TextRef | null;
  /** Sendings of the stage before this filing, and the number of the last one. */
  readonly before: number;
  readonly no: number;
  /** Where the last sending went. */
  readonly party: 'system' | 'paper' | null;
  readonly channel: string | null;
  readonly answerBy: string | null;
  /** How that was counted; null where somebody has set it. */
  readonly counted: Counted | null;
  readonly why: readonly SaidStep[];
  /** 签收 of the last sending. */
  readonly receipt: { readonly number: string; readonly on: string } | null;
  readonly answer: {
    readonly outcome: FilingOutcome;
    readonly number: string;
    readonly points: number;
  } | null;
  /** Receipts of the answers that arrived here: each is taken once. */
  readonly taken: readonly string[];
}

const nothing: Context = {
  case: '',
  stage: '',
  subject: 'manuscript',
  title: '',
  mode: 'approve',
  authority: null,
  due: null,
  text: null,
  before: 0,
  no: 0,
  party: null,
  channel: null,
  answerBy: null,
  counted: null,
  why: [],
  receipt: null,
  answer: null,
  taken: [],
};

type DataOf<T extends FilingFact['type']> = Extract<FilingFact, { type: T }>['data'];

const afterSending = (data: DataOf<'FilingSent'>): Partial<Context> => ({
  text: data.text,
  party: data.party,
  channel: data.channel,
  answerBy: data.answerBy,
  counted: data.counted ?? null,
  why: (data.counted?.why ?? setTo(data.answerBy)).map(explain),
  no: data.no,
  receipt: null,
  answer: null,
});

const setTo = (answerBy: string | null): readonly DueStep[] =>
  answerBy === null ? [] : [{ how: 'set', day: lastDayOf(answerBy) }];

const afterRecounting = (
  { why }: Context,
  { from, answerBy, source, counted }: DataOf<'AnswerRecounted'>,
): Partial<Context> => {
  const { calendar } = counted;
  const step = {
    how: 'recounted' as const,
    from: lastDayOf(from),
    day: lastDayOf(answerBy),
    calendar,
    source,
  };
  return { answerBy, counted, why: [...why, explain(step), ...counted.why.map(explain)] };
};

const afterAnswer = (
  { taken, due }: Context,
  { outcome, number, points = 0, receipt, ...data }: DataOf<'AnswerReceived'>,
): Partial<Context> => ({
  answer: { outcome, number, points },
  taken: receipt === null ? taken : [...taken, receipt],
  due: data.due === undefined ? due : data.due,
  answerBy: null,
});

/** The message that brings it to an authority here. The sender (institution, stream, receipt) is the job's own origin. */
const message = {
  type: 'send' as const,
  params: ({ context, event }: { context: Context; event: FilingFact }) => ({
    task: 'deliver-filing',
    payload: event.type === 'FilingSent' ? payloadOf(context, event.data) : {},
  }),
};

const payloadOf = (
  { title, mode }: Context,
  { authority, text, letter, manifest, no }: DataOf<'FilingSent'>,
) => ({
  to: authority,
  title,
  text: { ...text },
  letter: mode === 'approve' ? '请示' : '报告',
  manifest: manifest.map((paper) => ({ title: paper.title, text: { ...paper.text } })),
  no,
  reminds: letter === '催办函',
});

/** The date by which an answer is expected. */
const awaiting = {
  type: 'deadline' as const,
  params: ({ event }: { event: FilingFact }) => ({
    name: 'answer',
    due: expected(event) ?? '',
    verb: 'filing.fall-due',
  }),
};

function expected(event: FilingFact): string | null {
  if (event.type === 'FilingSent' || event.type === 'AnswerRecounted') return event.data.answerBy;
  return event.type === 'InstructionRecorded' && event.data.until ? endOfDay(event.data.until) : null;
}

const settled = { type: 'settle' as const, params: { name: 'answer' } };

const sending = [
  { guard: 'hereByDate' as const, target: 'sent', actions: ['sent' as const, message, awaiting] },
  { guard: 'here' as const, target: 'sent', actions: ['sent' as const, message] },
  { guard: 'byDate' as const, target: 'sent', actions: ['sent' as const, awaiting] },
  { target: 'sent', actions: ['sent' as const] },
];

const answering = [
  { guard: 'lacks' as const, target: 'prepared', actions: ['answered' as const, settled] },
  { target: 'answered', actions: ['answered' as const, settled] },
];

const instructing = [
  { guard: 'waits' as const, target: 'sent', actions: ['instructed' as const, awaiting] },
  { guard: 'asksAgain' as const, target: 'reminding', actions: ['instructed' as const, settled] },
  { target: 'waived', actions: ['instructed' as const, settled] },
];

const receipted = { SendingReceipted: { guard: 'unreceipted' as const, actions: 'receipted' as const } };

export const filingMachine = setup({
  types: { context: {} as Context, events: {} as FilingFact },
  actions: {
    ...effects,
    prepared: assign(({ event }) =>
      event.type === 'FilingPrepared' ? { ...event.data, no: event.data.before ?? 0 } : {},
    ),
    sent: assign(({ event }) => (event.type === 'FilingSent' ? afterSending(event.data) : {})),
    receipted: assign(({ event }) =>
      event.type === 'SendingReceipted' ? { receipt: { number: event.data.number, on: event.data.on } } : {},
    ),
    instructed: assign(({ event }) => ({
      answerBy: expected(event),
      counted: null,
      why: setTo(expected(event)).map(explain),
    })),
    recounted: assign(({ context, event }) =>
      event.type === 'AnswerRecounted' ? afterRecounting(context, event.data) : {},
    ),
    answered: assign(({ context, event }) =>
      event.type === 'AnswerReceived' ? afterAnswer(context, event.data) : {},
    ),
    stands: assign(({ context, event }) =>
      event.type === 'AnswerStands' && context.answer
        ? { text: event.data.text, answer: { ...context.answer, outcome: 'approved' as const } }
        : {},
    ),
  },
  guards: {
    here: ({ event }) => event.type === 'FilingSent' && event.data.authority !== null,
    byDate: ({ event }) => event.type === 'FilingSent' && Boolean(event.data.answerBy),
    hereByDate: ({ event }) =>
      event.type === 'FilingSent' && event.data.authority !== null && Boolean(event.data.answerBy),
    lacks: ({ event }) => event.type === 'AnswerReceived' && event.data.outcome === 'incomplete',
    waits: ({ event }) => event.type === 'InstructionRecorded' && event.data.instruction === 'wait',
    asksAgain: ({ event }) => event.type === 'InstructionRecorded' && event.data.instruction === 'ask-again',
    unreceipted: ({ context, event }) =>
      event.type === 'SendingReceipted' && context.receipt === null && event.data.no === context.no,
    promised: ({ context, event }) =>
      event.type === 'AnswerStands' && context.answer?.outcome === 'approved-with-changes',
  },
}).createMachine({
  id: 'filing',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { FilingPrepared: { target: 'prepared', actions: 'prepared' } } },
    prepared: { on: { FilingSent: sending } },
    sent: {
      on: {
        ...receipted,
        AnswerReceived: answering,
        FilingUnanswered: 'unanswered',
        AnswerRecounted: { actions: ['recounted', awaiting] },
        InstructionRecorded: instructing,
      },
    },
    unanswered: {
      on: { ...receipted, AnswerReceived: answering, InstructionRecorded: instructing },
    },
    reminding: { on: { ...receipted, AnswerReceived: answering, FilingSent: sending } },
    waived: { on: { ...receipted, AnswerReceived: answering, InstructionRecorded: instructing } },
    answered: { on: { AnswerStands: { guard: 'promised', actions: 'stands' } } },
  },
});

export type FilingState = SnapshotFrom<typeof filingMachine>;

/** Whether an answer is awaited, and may be taken. */
export const awaits = (state: FilingState | undefined): state is FilingState =>
  state !== undefined && AWAITING.some((value) => state.matches(value));

export const AWAITING = ['sent', 'unanswered', 'reminding', 'waived'] as const;

/** The filing and, once it is known, its case, whose clock it stops and starts. */
export const itsCase = (known: Known, id: string): readonly Need[] => {
  const state = known.state('filing', id);
  const name = streamName('filing', id);
  return state ? [{ write: name }, { write: streamName('case', state.context.case) }] : [{ write: name }];
};

export const standing = (state: FilingState | undefined) => ({ status: state?.value ?? 'absent' });
