import { assign, setup } from 'xstate';
import { decidedOn, exemptedFor, type CaseContext, type CaseFact, type Subject } from '../case/case.ts';
import { clocked } from '../case/pause.ts';
import { sideGuards, sideSteps, sideTransitions } from '../case/side-steps.ts';
import { sameText } from '../text-ref.ts';
import { bindingOf, isClassed, mayClass, type Classing } from './classing.ts';
import { startOfDay } from '../calendar.ts';
import { effects } from '../effects.ts';
import { isTogether, stagesOf, type Definition, type Stage } from './definition.ts';
import { afterClosing } from './closing.ts';
import { afterFalling, mayReconsider, REFUSED } from './reconsidering.ts';

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
  /**
   * 授权修改: the gate under whose mandate it changes the text, and the earlier ones whose decisions stand with that
   * gate's for what it approves.
   */
  readonly mandated?: { readonly gate: string; readonly keeps: readonly string[] };
  /** Whether a body decides it at its meetings, and nothing else is made for it. */
  readonly decidedBy?: 'meeting';
  /** 印发预检 by the clock: on how many last working days before its planned day. */
  readonly prechecks?: number;
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
  mandates: {},
  holds: [],
  planned: {},
  moved: null,
  excused: [],
  exemptions: {},
  urged: {},
};

type Route = { readonly stage: string; readonly outcome: string };

const machineSetup = (classing: Classing, watched: readonly Subject[]) =>
  setup({
    types: { context: {} as CaseContext, events: {} as CaseFact },
    guards: {
      enters: ({ event }, { stage }: { stage: string }) =>
        event.type === 'StageEntered' && event.data.stage === stage,
      entersWatched: ({ context, event }, { stage }: { stage: string }) =>
        entersAt(event, stage) && watched.some((subject) => hasGateBehind(context, classing, subject)),
      closes: ({ context, event }, route: Route) => closesSo(context, event, route, classing),
      classes: ({ context, event }) =>
        event.type === 'ChangeClassed' && mayClass(context, event.data, classing),
      falls: ({ context, event }, { stage }: { stage: string }) =>
        event.type === 'GateReconsidered' &&
        event.data.stage === stage &&
        event.data.effect === 'fallen' &&
        mayReconsider(context, stage, classing),
      confirms: ({ context, event }) =>
        event.type === 'GateReconsidered' &&
        event.data.effect === 'confirmed' &&
        mayReconsider(context, event.data.stage, classing),
      ...sideGuards,
    },
    actions: {
      ...effects,
      opened: assign(({ event }) => (event.type === 'CaseOpened' ? afterOpening(event.data) : {})),
      entered: assign(({ context, event }) =>
        event.type === 'StageEntered' ? afterEntering(context, event.data) : {},
      ),
      closed: assign(({ context, event }) =>
        event.type === 'StageClosed' ? afterClosing(context, event.data, classing) : {},
      ),
      fallen: assign(({ context, event }) =>
        event.type === 'GateReconsidered' ? afterFalling(context, event.data) : {},
      ),
      aside: assign(({ context, event }) => sideSteps(context, event)),
      clocked: assign(({ context, event }) => clocked(context, event)),
    },
  });

/** The stage ends with this outcome, on a text that it may end on. */
const closesSo = (
  context: CaseContext,
  event: CaseFact,
  { stage, outcome }: Route,
  classing: Classing,
): boolean =>
  event.type === 'StageClosed' &&
  event.data.stage === stage &&
  event.data.outcome === outcome &&
  fitsText(context, event.data, classing);

/** The stage is entered on a day that the fact says. */
const entersAt = (event: CaseFact, stage: string): boolean =>
  event.type === 'StageEntered' && event.data.stage === stage && event.data.on !== undefined;

/** Whether a binding gate has decided the text as it is now: what is prechecked is so after each of them. */
const hasGateBehind = ({ decided, texts }: CaseContext, classing: Classing, subject: Subject): boolean =>
  bindingOf(classing, subject).some((gate) => sameText(decided[gate]?.text, texts[subject]));

type Opened = Extract<CaseFact, { type: 'CaseOpened' }>['data'];
type Entered = Extract<CaseFact, { type: 'StageEntered' }>['data'];

const afterOpening = (opened: Opened): Partial<CaseContext> => ({
  ...opened,
  texts: { scheme: opened.scheme, manuscript: null },
  joined: opened.joined ? { ...opened.joined, confirmed: false } : null,
});

const afterEntering = (
  context: CaseContext,
  { stage, round, due, streams, on, why }: Entered,
): Partial<CaseContext> => ({
  entered: {
    ...context.entered,
    [stage]: {
      round,
      due,
      streams,
      ...(on === undefined ? {} : { on }),
      ...(why === undefined ? {} : { why }),
    },
  },
  open: [...context.open, stage],
});

type Closed = Extract<CaseFact, { type: 'StageClosed' }>['data'];

/** A gate decides the current text; an issue needs every binding gate on its text; a compiling stage brings a text. */
function fitsText(context: CaseContext, closed: Closed, classing: Classing): boolean {
  const means = classing.meaning(closed.stage);
  const { subject } = means;
  if (subject === null) return true;
  if (means.amends) return isClassed(context, closed, subject);
  if (means.makesText) return closed.text !== null && !unchanged(context, closed, means);
  return sameText(closed.text, context.texts[subject]) && mayEnd(context, closed, classing, subject);
}

/** Under a mandate a change is approved, never the text as it was: that was agreed to in principle alone. */
const unchanged = (
  { texts }: CaseContext,
  { outcome, text }: Closed,
  { mandated, approving, subject }: StageMeaning,
): boolean =>
  mandated !== undefined && subject !== null && approving.includes(outcome) && sameText(text, texts[subject]);

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
  const watched = stagesOf(definition).flatMap(({ id }) => {
    const { prechecks, subject } = classing.meaning(id);
    return prechecks !== undefined && subject ? [subject] : [];
  });
  return machineSetup(classing, watched).createMachine({
    id: 'case',
    context: nothing,
    initial: 'absent',
    on: { ...sideTransitions, GateReconsidered: reconsidering(definition, classing) },
    states: {
      absent: { on: { CaseOpened: { target: `#case.${first}`, actions: 'opened' } } },
      ...Object.fromEntries(steps),
      end: { type: 'final' },
    },
  });
}

/** 复议: confirmed, nothing moves; fallen, the case goes where the gate's no leads, wherever it stands. */
const reconsidering = ({ steps }: Definition, { meaning }: Classing) => [
  ...steps.flatMap((step) => {
    const next = isTogether(step) ? undefined : step.then[REFUSED];
    if (next === undefined || next === 'end' || !meaning(step.id).binds) return [];
    const target = `#case.${next === 'again' ? step.id : next}`;
    const guard = { type: 'falls' as const, params: { stage: step.id } };
    return [{ guard, target, actions: 'fallen' as const }];
  }),
  { guard: 'confirms' as const, actions: 'aside' as const },
];

const waiting = (stage: Stage) => ({
  on: {
    StageEntered: [
      {
        guard: { type: 'entersWatched' as const, params: { stage: stage.id } },
        target: 'open',
        actions: ['entered' as const, prechecked()],
      },
      {
        guard: { type: 'enters' as const, params: { stage: stage.id } },
        target: 'open',
        actions: 'entered' as const,
      },
    ],
  },
});

/** 印发预检 is due at once: the clock makes it in the stream of that name, which bears the id of the case. */
function prechecked() {
  return {
    type: 'deadline' as const,
    params: ({ event }: { event: CaseFact }) => ({
      name: event.type === 'StageEntered' ? `precheck-${event.data.stage}-${event.data.round}` : '',
      due: event.type === 'StageEntered' ? startOfDay(event.data.on ?? '') : '',
      verb: 'precheck.make',
    }),
  };
}

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
