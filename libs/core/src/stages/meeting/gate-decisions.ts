import { procedureOf } from '../../case/advance.ts';
import type { CaseContext } from '../../case/case.ts';
import { dayOf } from '../../calendar.ts';
import type { Known } from '../../decider.ts';
import { bindingOf } from '../../procedure/classing.ts';
import { stageOf, stagesOf } from '../../procedure/definition.ts';
import type { Procedure } from '../../procedure/procedure.ts';
import { parseStream, type StreamName } from '../../stream.ts';
import { sameText, type TextRef } from '../../text-ref.ts';
import type { MeetingContext } from './context.ts';
import type { Sum } from './facts.ts';

/** What a gate has decided of what is issued, as 印发通知 says it: 经××会议××通过. */
export interface GateDecision {
  readonly gate: string;
  readonly title: string;
  /** The body, as the procedure calls it; null for what no body decides. */
  readonly body: string | null;
  readonly outcome: string | null;
  /** The body's own words of its resolution (研究同意, 审议通过 …). */
  readonly words: string | null;
  /** The Beijing day of the meeting. */
  readonly on: string | null;
  readonly sum: Sum | null;
  /** The text that its decision stands for now. */
  readonly text: TextRef | null;
  readonly meeting: StreamName<'meeting'> | null;
  /** 授权修改 under which the text was changed since. */
  readonly mandate: StreamName<'mandate'> | null;
}

/** Every gate of an issue in the order of the procedure, with the resolution that it rests on. */
export function gateDecisions(known: Known, issue: string): readonly GateDecision[] {
  const context = known.state('issue', issue)?.context;
  const state = context && known.state('case', context.case)?.context;
  if (!context || !state) return [];
  const procedure = procedureOf(known, context.case);
  const named = procedure.classing.meaning(context.stage).gates ?? [];
  const binding = [...bindingOf(procedure.classing, context.subject), ...named];
  return stagesOf(procedure.definition)
    .filter(({ id }) => binding.includes(id))
    .map(({ id }) => decisionOf(known, { state, procedure, text: context.text }, id));
}

interface Issuing {
  readonly state: CaseContext;
  readonly procedure: Procedure;
  /** What is issued. */
  readonly text: TextRef | null;
}

/** Of a gate whose decision fell, or that was passed by (经批准例外), no words are said. */
function decisionOf(known: Known, { state, procedure, text }: Issuing, gate: string): GateDecision {
  const { title } = stageOf(procedure.definition, gate);
  const last = state.decided[gate];
  const on = [text, currentOf(state, procedure, gate)];
  const stands = on.some((one) => sameText(last?.text, one));
  return {
    ...NOTHING,
    gate,
    title,
    body: bodyTitle(procedure, gate),
    ...asDecided(last),
    ...(stands ? resolved(resolutionOf(known, state, procedure, gate)) : {}),
  };
}

/** The text that the gate would decide now. */
function currentOf({ texts }: CaseContext, { classing }: Procedure, gate: string): TextRef | null {
  const { subject } = classing.meaning(gate);
  return subject && texts[subject];
}

const asDecided = (
  last: CaseContext['decided'][string] | undefined,
): Pick<GateDecision, 'outcome' | 'on' | 'text'> => ({
  outcome: last?.outcome ?? null,
  on: last?.before?.on ?? null,
  text: last?.text ?? null,
});

const NOTHING = { words: null, sum: null, meeting: null, mandate: null };

function bodyTitle({ definition }: Procedure, gate: string): string | null {
  const key = stageOf(definition, gate).with['body'];
  return typeof key === 'string' ? (definition.bodies[key]?.title ?? null) : null;
}

/** What the resolution says of it; nothing where no meeting here decided. */
function resolved(found: Found | undefined): Partial<GateDecision> {
  if (!found) return {};
  const { outcome, rule, at, sum, mandate } = found.context;
  if (!outcome) return {};
  return { outcome, words: rule.words[outcome], on: dayOf(at), sum, meeting: found.name, mandate };
}

interface Found {
  readonly name: StreamName<'meeting'>;
  readonly context: MeetingContext;
}

/** The last meeting that decided the gate, or that renewed it. */
function resolutionOf(
  known: Known,
  state: CaseContext,
  { definition, classing }: Procedure,
  gate: string,
): Found | undefined {
  const renewing = stagesOf(definition).filter(({ id }) => classing.meaning(id).renews === gate);
  return [gate, ...renewing.map(({ id }) => id)]
    .flatMap((stage) => decidedAt(known, state.meetings[stage]))
    .filter(({ context: { outcome, stage } }) => stage === gate || outcome === 'passed')
    .toSorted((a, b) => (a.context.at < b.context.at ? -1 : 1))
    .at(-1);
}

/** A meeting that decided, or the one before it: one that was called and put off decides nothing. */
function decidedAt(known: Known, name: StreamName<'meeting'> | null | undefined): readonly Found[] {
  const context = name ? known.state('meeting', parseStream(name).id)?.context : undefined;
  if (!name || !context) return [];
  const settles = context.outcome === 'passed' || context.outcome === 'in-principle';
  return settles ? [{ name, context }] : decidedAt(known, context.earlier);
}
