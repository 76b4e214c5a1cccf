import { assign, setup, type SnapshotFrom } from 'xstate';
import { effects } from '../../effects.ts';
import { sameText } from '../../text-ref.ts';
import type { MandateContext, MandateFact } from './facts.ts';

const nothing: MandateContext = {
  case: '',
  gate: '',
  meeting: 'meeting/',
  bodyKey: '',
  subject: 'manuscript',
  text: { scheme: 'blob-sha256@1', hash: '' },
  points: [],
  drafter: { post: '' },
  approver: '',
  due: '',
  presider: null,
  stage: '',
  round: 0,
  draft: null,
  approvedBy: null,
  raised: false,
};

const ends = {
  MandateReferred: { target: 'referred', actions: { type: 'settle' as const, params: { name: 'due' } } },
  MandateLapsed: { target: 'lapsed', actions: { type: 'settle' as const, params: { name: 'due' } } },
  MandateEscalated: { actions: 'raised' as const },
} as const;
const drafts = {
  MandateDrafted: { guard: 'fromDecided' as const, target: 'drafted', actions: 'drafted' as const },
};

export const mandateMachine = setup({
  types: { context: {} as MandateContext, events: {} as MandateFact },
  guards: {
    fromDecided: ({ context, event }) =>
      event.type === 'MandateDrafted' && sameText(event.data.from, context.text),
    ofDraft: ({ context, event }) =>
      event.type === 'MandateApproved' && sameText(event.data.to, context.draft?.to ?? null),
  },
  actions: {
    ...effects,
    proposed: assign(({ event }) => (event.type === 'MandateProposed' ? { ...event.data } : {})),
    given: assign(({ event }) =>
      event.type === 'MandateGiven' ? { stage: event.data.stage, round: event.data.round } : {},
    ),
    drafted: assign(({ context, event }) => {
      if (event.type !== 'MandateDrafted') return {};
      const { to, label, rows, outside, by } = event.data;
      const hands = [...new Set([...(context.draft?.hands ?? []), by])];
      return { draft: { to, label, rows, outside, hands } };
    }),
    approved: assign(({ event }) =>
      event.type === 'MandateApproved' ? { approvedBy: event.data.post } : {},
    ),
    raised: assign({ raised: true }),
  },
}).createMachine({
  id: 'mandate',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { MandateProposed: { target: 'pending', actions: 'proposed' } } },
    /** Stated, and not declared yet: it lets nobody change anything. */
    pending: {
      on: {
        MandateGiven: {
          target: 'drafting',
          actions: [
            'given',
            {
              type: 'deadline',
              params: ({ event }) => ({
                name: 'due',
                due: event.data.escalate,
                verb: 'mandate.escalate',
              }),
            },
          ],
        },
      },
    },
    drafting: { on: { ...drafts, ...ends } },
    drafted: {
      on: {
        ...drafts,
        ...ends,
        MandateReturned: 'drafting',
        MandateApproved: {
          guard: 'ofDraft',
          target: 'approved',
          actions: ['approved', { type: 'settle', params: { name: 'due' } }],
        },
      },
    },
    approved: { type: 'final' },
    referred: { type: 'final' },
    lapsed: { type: 'final' },
  },
});

export type MandateState = SnapshotFrom<typeof mandateMachine>;
