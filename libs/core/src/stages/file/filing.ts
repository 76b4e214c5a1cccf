import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Subject } from '../../case/case.ts';
import type { Known, Need } from '../../decider.ts';
import { effects } from '../../effects.ts';
import type { Notice } from '../../refusal.ts';
import type { Rows } from '../../rows.ts';
import { streamName, type Fact } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';

/** approved 审议同意（批准）· recorded 予以备案 · returned 退回补正 */
export type FilingOutcome = 'approved' | 'recorded' | 'returned';
/** 请示 asks for an answer, 报告 does not. */
export type Letter = '请示' | '报告';
/** approve 审批（审议同意）· record 备案 */
export type FilingMode = 'approve' | 'record';

/** A paper of the package (报送材料清单). */
export interface Enclosure {
  readonly title: string;
  readonly text: TextRef;
}

/** Sending a text to the authority, here or on paper. Names are permanent. */
export type FilingFact =
  | Fact<
      'FilingPrepared',
      {
        case: string;
        stage: string;
        subject: Subject;
        title: string;
        mode: FilingMode;
        authority: string | null;
        due: string | null;
      }
    >
  | Fact<
      'FilingSent',
      {
        case: string;
        stage: string;
        text: TextRef;
        letter: Letter;
        manifest: readonly Enclosure[];
        authority: string | null;
        party: 'system' | 'paper';
      }
    >
  | Fact<
      'AnswerReceived',
      {
        outcome: FilingOutcome;
        number: string;
        /** The day on the letter, where the office entered it from paper. */
        on: string | null;
        letter: TextRef | null;
        text: TextRef;
        party: 'system' | 'paper';
        /** The authority's stream and the receipt of its answer; null on paper. */
        dossier: string | null;
        receipt: string | null;
        /** What did not fit, as it was shown. */
        notices: Notice[];
      }
    >;

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
  readonly answer: { readonly outcome: FilingOutcome; readonly number: string } | null;
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
  answer: null,
};

export const filingMachine = setup({
  types: { context: {} as Context, events: {} as FilingFact },
  actions: {
    ...effects,
    prepared: assign(({ event }) => (event.type === 'FilingPrepared' ? event.data : {})),
    sent: assign(({ event }) => (event.type === 'FilingSent' ? { text: event.data.text } : {})),
    answered: assign(({ event }) =>
      event.type === 'AnswerReceived'
        ? { answer: { outcome: event.data.outcome, number: event.data.number } }
        : {},
    ),
  },
  guards: { here: ({ event }) => event.type === 'FilingSent' && event.data.authority !== null },
}).createMachine({
  id: 'filing',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { FilingPrepared: { target: 'prepared', actions: 'prepared' } } },
    prepared: {
      on: {
        FilingSent: [
          {
            guard: 'here',
            target: 'sent',
            actions: [
              'sent',
              {
                type: 'send',
                // The sender (institution, stream, receipt) is the job's own origin and is added where the job is made.
                params: ({ context, event: { data } }) => ({
                  task: 'deliver-filing',
                  payload: {
                    to: data.authority,
                    title: context.title,
                    text: { ...data.text },
                    letter: data.letter,
                    manifest: data.manifest.map(({ title, text }) => ({ title, text: { ...text } })),
                  },
                }),
              },
            ],
          },
          { target: 'sent', actions: 'sent' },
        ],
      },
    },
    sent: { on: { AnswerReceived: { target: 'answered', actions: 'answered' } } },
    answered: { type: 'final' },
  },
});

export type FilingState = SnapshotFrom<typeof filingMachine>;

export function filingRows(id: string, { value, context }: FilingState): Rows {
  const { stage, due, title, authority } = context;
  const owed = { case: context.case, due, holder: 'office' };
  return {
    item: {
      kind: 'filing',
      id,
      case: context.case,
      stage,
      status: value,
      label: title,
      department: null,
      due,
      no: null,
    },
    obligations: [
      ...(value === 'prepared' ? [{ ...owed, name: 'send', verb: 'filing.send' }] : []),
      ...(value === 'sent' && authority === null
        ? [{ ...owed, name: 'enter-answer', verb: 'filing.enter-answer' }]
        : []),
    ],
  };
}

/** The filing and, once it is known, its case. */
export const itsCase = (known: Known, id: string): readonly Need[] => {
  const state = known.state('filing', id);
  const name = streamName('filing', id);
  return state ? [{ write: name }, { read: streamName('case', state.context.case) }] : [{ write: name }];
};
