import { advanceCase } from '../case/advance.ts';
import type { CaseState } from '../case/case.ts';
import { caseRows } from '../case/rows.ts';
import { compileProcedure, readDefinition } from '../procedure/procedure.ts';
import { EnterAnswer, enterAnswer } from '../stages/file/answer.ts';
import type { FilingOutcome } from '../stages/file/facts.ts';
import type { FilingState } from '../stages/file/filing.ts';
import { filingRows } from '../stages/file/rows.ts';
import { sendFiling } from '../stages/file/send.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';
import { adopted, AMENDING, CASE, FILING, OFFICE, onPaper, PLAN, type Tale } from './filed-case.ts';
import { refOf, uuid } from './given.ts';

export const AUTHORITY = uuid(9);
export const TEXT = refOf(PLAN);
export const stream = `filing/${FILING}`;
export const BARE = { letter: '请示' as const, manifest: [], channel: null };
export const PACKAGE = { ...BARE, manifest: [{ title: '编制说明', text: refOf('编制说明') }] };
export const DUE = '2026-06-30T16:00:00.000Z';

export const changed = (authority: object) => ({
  ...AMENDING,
  steps: AMENDING.steps.map((step) =>
    step.id === 'authority' ? { ...step, with: { ...step.with, ...authority } } : step,
  ),
});
/** The procedure in which the authority's stage has no way for one outcome. */
export const unrouted = (without: string) => ({
  ...AMENDING,
  steps: AMENDING.steps.map((step) => {
    const then = Object.entries(step.then).filter(([outcome]) => outcome !== without);
    return step.id === 'authority' ? { ...step, then: Object.fromEntries(then) } : step;
  }),
});
export const sent = (authority: string | null = null) =>
  adopted({ authority, due: DUE }).does(OFFICE, sendFiling, [FILING, PACKAGE]);
export const reply = (outcome: FilingOutcome, more: object = {}) =>
  EnterAnswer.parse({
    outcome,
    number: '某卫发〔2026〕8号',
    on: '2026-04-10',
    register: '收〔2026〕31号',
    letter: refOf('来文'),
    points: ['approved', 'recorded'].includes(outcome) ? [] : ['指标口径与市规划不一致'],
    elsewhere: onPaper('2026-04-11'),
    ...more,
  });
export const LATER = '2026-04-11T02:00:00.000Z';
export const answered = (outcome: FilingOutcome) =>
  sent()
    .at(LATER)
    .does(OFFICE, enterAnswer, [FILING, reply(outcome)]);
export const leave = (tale: Tale) => tale.when(OFFICE, advanceCase, [CASE, { stage: 'authority' }]);
export const rulesOf = (decision: object) =>
  'notices' in decision ? (decision.notices as { rule: string }[]).map(({ rule }) => rule) : [];

export function folded({ history }: Tale) {
  const kind = streamKind('filing');
  const start = { state: emptyState(kind), effects: [] as readonly unknown[] };
  return (history[stream] ?? []).reduce((so, fact) => nextState(kind, so.state, fact), start);
}
export const owed = (tale: Tale) =>
  filingRows(FILING, folded(tale).state as FilingState).obligations.map(({ verb, due }) => [verb, due]);
export function caseOwes({ history }: Tale): readonly (string | null)[] {
  const read = readDefinition(AMENDING);
  if ('faults' in read) throw new Error('the fixture is a definition');
  const procedure = compileProcedure(read.definition);
  const kind = streamKind('case', procedure);
  const state = (history[`case/${CASE}`] ?? []).reduce(
    (so, fact) => nextState(kind, so, fact).state,
    emptyState(kind),
  );
  return caseRows(CASE, state as CaseState, procedure).obligations.map(({ due }) => due);
}
