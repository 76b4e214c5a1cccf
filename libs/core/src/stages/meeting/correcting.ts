import type { Given } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { noQuorum } from './conditions.ts';
import type { MeetingContext } from './context.ts';
import { withConditions } from './declare.ts';
import type { Sum } from './facts.ts';
import { resolve } from './resolution.ts';

/** 更正理由 is missing where it is due. */
export const withoutReason = (reason: string | undefined): Refusal | null =>
  reason === undefined
    ? against(
        'meeting.correct-reason',
        '决议宣布后更正登记，应当说明理由',
        'To correct an entry after the resolution takes a reason',
        {},
        { zh: '请填写更正理由；原登记和更正都保留', en: 'Give the reason; both entries are kept' },
      )
    : null;

/** 纪要签发后不再更正; a meeting that was entered afterwards is corrected by its record. */
export function closedToCorrection({ attended, filed }: MeetingContext): Refusal | null {
  if (attended !== null)
    return notNow(
      'meeting.recorded-held',
      '本次会议系事后补录，登记不在会场更正',
      'This meeting was entered afterwards: its entries are not corrected in the room',
      {},
      { zh: '请在补录单上提出异议或者更正', en: 'Object to the record, or correct it there' },
    );
  if (filed.minutes === null) return null;
  return notNow(
    'meeting.minutes-issued',
    '会议纪要已签发归档，登记不再更正',
    'The minutes are issued: the entries stay as they are',
    {},
    {
      zh: '确有错误的，重新签发会议纪要并归档',
      en: 'Where something is wrong, issue and file the minutes anew',
    },
  );
}

/**
 * 更正不改变决议: the sum of the resolution done anew with what is put right. Where that came to another outcome, the
 * body itself has to decide again.
 *
 * @source 重大行政决策程序暂行条例 §37 未经法定程序不得随意变更或者停止执行
 */
export function stillStands(
  given: Given,
  context: MeetingContext,
): { readonly sum: Sum } | { readonly refusal: Refusal } {
  const found = resolve(given, context);
  if ('refusal' in found)
    return { refusal: wouldFall(context, found.refusal.said.zh, found.refusal.said.en) };
  const lost = found.outcome === 'deferred' ? null : noQuorum(context);
  if (lost) return { refusal: wouldFall(context, lost.said.zh, lost.said.en) };
  if (found.outcome !== context.outcome)
    return { refusal: wouldFall(context, String(found.sum['zh']), String(found.sum['en'])) };
  return { sum: withConditions(found.sum, context.conditions.length) };
}

/** The refusal of a correction that would turn what was declared. */
export const wouldFall = ({ rule, outcome }: MeetingContext, zh: string, en: string): Refusal => ({
  ...against(
    'meeting.resolution-stands',
    `更正后的结果（${zh}）与已宣布的决议不一致，不能以更正改变决议`,
    `Put right, it comes to something else than what was declared (${en}); a correction does not change a resolution`,
    { declared: outcome === null ? '' : rule.words[outcome] },
    {
      zh: '登记确有错误、影响结果的，由本机构复议，重新作出决定',
      en: 'Where the entry was wrong and turns the result, the body reconsiders and decides again',
    },
  ),
  basis: '《重大行政决策程序暂行条例》第三十七条（参照）',
});

/** 本人表决: nobody else's to correct. */
export const ownVote = (post: string): Refusal =>
  against(
    'meeting.own-vote',
    '该成员本人在线表决，不能由会议秘书更正',
    'The member cast this vote in person; the secretary does not correct it',
    { post },
  );
