import { assign, setup } from 'xstate';
import { decidedOn, exemptedFor, type CaseContext, type CaseFact, type Subject } from '../case/case.ts';
import { clocked } from '../case/pause.ts';
import { sideGuards, sideSteps, sideTransitions } from '../case/side-steps.ts';
import { sameText, type TextRef } from '../text-ref.ts';
import { bindingOf, isClassed, mayClass, type Classing } from './classing.ts';
import { isTogether, type Definition, type Stage } from './definition.ts';

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
  /** Outcomes by which the stage may only end when it was exempted (经批准例外) for its current text. */
  readonly exempting?: readonly string[];
  /** Outcomes by which it approves its text provided that it is changed (修改后同意): of that text nothing is approved. */
  readonly provided?: readonly string[];
  /** Whether it ends with the class of its change, which says what decisions stand for the new text. */
  readonly amends?: true;
  /** An earlier gate of the same body that its approval renews: what it decides, that gate has decided. */
  readonly renews?: string;
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
  joined: null,
  classed: null,
  open: [],
  meetings: {},
  conditions: [],
  holds: [],
  exemptions: {},
};

type Route = { readonly stage: string; readonly outcome: string };

const machineSetup = (classing: Classing) =>
  setup({
    types: { context: {} as CaseContext, events: {} as CaseFact },
    guards: {
      enters: ({ event }, { stage }: { stage: string }) =>
        event.type === 'StageEntered' && event.data.stage === stage,
      closes: ({ context, event }, { stage, outcome }: Route) =>
        event.type === 'StageClosed' &&
        event.data.stage === stage &&
        event.data.outcome === outcome &&
        fitsText(context, event.data, classing),
      classes: ({ context, event }) =>
        event.type === 'ChangeClassed' && mayClass(context, event.data, classing),
      ...sideGuards,
    },
    actions: {
      opened: assign(({ event }) => (event.type === 'CaseOpened' ? afterOpening(event.data) : {})),
      entered: assign(({ context, event }) =>
        event.type === 'StageEntered' ? afterEntering(context, event.data) : {},
      ),
      closed: assign(({ context, event }) =>
        event.type === 'StageClosed' ? afterClosing(context, event.data, classing) : {},
      ),
      aside: assign(({ context, event }) => sideSteps(context, event)),
      clocked: assign(({ context, event }) => clocked(context, event)),
    },
  });

type Opened = Extract<CaseFact, { type: 'CaseOpened' }>['data'];
type Entered = Extract<CaseFact, { type: 'StageEntered' }>['data'];

const afterOpening = (opened: Opened): Partial<CaseContext> => ({
  ...opened,
  texts: { scheme: opened.scheme, manuscript: null },
  joined: opened.joined ? { ...opened.joined, confirmed: false } : null,
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
function fitsText(context: CaseContext, closed: Closed, classing: Classing): boolean {
  const means = classing.meaning(closed.stage);
  const { subject } = means;
  if (subject === null) return true;
  if (means.amends) return isClassed(context, closed, subject);
  if (means.makesText) return closed.text !== null;
  return sameText(closed.text, context.texts[subject]) && mayEnd(context, closed, classing, subject);
}

/** Of the current text: an exempting outcome needs its exemption, an issue every gate. */
function mayEnd(
  context: CaseContext,
  { stage, outcome, text }: Closed,
  classing: Classing,
  of: Subject,
): boolean {
  const { exempting, issues, gates = [] } = classing.meaning(stage);
  if (exempting?.includes(outcome)) return exemptedFor(context, stage, text);
  return !issues || [...bindingOf(classing, of), ...gates].every((gate) => decidedOn(context, gate, text));
}

type Decided = CaseContext['decided'];

/** 修改后同意. */
const onCondition = (
  { outcome, text }: Closed,
  { provided }: StageMeaning,
): { readonly provided?: TextRef } => (text && provided?.includes(outcome) ? { provided: text } : {});

/** What the stage has decided, and what it has renewed with it. */
function decidedBy(closed: Closed, means: StageMeaning): Decided {
  const { approving, renews } = means;
  const { stage, round, outcome, text, before } = closed;
  const approves = approving.length === 0 || approving.includes(outcome);
  return {
    ...(renews && approves ? { [renews]: { round, outcome, text } } : {}),
    [stage]: {
      round,
      outcome,
      text: approves ? text : null,
      ...onCondition(closed, means),
      ...(before ? { before } : {}),
    },
  };
}

function afterClosing(context: CaseContext, closed: Closed, { meaning }: Classing): Partial<CaseContext> {
  const means = meaning(closed.stage);
  return {
    open: context.open.filter((stage) => stage !== closed.stage),
    decided: { ...context.decided, ...decidedBy(closed, means) },
    classed: null,
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
export function caseMachine(definition: Definition, classing: Classing) {
  const first = definition.steps[0]?.id ?? 'end';
  const steps = definition.steps.map(
    (step) => [step.id, isTogether(step) ? group(step.together, step.then) : alone(step)] as const,
  );
  return machineSetup(classing).createMachine({
    id: 'case',
    context: nothing,
    initial: 'absent',
    on: sideTransitions,
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
