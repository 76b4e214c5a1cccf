import { z } from 'zod';
import { stageStreams, type CaseState } from '../../case/case.ts';
import { record, type Known } from '../../decider.ts';
import { notNow } from '../../refusal.ts';
import { parseStream, streamName } from '../../stream.ts';
import { NO_TEXT } from '../../procedure/compile.ts';
import type { StageKind } from '../stage-kind.ts';
import { outdated, standing } from './send.ts';

/** Whether and how an authority answers: not at all, 审批（审议同意）, or 备案. */
const Params = z.strictObject({
  authority: z.enum(['none', 'approve', 'record']),
  subject: z.enum(['scheme', 'manuscript']),
});

const filingOf = (known: Known, state: CaseState | undefined, stage: string) => {
  const name = stageStreams(state, stage).find((stream) => stream.startsWith('filing/'));
  return name && known.state('filing', parseStream(name).id);
};

/** 报批、报备: left by `case.advance` once the authority has answered. */
export const file: StageKind<z.infer<typeof Params>> = {
  kind: 'file@1',
  params: Params,
  outcomes: ['approved', 'recorded', 'returned'],
  meaning: ({ authority, subject }) =>
    authority === 'none'
      ? NO_TEXT
      : {
          subject,
          makesText: false,
          approving: authority === 'approve' ? ['approved'] : ['approved', 'recorded'],
          binds: true,
          issues: false,
        },
  enter({ given, caseId, case: state, stage, due }, { authority, subject }) {
    if (authority === 'none') return [];
    const { title } = state.context;
    const data = {
      case: caseId,
      stage: stage.id,
      subject,
      title,
      mode: authority,
      authority: state.context.authority,
      due,
    };
    return [record(streamName('filing', given.id(`${stage.id}/filing`)), { type: 'FilingPrepared', data })];
  },
  leaveNeeds: (known, caseId, stage) =>
    stageStreams(known.state('case', caseId), stage.id).map((read) => ({ read })),
  leave(given, caseId, stage, { authority }) {
    if (authority === 'none') return { outcome: 'recorded', text: null, notices: [] };
    const filing = filingOf(given, given.state('case', caseId), stage.id);
    const { answer, text } = filing?.context ?? { answer: null, text: null };
    if (!filing || !answer)
      return {
        refusal: notNow(
          'filing.answered',
          '主管部门尚未答复，不能办结',
          'The authority has not answered yet',
          standing(filing),
          { zh: '还需主管部门答复', en: 'The answer of the authority' },
        ),
      };
    const refusal = outdated(given, filing);
    return refusal
      ? { refusal }
      : { outcome: answer.outcome, text, notices: [], sum: { number: answer.number } };
  },
};
