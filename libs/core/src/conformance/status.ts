import { decidedOn, exemptedFor, type CaseState } from '../case/case.ts';
import { isTogether, stagesOf, type Definition } from '../procedure/definition.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { sameText, type TextRef } from '../text-ref.ts';
import { textOf, type History, type Slip, type Witness } from './history.ts';

/**
 * met 符合 · mended 补正 · exempted 经批准例外 · missing 缺失 · before 接入前 · ahead 未到 · open 办理中 ·
 * unneeded 未涉及 (the case took another way that the procedure allows)
 */
export const CONFORMANCE = [
  'met',
  'mended',
  'exempted',
  'missing',
  'before',
  'ahead',
  'open',
  'unneeded',
] as const;
export type Conformance = (typeof CONFORMANCE)[number];

/** What a report looks at: the procedure that the case is bound to, the case as it stood then, what had happened. */
export interface Observed {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly history: History;
}

export const closingsOf = ({ history }: Observed, stage: string): readonly Witness[] =>
  history.facts.filter(({ type, data }) => type === 'StageClosed' && data['stage'] === stage);

/** Where a stage stands against what the procedure asks for. */
export function statusOf(seen: Observed, stage: string): Conformance {
  const { open } = seen.state.context;
  const last = closingsOf(seen, stage).at(-1);
  if (open.includes(stage)) return 'open';
  if (!last) return unentered(seen, stage);
  if (last.data['before'] !== undefined) return isExempted(seen, stage) ? 'exempted' : 'before';
  const repairs = seen.history.slips.filter((slip) => slip.stage === stage && slip.said.holds.length > 0);
  if (repairs.some(({ repair }) => repair === null)) return 'missing';
  return gateStatus(seen, stage) ?? repaired(seen, last, repairs);
}

/** A gate from before the case was taken over, exempted for the text as it became afterwards. */
const isExempted = (seen: Observed, stage: string): boolean => gateStatus(seen, stage) === 'exempted';

/** What two persons did about it; where there was nothing to do, it is met. */
function repaired(seen: Observed, last: Witness, repairs: readonly Slip[]): Conformance {
  if (repairs.some(({ repair }) => repair?.how === 'exempted') || exempting(seen, last)) return 'exempted';
  return repairs.length > 0 ? 'mended' : 'met';
}

function unentered(seen: Observed, stage: string): Conformance {
  const asGate = gateStatus(seen, stage);
  if (asGate) return asGate;
  if (seen.state.context.excused.includes(stage)) return 'unneeded';
  return reachable(seen).has(stage) ? 'ahead' : 'unneeded';
}

/** What being a gate of its subject says; null where that says nothing beyond the stage itself. */
function gateStatus(seen: Observed, stage: string): Conformance | null {
  const { state, procedure } = seen;
  const { subject } = procedure.classing.meaning(stage);
  if (!subject || !isAsked(procedure, stage)) return null;
  const issued = issuedText(seen, subject);
  const text = issued ?? state.context.texts[subject];
  if (sameText(state.context.decided[stage]?.text, text)) return null;
  return besides(state, stage, text) ?? undecided(seen, stage, issued !== null);
}

/** Why a gate need not have decided the text: it was exempted, or lay behind the case when it changed its version. */
function besides({ context }: CaseState, stage: string, text: TextRef | null): Conformance | null {
  if (exemptedFor(context, stage, text)) return 'exempted';
  return context.excused.includes(stage) ? 'unneeded' : null;
}

/** A gate that has not decided the text: it decides while the case can still come there. */
function undecided(seen: Observed, stage: string, issued: boolean): Conformance {
  if (issued) return 'missing';
  if (reachable(seen).has(stage)) return 'ahead';
  return closingsOf(seen, stage).length > 0 || isPast(seen, stage) ? 'missing' : 'ahead';
}

/** Whether an issue of its subject asks for this gate. */
function isAsked({ classing, definition }: Procedure, stage: string): boolean {
  if (classing.gates.includes(stage)) return true;
  return stagesOf(definition).some(({ id }) => classing.meaning(id).gates?.includes(stage));
}

/** The text that was issued, where one was. */
export function issuedText({ state, procedure }: Observed, subject: string): TextRef | null {
  const { definition, classing } = procedure;
  const issue = stagesOf(definition).findLast(({ id }) => {
    const means = classing.meaning(id);
    return means.issues && means.subject === subject && state.context.decided[id]?.text;
  });
  return issue ? (state.context.decided[issue.id]?.text ?? null) : null;
}

/** An outcome by which the stage could only end with an exemption, e.g. 超期未复. */
const exempting = ({ state, procedure }: Observed, { data }: Witness): boolean => {
  const stage = textOf(data['stage']) ?? '';
  const outcome = textOf(data['outcome']) ?? '';
  return (
    procedure.classing.meaning(stage).exempting?.includes(outcome) === true &&
    decidedOn(state.context, stage, state.context.exemptions[stage]?.text)
  );
};

/** A stage behind one that stands open or has ended, in the order of the procedure. */
function isPast({ state, procedure }: Observed, stage: string): boolean {
  const order = stagesOf(procedure.definition).map(({ id }) => id);
  const at = order.indexOf(stage);
  return state.status === 'done' || order.slice(at + 1).some((id) => state.context.open.includes(id));
}

/** Every stage that the case can still come to from where it stands. */
function reachable({ state, procedure }: Observed): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...state.context.open, ...toEnter(state, procedure)];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    if (found.has(from)) continue;
    found.add(from);
    waiting.push(...nextOf(procedure.definition, from));
  }
  return found;
}

/** Stages that the machine waits to enter, e.g. while a case that was taken over is not confirmed. */
const toEnter = (state: CaseState, { definition }: Procedure): readonly string[] =>
  stagesOf(definition).flatMap(({ id }) =>
    state.can({ type: 'StageEntered', data: { stage: id, round: 1, due: null, streams: [] } }) ? [id] : [],
  );

/** Where the outcomes of a stage lead; inside a group that runs side by side, what follows the group. */
function nextOf(definition: Definition, stage: string): readonly string[] {
  const group = definition.steps.find(
    (step) => isTogether(step) && (step.id === stage || step.together.some(({ id }) => id === stage)),
  );
  if (group && isTogether(group))
    return group.id === stage ? group.together.map(({ id }) => id) : [group.then];
  const found = stagesOf(definition).find(({ id }) => id === stage);
  return Object.values(found?.then ?? {}).map((next) => (next === 'again' ? stage : next));
}
