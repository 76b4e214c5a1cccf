import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Decision, type Given } from '../../decider.ts';
import { effectOf, weigh } from '../../procedure/effects.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { cast } from '../../vote-facts.ts';
import { Conditions } from '../condition/imposing.ts';
import { Reason } from '../handed-in.ts';
import { MandateBody } from '../mandate/giving.ts';
import { askedFor, askingNeeds, misaskedNow, unpaired } from './asked.ts';
import { unrouted } from './basis.ts';
import { readingEnded } from './called-before.ts';
import { givingOf, itsBallot, itsCase, outdated, standing } from './conditions.ts';
import type { Counts, MeetingContext, MeetingOutcome, MeetingState } from './meeting.ts';
import { askedAgain } from './reconsider.ts';
import { presider, seatOf } from './roll.ts';
import { unvoted } from './rows.ts';
import { tablingNeeds } from './tabled.ts';
import { tallyOf } from './tally.ts';
import { chairLast } from './vote.ts';

export const DecideItem = z
  .strictObject({
    outcome: z
      .enum(['passed', 'in-principle', 'not-passed', 'deferred'])
      .meta({ description: '通过、原则通过、不通过、缓议 · the outcome' }),
    reason: Reason('理由', 'the reason', 4000).optional(),
    conditions: Conditions.optional().meta({
      description: '原则通过所附的条件 · what is asked for with an agreement in principle',
    }),
    mandate: MandateBody.optional(),
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
  needs: (known, id, body) => [
    ...itsCase(known, id),
    ...itsBallot(known, id),
    ...tablingNeeds(known, id),
    ...askingNeeds(body, known.state('meeting', id)?.context.item.text),
  ],
  decide(given, id, body) {
    const state = given.state('meeting', id);
    if (!mayDecide(state, body.outcome)) return refuse(undecidable(state));
    const refusal = hindered(given, state, body);
    if (refusal) return refuse(refusal);
    const weighed = weigh(state.context.rule, unheard(state, body.outcome));
    return 'refusal' in weighed ? weighed : decided(given, id, { state, body, notices: weighed.notices });
  },
};

const hindered = (given: Given, state: MeetingState, body: z.infer<typeof DecideItem>): Refusal | null =>
  notPresiding(given, state.context) ??
  outdated(given, state.context) ??
  boundByVote(state, body.outcome) ??
  misconditioned(given, state.context, body) ??
  lacksReason(given, state, body);

interface Deciding {
  readonly state: MeetingState;
  readonly body: z.infer<typeof DecideItem>;
  /** That not everybody was heard, where it only shows. */
  readonly notices: readonly Notice[];
}

function decided(given: Given, id: string, { state, body, notices: shown }: Deciding): Decision {
  const { context } = state;
  const { reason } = body;
  const notices = [...shown, ...withoutCounsel(given, state)];
  const { fact, asked } = decisionOf(given, id, { context, body, notices });
  const sealed = reason === undefined ? [] : sealedBy(given.actor, { reason });
  const by = streamName('meeting', id);
  // Put off before it was put: what was sent beforehand is not read for this meeting any more.
  const ended = state.matches('open') ? readingEnded(context.tabling, by) : [];
  return { facts: [record(by, fact, sealed), ...ended, ...asked], notices };
}

/** What was decided, of which meeting, with the rules that show. */
export interface Decided {
  readonly context: MeetingContext;
  readonly body: z.infer<typeof DecideItem>;
  readonly notices: readonly Notice[];
}

/** The decision as a fact, and the facts that state what it asks for. */
export function decisionOf(given: Given, id: string, { context, body, notices }: Decided) {
  const { outcome } = body;
  const majority = majorityOf(tallyOf(given, context));
  const { imposed, mandate, facts } = askedFor(given, givingOf(id, context), body);
  const data = {
    outcome,
    majority,
    departs: departsFrom(majority, outcome),
    conditions: imposed,
    ...(mandate ? { mandate } : {}),
    notices,
  };
  return { fact: { type: 'ItemDecided', data }, asked: facts };
}

export type Majority = 'passed' | 'not-passed' | null;

/** 原则通过 departs from a majority against, not from one in favour. */
export const departsFrom = (majority: Majority, outcome: MeetingOutcome): boolean =>
  majority !== null && majority !== (outcome === 'in-principle' ? 'passed' : outcome);

/** 附条件 and 原则通过 come together, and lead somewhere. */
export function misconditioned(
  given: Given,
  context: MeetingContext,
  body: z.infer<typeof DecideItem>,
): Refusal | null {
  return (
    unpaired(body.outcome, body) ??
    (body.outcome === 'in-principle' ? askedAgain(context) : null) ??
    (body.outcome === 'in-principle'
      ? unrouted(given, context, body.mandate ? 'mandated' : 'in-principle')
      : null) ??
    misaskedNow(given, context.item, body)
  );
}

/** @source 重大行政决策程序暂行条例 §30 行政首长拟作出的决定与多数人的意见不一致的，应当在会上说明理由 */
export function lacksReason(
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

export const withoutCounsel = (given: Given, state: MeetingState): readonly Notice[] =>
  alone(given, state) ? [{ rule: 'meeting.heard', said: UNHEARD, facts: { votes: 0 } }] : [];

/**
 * 末位表态 of a chief who decides. Putting the item off is no stance on it: a member who says nothing cannot keep a
 * meeting where the rule blocks from ending.
 */
export function unheard(state: MeetingState, outcome: MeetingOutcome): Refusal | null {
  if (!state.matches('put') || state.context.rule.decides !== 'chair') return null;
  const broken = chairLast(unvoted(state.context).length);
  const putsOff = outcome === 'deferred' && effectOf(state.context.rule, 'meeting.chair-last') === 'block';
  return putsOff ? null : broken;
}

export const mayDecide = (state: MeetingState | undefined, outcome: MeetingOutcome): state is MeetingState =>
  state !== undefined && (state.matches('put') || (state.matches('open') && outcome === 'deferred'));

/** Why {@link mayDecide} said no. */
export const undecidable = (state: MeetingState | undefined): Refusal =>
  notNow('meeting.put', '议题未提请审议，或已决定', 'The item is not open to a decision', standing(state));

function notPresiding(given: Given, { roll, present }: MeetingContext): Refusal | null {
  const seat = seatOf(roll, given.actor);
  if (seat && seat.post === presider(roll, present)?.post) return null;
  return against('meeting.presides', '须由到会的主持人决定', 'Only whoever presides and is present decides', {
    post: given.actor.post,
  });
}

export function boundByVote(state: MeetingState, outcome: MeetingOutcome): Refusal | null {
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
