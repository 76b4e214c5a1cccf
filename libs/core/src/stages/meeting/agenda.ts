import { z } from 'zod';
import { isOffice } from '../../capacity.ts';
import { closeStage, closingNeeds } from '../../case/advance.ts';
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
import { effectOf, weigh, type Weighed } from '../../procedure/effects.ts';
import { against, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { Reason } from '../handed-in.ts';
import { leftForItem } from './attend.ts';
import { unrouted } from './basis.ts';
import { lapsing, lapsingNeeds, readingEnded } from './called-before.ts';
import { itsCase, otherRound } from './conditions.ts';
import type { MeetingContext, Rule } from './meeting.ts';
import { beforeThePut, notBeforeThePut } from './recuse.ts';
import { notRunning, presider, seatOf } from './roll.ts';
import { tablingNeeds } from './tabled.ts';

export const AddItem = z
  .strictObject({
    title: z.string().trim().min(1).max(200).meta({ description: '议题名称 · its title' }),
    reason: Reason('临时提出的理由', 'why it cannot wait', 400),
    exception: z
      .enum(['emergency', 'chief'])
      .optional()
      .meta({ description: '突发应急、主要负责人提议 · an emergency, or moved by a chief' }),
  })
  .meta({ id: 'AddItem', description: '增加临时议题 · adds an item to a closed agenda' });

const CLOSED: Refusal = against(
  'meeting.agenda-closed',
  '会议通知发出后增加临时议题',
  'An item was added after the meeting had been called',
  {},
  {
    zh: '属突发应急或者主要负责人提议的，请注明；否则列入下次会议',
    en: 'Say that it is an emergency or moved by a chief, or leave it to the next meeting',
  },
);

/** The two exceptions show at any weight but `off`; every other item is weighed. */
const closedTo = (rule: Rule, exception: 'emergency' | 'chief' | undefined): Weighed => {
  if (exception === undefined || effectOf(rule, CLOSED.rule) === 'off') return weigh(rule, CLOSED);
  const { said } = CLOSED;
  return { notices: [{ rule: CLOSED.rule, said, facts: { exception } }] };
};

/**
 * 临时议题: the agenda is closed when the meeting is called. One that cannot wait is added with its reason, and shows;
 * where the body closes its agenda to everything else, only the two exceptions are added.
 *
 * @source 公立医院党委会、院长办公会议事规则 不得临时动议
 */
export const addItem: Command<'meeting', z.infer<typeof AddItem>> = {
  verb: 'meeting.add-item',
  on: 'meeting',
  during: ['called', 'open'],
  needs: itsCase,
  decide(given, id, { title, reason, exception }) {
    const state = given.state('meeting', id);
    if (!beforeThePut(state)) return refuse(notBeforeThePut(state));
    const refusal = isOffice(given.actor) ? null : notRunning(given, state.context);
    if (refusal) return refuse(refusal);
    const weighed = closedTo(state.context.rule, exception);
    if ('refusal' in weighed) return weighed;
    const { notices } = weighed;
    const fact = { type: 'ItemAdded', data: { no: state.context.agenda.items + 1, notices } };
    return {
      facts: [record(streamName('meeting', id), fact, sealedBy(given.actor, { title, reason }))],
      notices,
    };
  },
};

export const WithdrawItem = z
  .strictObject({ reason: Reason('撤回理由', 'why', 400) })
  .meta({ id: 'WithdrawItem', description: '撤回议题 · takes the item back before it is put' });

/** 撤回议题: before it is put, by the office or the chair; the stage ends so and goes where the procedure says. */
export const withdrawItem: Command<'meeting', z.infer<typeof WithdrawItem>> = {
  verb: 'meeting.withdraw-item',
  on: 'meeting',
  during: ['called', 'open'],
  needs: (known, id) => [...itsCase(known, id), ...withdrawingNeeds(known, id)],
  decide(given, id, { reason }) {
    const state = given.state('meeting', id);
    if (!beforeThePut(state)) return refuse(notBeforeThePut(state));
    const { context } = state;
    const refusal =
      notItsOwn(given, context) ??
      otherRound(given, context) ??
      (context.reconsiders ? null : unrouted(given, context, outcome));
    if (refusal) return refuse(refusal);
    const data = { outcome, words: context.rule.words.withdrawn, text: context.item.text };
    const by = streamName('meeting', id);
    const facts = [
      record(by, { type: 'ItemWithdrawn', data }, sealedBy(given.actor, { reason })),
      ...readingEnded(context.tabling, by),
      ...lapsing(given, context, { because: outcome, by }),
    ];
    return both({ facts }, left(given, context));
  },
};

const outcome = 'withdrawn';

/** The stage ends so; 复议 that is taken back leaves the earlier decision as it is. */
function left(given: Given, { case: caseId, stage, item, notices, reconsiders }: MeetingContext): Decision {
  if (reconsiders) return { facts: [], notices };
  const text = given.state('case', caseId)?.context.texts[item.subject] ?? null;
  return closeStage(given, caseId, stage, { outcome, text, notices });
}

function withdrawingNeeds(known: Known, id: string): readonly Need[] {
  const context = known.state('meeting', id)?.context;
  if (!context) return [];
  return [
    ...closingNeeds(known, context.case, context.stage),
    ...tablingNeeds(known, id),
    ...lapsingNeeds(known, context, streamName('meeting', id)),
  ];
}

function notItsOwn(given: Given, { roll, present, recusals }: MeetingContext): Refusal | null {
  const refusal = leftForItem({ recusals }, given.actor.person);
  if (refusal || isOffice(given.actor)) return refusal;
  const seat = seatOf(roll, given.actor);
  if (seat && (seat.role === 'chair' || seat.post === presider(roll, present)?.post)) return null;
  return against(
    'meeting.withdraws',
    '须由规划办或主持人撤回议题',
    'The office or whoever presides takes the item back',
    { post: given.actor.post },
  );
}
