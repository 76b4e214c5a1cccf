import { exemptedFor, type CaseContext, type CaseFact, type CaseState } from '../case/case.ts';
import { keptBy } from './classing.ts';
import type { StageMeaning } from './compile.ts';
import { mayReconsider, REFUSED } from './reconsidering.ts';
import { initial, step } from '../machine.ts';
import { sameText, type TextRef } from '../text-ref.ts';
import { stagesOf } from './definition.ts';
import type { Procedure } from './procedure.ts';

/** What a gate's last decision is worth for the text as it is now. */
export type GateText =
  /** Nothing was approved. */
  | 'none'
  /** This very text, or one that was changed since in a way that the procedure lets the decision stand. */
  | 'same'
  /** A text that was changed since. */
  | 'changed'
  /** This text, provided that it is changed (修改后同意). */
  | 'provided'
  /** Nothing, and it was gone past with an exemption for this text (经批准例外). */
  | 'exempt';

/**
 * The abstraction that `check` explores and that every real case maps onto: which stages stand open (chapters are open
 * or complete with their stage), whether each subject has a text, and for each gate what its last decision is worth for
 * the text as it is now. Rounds are left out, because no guard looks at them: what a stage may end with is the same in
 * every round. An exemption counts where a stage ended by it; anywhere else it opens no way that is not there without.
 * A new text is one that nobody has decided: where a real case comes back to an earlier one, gates only agree the more.
 */
export interface AbstractState {
  readonly value: string;
  readonly texts: { readonly scheme: boolean; readonly manuscript: boolean };
  readonly gates: { readonly [stage: string]: GateText };
}

/** Where a real case stands in the abstraction. */
export function abstractOf(procedure: Procedure, state: CaseState): AbstractState {
  const { context } = state;
  const gates = procedure.classing.gates.map((id) => [id, gateText(procedure, context, id)] as const);
  return {
    value: JSON.stringify(state.value),
    texts: { scheme: context.texts.scheme !== null, manuscript: context.texts.manuscript !== null },
    gates: Object.fromEntries(gates),
  };
}

function gateText({ classing }: Procedure, context: CaseContext, gate: string): GateText {
  const means = classing.meaning(gate);
  const last = context.decided[gate];
  const current = means.subject && context.texts[means.subject];
  if (!last) return 'none';
  if (last.text) return sameText(last.text, current) ? 'same' : 'changed';
  if (sameText(last.provided, current)) return 'provided';
  return endedExempt(means, last.outcome) && exemptedFor(context, gate, current) ? 'exempt' : 'none';
}

const endedExempt = ({ exempting }: StageMeaning, outcome: string): boolean =>
  exempting?.includes(outcome) === true;

export const keyOf = ({ value, texts, gates }: AbstractState): string =>
  JSON.stringify([value, texts, inOrder(gates)]);

const inOrder = (record: { readonly [key: string]: string }): readonly string[] =>
  Object.keys(record)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((key) => `${key}=${record[key]}`);

/** A state of the walk: one concrete case that stands for its whole abstract class, and how it was reached. */
export interface Visited {
  readonly state: CaseState;
  readonly abstract: AbstractState;
  /** `stage: outcome`, from the beginning. */
  readonly path: readonly string[];
}

export interface Walk {
  readonly visited: readonly Visited[];
  /** Where no open stage can end any more, although the case has not. */
  readonly stuck: readonly Visited[];
  readonly transitions: number;
}

const token = (n: number): TextRef => ({ scheme: 'blob-sha256@1', hash: n.toString(16).padStart(64, '0') });

/** Thrown when a definition makes more abstract states than a procedure of the field can have. */
class TooLarge extends Error {}
const MOST = 20_000;

/** Walks every abstract state that a case can reach, breadth first, so that each path is a shortest one. */
export function walk(procedure: Procedure): Walk {
  const begin = enterAll(procedure, opened(procedure));
  const first: Visited = { state: begin, abstract: abstractOf(procedure, begin), path: [] };
  const visited = [first];
  const seen = new Set([keyOf(first.abstract)]);
  const stuck: Visited[] = [];
  let transitions = 0;
  for (let i = 0; i < visited.length; i++) {
    const from = visited[i] ?? first;
    const onward = moves(procedure, from.state, visited.length + 1);
    if (onward.length === 0 && from.state.status !== 'done') stuck.push(from);
    for (const { label, state } of onward) {
      transitions++;
      const abstract = abstractOf(procedure, state);
      if (seen.has(keyOf(abstract))) continue;
      if (visited.length >= MOST) throw new TooLarge(`more than ${MOST} abstract states`);
      seen.add(keyOf(abstract));
      visited.push({ state, abstract, path: [...from.path, label] });
    }
  }
  return { visited, stuck, transitions };
}

const opened = ({ machine, definition }: Procedure): CaseState => {
  const data = {
    title: definition.title,
    procedure: { id: definition.id, version: 1, hash: '' },
    scheme: token(0),
    chapters: [],
    dates: {},
    authority: null,
  };
  return step(machine, initial(machine), { type: 'CaseOpened', data }).state as CaseState;
};

function enterAll(procedure: Procedure, state: CaseState): CaseState {
  let next = state;
  for (const { id } of stagesOf(procedure.definition)) {
    const round = (next.context.entered[id]?.round ?? 0) + 1;
    const fact: CaseFact = { type: 'StageEntered', data: { stage: id, round, due: null, streams: [] } };
    if (next.can(fact)) next = step(procedure.machine, next, fact).state as CaseState;
  }
  return next;
}

interface Move {
  readonly label: string;
  readonly state: CaseState;
}

/**
 * Every way to end an open stage: each outcome on the current text, and for stages that bring a text a new one too; and
 * every gate whose decision may fall (复议).
 */
function moves(procedure: Procedure, state: CaseState, n: number): readonly Move[] {
  const ends = state.context.open.flatMap((id) => endings(procedure, state, id, n));
  return [...ends, ...fallings(procedure, state)].flatMap(({ label, facts }) => {
    const next = after(procedure, state, facts);
    return next ? [{ label, state: enterAll(procedure, next) }] : [];
  });
}

/** The case after these facts; nothing when its machine does not take one of them. */
const after = ({ machine }: Procedure, state: CaseState, facts: readonly CaseFact[]): CaseState | undefined =>
  facts.reduce<CaseState | undefined>(
    (now, fact) => (now?.can(fact) ? (step(machine, now, fact).state as CaseState) : undefined),
    state,
  );

interface Ending {
  readonly label: string;
  readonly facts: readonly CaseFact[];
}

/** The ways to end a stage, each with what must come before it: the class of a change, the exemption of a gate. */
export function endings(procedure: Procedure, state: CaseState, id: string, n: number): readonly Ending[] {
  const { stage } = procedure.stage(id);
  const { subject, makesText } = procedure.classing.meaning(id);
  const current = subject ? state.context.texts[subject] : null;
  const texts = makesText ? [token(n), ...(current ? [current] : [])] : [current];
  const round = state.context.entered[id]?.round ?? 1;
  return Object.keys(stage.then).flatMap((outcome) =>
    texts.map((text): Ending => ({
      label: `${stage.title}: ${outcome}`,
      facts: [
        ...before(procedure, { id, outcome, current, text }),
        { type: 'StageClosed', data: { stage: id, round, outcome, text, notices: [], sum: {} } },
      ],
    })),
  );
}

/** 复议: a gate that has decided the current text decides that it does not pass, while later bodies are at it. */
const fallings = ({ classing, definition }: Procedure, { context }: CaseState): readonly Ending[] =>
  stagesOf(definition)
    .filter(({ id }) => mayReconsider(context, id, classing))
    .map(({ id, title }): Ending => {
      const named = { meeting: 'meeting/' as const, reconsiders: 'meeting/' as const };
      const data = { ...named, stage: id, effect: 'fallen' as const, outcome: REFUSED, sum: {} };
      return { label: `${title}: reconsidered`, facts: [{ type: 'GateReconsidered', data }] };
    });

interface Closing {
  readonly id: string;
  readonly outcome: string;
  readonly current: TextRef | null;
  readonly text: TextRef | null;
}

function before({ classing }: Procedure, { id, outcome, current, text }: Closing): readonly CaseFact[] {
  const { subject, amends, exempting } = classing.meaning(id);
  if (amends && subject && current && text) {
    const keeps = keptBy(classing, subject, outcome);
    const data = { subject, from: current, to: text, class: outcome, keeps, by: '' };
    return [{ type: 'ChangeClassed', data }];
  }
  if (!current || !exempting?.includes(outcome)) return [];
  const paper = { scheme: 'file-sha256@1' as const, hash: current.hash };
  const asked = { gate: id, text: current, approvedBy: '', paper, by: 'one' };
  return [
    { type: 'ExemptionProposed', data: asked },
    { type: 'ExemptionGranted', data: { gate: id, text: current, by: 'another' } },
  ];
}
