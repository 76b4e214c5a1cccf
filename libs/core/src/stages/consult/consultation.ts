import { assign, setup, type SnapshotFrom } from 'xstate';
import { inTime, lastDayOf } from '../../calendar.ts';
import { explain, type DueStep, type SaidStep } from '../../deadlines/due-step.ts';
import { effects } from '../../effects.ts';
import { notNow, type Refusal, type Said } from '../../refusal.ts';
import type { ObligationRow, Rows } from '../../rows.ts';
import { type StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import { withItsCase } from '../../with-its-case.ts';
import type { ConsultationFact, DayUnit, Floor, Silence } from './consultation-facts.ts';

interface Context {
  readonly case: string;
  readonly stage: string;
  readonly round: number;
  readonly text: TextRef | null;
  readonly recipients: readonly string[];
  readonly opened: string;
  readonly due: string;
  readonly days: number;
  readonly unit: DayUnit;
  readonly rollOver: boolean;
  readonly floor: Floor | null;
  /** 预估: the end rests on working days that are not announced yet. */
  readonly estimated: boolean;
  /** How the end came to be what it is. */
  readonly why: readonly SaidStep[];
  /** Number of opinions by department; no key, no answer. */
  readonly replies: { readonly [department: string]: number };
  readonly opinions: readonly StreamName[];
  /** 已撤回: they keep their numbers. */
  readonly withdrawn: readonly StreamName[];
  /** How many of the opinions bear no name. */
  readonly unsigned: number;
  readonly silence: Silence;
  /** Departments that opened the text. */
  readonly read: readonly string[];
  /** Departments whose answer came after the window. */
  readonly late: readonly string[];
  /** 逾期未反馈 at the close; empty before. */
  readonly overdue: readonly string[];
  /** 发出、收回…: what the close said, for reading. */
  readonly sum: Said | null;
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
  days: 0,
  unit: 'natural',
  rollOver: true,
  floor: null,
  estimated: false,
  why: [],
  replies: {},
  opinions: [],
  withdrawn: [],
  unsigned: 0,
  silence: 'none',
  read: [],
  late: [],
  overdue: [],
  sum: null,
  closed: null,
};

const saidBy = ({
  sum,
  sumEn,
}: Extract<ConsultationFact, { type: 'ConsultationClosed' }>['data']): Said | null =>
  sum === undefined || sumEn === undefined ? null : { zh: sum, en: sumEn };

type Opened = Extract<ConsultationFact, { type: 'ConsultationOpened' }>['data'];
const opened = ({ why, floor, calendar: _, ...data }: Opened): Partial<Context> => ({
  ...data,
  floor: floor ?? null,
  why: (why ?? ([{ how: 'set', day: lastDayOf(data.due) }] satisfies readonly DueStep[])).map(explain),
});

type Moved = Extract<ConsultationFact, { type: 'WindowMoved' }>['data'];
const moved = ({ why }: Context, { how, until, due, on }: Moved): Partial<Context> => {
  const step: DueStep = how === 'shortened' ? { how, day: until, on } : { how, day: until, on, after: false };
  // Somebody has set the day: it rests on no year that is still to be announced.
  return { due, estimated: false, why: [...why, explain(step)] };
};

type Recounted = Extract<ConsultationFact, { type: 'WindowRecounted' }>['data'];
const recounted = ({ why }: Context, data: Recounted): Partial<Context> => {
  const { from, due, estimated, calendar, source } = data;
  const day = lastDayOf(due);
  const step: DueStep = { how: 'recounted', from: lastDayOf(from), day, calendar, source };
  return { due, estimated, why: [...why, explain(step), ...data.why.map(explain)] };
};

type Replied = Pick<
  Extract<ConsultationFact, { type: 'ReplyEntered' }>['data'],
  'department' | 'opinions' | 'opinion' | 'more'
>;

const withReply = (
  { replies, opinions: all }: Context,
  { department, opinions, opinion, more = [] }: Replied,
): Partial<Context> => ({
  replies: department === null ? replies : { ...replies, [department]: opinions },
  opinions: opinion === null ? all : [...all, opinion, ...more],
});

/** Whoever has taken back all there was has not answered any more. */
function withoutOpinion(
  { replies, withdrawn }: Context,
  { department, opinions, opinion }: Extract<ConsultationFact, { type: 'ReplyWithdrawn' }>['data'],
): Partial<Context> {
  const others = Object.entries(replies).filter(([one]) => one !== department);
  return {
    replies: Object.fromEntries(opinions === 0 ? others : [...others, [department, opinions]]),
    withdrawn: [...withdrawn, opinion],
  };
}

interface Told {
  readonly event: ConsultationFact;
}
/** The clock closes it at its end; another end moves the deadline. */
const window = {
  type: 'deadline' as const,
  params: ({ event }: Told) => ({
    name: 'window',
    due: 'due' in event.data ? event.data.due : '',
    verb: 'consultation.close',
  }),
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
      event.type === 'ReplyReceived' || event.type === 'ReplyEntered' ? withReply(context, event.data) : {},
    ),
    entered: assign(({ context, event }) =>
      event.type === 'ReplyEntered' && event.data.late && event.data.department !== null
        ? { late: [...new Set([...context.late, event.data.department])] }
        : {},
    ),
    withdrawn: assign(({ context, event }) =>
      event.type === 'ReplyWithdrawn' ? withoutOpinion(context, event.data) : {},
    ),
    unsigned: assign(({ context, event }) =>
      event.type === 'UnsignedOpinionReceived'
        ? { opinions: [...context.opinions, event.data.opinion], unsigned: context.unsigned + 1 }
        : {},
    ),
    read: assign(({ context, event }) =>
      event.type === 'TextOpened' ? { read: [...context.read, event.data.department] } : {},
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
          actions: [assign(({ event }) => opened(event.data)), window],
        },
      },
    },
    open: {
      on: {
        TextOpened: { actions: 'read' },
        ReplyReceived: { actions: 'replied' },
        ReplyEntered: { actions: ['replied', 'entered'] },
        ReplyWithdrawn: { actions: 'withdrawn' },
        UnsignedOpinionReceived: { actions: 'unsigned' },
        WindowMoved: { actions: [assign(({ context, event }) => moved(context, event.data)), window] },
        WindowRecounted: {
          actions: [assign(({ context, event }) => recounted(context, event.data)), window],
        },
        ConsultationClosed: {
          target: 'closed',
          actions: [
            assign(({ event: { data } }) => ({
              closed: data.at,
              overdue: data.overdue ?? [],
              sum: saidBy(data),
            })),
            { type: 'settle', params: { name: 'window' } },
          ],
        },
      },
    },
    closed: {
      on: {
        TextOpened: { actions: 'read' },
        // A reply that arrived in time and was still on its way when the clock closed the window counts.
        ReplyReceived: { guard: 'arrivedBefore', actions: 'replied' },
        // 逾期反馈, and what came in time on paper and is entered later.
        ReplyEntered: { actions: ['replied', 'entered'] },
      },
    },
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
export const consultationNeeds = withItsCase('consultation');

/** The answer to whoever comes too late. */
export const over = (state: ConsultationState | undefined): Refusal =>
  notNow(
    'consultation.open',
    '征求意见已截止',
    'The consultation has ended',
    {
      status: state?.value ?? 'absent',
      due: state?.context.due ?? null,
    },
    { zh: '逾期意见请送规划办代录，标注逾期反馈', en: 'Give it to the office, which records it as late' },
  );
