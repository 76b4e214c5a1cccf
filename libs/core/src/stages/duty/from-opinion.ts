import { record, sealedBy, type Given, type Recorded } from '../../decider.ts';
import { streamName, type StreamName } from '../../stream.ts';
import { raisedAt } from '../charge.ts';
import type { Imposing } from '../condition/imposing.ts';
import type { Disposition, Taken } from '../opinion/opinion-facts.ts';

/** The meeting that settles opinions. */
export type ByMeeting = Omit<Imposing, 'subject'>;

/** An opinion of which something is left to do. */
interface Left {
  readonly opinion: StreamName;
  readonly no: number;
  readonly disposition: Disposition;
  readonly taken: Taken;
}

const WORDS: { readonly [disposition in Disposition]?: string } = {
  'in-work': '在工作中吸收',
  later: '另行研究并答复',
};

/** 督办事项 of an opinion: its words stand with the opinion, which only those may read who read that. */
export function dutyFromOpinion(
  given: Given,
  { case: caseId, stage, meeting, bodyKey, presider }: ByMeeting,
  { opinion, no, disposition, taken: { owner, due } }: Left,
): Recorded {
  const of = { case: caseId, stage, meeting, bodyKey, no: null, owner, due, presider };
  const data = { ...of, opinion, opinionNo: no, escalate: raisedAt(given, due) };
  const wording = `第${no}条意见：${WORDS[disposition] ?? '落实'}`;
  const stream = streamName('duty', given.id(`duty-of-opinion-${no}`));
  return record(stream, { type: 'DutyGiven', data }, sealedBy(given.actor, { wording }));
}
