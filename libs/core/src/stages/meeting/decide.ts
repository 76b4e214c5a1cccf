import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Decision, type Given } from '../../decider.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { cast } from '../../vote-facts.ts';
import { Conditions, drafted, overdueAlready, strangeOwner, unpaired } from '../condition/imposing.ts';
import { unrouted } from './basis.ts';
import { imposingOf, itsBallot, itsCase, outdated, standing } from './conditions.ts';
import type { Counts, MeetingContext, MeetingOutcome, MeetingState } from './meeting.ts';
import { presider, seatOf } from './roll.ts';
import { unvoted } from './rows.ts';
import { tallyOf } from './tally.ts';
import { chairLast } from './vote.ts';

export const DecideItem = z
  .strictObject({
    outcome: z
      .enum(['passed', 'in-principle', 'not-passed', 'deferred'])
      .meta({ description: '通过、原则通过、不通过、缓议 · the outcome' }),
    reason: z.string().trim().min(1).max(4000).optional().meta({ description: '理由 · the reason' }),
    conditions: Conditions.optional().meta({
      description: '原则通过所附的条件 · what is asked for with an agreement in principle',
    }),
  })
  .meta({ id: 'DecideItem', description: '主持人决定 · the chair decides' });

/**
 * 主持人决定. In a body that its chief leads (首长负责制) the chair decides after discussion and says why when that
 * departs from the majority. In a body that votes the count binds the chair too: the item can only be put off (缓议).
 *
 * @source 重大行政决策程序暂行条例 §30
 */
export const decideItem: Command<'meeting', z.infer<typeof DecideItem>> = {
  verb: 'meeting.decide',
  on: 'meeting',
  during: ['open', 'put'],
  needs: (known, id) => [...itsCase(known, id), ...itsBallot(known, id)],
  decide(given, id, body) {
    const state = given.state('meeting', id);
    if (!state || !mayDecide(state, body.outcome))
      return refuse(
        notNow(
          'meeting.put',
          '议题未提请审议，或已决定',
          'The item is not open to a decision',
          standing(state),
        ),
      );
    const refusal = hindered(given, state, body);
    return refusal ? refuse(refusal) : decided(given, id, state, body);
  },
};

const hindered = (given: Given, state: MeetingState, body: z.infer<typeof DecideItem>): Refusal | null =>
  notPresiding(given, state.context) ??
  outdated(given, state.context) ??
  boundByVote(state, body.outcome) ??
  misconditioned(given, state.context, body) ??
  lacksReason(given, state, body);

function decided(
  given: Given,
  id: string,
  state: MeetingState,
  { outcome, reason, conditions = [] }: z.infer<typeof DecideItem>,
): Decision {
  const { context } = state;
  const majority = majorityOf(tallyOf(given, context));
  const notices = [...unheard(state), ...withoutCounsel(given, state)];
  const asked = drafted(given, imposingOf(id, context), conditions);
  const departs = departsFrom(majority, outcome);
  const fact = {
    type: 'ItemDecided',
    data: { outcome, majority, departs, conditions: asked.imposed, notices },
  };
  const sealed = reason === undefined ? [] : sealedBy(given.actor, { reason });
  return { facts: [record(streamName('meeting', id), fact, sealed), ...asked.facts], notices };
}

export type Majority = 'passed' | 'not-passed' | null;

/** 原则通过 departs from a majority against, not from one in favour. */
export const departsFrom = (majority: Majority, outcome: MeetingOutcome): boolean =>
  majority !== null && majority !== (outcome === 'in-principle' ? 'passed' : outcome);

/** 附条件 and 原则通过 come together, and lead somewhere. */
function misconditioned(
  given: Given,
  context: MeetingContext,
  { outcome, conditions = [] }: z.infer<typeof DecideItem>,
): Refusal | null {
  return (
    unpaired(outcome, conditions) ??
    (outcome === 'in-principle' ? unrouted(given, context, outcome) : null) ??
    strangeOwner(given, conditions) ??
    overdueAlready(given, conditions)
  );
}

/** @source 重大行政决策程序暂行条例 §30 行政首长拟作出的决定与多数人的意见不一致的，应当在会上说明理由 */
function lacksReason(
  given: Given,
  state: MeetingState,
  { outcome, reason }: z.infer<typeof DecideItem>,
): Refusal | null {
  if (reason !== undefined) return null;
  const majority = majorityOf(tallyOf(given, state.context));
  if (!departsFrom(majority, outcome) && outcome !== 'deferred') return unconsulted(given, state);
  return against(
    'meeting.reason',
    '与多数意见不一致或者缓议的，应当说明理由',
    'Departing from the majority, or putting off, takes a reason',
    { majority, outcome },
  );
}

/** Whether the chief of the body decides although nobody else has said anything. */
function alone(given: Given, state: MeetingState): boolean {
  const { context } = state;
  if (!state.matches('put') || context.rule.decides !== 'chair') return false;
  if (context.rule.ballot !== 'named') {
    const tally = tallyOf(given, context);
    return tally === null || cast(tally) === 0;
  }
  const chief = presider(context.roll, context.present)?.post;
  return context.votes.every(({ post }) => post === chief);
}

const UNHEARD = {
  zh: '会议组成人员尚无人发表意见',
  en: 'No member of the body has given an opinion',
};

/** 集体讨论: the chief decides after the others have spoken, or says why not. */
const unconsulted = (given: Given, state: MeetingState): Refusal | null =>
  alone(given, state)
    ? {
        ...against(
          'meeting.heard',
          `${UNHEARD.zh}，主持人作出决定应当说明理由`,
          `${UNHEARD.en}: whoever presides gives a reason for deciding`,
          { votes: 0 },
          { zh: '请会议组成人员发表意见，或者说明理由', en: 'Hear the members, or give a reason' },
        ),
        basis: '《重大行政决策程序暂行条例》第三十条',
      }
    : null;

const withoutCounsel = (given: Given, state: MeetingState): readonly Notice[] =>
  alone(given, state) ? [{ rule: 'meeting.heard', said: UNHEARD, facts: { votes: 0 } }] : [];

function unheard(state: MeetingState): readonly Notice[] {
  if (!state.matches('put') || state.context.rule.decides !== 'chair') return [];
  const waiting = unvoted(state.context).length;
  return waiting > 0 ? [chairLast(waiting)] : [];
}

const mayDecide = (state: MeetingState, outcome: MeetingOutcome): boolean =>
  state.matches('put') || (state.matches('open') && outcome === 'deferred');

function notPresiding(given: Given, { roll, present }: MeetingContext): Refusal | null {
  const seat = seatOf(roll, given.actor);
  if (seat && seat.post === presider(roll, present)?.post) return null;
  return against('meeting.presides', '须由到会的主持人决定', 'Only whoever presides and is present decides', {
    post: given.actor.post,
  });
}

function boundByVote(state: MeetingState, outcome: MeetingOutcome): Refusal | null {
  const { rule } = state.context;
  if (rule.decides === 'chair') return null;
  const sealedBox = rule.ballot === 'secret' && state.matches('put');
  if (outcome === 'deferred' && !sealedBox) return null;
  return against(
    'meeting.vote-binds',
    sealedBox ? '已开始无记名投票，须计票后宣布' : '本机构票决，主持人不能以决定代替表决结果，只能缓议',
    'This body decides by vote; the chair cannot replace the count, only put the item off before it is taken',
    { outcome, decides: rule.decides },
  );
}

/** More for than against, or the reverse; null when even or nobody spoke. */
export function majorityOf(tally: Counts | null): Majority {
  if (!tally || tally.yes === tally.no) return null;
  return tally.yes > tally.no ? 'passed' : 'not-passed';
}
