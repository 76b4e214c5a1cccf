import { z } from 'zod';
import { procedureOf } from '../../case/advance.ts';
import type { Given, Known } from '../../decider.ts';
import { against, type Refusal } from '../../refusal.ts';
import { parseStream, type StreamName } from '../../stream.ts';
import { proposedNow, type Proposed } from '../opinion/opinion-settle.ts';
import type { MeetingContext } from './meeting.ts';
import { meetingParams } from './params.ts';

export const Exceptions = z.array(z.int().min(1)).max(200).meta({
  description: '不一并确定的意见号 · numbers of opinions that are not settled with the others',
});

type Where = Pick<MeetingContext, 'case' | 'stage'>;

/** Whether passing the item settles the opinions (采纳情况). The case must be known. */
export const fixes = (known: Known, { case: caseId, stage }: Where): boolean =>
  meetingParams.safeParse(procedureOf(known, caseId).stage(stage).params).data?.fixesOpinions ?? false;

const numberOf = (known: Known, name: StreamName): number =>
  known.state('opinion', parseStream(name).id)?.context.no ?? 0;

/** 拟采纳情况 that passing would settle now, but for the opinions with these numbers. */
export const toSettle = (
  known: Known,
  context: Where,
  except: readonly number[] = [],
): readonly Proposed[] =>
  fixes(known, context)
    ? proposedNow(known, context.case).filter(({ opinion }) => !except.includes(numberOf(known, opinion)))
    : [];

/** Exceptions that are none: a number of which nothing is proposed, or a meeting that settles no opinions. */
export function strangeExceptions(
  given: Given,
  context: Where,
  except: readonly number[] = [],
): Refusal | null {
  if (except.length === 0) return null;
  const waiting = toSettle(given, context).map(({ opinion }) => numberOf(given, opinion));
  const strange = except.filter((no) => !waiting.includes(no));
  if (strange.length === 0) return null;
  return against(
    'meeting.exceptions',
    `第${strange.join('、')}号意见没有待确定的拟采纳情况，不能列为除外`,
    `Nothing is proposed for opinions ${strange.join(', ')}: they cannot be excepted`,
    { strange, waiting },
    { zh: '请按待确定的意见号填写', en: 'Name opinions of which something is proposed' },
  );
}

/** 采纳情况一致: what was put to the vote is what is settled. Answers a refusal when a proposal has changed since. */
export function dispositionsMoved(given: Given, context: MeetingContext): Refusal | null {
  const opinions = moved(context.dispositions, toSettle(given, context, context.excepted)).map((name) =>
    numberOf(given, name),
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
