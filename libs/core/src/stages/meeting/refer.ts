import { z } from 'zod';
import { closeStage, closingNeeds, procedureOf } from '../../case/advance.ts';
import {
  both,
  record,
  refuse,
  sealedBy,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
} from '../../decider.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { cast } from '../../vote-facts.ts';
import { Reason } from '../handed-in.ts';
import { boxClosed, lapsing, lapsingNeeds, readingEnded } from './called-before.ts';
import { attendance, itsBallot, itsCase, outdated, standing, unreachable } from './conditions.ts';
import type { ReferredBecause, Sum } from './facts.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { ifPutNow } from './membership.ts';
import { statedSum } from './resolution.ts';
import { notRunning } from './roll.ts';
import { unvoted } from './rows.ts';
import { tablingNeeds } from './tabled.ts';
import { tallyOf } from './tally.ts';

export const ReferItem = z
  .strictObject({ reason: Reason('事由', 'why', 4000) })
  .meta({ id: 'ReferItem', description: '提请上级决定 · refers the item to the body above' });

/**
 * 提请上级决定: after recusal too few are left to decide, or the two sides are about even. Where the procedure says what
 * follows, the stage ends so; otherwise it waits for the answer of the organ above, which the office records.
 *
 * @source 中国共产党地方委员会工作条例 分歧双方人数接近的，可以再次讨论；重大问题报上级决定
 * @source 公司法 §139 无关联关系人数不足三人的，提交上一级机构审议
 */
export const referItem: Command<'meeting', z.infer<typeof ReferItem>> = {
  verb: 'meeting.refer',
  on: 'meeting',
  during: ['called', 'open', 'put'],
  needs: (known, id) => [
    ...itsCase(known, id),
    ...itsBallot(known, id),
    ...tablingNeeds(known, id),
    ...endingNeeds(known, id),
  ],
  decide(given, id, { reason }) {
    const state = given.state('meeting', id);
    if (!isUndecided(state))
      return refuse(
        notNow(
          'meeting.refers',
          '会议未召集，或者议题已有决定',
          'The meeting has not been called, or the item has been decided',
          standing(state),
        ),
      );
    const context = state.matches('put') ? state.context : ifPutNow(given, state.context);
    const refusal = notRunning(given, context) ?? outdated(given, context);
    if (refusal) return refuse(refusal);
    const because = reasonOf(given, state, context);
    return because ? referred(given, id, { state, context, because, reason }) : refuse(decidable(context));
  },
};

const isUndecided = (state: MeetingState | undefined): state is MeetingState =>
  state !== undefined && ['called', 'open', 'put'].some((value) => value === state.value);

const endingNeeds = (known: Known, id: string): readonly Need[] => {
  const context = known.state('meeting', id)?.context;
  if (!context) return [];
  return [
    ...closingNeeds(known, context.case, context.stage),
    ...lapsingNeeds(known, context, streamName('meeting', id)),
    ...(context.ballot ? [{ write: context.ballot }] : []),
  ];
};

/** Why the body does not decide it; null when it can. */
function reasonOf(given: Given, state: MeetingState, context: MeetingContext): ReferredBecause | null {
  if (unreachable(context)) return 'recusal';
  return state.matches('put') && isEven(given, context) ? 'even' : null;
}

/** 分歧双方人数相当: everybody has voted, and the two sides are one apart at the most. */
function isEven(given: Given, context: MeetingContext): boolean {
  const tally = tallyOf(given, context);
  if (context.rule.decides === 'chair' || !tally || cast(tally) === 0) return false;
  return unvoted(context).length === 0 && tally.no > 0 && Math.abs(tally.yes - tally.no) <= 1;
}

const decidable = (context: MeetingContext): Refusal =>
  against(
    'meeting.refers',
    '本机构可以就该议题作出决定，不属于提请上级决定的情形',
    'The body can decide on this item; it is not for the body above',
    { ...attendance(context) },
    {
      zh: '回避后人数不足，或者表决双方人数相当的，可以提请上级决定',
      en: 'It is referred when too few are left after recusal, or when the two sides are about even',
    },
  );

interface Referring {
  readonly state: MeetingState;
  readonly context: MeetingContext;
  readonly because: ReferredBecause;
  readonly reason: string;
}

const outcome = 'referred';

function referred(given: Given, id: string, { state, context, because, reason }: Referring): Decision {
  const { case: caseId, stage, rule, item } = context;
  const follows = outcome in procedureOf(given, caseId).stage(stage).stage.then;
  // 复议: the resolution stays in force until the organ above says otherwise.
  const routed = follows && context.reconsiders === null;
  const sum = sumOf(given, context, because);
  const notices = routed ? [] : [toBeAsked(because)];
  const data = { outcome, because, words: rule.words.referred, sum, text: item.text, routed, notices };
  const by = streamName('meeting', id);
  const fact = record(by, { type: 'ItemReferred', data }, sealedBy(given.actor, { reason }));
  const facts = [fact, ...boxClosed(given, state), ...readingEnded(context.tabling, by)];
  if (!routed) return { facts, notices };
  const ended = lapsing(given, context, { because: 'declared', by });
  const leaving = { outcome, text: item.text, notices: context.notices, sum };
  return both({ facts: [...facts, ...ended] }, closeStage(given, caseId, stage, leaving));
}

function sumOf(given: Given, context: MeetingContext, because: ReferredBecause): Sum {
  const by =
    because === 'recusal'
      ? { zh: '回避后人数不足', en: 'too few are left after recusal' }
      : { zh: '双方人数相当', en: 'the two sides are about even' };
  const tally = because === 'even' ? tallyOf(given, context) : null;
  return statedSum(context.rule, attendance(context), { outcome, tally, by });
}

const toBeAsked = (because: ReferredBecause): Notice => ({
  rule: 'meeting.refers',
  said: {
    zh: '本机构不能作出决定，由规划办提请上级决定，并登记上级答复',
    en: 'The body does not decide; the office asks the organ above and records its answer',
  },
  facts: { because },
});
