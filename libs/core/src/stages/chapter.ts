import { assign, setup, type SnapshotFrom } from 'xstate';
import type { CaseState } from '../case/case.ts';
import type { Known, Need } from '../decider.ts';
import { effects } from '../effects.ts';
import type { ObligationRow, Rows } from '../rows.ts';
import { parseStream, streamName, type Fact, type StreamName } from '../stream.ts';
import { sameText, type TextRef } from '../text-ref.ts';

/** One 篇章: its writer, who supports, who signs it off, and its texts on the way. Names are permanent. */
export type ChapterFact =
  | Fact<
      'ChapterAssigned',
      {
        case: string;
        stage: string;
        no: number;
        title: string;
        /** 牵头领导, a post. */
        lead: string;
        /** 责任部门. */
        owners: string[];
        /** 主笔, one of the owners. */
        writer: string;
        /** 配合部门, 各职能科室 expanded at the day of the stage. */
        support: string[];
        due: string | null;
      }
    >
  | Fact<'ChapterInputGiven', { department: string; text: TextRef; received: string }>
  | Fact<'ChapterSubmitted', { text: TextRef; received: string; late: boolean }>
  | Fact<'ChapterSignedOff', { text: TextRef }>
  | Fact<'ChapterReturned', { text: TextRef }>
  | Fact<'ChapterFellDue', { due: string }>;

interface Context {
  readonly case: string;
  readonly stage: string;
  readonly no: number;
  readonly title: string;
  readonly lead: string;
  readonly owners: readonly string[];
  readonly writer: string;
  readonly support: readonly string[];
  readonly due: string | null;
  /** What was handed in last; it stays when it is returned. */
  readonly text: TextRef | null;
  /** When it was handed in for the first time, law time in UTC. */
  readonly received: string | null;
  /** 逾期: judged by the first arrival, and then it stays. */
  readonly late: boolean;
  /** The last input of each department that gave one. */
  readonly inputs: { readonly [department: string]: TextRef };
}

const nothing: Context = {
  case: '',
  stage: '',
  no: 0,
  title: '',
  lead: '',
  owners: [],
  writer: '',
  support: [],
  due: null,
  text: null,
  received: null,
  late: false,
  inputs: {},
};

export const chapterMachine = setup({
  types: { context: {} as Context, events: {} as ChapterFact },
  actions: effects,
  guards: {
    dated: ({ event }) => event.type === 'ChapterAssigned' && event.data.due !== null,
    same: ({ context, event }) => 'text' in event.data && sameText(event.data.text, context.text),
  },
}).createMachine({
  id: 'chapter',
  context: nothing,
  initial: 'absent',
  states: {
    absent: {
      on: {
        ChapterAssigned: [
          {
            guard: 'dated',
            target: 'open',
            actions: [
              assign(({ event }) => ({ ...event.data })),
              {
                type: 'deadline',
                params: ({ event }) => ({ name: 'due', due: event.data.due ?? '', verb: 'chapter.fall-due' }),
              },
            ],
          },
          { target: 'open', actions: assign(({ event }) => ({ ...event.data })) },
        ],
      },
    },
    open: {
      on: {
        ChapterInputGiven: {
          actions: assign(({ context, event: { data } }) => ({
            inputs: { ...context.inputs, [data.department]: data.text },
          })),
        },
        ChapterSubmitted: {
          target: 'submitted',
          actions: [
            assign(({ context, event: { data } }) => ({
              text: data.text,
              received: context.received ?? data.received,
              late: data.late,
            })),
            { type: 'settle', params: { name: 'due' } },
          ],
        },
        ChapterFellDue: { actions: assign({ late: true }) },
      },
    },
    submitted: {
      on: {
        ChapterSignedOff: { guard: 'same', target: 'accepted' },
        ChapterReturned: { guard: 'same', target: 'open' },
      },
    },
    accepted: { type: 'final' },
  },
});

export type ChapterState = SnapshotFrom<typeof chapterMachine>;

/** 配合部门 that have given nothing yet. */
export const silent = ({ support, inputs }: Context): readonly string[] =>
  support.filter((department) => !(department in inputs));

export function chapterRows(id: string, { value, context }: ChapterState): Rows {
  const { case: caseId, stage, title, writer, due, no } = context;
  const owed = (name: string, holder: string, verb: string, by: string | null): ObligationRow => ({
    name,
    holder,
    verb,
    case: caseId,
    due: by,
  });
  return {
    item: {
      kind: 'chapter',
      id,
      case: caseId,
      stage,
      status: value,
      label: title,
      department: writer,
      due,
      no,
    },
    obligations: [
      ...(value === 'open' ? [owed('submit', `department-head@${writer}`, 'chapter.submit', due)] : []),
      ...(value === 'open'
        ? silent(context).map((d) => owed(`input:${d}`, `department-head@${d}`, 'chapter.give-input', due))
        : []),
      ...(value === 'submitted' ? [owed('sign-off', `post:${context.lead}`, 'chapter.sign-off', null)] : []),
    ],
  };
}

/** What every command on a chapter needs. */
export const chapterNeeds = (known: Known, id: string): readonly Need[] => {
  const state = known.state('chapter', id);
  return [
    { write: streamName('chapter', id) },
    ...(state ? [{ read: streamName('case', state.context.case) }] : []),
  ];
};

/** The chapters that a case last made, whatever stage wrote them. */
export const chaptersOf = (state: CaseState | undefined): readonly StreamName<'chapter'>[] =>
  Object.values(state?.context.entered ?? {})
    .flatMap(({ streams }) => streams)
    .filter((name): name is StreamName<'chapter'> => parseStream(name).kind === 'chapter');

/** The chapters that nobody has signed off, in the order of the plan. */
export const unaccepted = (
  known: Known,
  chapters: readonly StreamName[],
): readonly { readonly no: number; readonly title: string }[] =>
  chapters
    .map((name) => known.state('chapter', parseStream(name).id))
    .filter((state): state is ChapterState => state !== undefined && !state.matches('accepted'))
    .toSorted((a, b) => a.context.no - b.context.no)
    .map(({ context: { no, title } }) => ({ no, title }));
