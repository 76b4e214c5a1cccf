import type { CaseContext, CaseFact } from '../case/case.ts';
import { standing } from '../case/side-steps.ts';
import type { TextRef } from '../text-ref.ts';
import type { Classing } from './classing.ts';
import type { StageMeaning } from './compile.ts';

type Closed = Extract<CaseFact, { type: 'StageClosed' }>['data'];
type Decided = CaseContext['decided'];

/** 修改后同意. */
const onCondition = (
  { outcome, text }: Closed,
  { provided }: StageMeaning,
): { readonly provided?: TextRef } => (text && provided?.includes(outcome) ? { provided: text } : {});

/** How often it was refused since it was last approved, and by which meeting last. */
function failures(
  { decided, meetings }: CaseContext,
  { stage, outcome }: Closed,
  approves: boolean,
): Pick<Decided[string], 'failed' | 'failedBy'> {
  const { failed = 0, failedBy } = decided[stage] ?? {};
  if (approves) return {};
  const by = outcome === 'not-passed' ? meetings[stage] : failedBy;
  const now = failed + (outcome === 'not-passed' ? 1 : 0);
  return { ...(now > 0 ? { failed: now } : {}), ...(by ? { failedBy: by } : {}) };
}

/** What the stage has decided, and what it has renewed with it. */
function decidedBy(context: CaseContext, closed: Closed, means: StageMeaning): Decided {
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
      ...failures(context, closed, approves),
      ...(before ? { before } : {}),
    },
  };
}

/** 授权修改, approved: what the gates decided stands for the changed text. */
function underMandate(
  { texts, decided }: CaseContext,
  { outcome, text: to }: Closed,
  { mandated, approving, subject }: StageMeaning,
): Decided {
  const from = subject && texts[subject];
  if (!mandated || !from || !to || !approving.includes(outcome)) return decided;
  return standing(decided, { keeps: [mandated.gate, ...mandated.keeps], from, to });
}

/** The case once a stage has closed: what it decided, and the text that it leaves. */
export function afterClosing(
  context: CaseContext,
  closed: Closed,
  { meaning }: Classing,
): Partial<CaseContext> {
  const means = meaning(closed.stage);
  return {
    open: context.open.filter((stage) => stage !== closed.stage),
    decided: { ...underMandate(context, closed, means), ...decidedBy(context, closed, means) },
    classed: null,
    excused: context.excused.filter((gate) => gate !== closed.stage),
    ...(means.makesText && means.subject
      ? { texts: { ...context.texts, [means.subject]: closed.text } }
      : {}),
  };
}
