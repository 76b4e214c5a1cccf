import { decidedOn, type CaseContext, type CaseFact, type Subject } from '../case/case.ts';
import type { StreamName } from '../stream.ts';
import { sameText } from '../text-ref.ts';
import { bindingOf, type Classing } from './classing.ts';

/** The outcome by which a body says no. */
export const REFUSED = 'not-passed';

/**
 * Whether a gate may be reconsidered (复议): it has approved the text as it is now, and so has every earlier one that
 * decided; the case stands at stages that bodies decide, the gate's own not among them; nothing of the subject was issued.
 */
export function mayReconsider(context: CaseContext, gate: string, classing: Classing): boolean {
  const { subject, binds } = classing.meaning(gate);
  if (!subject || !binds || context.open.length === 0) return false;
  const { open, decided, texts } = context;
  const before = open.every((stage) => stage !== gate && isBodys(classing, stage));
  const issued = Object.keys(decided).some((stage) => {
    const means = classing.meaning(stage);
    return means.issues && means.subject === subject;
  });
  const approved = sameText(decided[gate]?.text, texts[subject]);
  return before && !issued && approved && earlierStand(context, gate, classing, subject);
}

/** Whether the way on from the gate leads past none of the earlier ones that has yet to decide this text. */
function earlierStand(context: CaseContext, gate: string, classing: Classing, of: Subject): boolean {
  const gates = bindingOf(classing, of);
  return gates
    .slice(0, gates.indexOf(gate))
    .every((earlier) => !context.decided[earlier] || decidedOn(context, earlier, context.texts[of]));
}

/** Whether a body decides the stage: nothing but meetings is called for it, and those lapse when it is left. */
const isBodys = ({ meaning }: Classing, stage: string): boolean => meaning(stage).decidedBy === 'meeting';

type Reconsidered = Extract<CaseFact, { type: 'GateReconsidered' }>['data'];

/** What the gate decided falls, and every stage that stood open on it is left. */
export function afterFalling(
  { decided }: CaseContext,
  { stage, outcome, meeting }: Reconsidered,
): Partial<CaseContext> {
  const last = decided[stage];
  const fallen = last ? { [stage]: fallenOf(last, outcome, meeting) } : {};
  return { open: [], classed: null, decided: { ...decided, ...fallen } };
}

type Decided = CaseContext['decided'][string];

const fallenOf = (
  { provided: _, own: __, failed = 0, ...last }: Decided,
  outcome: string,
  failedBy: StreamName<'meeting'>,
): Decided => ({ ...last, outcome, text: null, failed: failed + 1, failedBy });
