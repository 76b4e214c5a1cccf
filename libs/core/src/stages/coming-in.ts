import type { Grace } from '../deadlines/grace.ts';

/** What a fact may say of when a department plan or a chapter is due, and put before its lead. */
interface Dates {
  readonly due?: string | null;
  readonly grace?: Grace | null;
  readonly escalate?: string | null;
}

interface Told {
  readonly data: object;
}

/** The moment that the clock waits for: the end of the date, or of its grace; empty where a fact has none. */
export function dueOf({ data }: Told): string {
  const { due, grace }: Dates = data;
  return grace?.until ?? due ?? '';
}

/** When it is put before its lead; empty where a fact does not say. */
export function escalateOf({ data }: Told): string {
  const { escalate }: Dates = data;
  return escalate ?? '';
}

/** The two moments that the clock is told of. */
export const clockOf = (kind: 'contribution' | 'chapter') => ({
  deadline: {
    type: 'deadline' as const,
    params: ({ event }: { readonly event: Told }) => ({
      name: 'due',
      due: dueOf(event),
      verb: `${kind}.fall-due`,
    }),
  },
  escalation: {
    type: 'deadline' as const,
    params: ({ event }: { readonly event: Told }) => ({
      name: 'escalate',
      due: escalateOf(event),
      verb: `${kind}.escalate`,
    }),
  },
});

type Clock = ReturnType<typeof clockOf>;

/** It came, or is asked for no more: the clock waits for neither. */
export const settled = [
  { type: 'settle' as const, params: { name: 'due' } },
  { type: 'settle' as const, params: { name: 'escalate' } },
];

/** 撤回: its date stands again, or, when it has passed, its escalation. */
export const takenBack = ({ deadline, escalation }: Clock) => [
  { guard: 'escalates' as const, target: 'open', actions: ['withdrawn' as const, escalation] },
  { guard: 'dated' as const, target: 'open', actions: ['withdrawn' as const, deadline] },
  { target: 'open', actions: 'withdrawn' as const },
];

/** What is left with a 报送码 holds its escalation, and lets it go again. */
export function deposits({ escalation }: Pick<Clock, 'escalation'>) {
  const held = [
    { guard: 'escalates' as const, actions: ['left' as const, escalation] },
    { actions: 'left' as const },
  ];
  return { DepositLeft: held, DepositSettled: held };
}

/** What becomes of its original. @param toRead what the worker is sent once the revisions are chosen */
export const reads = <Send>(toRead: Send) => ({
  TextRead: { actions: 'read' as const },
  RevisionsFound: { actions: 'read' as const },
  RevisionsChosen: { actions: ['read' as const, toRead] },
  TextNotRead: { actions: 'read' as const },
  ImportChecked: { actions: 'read' as const },
  TextConfirmed: { actions: 'read' as const },
});
