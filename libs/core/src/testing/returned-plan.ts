import { advanceCase } from '../case/advance.ts';
import { type CaseState, decidedOn } from '../case/case.ts';
import { compileProcedure, readDefinition } from '../procedure/procedure.ts';
import { AmendManuscript, amendManuscript } from '../stages/amend/amend.ts';
import { EnterAnswer, enterAnswer } from '../stages/file/answer.ts';
import type { FilingOutcome } from '../stages/file/facts.ts';
import { sendFiling } from '../stages/file/send.ts';
import { manuscriptRows, type ManuscriptState } from '../stages/manuscript/manuscript.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';
import {
  adopted,
  AMENDING,
  CASE,
  FILING,
  MANUSCRIPT,
  OFFICE,
  onPaper,
  PLAN,
  REFILED,
  type Tale,
} from './filed-case.ts';
import { refOf } from './given.ts';

export const stream = `manuscript/${MANUSCRIPT}`;
export const PACKAGE = {
  letter: '请示' as const,
  manifest: [{ title: '编制说明', text: refOf('编制说明') }],
  channel: null,
};
export const TYPO = { quote: '认真贯彻', replacement: '认真组织实施', cites: null, reason: '文字规范' };
export const BEDS = {
  quote: '500张',
  replacement: '480张',
  cites: `filing/${FILING}` as const,
  reason: '按市规划口径',
};

/** The plan has come back. */
export function back(outcome: FilingOutcome = 'returned'): Tale {
  const answer = EnterAnswer.parse({
    outcome,
    number: '某卫函〔2026〕3号',
    on: '2026-04-10',
    letter: refOf('来文'),
    points: ['床位', '口径', '表述'],
    elsewhere: onPaper('2026-04-11'),
  });
  return adopted()
    .does(OFFICE, sendFiling, [FILING, PACKAGE])
    .at('2026-04-12T02:00:00.000Z')
    .does(OFFICE, enterAnswer, [FILING, answer])
    .does(OFFICE, advanceCase, [CASE, { stage: 'authority' }]);
}
export const textOf = (tale: Tale) => folded(tale).context.text ?? refOf(PLAN);
export const change = (
  tale: Tale,
  edits: readonly (typeof TYPO | typeof BEDS)[],
  of = 'editorial',
  points = [1, 2, 3],
) =>
  [
    MANUSCRIPT,
    AmendManuscript.parse({ base: textOf(tale), label: '补正稿', edits, class: of, points }),
  ] as const;
export const amended = (edits: readonly (typeof TYPO | typeof BEDS)[], of = 'editorial', tale = back()) =>
  tale.does(OFFICE, amendManuscript, change(tale, edits, of));
export const says = (of: string) => [MANUSCRIPT, { class: of, reason: '理由' }] as const;

export function folded({ history }: Tale): ManuscriptState {
  const kind = streamKind('manuscript');
  const facts = history[stream] ?? [];
  return facts.reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind)) as ManuscriptState;
}
export function caseOf({ history }: Tale): CaseState {
  const read = readDefinition(AMENDING);
  if ('faults' in read) throw new Error('the fixture is a definition');
  const kind = streamKind('case', compileProcedure(read.definition));
  const facts = history[`case/${CASE}`] ?? [];
  return facts.reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind)) as CaseState;
}
/** The gates that have decided the text as it is now. */
export const agreeing = (tale: Tale): readonly string[] => {
  const { context } = caseOf(tale);
  return ['deans', 'party', 'congress', 'authority'].filter((gate) =>
    decidedOn(context, gate, context.texts.manuscript),
  );
};
export const owed = (tale: Tale) =>
  manuscriptRows(MANUSCRIPT, folded(tale)).obligations.map(({ verb, holder }) => `${holder} ${verb}`);

export function closed(tale: Tale, stage: string, outcome: string): Tale {
  const text = caseOf(tale).context.texts.manuscript;
  const fact = { type: 'StageClosed', data: { stage, round: 1, outcome, text, notices: [], sum: {} } };
  const next = outcome === 'passed' ? 'authority' : 'amendment';
  const streams = next === 'authority' ? [`filing/${REFILED}`] : [stream];
  const entered = { type: 'StageEntered', data: { stage: next, round: 2, due: null, streams } };
  return tale.but(`case/${CASE}`, fact, entered);
}
