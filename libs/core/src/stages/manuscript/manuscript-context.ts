import type { StreamName } from '../../stream.ts';
import { sameText, type TextRef } from '../../text-ref.ts';
import type { Amendment } from '../amend/facts.ts';
import { bareIn, type Bare } from './bare.ts';
import type { WaivedFinding } from '../finding/facts.ts';
import { goneIn } from './gone.ts';
import type { Grounded } from './ground.ts';
import type { ManuscriptFact } from './manuscript.ts';
import type { Change } from './text-changes.ts';
import type { Without } from './waivers.ts';

/** A manuscript as its facts leave it. */
export interface ManuscriptContext {
  readonly case: string;
  /** The stage that works on it, or worked on it last. */
  readonly stage: string;
  readonly round: number;
  readonly due: string | null;
  /** 稿次, e.g. 初稿, 征求意见稿, 送审稿. */
  readonly label: string;
  readonly text: TextRef | null;
  /** 缺报豁免 of the last draft. */
  readonly without: readonly Without[];
  /** Everything that a change answered since the text was last compiled. */
  readonly cited: readonly StreamName[];
  /** What changes of a text answered that was compiled anew since: they are gone, unless the chapters took them over. */
  readonly citedBefore: readonly StreamName[];
  /** The texts that led to this one since it was last compiled or taken over; a change may be made on any of them. */
  readonly line: readonly TextRef[];
  /** Ids of clauses that were taken out, or joined to another: no new clause is ever called so. */
  readonly gone: readonly string[];
  /** How many facts have changed the text. */
  readonly steps: number;
  /** Changes that answer nothing and rest on nothing yet. */
  readonly bare: readonly Bare[];
  /** 校核豁免: findings of the checkup that are let stand. */
  readonly waived: readonly WaivedFinding[];
  /** 补正修改, the last one. */
  readonly amendment: Amendment | null;
}

export const nothing: ManuscriptContext = {
  case: '',
  stage: '',
  round: 0,
  due: null,
  label: '',
  text: null,
  without: [],
  cited: [],
  citedBefore: [],
  line: [],
  gone: [],
  steps: 0,
  bare: [],
  waived: [],
  amendment: null,
};

/** What a request says of the manuscript itself; what it says of an amendment stands there. */
export function whereAsked(
  data: Extract<ManuscriptFact, { data: { case: string } }>['data'],
): Partial<ManuscriptContext> {
  if (!('points' in data)) return { ...data };
  const { case: caseId, stage, round, due, text } = data;
  return { case: caseId, stage, round, due, text };
}

/** What a change of the text leaves. Under a mandate every change rests on what the body resolved. */
export function changed(
  { cited, line, gone, steps, bare }: ManuscriptContext,
  data: { from: TextRef; to: TextRef; label: string; changes: readonly Change[]; mandate?: StreamName },
): Partial<ManuscriptContext> {
  const more = data.mandate === undefined ? bareIn(steps + 1, data.changes) : [];
  return {
    label: data.label,
    text: data.to,
    cited: citedBy(cited, data.changes),
    line: sameText(data.from, data.to) ? line : [...line, data.from],
    gone: [...new Set([...gone, ...goneIn(data.changes)])],
    steps: steps + 1,
    bare: [...bare, ...more],
  };
}

/** The text and what an amendment began with, under the name of the tree. */
export function converted(
  { amendment, line }: ManuscriptContext,
  { from, to }: Extract<ManuscriptFact, { type: 'TextConverted' }>['data'],
): Partial<ManuscriptContext> {
  const began = amendment && sameText(amendment.origin, from) ? { ...amendment, origin: to } : amendment;
  return { text: to, line: [...line, from], amendment: began };
}

/** Everything that a change ever answered, each once. */
export const citedBy = (
  before: readonly StreamName[],
  changes: readonly Grounded[],
): readonly StreamName[] => [
  ...new Set([...before, ...changes.flatMap(({ cites }) => (cites === null ? [] : [cites]))]),
];
