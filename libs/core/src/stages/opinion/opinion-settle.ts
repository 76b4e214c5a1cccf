import { record, type Given, type Known, type Recorded } from '../../decider.ts';
import { parseStream, type StreamName } from '../../stream.ts';
import type { FileRef } from '../../text-ref.ts';
import { dutyFromOpinion, type ByMeeting } from '../duty/from-opinion.ts';
import { opinionsOf } from './opinion.ts';
import type { Disposition } from './opinion-facts.ts';

/** What is proposed for one opinion; `proposal` counts from 1 and tells one proposal from the next. */
export interface Proposed {
  readonly opinion: StreamName;
  readonly disposition: Disposition;
  readonly proposal: number;
}

/** 拟采纳情况 of a case as it stands: opinions without a proposal, and settled ones, are left out. */
export const proposedNow = (known: Known, caseId: string): readonly Proposed[] =>
  opinionsOf(known, caseId).flatMap((opinion) => {
    const state = known.state('opinion', parseStream(opinion).id);
    if (!state?.matches('proposed') && !state?.matches('merged')) return [];
    if (state.context.disposition === null) return [];
    const { disposition, proposals: proposal } = state.context;
    return [{ opinion, disposition, proposal }];
  });

/**
 * The facts by which a meeting settles en bloc what was put to it. 工作中吸收 and 另行研究 become duties (督办事项) of whoever
 * was proposed; what was merged into another opinion is carried out with that one.
 */
export const settle = (given: Given, by: ByMeeting, proposed: readonly Proposed[]): readonly Recorded[] =>
  proposed.flatMap((each) => settleOne(given, by, each));

/** @param more what the fact says besides */
export function settleOne(
  given: Given,
  by: ByMeeting,
  { opinion, disposition }: Pick<Proposed, 'opinion' | 'disposition'>,
  more: { readonly original?: FileRef } = {},
): readonly Recorded[] {
  const context = given.state('opinion', parseStream(opinion).id)?.context;
  const duty =
    context?.taken && context.into === null
      ? dutyFromOpinion(given, by, { opinion, no: context.no, disposition, taken: context.taken })
      : null;
  const data = { disposition, meeting: by.meeting, ...(duty ? { duty: duty.stream } : {}), ...more };
  return [record(opinion, { type: 'DispositionFixed', data }), ...(duty ? [duty] : [])];
}
