import type { CaseContext, CaseFact, CaseState } from '../case/case.ts';
import { initial, step } from '../machine.ts';
import { sameText, type TextRef } from '../text-ref.ts';
import { stagesOf } from './definition.ts';
import type { Procedure } from './procedure.ts';

/**
 * The abstraction that `check` explores and that every real case maps onto: which stages stand open (chapters are open
 * or complete with their stage), whether each stage is in its first round or again, whether each subject has a text,
 * and for each gate whether its last approval was of no text, of the same text as now, or of one changed since.
 */
export interface AbstractState {
  readonly value: string;
  readonly rounds: { readonly [stage: string]: 'first' | 'again' };
  readonly texts: { readonly scheme: boolean; readonly manuscript: boolean };
  readonly gates: { readonly [stage: string]: 'none' | 'same' | 'changed' };
}

/** Where a real case stands in the abstraction. */
export function abstractOf(procedure: Procedure, state: CaseState): AbstractState {
  const { context } = state;
  const gates = stagesOf(procedure.definition).flatMap(({ id }) => {
    const { kind, params } = procedure.stage(id);
    const { subject, approving } = kind.meaning(params);
    return subject && approving.length > 0 ? [[id, gateText(context, id, subject)] as const] : [];
  });
  return {
    value: JSON.stringify(state.value),
    rounds: Object.fromEntries(
      Object.entries(context.entered).map(([id, { round }]) => [id, round > 1 ? 'again' : 'first']),
    ),
    texts: { scheme: context.texts.scheme !== null, manuscript: context.texts.manuscript !== null },
    gates: Object.fromEntries(gates),
  };
}

function gateText(
  context: CaseContext,
  gate: string,
  subject: 'scheme' | 'manuscript',
): 'none' | 'same' | 'changed' {
  const approved = context.decided[gate]?.text ?? null;
  if (approved === null) return 'none';
  return sameText(approved, context.texts[subject]) ? 'same' : 'changed';
}

export const keyOf = ({ value, rounds, texts, gates }: AbstractState): string =>
  JSON.stringify([value, inOrder(rounds), texts, inOrder(gates)]);

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
  readonly transitions: number;
}

const token = (n: number): TextRef => ({ scheme: 'blob-sha256@1', hash: n.toString(16).padStart(64, '0') });

/** Thrown when a definition makes more abstract states than a procedure of the field can have. */
export class TooLarge extends Error {}
const MOST = 20_000;

/** Walks every abstract state that a case can reach, breadth first, so that each path is a shortest one. */
export function walk(procedure: Procedure): Walk {
  const begin = enterAll(procedure, opened(procedure));
  const first: Visited = { state: begin, abstract: abstractOf(procedure, begin), path: [] };
  const visited = [first];
  const seen = new Set([keyOf(first.abstract)]);
  let transitions = 0;
  for (let i = 0; i < visited.length; i++) {
    const from = visited[i] ?? first;
    for (const { label, state } of moves(procedure, from.state, visited.length + 1)) {
      transitions++;
      const abstract = abstractOf(procedure, state);
      if (seen.has(keyOf(abstract))) continue;
      if (visited.length >= MOST) throw new TooLarge(`more than ${MOST} abstract states`);
      seen.add(keyOf(abstract));
      visited.push({ state, abstract, path: [...from.path, label] });
    }
  }
  return { visited, transitions };
}

const opened = ({ machine, definition }: Procedure): CaseState => {
  const data = {
    title: '',
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

/** Every way to end an open stage: each outcome on the current text, and for stages that bring a text a new one too. */
function* moves(
  procedure: Procedure,
  state: CaseState,
  n: number,
): Generator<{ label: string; state: CaseState }> {
  for (const closed of state.context.open.flatMap((id) => endings(procedure, state, id, n))) {
    if (!state.can(closed)) continue;
    const { title } = procedure.stage(closed.data.stage).stage;
    const next = step(procedure.machine, state, closed).state as CaseState;
    yield { label: `${title}: ${closed.data.outcome}`, state: enterAll(procedure, next) };
  }
}

type Closed = Extract<CaseFact, { type: 'StageClosed' }>;

function endings(procedure: Procedure, state: CaseState, id: string, n: number): readonly Closed[] {
  const { stage, kind, params } = procedure.stage(id);
  const { subject, makesText } = kind.meaning(params);
  const current = subject ? state.context.texts[subject] : null;
  const texts = makesText ? [token(n), ...(current ? [current] : [])] : [current];
  const round = state.context.entered[id]?.round ?? 1;
  return Object.keys(stage.then).flatMap((outcome) =>
    texts.map((text): Closed => ({
      type: 'StageClosed',
      data: { stage: id, round, outcome, text, notices: [], sum: {} },
    })),
  );
}
