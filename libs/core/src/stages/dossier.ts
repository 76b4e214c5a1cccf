import { assign, setup, type SnapshotFrom } from 'xstate';
import { z } from 'zod';
import { record, refuse, type Command } from '../decider.ts';
import { effects } from '../effects.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import type { Rows } from '../rows.ts';
import { streamName, type Fact } from '../stream.ts';
import { TextRef } from '../text-ref.ts';
import type { Enclosure, FilingOutcome, Letter } from './file/filing.ts';
import { Enclosures } from './file/send.ts';

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
      { from: Sender; title: string; text: TextRef; letter: Letter; manifest: readonly Enclosure[] }
    >
  | Fact<'DossierAnswered', { outcome: FilingOutcome; number: string; letter: TextRef | null }>;

interface Context {
  readonly from: Sender;
  readonly title: string;
  readonly letter: Letter;
  readonly text: TextRef | null;
  readonly outcome: FilingOutcome | null;
}

const nothing: Context = {
  from: { institution: '', name: '', filing: '', receipt: '' },
  title: '',
  letter: '请示',
  text: null,
  outcome: null,
};

export const dossierMachine = setup({
  types: { context: {} as Context, events: {} as DossierFact },
  actions: {
    ...effects,
    received: assign(({ event }) =>
      event.type === 'DossierReceived'
        ? { from: event.data.from, title: event.data.title, letter: event.data.letter, text: event.data.text }
        : {},
    ),
    answered: assign(({ event }) =>
      event.type === 'DossierAnswered' ? { outcome: event.data.outcome } : {},
    ),
  },
}).createMachine({
  id: 'dossier',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { DossierReceived: { target: 'received', actions: 'received' } } },
    received: {
      on: {
        DossierAnswered: {
          target: 'answered',
          actions: [
            'answered',
            {
              type: 'send',
              params: ({ context, event: { data } }) => ({
                task: 'deliver-answer',
                payload: {
                  to: context.from.institution,
                  filing: context.from.filing,
                  outcome: data.outcome,
                  number: data.number,
                  letter: data.letter && { ...data.letter },
                },
              }),
            },
          ],
        },
      },
    },
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
  })
  .meta({ id: 'ReceiveDossier', description: '收文 · receives a filing of another institution' });

/** 收文. Arriving twice changes nothing. */
export const receiveDossier: Command<'dossier', z.infer<typeof ReceiveDossier>> = {
  verb: 'dossier.receive',
  on: 'dossier',
  during: ['absent'],
  needs: (_, id) => [{ write: streamName('dossier', id) }],
  decide(given, id, data) {
    if (given.state('dossier', id)) return { facts: [] };
    const stream = streamName('dossier', id);
    return { facts: [record(stream, { type: 'DossierReceived', data })], made: stream };
  },
};

export const AnswerDossier = z
  .strictObject({
    outcome: z
      .enum(['approved', 'recorded', 'returned'])
      .meta({ description: '审议同意、予以备案、退回补正 · the answer' }),
    number: z.string().trim().min(1).max(60).meta({ description: '发文字号 · number of the answer' }),
    letter: TextRef.nullable().meta({ description: '批复（复函）文本 · the letter' }),
  })
  .meta({ id: 'AnswerDossier', description: '答复报送单位 · answers a filing' });

/** 答复: 请示 is approved or returned, 报告 is put on record or returned. @source 党政机关公文处理工作条例 §8 */
export const answerDossier: Command<'dossier', z.infer<typeof AnswerDossier>> = {
  verb: 'dossier.answer',
  on: 'dossier',
  during: ['received'],
  needs: (_, id, { letter }) => [{ write: streamName('dossier', id) }, ...(letter ? [{ text: letter }] : [])],
  decide(given, id, { outcome, number, letter }) {
    const state = given.state('dossier', id);
    if (!state?.matches('received'))
      return refuse(
        notNow('dossier.received', '尚未收文，或已答复', 'There is nothing to answer', {
          status: state?.value ?? 'absent',
        }),
      );
    const refusal = unasked(state.context.letter, outcome);
    if (refusal) return refuse(refusal);
    if (letter && !given.has(letter))
      return refuse(
        notNow('text.known', '未找到批复文本，请重新上传', 'The letter is not known here; upload it first', {
          hash: letter.hash,
        }),
      );
    const data = { outcome, number, letter };
    return { facts: [record(streamName('dossier', id), { type: 'DossierAnswered', data })] };
  },
};

function unasked(letter: Letter, outcome: FilingOutcome): Refusal | null {
  if (outcome === 'returned' || (letter === '请示') === (outcome === 'approved')) return null;
  return against(
    'dossier.outcome',
    letter === '请示' ? '请示应当批复同意或者退回' : '报告予以备案或者退回，不作批复',
    letter === '请示' ? '请示 is approved or returned' : '报告 is put on record or returned',
    { letter, outcome },
  );
}
