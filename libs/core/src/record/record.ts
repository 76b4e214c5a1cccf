import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Belated } from '../deadlines/belated.ts';
import { effects } from '../effects.ts';
import type { Elsewhere } from '../elsewhere.ts';
import type { Notice } from '../refusal.ts';
import type { Fact, StreamName } from '../stream.ts';
import type { FileRef } from '../text-ref.ts';

/** Somebody who was recorded by another: by the post in which it was done, and who held it. */
export interface RecordedPerson {
  readonly post: string;
  readonly person: string;
}

/** corrected 补正 · exempted 经批准例外 */
export type Repair = 'corrected' | 'exempted';

/** What a slip says when it is entered. */
export type Entered = {
  readonly case: string;
  readonly stage: string | null;
  /** What was recorded: the stream and the verb of the record command. */
  readonly about: StreamName;
  readonly verb: string;
  readonly title: string;
  /** The post of whoever recorded (录入人). */
  readonly recorder: string | null;
  /** Who held it: neither checks the record nor answers an objection to it. */
  readonly recordedBy: string | null;
  /** Each person once. What they owe is the person's, whoever holds the post later. */
  readonly people: readonly RecordedPerson[];
  /** Rules that what happened broke (程序提示). */
  readonly notices: readonly Notice[];
  /** Those of them that hold the next step. */
  readonly holds: readonly string[];
  /** Those of the holding ones that cannot be put right, only exempted. */
  readonly exemptOnly: readonly string[];
  /** Law time after which whoever was told and said nothing counts as having taken note. */
  readonly lapses: string;
} & Elsewhere;

/** 补录单: one record command, who was recorded by it, and what became of it. Names are permanent. */
export type RecordFact =
  | Fact<'RecordEntered', Entered>
  | Fact<'RecordChecked', { post: string }>
  | Fact<'RecordSeen', RecordedPerson>
  | Fact<'RecordLapsed', { due: string } & Belated>
  | Fact<'RecordObjected', RecordedPerson>
  | Fact<'ObjectionAnswered', { post: string; outcome: 'stands' | 'corrected' }>
  | Fact<'RepairProposed', { how: Repair; by: string; approvedBy: string | null; paper: FileRef | null }>
  | Fact<'RepairConfirmed', { how: Repair; by: string }>
  | Fact<'RepairRejected', { how: Repair; by: string }>;

interface Context extends Entered {
  readonly checked: boolean;
  /** Posts in which somebody was recorded and has taken note. */
  readonly seen: readonly string[];
  /** Posts in which somebody was recorded and objected; answered ones are in `answered` too. */
  readonly objected: readonly string[];
  readonly answered: readonly string[];
  /** The repair that waits for a second person, by the person who proposed it. */
  readonly repair: { readonly how: Repair; readonly by: string; readonly approvedBy: string | null } | null;
}

const nothing: Context = {
  case: '',
  stage: null,
  about: 'case/',
  verb: '',
  title: '',
  recorder: null,
  recordedBy: null,
  happened: '',
  medium: 'paper',
  scan: null,
  book: null,
  checker: null,
  people: [],
  notices: [],
  holds: [],
  exemptOnly: [],
  lapses: '',
  checked: false,
  seen: [],
  objected: [],
  answered: [],
  repair: null,
};

const among = (people: readonly RecordedPerson[], { post, person }: RecordedPerson): boolean =>
  people.some((each) => each.post === post && each.person === person);

export const recordMachine = setup({
  types: { context: {} as Context, events: {} as RecordFact },
  actions: {
    ...effects,
    entered: assign(({ event }) => (event.type === 'RecordEntered' ? event.data : {})),
    seen: assign(({ context, event }) =>
      event.type === 'RecordSeen' ? { seen: [...context.seen, event.data.post] } : {},
    ),
    lapsed: assign(({ context }) => ({ seen: context.people.map(({ post }) => post) })),
    objected: assign(({ context, event }) =>
      event.type === 'RecordObjected' ? { objected: [...context.objected, event.data.post] } : {},
    ),
    answered: assign(({ context, event }) =>
      event.type === 'ObjectionAnswered' ? { answered: [...context.answered, event.data.post] } : {},
    ),
    proposed: assign(({ event }) => (event.type === 'RepairProposed' ? { repair: event.data } : {})),
  },
  guards: {
    holds: ({ event }) => event.type === 'RecordEntered' && event.data.holds.length > 0,
    checks: ({ context, event }) =>
      event.type === 'RecordChecked' && event.data.post === context.checker && !context.checked,
    unseen: ({ context, event }) =>
      event.type === 'RecordSeen' &&
      among(context.people, event.data) &&
      !context.seen.includes(event.data.post),
    untold: ({ context }) => untold(context).length > 0,
    unobjected: ({ context, event }) =>
      event.type === 'RecordObjected' &&
      among(context.people, event.data) &&
      !context.objected.includes(event.data.post),
    unanswered: ({ context, event }) =>
      event.type === 'ObjectionAnswered' &&
      context.objected.includes(event.data.post) &&
      !context.answered.includes(event.data.post),
    second: ({ context, event }) =>
      event.type === 'RepairConfirmed' && context.repair !== null && event.data.by !== context.repair.by,
  },
}).createMachine({
  id: 'record',
  context: nothing,
  initial: 'absent',
  on: {
    RecordChecked: { guard: 'checks', actions: assign({ checked: true }) },
    RecordSeen: { guard: 'unseen', actions: 'seen' },
    RecordLapsed: { guard: 'untold', actions: 'lapsed' },
    RecordObjected: { guard: 'unobjected', actions: 'objected' },
    ObjectionAnswered: { guard: 'unanswered', actions: 'answered' },
  },
  states: {
    absent: {
      on: {
        RecordEntered: [
          { guard: 'holds', target: 'held', actions: ['entered', tellUntil()] },
          { target: 'kept', actions: ['entered', tellUntil()] },
        ],
      },
    },
    kept: {},
    held: { on: { RepairProposed: { target: 'repairing', actions: 'proposed' } } },
    repairing: {
      on: {
        RepairConfirmed: { guard: 'second', target: 'kept' },
        RepairRejected: { target: 'held', actions: assign({ repair: null }) },
      },
    },
  },
});

/** Whoever was recorded is told until then. */
function tellUntil() {
  return {
    type: 'deadline' as const,
    params: ({ event }: { event: RecordFact }) => ({
      name: 'lapse',
      due: event.type === 'RecordEntered' ? event.data.lapses : '',
      verb: 'record.lapse',
    }),
  };
}

export type RecordState = SnapshotFrom<typeof recordMachine>;

/** Recorded people who have neither taken note nor objected. */
export const untold = ({ people, seen, objected }: Context): readonly RecordedPerson[] =>
  people.filter(({ post }) => !seen.includes(post) && !objected.includes(post));

/** Posts in which an objection waits for an answer. */
export const unanswered = ({ objected, answered }: Context): readonly string[] =>
  objected.filter((post) => !answered.includes(post));
