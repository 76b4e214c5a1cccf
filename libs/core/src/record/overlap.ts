import type { CaseState } from '../case/case.ts';
import type { Given } from '../decider.ts';
import type { Breach, Elsewhere } from '../elsewhere.ts';
import { dayOf } from '../calendar.ts';
import { stageOf } from '../procedure/definition.ts';
import { weighBreach } from '../procedure/effects.ts';
import { against } from '../refusal.ts';
import { parseStream, type StreamName } from '../stream.ts';

/** What decides or carries out: what departments hand in early overlaps nothing. */
const IN_ORDER: ReadonlySet<string> = new Set(['meeting', 'filing', 'issue', 'sitting', 'mandate']);

interface Done {
  readonly case: string;
  readonly stage: string | null;
  readonly about: StreamName;
  readonly elsewhere: Elsewhere;
}

/**
 * 环节重叠: what is recorded is said to have happened on a day before its stage was entered, while the one before it was
 * still under way. The stage at which a case was taken over was entered late by nobody's fault.
 */
export function overlapping(
  given: Given,
  { case: caseId, stage, about, elsewhere }: Done,
): readonly Breach[] {
  if (stage === null || !IN_ORDER.has(parseStream(about).kind)) return [];
  const state = given.state('case', caseId);
  const entered = state && enteredOn(state, stage);
  const happened = dayOn(elsewhere);
  if (!state || !entered || happened >= entered) return [];
  const { definition } = given.procedure(state.context.procedure.hash);
  return weighBreach(
    stageOf(definition, stage),
    against(
      'case.overlap',
      `所称办理日期${happened}早于本环节开始之日${entered}，与上一环节重叠`,
      `It is said to have happened on ${happened}, before this stage began on ${entered}`,
      { stage, happened, entered },
    ),
  );
}

/** The Beijing day on which a stage was entered here; nothing where the case was taken over at it. */
function enteredOn({ context: { entered, joined } }: CaseState, stage: string): string | undefined {
  const { on, round } = entered[stage] ?? {};
  return joined?.stage === stage && round === 1 ? undefined : on;
}

/** The Beijing day of a claim. */
const dayOn = (elsewhere: Elsewhere): string =>
  elsewhere.happened.length > 10 ? dayOf(elsewhere.happened) : elsewhere.happened;
