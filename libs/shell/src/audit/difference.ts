import {
  CHANGE_WORDS,
  wordsOf,
  type DifferenceQuery,
  type OwedLine,
  type StateDifference,
  type StateLine,
} from '@mouding/contract';
import { ProblemError } from '../problem/problem-error.ts';
import type { AuditScope } from './access.ts';
import { caseLog, ofPeriod } from './case-log.ts';
import { momentOf } from './moment.ts';
import { foldCase } from './state.ts';

/** 两个时点的差异: what stood otherwise at the one than at the other. @throws ProblemError not-found */
export async function stateDifference(
  scope: AuditScope,
  id: string,
  { from, to }: DifferenceQuery,
): Promise<StateDifference> {
  const later = await caseLog(scope, id, momentOf(scope, to));
  const until = momentOf(scope, from);
  const earlier = { ...later, facts: later.facts.filter((fact) => until.includes(fact)) };
  if (earlier.facts.length === 0 || earlier.facts.length > later.facts.length)
    throw new ProblemError('not-found');
  const [before, after] = [await foldCase(scope, earlier), await foldCase(scope, later)];
  const between = later.facts.slice(earlier.facts.length);
  const [was, is] = [before.stages.map(({ title }) => title), after.stages.map(({ title }) => title)];
  return {
    case: { id, title: later.title },
    from: before.asOf,
    to: after.asOf,
    facts: ofPeriod(scope, between).length,
    stages: {
      entered: is.filter((title) => !was.includes(title)),
      left: was.filter((title) => !is.includes(title)),
    },
    changed: changesOf(before.items, after.items),
    owed: { fresh: only(after.owed, before.owed), settled: only(before.owed, after.owed) },
  };
}

type Change = StateDifference['changed'][number];
type Lines = ReadonlyMap<string, StateLine>;

function changesOf(before: Lines, after: Lines): Change[] {
  const streams = [...new Set([...before.keys(), ...after.keys()])];
  return streams.flatMap((stream) => changeOf(before.get(stream) ?? null, after.get(stream) ?? null) ?? []);
}

const SHOWN = ['status', 'label', 'stage', 'due', 'text', 'department'] as const;

function changeOf(before: StateLine | null, after: StateLine | null): Change | null {
  const fields = SHOWN.filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]));
  if (fields.length === 0) return null;
  const what = before ? (after ? 'changed' : 'gone') : 'appeared';
  return { what, words: wordsOf(CHANGE_WORDS, what), fields: [...fields], before, after };
}

/** A date that moved shows on both sides. */
const only = (some: ReadonlyMap<string, OwedLine>, others: ReadonlyMap<string, OwedLine>): OwedLine[] =>
  [...some].filter(([key, { due }]) => others.get(key)?.due !== due).map(([, line]) => line);
