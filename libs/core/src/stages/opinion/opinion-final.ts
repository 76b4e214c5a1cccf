import type { Given, Known } from '../../decider.ts';
import { procedureOf } from '../../case/advance.ts';
import { stagesOf } from '../../procedure/definition.ts';
import { against, type Refusal } from '../../refusal.ts';
import { parseStream } from '../../stream.ts';
import { fixes } from '../meeting/dispositions.ts';
import { numbersSaid } from '../numbers-said.ts';
import { opinionsOf, type OpinionState } from './opinion.ts';

/** Whether a body has met already to settle the opinions of this case: before that nothing can be final. */
const settledOnce = (known: Known, caseId: string): boolean =>
  stagesOf(procedureOf(known, caseId).definition).some(
    ({ id }) =>
      (known.state('case', caseId)?.context.entered[id]?.round ?? 0) > 0 &&
      fixes(known, { case: caseId, stage: id }),
  );

const OPEN: readonly OpinionState['value'][] = ['given', 'proposed', 'merged'];

/** Numbers of the opinions of which nothing is settled. They must be known. */
const openNumbers = (known: Known, caseId: string): readonly number[] =>
  opinionsOf(known, caseId).flatMap((name) => {
    const state = known.state('opinion', parseStream(name).id);
    return state && OPEN.includes(state.value) ? [state.context.no] : [];
  });

/**
 * 采纳情况未全部确定: before the text goes on to the bodies that decide, what becomes of every opinion is settled. Null
 * where no body of the procedure settles opinions, or none has met for it yet.
 *
 * @source 重大行政决策程序暂行条例 §29 研究采纳情况（参照）
 */
export function unsettled(given: Given, caseId: string): Refusal | null {
  if (!settledOnce(given, caseId)) return null;
  const open = openNumbers(given, caseId);
  if (open.length === 0) return null;
  return against(
    'opinion.final',
    `尚有意见的采纳情况未研究确定：第${numbersSaid(open)}号`,
    `What becomes of opinions ${open.join(', ')} is not settled yet`,
    { open: [...open] },
    {
      zh: '请拟定采纳情况，经研究后逐条确定',
      en: 'Propose what becomes of each, and have the body settle it',
    },
  );
}
