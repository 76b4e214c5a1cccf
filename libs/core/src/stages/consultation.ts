import { assign, setup, type SnapshotFrom } from 'xstate';
import { inTime } from '../calendar.ts';
import type { Known, Need } from '../decider.ts';
import { effects } from '../effects.ts';
import { notNow, type Refusal } from '../refusal.ts';
import type { ObligationRow, Rows } from '../rows.ts';
import { streamName, type Fact, type StreamName } from '../stream.ts';
import type { TextRef } from '../text-ref.ts';

/** natural 自然日 · working 工作日; the unit stays with every period and is never converted. */
export type DayUnit = 'natural' | 'working';

/** 征求意见: who was asked about which text, until when, and who answered. Names are permanent. */
export type ConsultationFact =
  | Fact<
      'ConsultationOpened',
      {
        case: string;
        stage: string;
        round: number;
        /** 征求意见稿. */
        text: TextRef | null;
        /** Departments, frozen: one that is created later is not asked. */
        recipients: string[];
        days: number;
        unit: DayUnit;
        opened: string;
        /** The end of the window, law time in UTC. */
        due: string;
        /** The window ends beyond the announced working days, so that the date may still move. */
        estimated: boolean;
      }
    >
  | Fact<
      'ReplyReceived',
      {
        department: string;
        /** How many opinions the department has given by now; 0 is 无意见. */
        opinions: number;
        /** The opinion that came with this reply. */
        opinion: StreamName | null;
        received: string;
      }
    >
  | Fact<'ConsultationClosed', { at: string; asked: number; replied: number; opinions: number }>;

interface Context {
  readonly case: string;
  readonly stage: string;
  readonly round: number;
  readonly text: TextRef | null;
  readonly recipients: readonly string[];
  readonly opened: string;
  readonly due: string;
  /** Number of opinions by department; no key, no answer. */
  readonly replies: { readonly [department: string]: number };
  readonly opinions: readonly StreamName[];
  /** Until when an answer counts, once it is closed. */
  readonly closed: string | null;
}

const nothing: Context = {
  case: '',
  stage: '',
  round: 0,
  text: null,
  recipients: [],
  opened: '',
  due: '',
  replies: {},
  opinions: [],
  closed: null,
};

export const consultationMachine = setup({
  types: { context: {} as Context, events: {} as ConsultationFact },
  guards: {
    arrivedBefore: ({ context, event }) =>
      event.type === 'ReplyReceived' &&
      context.closed !== null &&
      inTime(event.data.received, context.closed),
  },
  actions: {
    ...effects,
    replied: assign(({ context, event }) =>
      event.type === 'ReplyReceived'
        ? {
            replies: { ...context.replies, [event.data.department]: event.data.opinions },
            opinions:
              event.data.opinion === null ? context.opinions : [...context.opinions, event.data.opinion],
          }
        : {},
    ),
  },
}).createMachine({
  id: 'consultation',
  context: nothing,
  initial: 'absent',
  states: {
    absent: {
      on: {
        ConsultationOpened: {
          target: 'open',
          actions: [
            assign(({ event: { data } }) => ({ ...data })),
            {
              type: 'deadline',
              params: ({ event }) => ({ name: 'window', due: event.data.due, verb: 'consultation.close' }),
            },
          ],
        },
      },
    },
    open: {
      on: {
        ReplyReceived: { actions: 'replied' },
        ConsultationClosed: {
          target: 'closed',
          actions: [
            assign(({ event: { data } }) => ({ closed: data.at })),
            { type: 'settle', params: { name: 'window' } },
          ],
        },
      },
    },
    // A reply that arrived in time and was still on its way when the clock closed the window counts.
    closed: { on: { ReplyReceived: { guard: 'arrivedBefore', actions: 'replied' } } },
  },
});

export type ConsultationState = SnapshotFrom<typeof consultationMachine>;

/** Recipients that have not answered. */
export const unanswered = ({ context }: ConsultationState): readonly string[] =>
  context.recipients.filter((department) => !(department in context.replies));

export function consultationRows(id: string, state: ConsultationState): Rows {
  const { case: caseId, stage, due } = state.context;
  const owed = (name: string, holder: string, verb: string): ObligationRow => ({
    name,
    holder,
    verb,
    case: caseId,
    due,
  });
  const waiting = unanswered(state);
  const reply = (department: string) =>
    owed(`reply:${department}`, `department-head@${department}`, 'consultation.give-opinion');
  const close = waiting.length === 0 ? [owed('close', 'office', 'consultation.close')] : [];
  return {
    item: {
      kind: 'consultation',
      id,
      case: caseId,
      stage,
      status: state.value,
      label: '征求意见',
      department: null,
      due,
      no: null,
    },
    obligations: state.matches('open') ? [...waiting.map(reply), ...close] : [],
  };
}

/** What every command on a consultation needs. */
export const consultationNeeds = (known: Known, id: string): readonly Need[] => {
  const state = known.state('consultation', id);
  return [
    { write: streamName('consultation', id) },
    ...(state ? [{ read: streamName('case', state.context.case) }] : []),
  ];
};

/** The answer to whoever comes too late. */
export const over = (state: ConsultationState | undefined): Refusal =>
  notNow('consultation.open', '征求意见已截止', 'The consultation has ended', {
    status: state?.value ?? 'absent',
    due: state?.context.due ?? null,
  });
