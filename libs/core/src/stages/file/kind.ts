import { decidedOn, exemptedFor, stageStreams, type CaseState } from '../../case/case.ts';
import { record, type Given, type Known } from '../../decider.ts';
import { NO_TEXT } from '../../procedure/compile.ts';
import type { Stage } from '../../procedure/definition.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import type { Entering, Leaving, StageKind } from '../stage-kind.ts';
import { standing, type FilingState } from './filing.ts';
import { fileParams, type FileParams } from './params.ts';
import { outdated } from './send.ts';

/** The filing of a stage's last round. */
const filingOf = (state: CaseState | undefined, stage: string): StreamName | undefined =>
  stageStreams(state, stage).find((stream) => stream.startsWith('filing/'));

const known = (given: Known, name: StreamName | undefined): FilingState | undefined =>
  name && given.state('filing', parseStream(name).id);

/** 报批、报备: left by `case.advance` once the authority has answered, or was not waited for any longer. */
export const file: StageKind<FileParams> = {
  kind: 'file@1',
  params: fileParams,
  outcomes: ['approved', 'recorded', 'returned'],
  routable: ['approved-with-changes', 'unanswered'],
  meaning: ({ authority, subject }) =>
    authority === 'none'
      ? NO_TEXT
      : {
          subject,
          makesText: false,
          approving: authority === 'approve' ? ['approved'] : ['approved', 'recorded'],
          provided: ['approved-with-changes'],
          exempting: ['unanswered'],
          binds: true,
          issues: false,
        },
  enterNeeds(loaded, caseId, stage) {
    const last = filingOf(loaded.state('case', caseId), stage.id);
    return last ? [{ write: last }] : [];
  },
  enter(entering, { authority, subject }) {
    if (authority === 'none') return [];
    return stands(entering, subject) ?? [prepared(entering, { authority, subject })];
  },
  leaveNeeds: (loaded, caseId, stage) =>
    stageStreams(loaded.state('case', caseId), stage.id).map((read) => ({ read })),
  leave(given, caseId, stage, { authority }) {
    if (authority === 'none') return { outcome: 'recorded', text: null, notices: [] };
    const state = given.state('case', caseId);
    const filing = known(given, filingOf(state, stage.id));
    const leaving = filing && (answered(filing, stage) ?? waived(given, state, filing, stage));
    if (!leaving) return { refusal: unanswered(filing) };
    const refusal = outdated(given, filing);
    return refusal ? { refusal } : leaving;
  },
};

/** 修改后同意: the changed text was classed so that the approval stands; it is not filed again. */
function stands(
  { given, case: state, stage, round }: Entering,
  subject: 'scheme' | 'manuscript',
): readonly ReturnType<typeof record>[] | null {
  const last = filingOf(state, stage.id);
  const text = state.context.texts[subject];
  const promised = known(given, last)?.context.answer?.outcome === 'approved-with-changes';
  if (!last || !text || !promised || !decidedOn(state.context, stage.id, text)) return null;
  return [record(last, { type: 'AnswerStands', data: { stage: stage.id, round, text } })];
}

function prepared(
  { given, caseId, case: state, stage, due }: Entering,
  { authority, subject }: { authority: 'approve' | 'record'; subject: 'scheme' | 'manuscript' },
): ReturnType<typeof record> {
  const data = {
    case: caseId,
    stage: stage.id,
    subject,
    title: state.context.title,
    mode: authority,
    authority: state.context.authority,
    due,
    before: known(given, filingOf(state, stage.id))?.context.no ?? 0,
  };
  return record(streamName('filing', given.id(`${stage.id}/filing`)), { type: 'FilingPrepared', data });
}

/** The answer, where the procedure routes it; 修改后同意 goes where 退回补正 goes otherwise. */
function answered(filing: FilingState, { then }: Stage): Leaving | null {
  const { answer, text } = filing.context;
  if (!filing.matches('answered') || !answer) return null;
  const { outcome, number, points } = answer;
  const routed = outcome in then ? outcome : 'returned';
  return { outcome: routed, text, notices: [], sum: { number, ...(points > 0 ? { points } : {}) } };
}

/** 不待答复，先行印发: on a leader's instruction, and only with an exemption of this gate for this text. */
function waived(
  given: Given,
  state: CaseState | undefined,
  filing: FilingState,
  { id, title, then }: Stage,
): Leaving | { readonly refusal: Refusal } | null {
  if (!filing.matches('waived') || !state) return null;
  const { text } = filing.context;
  if (!('unanswered' in then))
    return {
      refusal: against(
        'filing.unanswered-route',
        '本程序没有规定主管部门未答复时的去向，不能不待答复',
        'This procedure does not go on without an answer',
        { stage: id },
      ),
    };
  if (exemptedFor(state.context, id, text)) return { outcome: 'unanswered', text, notices: [] };
  return {
    refusal: against(
      'filing.exempted',
      `主管部门未答复，“${title}”须先经批准例外`,
      `Without an answer, ${id} must have been exempted`,
      { gate: id, text: text?.hash ?? null },
      { zh: '请申请例外，并由另一人确认', en: 'Ask for an exemption; another person grants it' },
    ),
  };
}

const unanswered = (filing: FilingState | undefined): Refusal =>
  notNow(
    'filing.answered',
    '主管部门尚未答复，不能办结',
    'The authority has not answered yet',
    standing(filing),
    { zh: '还需主管部门答复', en: 'The answer of the authority' },
  );
