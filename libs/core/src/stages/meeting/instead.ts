import { against, type Refusal } from '../../refusal.ts';
import type { Basis } from './basis.ts';
import type { RecordMeeting } from './held.ts';

const WAYS = {
  paper: { zh: '传阅会签', en: 'on circulated paper' },
  telephone: { zh: '电话征求意见', en: 'by telephone' },
  'in-person': { zh: '个别征求意见', en: 'one by one' },
} as const;

/**
 * 以传阅会签、个别征求意见代替会议: a decision that is recorded as anything but a meeting.
 *
 * @source “三重一大”决策制度 不得以传阅会签或者个别征求意见等形式代替集体研究和会议表决
 */
export function circulated({ outcome, elsewhere: { medium } }: RecordMeeting): Refusal | null {
  if (medium === 'meeting' || outcome === 'deferred' || outcome === 'withdrawn') return null;
  const { zh, en } = WAYS[medium];
  return against(
    'meeting.circulation',
    `以${zh}代替会议作出决定`,
    `Decided ${en}, in the place of a meeting`,
    { medium },
    { zh: '请召集会议集体研究', en: 'Call a meeting on it' },
  );
}

/** 合并表决: several items of a congress under one vote. @source 企业民主管理规定 §22 重要事项分项表决 */
export const merged = ({ kind }: Pick<Basis, 'kind'>, { together = 1 }: RecordMeeting): Refusal | null =>
  kind !== 'congress@1' || together < 2
    ? null
    : against(
        'congress.itemised',
        `${together}项议题合并表决，重要事项应当分项表决`,
        `${together} items under one vote; a congress votes on important matters one by one`,
        { together },
        { zh: '请分项表决', en: 'Vote on each by itself' },
      );
