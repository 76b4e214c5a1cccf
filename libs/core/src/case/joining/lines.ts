import { isTogether, type Definition, type Stage, type Together } from '../../procedure/definition.ts';
import type { Procedure } from '../../procedure/procedure.ts';

/** One stage that must be entered of a case that is taken over, and what must be entered of it. */
export interface JoiningLine {
  /** From 1, in the order in which they must be entered. */
  readonly no: number;
  readonly stage: string;
  readonly title: string;
  /** What stands for stages that run side by side; null for one that runs alone. */
  readonly beside: string | null;
  /** Every outcome with which the stage may have ended. */
  readonly outcomes: readonly string[];
  /** The one that leads to where the case is taken over. */
  readonly forward: string;
  /** Whether it left a text that must be given. */
  readonly leavesText: boolean;
  /** Whether it decided, so that the scan of its paper is looked for. */
  readonly decides: boolean;
}

type Step = Stage | Together;

/**
 * The stages that lie before a stage on the shortest way to it, in the order in which a case that is taken over there
 * must have them. Undefined for a stage that the procedure does not have, or that no way leads to.
 */
export function joiningLines(procedure: Procedure, stage: string): readonly JoiningLine[] | undefined {
  const way = wayTo(procedure.definition, stage);
  return way?.flatMap(passed).map(({ stage: { id, title, then }, forward, beside }, n) => {
    const { makesText, approving } = procedure.classing.meaning(id);
    return {
      no: n + 1,
      stage: id,
      title,
      beside,
      outcomes: Object.keys(then),
      forward,
      leavesText: makesText,
      decides: approving.length > 0,
    };
  });
}

interface Passed {
  readonly stage: Stage;
  readonly forward: string;
  readonly beside: string | null;
}

const passed = ({ step, outcome }: Gone): readonly Passed[] =>
  isTogether(step)
    ? step.together.map((stage) => ({ stage, forward: forwardIn(stage), beside: step.title }))
    : [{ stage: step, forward: outcome, beside: null }];

/** Inside a group every outcome leads out of it, but for another round. */
const forwardIn = ({ then }: Stage): string =>
  Object.entries(then).find(([, next]) => next !== 'again')?.[0] ?? '';

/** A step that was gone through, and the outcome that led on. */
interface Gone {
  readonly step: Step;
  readonly outcome: string;
}

function wayTo({ steps }: Definition, stage: string): readonly Gone[] | undefined {
  const [first] = steps;
  const target = steps.find((step) => hasStage(step, stage));
  if (!first || !target) return undefined;
  const ways: { readonly at: Step; readonly gone: readonly Gone[] }[] = [{ at: first, gone: [] }];
  const seen = new Set([first.id]);
  for (const { at, gone } of ways) {
    if (at === target) return gone;
    for (const [outcome, next] of onward(at)) {
      const step = steps.find(({ id }) => id === next);
      if (!step || seen.has(step.id)) continue;
      seen.add(step.id);
      ways.push({ at: step, gone: [...gone, { step: at, outcome }] });
    }
  }
  return undefined;
}

const hasStage = (step: Step, stage: string): boolean =>
  isTogether(step) ? step.together.some(({ id }) => id === stage) : step.id === stage;

const onward = (step: Step): readonly (readonly [outcome: string, next: string])[] =>
  isTogether(step) ? [['', step.then]] : Object.entries(step.then);
