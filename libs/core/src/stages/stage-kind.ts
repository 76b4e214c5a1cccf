import type { z } from 'zod';
import type { Given, Known, Need, Recorded } from '../decider.ts';
import type { DueStep } from '../deadlines/due-step.ts';
import type { Notice, Refusal } from '../refusal.ts';
import type { TextRef } from '../text-ref.ts';
import type { CaseFact, CaseState } from '../case/case.ts';
import type { StageMeaning } from '../procedure/compile.ts';
import type { Definition, Stage } from '../procedure/definition.ts';

/** A stage that is about to open: what its content streams are made from. */
export interface Entering {
  readonly given: Given;
  readonly caseId: string;
  /** The state of the case in which the stage opens, already without the stage before. */
  readonly case: CaseState;
  readonly stage: Stage;
  /** From 1; grows when a gate sends the case back. */
  readonly round: number;
  /** Law time by which it should be done, or null. */
  readonly due: string | null;
  /** How that was counted; none where somebody has set it. */
  readonly why: readonly DueStep[];
}

/** How a stage ends: a named outcome of its kind, the text that it leaves behind or decided, what only shows. */
export interface Leaving {
  readonly outcome: string;
  readonly text: TextRef | null;
  readonly notices: readonly Notice[];
  /** Facts of the case that come just before it ends, and that its end rests on. */
  readonly first?: readonly CaseFact[];
  /** Numbers of the decision, for gates. */
  readonly sum?: { readonly [key: string]: string | number | boolean };
}

/**
 * A kind of stage. A procedure only sets its parameters; a new version of a kind is a new kind (`collect@2`), so that
 * an old case never changes its meaning.
 */
export interface StageKind<P> {
  readonly kind: `${string}@${number}`;
  /** What a procedure may set, with every default written out. */
  readonly params: z.ZodType<P>;
  /** The outcomes that a procedure must route. */
  readonly outcomes: readonly string[];
  /** Outcomes that the procedure itself names, beside those: it must route them, too. */
  outcomesIn?(definition: Definition): readonly string[];
  /** Outcomes that a procedure may route; where it does not, the stage cannot end so. */
  readonly routable?: readonly string[];
  /** What the case's machine must know of a stage with these parameters. */
  meaning(params: P): StageMeaning;
  /** Streams that must be known before `enter` is asked (beyond the case and the org). */
  enterNeeds?(known: Known, caseId: string, stage: Stage): readonly Need[];
  /** The first facts of the content streams. Their names go into StageEntered. */
  enter(entering: Entering, params: P): readonly Recorded[];
  /** Who must make its first content stream by hand, where `enter` makes none (calling a meeting). */
  owed?(params: P): readonly { readonly holder: string; readonly verb: string }[];
  /** Streams that `leave` reads. Absent: the stage is only left by a command of its own streams. */
  leaveNeeds?(known: Known, caseId: string, stage: Stage): readonly Need[];
  /** Whether the stage may end now, asked by `case.advance`. */
  leave?(given: Given, caseId: string, stage: Stage, params: P): Leaving | { readonly refusal: Refusal };
}
