import { assign, setup } from 'xstate';
import type { CaseContext, CaseFact, Subject } from '../case/case.ts';
import { sameText } from '../text-ref.ts';
import { isTogether, stagesOf, type Definition, type Stage } from './definition.ts';

/** What the compiler must know of a stage beyond its routes: the kind's answer for the stage's parameters. */
export interface StageMeaning {
  /** The text that the stage is about; a gate passes only on the current one. Null: no text. */
  readonly subject: Subject | null;
  /** Whether closing it gives the subject a new text (compiling, revising). */
  readonly makesText: boolean;
  /** Outcomes by which the stage approves its text; empty for stages that are no gates. */
  readonly approving: readonly string[];
  /** Whether an issue of the subject needs this gate on the same text. */
  readonly binds: boolean;
  /** Whether it issues its subject, and so asks for all binding gates. */
  readonly issues: boolean;
  /** Gates that an issue names as its own beside those that bind anyhow, so that one that was removed is noticed. */
  readonly gates?: readonly string[];
}

/** The meaning of a stage that is about no text and is no gate. */
export const NO_TEXT: StageMeaning = {
  subject: null,
  makesText: false,
  approving: [],
  binds: false,
  issues: false,
};

const nothing: CaseContext = {
  title: '',
  procedure: { id: '', version: 0, hash: '' },
  chapters: [],
  dates: {},
  authority: null,
  texts: { scheme: null, manuscript: null },
  entered: {},
  decided: {},
  open: [],
};

type Route = { readonly stage: string; readonly outcome: string };

const machineSetup = (meaning: (stage: string) => StageMeaning, gates: readonly string[]) =>
  setup({
    types: { context: {} as CaseContext, events: {} as CaseFact },
    guards: {
      enters: ({ event }, { stage }: { stage: string }) =>
        event.type === 'StageEntered' && event.data.stage === stage,
      closes: ({ context, event }, { stage, outcome }: Route) =>
        event.type === 'StageClosed' &&
        event.data.stage === stage &&
        event.data.outcome === outcome &&
        fitsText(context, event.data, meaning(stage), gatesOf(meaning(stage), meaning, gates)),
    },
    actions: {
      opened: assign(({ event }) => (event.type === 'CaseOpened' ? afterOpening(event.data) : {})),
      entered: assign(({ context, event }) =>
        event.type === 'StageEntered' ? afterEntering(context, event.data) : {},
      ),
      closed: assign(({ context, event }) =>
        event.type === 'StageClosed' ? afterClosing(context, event.data, meaning(event.data.stage)) : {},
      ),
    },
  });

const gatesOf = (means: StageMeaning, meaning: (stage: string) => StageMeaning, gates: readonly string[]) => [
  ...gates.filter((gate) => meaning(gate).subject === means.subject),
  ...(means.gates ?? []),
];

type Opened = Extract<CaseFact, { type: 'CaseOpened' }>['data'];
type Entered = Extract<CaseFact, { type: 'StageEntered' }>['data'];

const afterOpening = (opened: Opened): Partial<CaseContext> => ({
  ...opened,
  texts: { scheme: opened.scheme, manuscript: null },
});

const afterEntering = (
  context: CaseContext,
  { stage, round, due, streams }: Entered,
): Partial<CaseContext> => ({
  entered: { ...context.entered, [stage]: { round, due, streams } },
  open: [...context.open, stage],
});

type Closed = Extract<CaseFact, { type: 'StageClosed' }>['data'];

/** A gate decides the current text; an issue needs every binding gate on its text; a compiling stage brings a text. */
function fitsText(
  context: CaseContext,
  closed: Closed,
  means: StageMeaning,
  gates: readonly string[],
): boolean {
  if (means.subject === null) return true;
  if (means.makesText) return closed.text !== null;
  if (!sameText(closed.text, context.texts[means.subject])) return false;
  return !means.issues || gates.every((gate) => sameText(context.decided[gate]?.text, closed.text));
}

function afterClosing(context: CaseContext, closed: Closed, means: StageMeaning): Partial<CaseContext> {
  const approves = means.approving.length === 0 || means.approving.includes(closed.outcome);
  return {
    open: context.open.filter((stage) => stage !== closed.stage),
    decided: {
      ...context.decided,
      [closed.stage]: { round: closed.round, outcome: closed.outcome, text: approves ? closed.text : null },
    },
    ...(means.makesText && means.subject
      ? { texts: { ...context.texts, [means.subject]: closed.text } }
      : {}),
  };
}

/**
 * Compiles a procedure into the machine of its cases. One compiled machine serves every case of that version.
 *
 * Guards read the fact and the context alone and evaluate no rule again: mending a rule never changes an old case.
 */
export function caseMachine(definition: Definition, meaning: (stage: string) => StageMeaning) {
  const gates = stagesOf(definition).flatMap(({ id }) => (meaning(id).binds ? [id] : []));
  const first = definition.steps[0]?.id ?? 'end';
  const steps = definition.steps.map(
    (step) => [step.id, isTogether(step) ? group(step.together, step.then) : alone(step)] as const,
  );
  return machineSetup(meaning, gates).createMachine({
    id: 'case',
    context: nothing,
    initial: 'absent',
    states: {
      absent: { on: { CaseOpened: { target: `#case.${first}`, actions: 'opened' } } },
      ...Object.fromEntries(steps),
      end: { type: 'final' },
    },
  });
}

const waiting = (stage: Stage) => ({
  on: {
    StageEntered: {
      guard: { type: 'enters' as const, params: { stage: stage.id } },
      target: 'open',
      actions: 'entered' as const,
    },
  },
});

const closing = (stage: Stage, target: (next: string) => string) => ({
  on: {
    StageClosed: Object.entries(stage.then).map(([outcome, next]) => ({
      guard: { type: 'closes' as const, params: { stage: stage.id, outcome } },
      target: target(next),
      actions: 'closed' as const,
    })),
  },
});

const alone = (stage: Stage) => ({
  initial: 'waiting',
  states: {
    waiting: waiting(stage),
    open: closing(stage, (next) => `#case.${next === 'again' ? stage.id : next}`),
  },
});

const group = (stages: readonly Stage[], then: string) => ({
  type: 'parallel' as const,
  states: Object.fromEntries(
    stages.map((stage) => [
      stage.id,
      {
        initial: 'waiting',
        states: {
          waiting: waiting(stage),
          open: closing(stage, (next) => (next === 'again' ? 'waiting' : 'done')),
          done: { type: 'final' as const },
        },
      },
    ]),
  ),
  onDone: { target: `#case.${then}` },
});
