import { procedureOf } from '../../case/advance.ts';
import type { Given, Known } from '../../decider.ts';
import { against, type Refusal } from '../../refusal.ts';
import { parseStream } from '../../stream.ts';
import { proposedNow, type Proposed } from '../opinion.ts';
import type { MeetingContext } from './meeting.ts';
import { meetingParams } from './params.ts';

/** Whether passing the item settles the opinions (采纳情况). The case must be known. */
export const fixes = (
  known: Known,
  { case: caseId, stage }: Pick<MeetingContext, 'case' | 'stage'>,
): boolean =>
  meetingParams.safeParse(procedureOf(known, caseId).stage(stage).params).data?.fixesOpinions ?? false;

/** 拟采纳情况 that passing would settle now. */
export const toSettle = (
  known: Known,
  context: Pick<MeetingContext, 'case' | 'stage'>,
): readonly Proposed[] => (fixes(known, context) ? proposedNow(known, context.case) : []);

/** 采纳情况一致: what was put to the vote is what is settled. Answers a refusal when a proposal has changed since. */
export function dispositionsMoved(given: Given, context: MeetingContext): Refusal | null {
  const opinions = moved(context.dispositions, toSettle(given, context)).map(
    (name) => given.state('opinion', parseStream(name).id)?.context.no ?? 0,
  );
  if (opinions.length === 0) return null;
  return against(
    'meeting.dispositions-moved',
    `提请审议后，第${opinions.join('、')}条意见的拟采纳情况有变更，不能按原表决宣布`,
    `What is proposed for opinions ${opinions.join(', ')} has changed since the item was put`,
    { opinions },
    { zh: '请重新提请审议并表决', en: 'Put the item again and vote again' },
  );
}

/** Opinions that are only in one of the lists, or stand differently in the two. */
function moved(put: readonly Proposed[], now: readonly Proposed[]): readonly Proposed['opinion'][] {
  const standing = new Map(now.map((one) => [one.opinion, one]));
  const before = new Map(put.map((one) => [one.opinion, one]));
  return [...new Set([...before.keys(), ...standing.keys()])].filter((name) => {
    const [was, is] = [before.get(name), standing.get(name)];
    return was?.disposition !== is?.disposition || was?.proposal !== is?.proposal;
  });
}
