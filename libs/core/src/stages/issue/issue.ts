import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Known, Need } from '../../decider.ts';
import { streamName } from '../../stream.ts';
import { sameText } from '../../text-ref.ts';
import type { Done, IssueContext, IssueFact } from './facts.ts';
import { hasCountersigned, isDone, NONE_ASKED, type Step } from './steps.ts';

const nothing: IssueContext = {
  case: '',
  stage: '',
  subject: 'manuscript',
  title: '',
  text: null,
  recipients: [],
  copiedTo: [],
  disclosure: null,
  copies: null,
  due: null,
  register: 'external',
  steps: NONE_ASKED,
  done: {},
  countersigned: [],
  number: null,
  reserved: null,
  editorial: null,
  voided: [],
  received: [],
};

const STEP_OF: { readonly [type in IssueFact['type']]?: Exclude<Step, 'countersign'> } = {
  IssueReviewed: 'review',
  IssueSigned: 'sign',
  IssueChecked: 'check',
  IssueNumbered: 'number',
  IssueSealed: 'seal',
  Issued: 'publish',
};

/** What older facts do not say is null. */
const doneBy = ({ data }: IssueFact): Done => ({
  text: 'text' in data ? data.text : null,
  post: 'post' in data ? data.post : null,
  by: 'by' in data ? data.by : null,
  on: 'on' in data ? data.on : null,
});

/** The fact is a step that was not done on this text before. */
const isFresh = (context: IssueContext, event: IssueFact): boolean => {
  const step = STEP_OF[event.type];
  return step !== undefined && !isDone(context, step);
};

/** Steps on paper come to be known in any order: every state but the first takes them. */
const aside = {
  IssueReviewed: { guard: 'fresh' as const, actions: 'did' as const },
  IssueCountersigned: { guard: 'uncountersigned' as const, actions: 'countersigned' as const },
  IssueChecked: { guard: 'fresh' as const, actions: 'did' as const },
  IssueSealed: { guard: 'fresh' as const, actions: 'did' as const },
};
const issuing = [
  { guard: 'nobodyToAsk' as const, target: 'received' as const, actions: 'did' as const },
  { target: 'issued' as const, actions: 'did' as const },
];
/** A number is kept for it, and given up. */
const numbering = {
  NumberReserved: { guard: 'unnumbered' as const, actions: 'reserved' as const },
  IssueNumberVoided: { guard: 'its' as const, actions: 'voided' as const },
};
/** Another text than before: what was done on it stands, and everything else is to be done again. */
const settled = [
  { guard: 'numberedAlready' as const, target: 'numbered' as const, actions: 'settled' as const },
  { guard: 'signedAlready' as const, target: 'signed' as const, actions: 'settled' as const },
  { guard: 'settles' as const, target: 'drafted' as const, actions: 'settled' as const },
];
const settling = {
  IssueTextRestored: settled,
  EditorialConfirmed: settled,
  EditorialProposed: { guard: 'edits' as const, actions: 'edited' as const },
  EditorialRejected: { guard: 'edited' as const, actions: 'unedited' as const },
};
/**
 * What was signed and numbered on paper and is recorded after it was issued; a number that was kept for nothing; 印发
 * anew, after another text had gone out.
 */
const afterwards = {
  IssueSigned: { guard: 'fresh' as const, actions: 'did' as const },
  IssueNumbered: { guard: 'unnumbered' as const, actions: ['did' as const, 'numbered' as const] },
  IssueNumberVoided: { guard: 'itsReserve' as const, actions: 'voided' as const },
  Issued: [
    { guard: 'freshToNobody' as const, target: 'received' as const, actions: 'reissued' as const },
    { guard: 'fresh' as const, target: 'issued' as const, actions: 'reissued' as const },
  ],
};

export const issueMachine = setup({
  types: { context: {} as IssueContext, events: {} as IssueFact },
  guards: {
    fresh: ({ context, event }) => isFresh(context, event),
    freshAndNumbered: ({ context, event }) => isFresh(context, event) && context.number !== null,
    settles: ({ context, event }) => settlesText(context, event),
    signedAlready: ({ context, event }) => settlesText(context, event) && signedOn(context, event),
    numberedAlready: ({ context, event }) =>
      settlesText(context, event) && signedOn(context, event) && context.number !== null,
    edits: ({ context, event }) =>
      event.type === 'EditorialProposed' &&
      context.editorial === null &&
      sameText(event.data.from, context.text),
    edited: ({ context }) => context.editorial !== null,
    unnumbered: ({ context, event }) =>
      context.number === null && (event.type !== 'NumberReserved' || context.reserved === null),
    its: ({ context, event }) =>
      event.type === 'IssueNumberVoided' && [context.number, context.reserved].includes(event.data.number),
    itsReserve: ({ context, event }) =>
      event.type === 'IssueNumberVoided' && context.reserved === event.data.number,
    uncountersigned: ({ context, event }) =>
      event.type === 'IssueCountersigned' && !hasCountersigned(context, event.data.department),
    freshToNobody: ({ context, event }) => isFresh(context, event) && context.recipients.length === 0,
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
    // 核稿 and 会签 saw another sheet.
    filled: assign(({ context: { done }, event }) => {
      if (event.type !== 'DraftFilledIn') return {};
      const { title, recipients, copiedTo, disclosure, copies } = event.data;
      const sheet = { title, recipients, copiedTo, disclosure, copies };
      return { ...sheet, done: without(done, 'review'), countersigned: [] };
    }),
    did: assign(({ context, event }) => {
      const step = STEP_OF[event.type];
      return step ? { done: { ...context.done, [step]: doneBy(event) } } : {};
    }),
    settled: assign(({ event }) => ('to' in event.data ? { text: event.data.to, editorial: null } : {})),
    edited: assign(({ event }) => (event.type === 'EditorialProposed' ? { editorial: event.data } : {})),
    unedited: assign({ editorial: null }),
    // 签收 was of another text.
    reissued: assign(({ context: { done }, event }) => ({
      done: { ...done, publish: doneBy(event) },
      received: [],
    })),
    countersigned: assign(({ context, event }) =>
      event.type === 'IssueCountersigned'
        ? {
            countersigned: [
              ...context.countersigned,
              { ...doneBy(event), department: event.data.department },
            ],
          }
        : {},
    ),
    reserved: assign(({ event }) => (event.type === 'NumberReserved' ? { reserved: event.data.number } : {})),
    numbered: assign(({ context: { reserved }, event }) =>
      event.type === 'IssueNumbered'
        ? { number: event.data.number, reserved: reserved === event.data.number ? null : reserved }
        : {},
    ),
    voided: assign(({ context, event }) =>
      event.type === 'IssueNumberVoided' ? withoutNumber(context, event.data) : {},
    ),
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
    drafted: {
      on: {
        ...aside,
        ...numbering,
        ...settling,
        DraftFilledIn: { actions: 'filled' },
        IssueSigned: [
          { guard: 'freshAndNumbered', target: 'numbered', actions: 'did' },
          { guard: 'fresh', target: 'signed', actions: 'did' },
        ],
        IssueNumbered: { guard: 'unnumbered', actions: ['did', 'numbered'] },
        Issued: issuing,
      },
    },
    signed: {
      on: {
        ...aside,
        ...numbering,
        ...settling,
        IssueNumbered: { target: 'numbered', actions: ['did', 'numbered'] },
        Issued: issuing,
      },
    },
    numbered: {
      on: {
        ...aside,
        ...settling,
        IssueNumberVoided: { guard: 'its', target: 'signed', actions: 'voided' },
        Issued: issuing,
      },
    },
    issued: {
      on: {
        ...aside,
        ...afterwards,
        ReceiptSigned: [
          { guard: 'last', target: 'received', actions: 'received' },
          { guard: 'expected', actions: 'received' },
        ],
      },
    },
    received: { on: { ...aside, ...afterwards } },
  },
});

/** The text of this issue becomes another one; what was edited is confirmed by another hand. */
function settlesText({ text, editorial }: IssueContext, event: IssueFact): boolean {
  if (event.type === 'IssueTextRestored') return !sameText(event.data.to, text);
  if (event.type !== 'EditorialConfirmed' || editorial === null) return false;
  return sameText(event.data.to, editorial.to) && event.data.by !== editorial.by;
}

/** Whether the text that it becomes was signed already. */
const signedOn = ({ done }: IssueContext, { data }: IssueFact): boolean =>
  'to' in data && sameText(done.sign?.text ?? null, data.to);

const without = (done: IssueContext['done'], step: Step): IssueContext['done'] =>
  Object.fromEntries(Object.entries(done).filter(([name]) => name !== step));

function withoutNumber(
  { done, voided, ...context }: IssueContext,
  { number, how }: { readonly number: string; readonly how: 'void' | 'mistyped' },
): Partial<IssueContext> {
  const kept = { voided: how === 'void' ? [...voided, number] : voided };
  return context.number === number
    ? { ...kept, number: null, done: without(done, 'number') }
    : { ...kept, reserved: null };
}

const isMissing = ({ recipients, received }: IssueContext, department: string): boolean =>
  recipients.includes(department) && !received.includes(department);

export type IssueState = SnapshotFrom<typeof issueMachine>;

/** Departments that have not signed for it. */
export const unreceived = ({ context }: IssueState): readonly string[] =>
  context.recipients.filter((department) => !context.received.includes(department));

/** The issue and, once it is known, its case. */
export const itsCase = (known: Known, id: string): readonly Need[] => {
  const state = known.state('issue', id);
  const name = streamName('issue', id);
  return state ? [{ write: name }, { read: streamName('case', state.context.case) }] : [{ write: name }];
};

export const standing = (state: IssueState | undefined) => ({ status: state?.value ?? 'absent' });
