import { stagesOf, type Stage } from '../procedure/definition.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { CaseState } from '../case/case.ts';
import { TextRef } from '../text-ref.ts';
import { anomaliesOf, type Anomaly } from './anomalies.ts';
import { checksOf, shownIn, type Check, type Shown } from './checks.ts';
import { isObject, readHistory, textOf, type Evidence, type History, type Witness } from './history.ts';
import { closingsOf, statusOf, type Conformance, type Observed } from './status.ts';
import { twoKeysOf, type TwoKeys } from './two-keys.ts';

/** 应经程序 beside 实经程序: one stage that the procedure asks for, and what shows that it was gone through. */
export interface StageLine {
  readonly stage: string;
  readonly title: string;
  readonly kind: string;
  readonly body: string | null;
  readonly basis: string | null;
  readonly status: Conformance;
  readonly rounds: readonly RoundLine[];
  readonly reconsidered: readonly ReconsideredLine[];
  readonly checks: readonly Check[];
}

/** One round of a stage: when it opened and ended, with what, and the sum of its vote. */
export interface RoundLine {
  readonly round: number;
  readonly entered: Evidence | null;
  readonly closed: Evidence | null;
  readonly outcome: string | null;
  readonly text: TextRef | null;
  readonly sum: SumLine | null;
}

/** 复议 of what the stage had decided: confirmed 维持 · fallen 改变, after which the stage decides anew. */
export interface ReconsideredLine {
  readonly effect: 'confirmed' | 'fallen';
  readonly sum: SumLine | null;
  readonly evidence: Evidence;
}

/** The sum that was done, in words and as numbers. */
export interface SumLine {
  readonly zh: string;
  readonly en: string;
  readonly numbers: { readonly [key: string]: string | number | boolean };
}

/** 补录: what was entered afterwards, with what became of the rules that it broke. */
export interface RecordLine {
  readonly title: string;
  readonly stage: string | null;
  readonly verb: string;
  readonly medium: string;
  readonly proven: boolean;
  readonly standing: 'kept' | 'held' | 'mended' | 'exempted';
  readonly evidence: Evidence;
}

/** 暂不能办理: what was refused; whoever typed it did nothing by it. */
export interface RefusalLine {
  readonly rule: string;
  readonly verb: string;
  readonly because: string;
  readonly evidence: Evidence;
}

/** The report of one case at one moment. */
export interface ConformanceReport {
  readonly stages: readonly StageLine[];
  readonly anomalies: readonly Anomaly[];
  readonly twoKeys: readonly TwoKeys[];
  readonly records: readonly RecordLine[];
  readonly notices: readonly Shown[];
  readonly refusals: readonly RefusalLine[];
}

/**
 * 符合性报告: every stage that the procedure asks for, in its order, beside what the record shows of it. Nothing is
 * evaluated again: what a fact says was decided then stands.
 *
 * @param facts the entries of the case's streams and of its refusals, in the order of the log
 */
export function conformance(
  procedure: Procedure,
  state: CaseState,
  facts: readonly Witness[],
): ConformanceReport {
  const history = readHistory(facts);
  const seen: Observed = { procedure, state, history };
  const stages = stagesOf(procedure.definition);
  const notices = [...stages.map(({ id }) => id), null].flatMap((stage) => shownIn(seen, stage));
  return {
    stages: stages.map((stage) => lineOf(seen, stage, notices)),
    anomalies: anomaliesOf(seen, notices),
    twoKeys: twoKeysOf(history),
    records: recordsOf(history),
    notices,
    refusals: refusalsOf(history),
  };
}

function lineOf(seen: Observed, stage: Stage, notices: readonly Shown[]): StageLine {
  const { id, title, kind, with: params } = stage;
  const body =
    typeof params['body'] === 'string' ? seen.procedure.definition.bodies[params['body']] : undefined;
  const status = statusOf(seen, id);
  const own = notices.filter((shown) => shown.stage === id);
  const rounds = roundsOf(seen, id);
  return {
    stage: id,
    title,
    kind,
    body: body?.title ?? null,
    basis: stage.basis ?? null,
    status,
    rounds,
    reconsidered: reconsideredIn(seen.history, id),
    checks: rounds.some(({ closed }) => closed?.how !== 'before' && closed !== null)
      ? checksOf(seen, id, own)
      : [],
  };
}

function roundsOf(seen: Observed, stage: string): readonly RoundLine[] {
  const { facts, evidence } = seen.history;
  const entries = facts.filter(({ type, data }) => type === 'StageEntered' && data['stage'] === stage);
  const closings = closingsOf(seen, stage);
  return entries.map((entered, i) => {
    const until = entries[i + 1]?.index ?? Infinity;
    const closed = closings.find(({ index }) => index > entered.index && index < until);
    const round = Number(entered.data['round'] ?? i + 1);
    const ended = closed ? endOf(closed, evidence(closed)) : UNENDED;
    return { round, entered: evidence(entered), ...ended };
  });
}

const reconsideredIn = ({ facts, evidence }: History, stage: string): readonly ReconsideredLine[] =>
  facts
    .filter(({ type, data }) => type === 'GateReconsidered' && data['stage'] === stage)
    .map((fact) => ({
      effect: fact.data['effect'] === 'fallen' ? 'fallen' : 'confirmed',
      sum: sumOf(fact),
      evidence: evidence(fact),
    }));

const UNENDED = { closed: null, outcome: null, text: null, sum: null };

const endOf = (fact: Witness, closed: Evidence): Omit<RoundLine, 'round' | 'entered'> => ({
  closed,
  outcome: textOf(fact.data['outcome']),
  text: TextRef.safeParse(fact.data['text']).data ?? null,
  sum: sumOf(fact),
});

/** The numbers that decided stand in the fact; a stage that nobody voted on has none. */
function sumOf({ data: { sum } }: Witness): SumLine | null {
  if (!isObject(sum) || Object.keys(sum).length === 0) return null;
  const { zh, en, ...rest } = sum;
  const numbers = Object.entries(rest).filter(
    (pair): pair is [string, string | number | boolean] =>
      typeof pair[1] === 'string' || typeof pair[1] === 'number' || typeof pair[1] === 'boolean',
  );
  return { zh: textOf(zh) ?? '', en: textOf(en) ?? '', numbers: Object.fromEntries(numbers) };
}

const recordsOf = ({ slips, evidence }: History): readonly RecordLine[] =>
  slips.map(({ fact, stage, said, repair }) => ({
    title: said.title,
    stage,
    verb: said.verb,
    medium: said.medium,
    proven: said.proven,
    standing: said.holds.length === 0 ? 'kept' : STANDINGS[repair?.how ?? 'held'],
    evidence: evidence(fact),
  }));

const STANDINGS = { held: 'held', corrected: 'mended', exempted: 'exempted' } as const;

const refusalsOf = ({ facts, evidence }: History): readonly RefusalLine[] =>
  facts
    .filter(({ type }) => type === 'ActRefused')
    .map((fact) => ({
      rule: textOf(fact.data['rule']) ?? '',
      verb: textOf(fact.data['verb']) ?? '',
      because: textOf(fact.data['because']) ?? '',
      evidence: evidence(fact),
    }));
