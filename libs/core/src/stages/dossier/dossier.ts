import { assign, setup, type SnapshotFrom } from 'xstate';
import { z } from 'zod';
import { record, type Command } from '../../decider.ts';
import { effects } from '../../effects.ts';
import type { Rows } from '../../rows.ts';
import { streamName, type Fact } from '../../stream.ts';
import { TextRef } from '../../text-ref.ts';
import type { Enclosure, FilingOutcome, Letter } from '../file/facts.ts';
import { Enclosures } from '../file/send.ts';

/** Who sent it: the institution with its name, its filing, and the receipt of the sending in its own log. */
export interface Sender {
  readonly institution: string;
  readonly name: string;
  readonly filing: string;
  readonly receipt: string;
}

/** The authority's side of a filing, in the authority's own log. Names are permanent. */
export type DossierFact =
  | Fact<
      'DossierReceived',
      {
        from: Sender;
        title: string;
        text: TextRef;
        letter: Letter;
        manifest: readonly Enclosure[];
        /** 第几次报送, as the sender counts. */
        no?: number;
      }
    >
  /** 催办: the sender asks again for the answer. */
  | Fact<'DossierReminded', { no: number; receipt: string }>
  | Fact<
      'DossierAnswered',
      {
        outcome: FilingOutcome;
        number: string;
        letter: TextRef | null;
        /** The sending that is answered. */
        no?: number;
        /** Points to be put right; their wording is sealed here, and stands in the letter. */
        points?: number;
      }
    >;

interface Context {
  readonly from: Sender;
  readonly title: string;
  readonly letter: Letter;
  readonly text: TextRef | null;
  readonly outcome: FilingOutcome | null;
  readonly no: number;
  readonly points: number;
  readonly reminders: number;
  /** Receipts of every message that arrived: each counts once. */
  readonly arrived: readonly string[];
}

const nothing: Context = {
  from: { institution: '', name: '', filing: '', receipt: '' },
  title: '',
  letter: '请示',
  text: null,
  outcome: null,
  no: 1,
  points: 0,
  reminders: 0,
  arrived: [],
};

type Received = Extract<DossierFact, { type: 'DossierReceived' }>['data'];

const afterArrival = (
  { arrived }: Context,
  { from, title, letter, text, no = 1 }: Received,
): Partial<Context> => ({
  from,
  title,
  letter,
  text,
  no,
  outcome: null,
  points: 0,
  arrived: [...arrived, from.receipt],
});

/** The message that brings the answer back. */
const reply = {
  type: 'send' as const,
  params: ({ context, event }: { context: Context; event: DossierFact }) => ({
    task: 'deliver-answer',
    payload: event.type === 'DossierAnswered' ? answerTo(context, event.data) : {},
  }),
};

const answerTo = (
  { from }: Context,
  { outcome, number, letter, no = 1, points = 0 }: Extract<DossierFact, { type: 'DossierAnswered' }>['data'],
) => ({
  to: from.institution,
  filing: from.filing,
  outcome,
  number,
  letter: letter && { ...letter },
  no,
  points,
});

export const dossierMachine = setup({
  types: { context: {} as Context, events: {} as DossierFact },
  actions: {
    ...effects,
    received: assign(({ context, event }) =>
      event.type === 'DossierReceived' ? afterArrival(context, event.data) : {},
    ),
    reminded: assign(({ context, event }) =>
      event.type === 'DossierReminded'
        ? {
            no: event.data.no,
            reminders: context.reminders + 1,
            arrived: [...context.arrived, event.data.receipt],
          }
        : {},
    ),
    answered: assign(({ event }) =>
      event.type === 'DossierAnswered' ? { outcome: event.data.outcome, points: event.data.points ?? 0 } : {},
    ),
  },
  guards: {
    lacks: ({ event }) => event.type === 'DossierAnswered' && event.data.outcome === 'incomplete',
  },
}).createMachine({
  id: 'dossier',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { DossierReceived: { target: 'received', actions: 'received' } } },
    received: {
      on: {
        DossierReminded: { actions: 'reminded' },
        DossierAnswered: [
          { guard: 'lacks', target: 'incomplete', actions: ['answered', reply] },
          { target: 'answered', actions: ['answered', reply] },
        ],
      },
    },
    incomplete: { on: { DossierReceived: { target: 'received', actions: 'received' } } },
    answered: { type: 'final' },
  },
});

export type DossierState = SnapshotFrom<typeof dossierMachine>;

export const dossierRows = (id: string, { value, context }: DossierState): Rows => ({
  item: {
    kind: 'dossier',
    id,
    case: null,
    stage: null,
    status: value,
    label: `${context.from.name}：${context.title}`,
    department: null,
    due: null,
    no: null,
  },
  obligations:
    value === 'received'
      ? [{ name: 'answer', holder: 'examiner', verb: 'dossier.answer', case: null, due: null }]
      : [],
});

/**
 * The dossier of one sending, derived from the authority's id: the same message finds the same dossier, however often
 * it arrives. The name is permanent.
 */
export const dossierStream = (
  derive: (name: string) => string,
  from: Pick<Sender, 'institution' | 'filing'>,
) => streamName('dossier', derive(`dossier/${from.institution}/${from.filing}`));

export const ReceiveDossier = z
  .strictObject({
    from: z.strictObject({
      institution: z.uuid(),
      name: z.string().min(1).max(80),
      filing: z.uuid(),
      receipt: z.string().min(1).max(200),
    }),
    title: z.string().min(1).max(200),
    text: TextRef,
    letter: z.enum(['请示', '报告']),
    manifest: Enclosures,
    no: z.int().positive().default(1),
    reminds: z.boolean().default(false),
  })
  .meta({ id: 'ReceiveDossier', description: '收文 · receives a filing of another institution' });

/**
 * 收文: a filing, one that was made complete, or a reminder (催办) of one that is being examined. Arriving twice changes
 * nothing, and a reminder that crosses with the answer neither.
 */
export const receiveDossier: Command<'dossier', z.infer<typeof ReceiveDossier>> = {
  verb: 'dossier.receive',
  on: 'dossier',
  during: ['absent', 'received', 'incomplete'],
  needs: (_, id) => [{ write: streamName('dossier', id) }],
  decide(given, id, { reminds: _, ...data }) {
    const state = given.state('dossier', id);
    const stream = streamName('dossier', id);
    const { no, from } = data;
    if (!state) return { facts: [record(stream, { type: 'DossierReceived', data })], made: stream };
    if (state.context.arrived.includes(from.receipt) || state.matches('answered')) return { facts: [] };
    if (state.matches('incomplete')) return { facts: [record(stream, { type: 'DossierReceived', data })] };
    const reminder = { no, receipt: from.receipt };
    return { facts: [record(stream, { type: 'DossierReminded', data: reminder })] };
  },
};
