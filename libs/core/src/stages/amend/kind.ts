import { z } from 'zod';
import { streamOf } from '../../case/case.ts';
import { record, type Known } from '../../decider.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import { manuscriptOf } from '../manuscript/compile.ts';
import type { StageKind } from '../stage-kind.ts';

const Params = z.strictObject({});

/** The filing whose answer is met: the last one of the case. */
const filingOf = (known: Known, caseId: string): StreamName | undefined =>
  streamOf(known.state('case', caseId), 'filing');

/** 补正修改: the text is changed after the gates, and ends with the class of its change. */
export const amend: StageKind<z.infer<typeof Params>> = {
  kind: 'amend@1',
  params: Params,
  outcomes: [],
  outcomesIn: ({ amendments }) => (amendments?.classes ?? []).map(({ id }) => id),
  meaning: () => ({
    subject: 'manuscript',
    makesText: true,
    approving: [],
    binds: false,
    issues: false,
    amends: true,
  }),
  enterNeeds(known, caseId) {
    const filing = filingOf(known, caseId);
    return [
      ...manuscriptOf(known, caseId).map((write) => ({ write })),
      ...(filing ? [{ read: filing }] : []),
    ];
  },
  enter({ given, caseId, case: state, stage, round, due }) {
    const about = filingOf(given, caseId) ?? null;
    const answer = about && given.state('filing', parseStream(about).id)?.context.answer;
    const text = state.context.texts.manuscript;
    const points = answer?.points ?? 0;
    const data = { case: caseId, stage: stage.id, round, due, text, about, points };
    const stream = streamOf(state, 'manuscript') ?? streamName('manuscript', given.id('manuscript'));
    return [record(stream, { type: 'AmendmentRequested', data })];
  },
};
