import { z } from 'zod';
import { procedureOf } from '../../case/advance.ts';
import { weigh, weighAll, type Weighed } from '../../procedure/effects.ts';
import {
  record,
  refuse,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
} from '../../decider.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName, type StreamName } from '../../stream.ts';
import { conditionNeeds, Conditions, openConditions } from '../condition/imposing.ts';
import { opinionNeeds } from '../opinion/opinion.ts';
import { unsettled } from '../opinion/opinion-final.ts';
import { MandateBody } from '../mandate/giving.ts';
import { anotherPut, othersNeeds } from '../sitting/one-at-a-time.ts';
import { askedFor, askingNeeds, asks, misaskedNow, type Asking } from './asked.ts';
import { unrouted } from './basis.ts';
import { readingEnded } from './called-before.ts';
import {
  attended,
  hopeless,
  givingOf,
  itsBallot,
  itsCase,
  noQuorum,
  outdated,
  standing,
} from './conditions.ts';
import { dispositionsMoved, Exceptions, fixes, strangeExceptions, toSettle } from './dispositions.ts';
import { interestedHere } from './interest.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { asOfNow, changesOf, ifPutNow } from './membership.ts';
import { meetingParams, shuts } from './params.ts';
import { askedAgain } from './reconsider.ts';
import { byVideo } from './remote.ts';
import { resolve } from './resolution.ts';
import { notRunning } from './roll.ts';
import { sponsorAbsent, tablingNeeds, unread } from './tabled.ts';
import { ballotOf } from './tally.ts';

export const PutItem = z
  .strictObject({
    conditions: Conditions.optional().meta({
      description:
        '原则同意所附的条件；票决机构以“原则同意”付表决时填写 · what a body that votes asks for with a yes in principle',
    }),
    mandate: MandateBody.optional(),
    except: Exceptions.optional(),
  })
  .meta({ id: 'PutItem', description: '提请审议 · puts the item to the vote' });

/**
 * 提请审议: the roll and who is there are those of this moment, the quorum is counted again, what passing would settle
 * (采纳情况) is written down, and a secret ballot gets its box (a stream of its own).
 */
export const putItem: Command<'meeting', z.infer<typeof PutItem>> = {
  verb: 'meeting.put',
  on: 'meeting',
  during: ['open', 'put', 'decided'],
  needs: (known, id, body) => [
    ...itsCase(known, id),
    ...itsBallot(known, id),
    ...itsOpinions(known, id),
    ...itsConditions(known, id),
    ...tablingNeeds(known, id),
    ...othersNeeds(known, known.state('meeting', id)?.context.sitting ?? null, streamName('meeting', id)),
    ...askingNeeds(body, known.state('meeting', id)?.context.item.text),
  ],
  decide(given, id, asking) {
    const state = given.state('meeting', id);
    if (!state || !mayPut(given, state))
      return refuse(
        notNow(
          'meeting.open',
          '会议未开始，或议题已提请审议',
          'The meeting is not open, or the item has been put already',
          standing(state),
        ),
      );
    const context = ifPutNow(given, state.context);
    const refusal =
      hindered(given, context) ??
      anotherPut(given, context.sitting, streamName('meeting', id)) ??
      shut(given, context) ??
      unfitting(given, context, asking);
    if (refusal) return refuse(refusal);
    const weighed = weighPutting(given, state.context, context);
    if ('refusal' in weighed) return weighed;
    return put(given, id, { before: state.context, context, asking, shown: weighed.notices });
  },
};

/** Everything that the stage and the body weigh before an item is put. */
function weighPutting(given: Given, before: MeetingContext, context: MeetingContext): Weighed {
  const final = weighFinal(given, context);
  if ('refusal' in final) return final;
  const others = weighAll(context.rule, [
    interestedHere(context),
    sponsorAbsent(given, context),
    unread(given, context),
    byVideo(context.rule, asOfNow(given, before).byVideo),
  ]);
  return 'refusal' in others ? others : { notices: [...others.notices, ...final.notices] };
}

const unfitting = (given: Given, context: MeetingContext, asking: z.infer<typeof PutItem>): Refusal | null =>
  strangeExceptions(given, context, asking.except) ?? unfit(given, context, asking);

interface Putting {
  /** The meeting as it was called, and as it is now. */
  readonly before: MeetingContext;
  readonly context: MeetingContext;
  readonly asking: z.infer<typeof PutItem>;
  readonly shown: readonly Notice[];
}

function put(given: Given, id: string, { before, context, asking, shown }: Putting): Decision {
  const { people, reached } = attended(context);
  const changes = changesOf(before.roll, context.roll);
  const ballot = context.rule.ballot === 'secret' ? streamName('ballot', given.id('ballot')) : null;
  const open = openConditions(given, context.case, context.item.subject);
  const notices = [...shown, ...hopeless(context), ...(open ? [open] : [])];
  const asked = askedFor(given, givingOf(id, context), asking);
  const { except = [] } = asking;
  const data = {
    text: context.item.text,
    all: people.all,
    present: people.present,
    need: reached.need,
    ballot,
    there: { posts: context.present, remote: context.remote },
    ...(changes ? { changes } : {}),
    dispositions: toSettle(given, context, except),
    ...(except.length > 0 ? { excepted: except } : {}),
    conditions: asked.imposed,
    ...(asked.mandate ? { mandate: asked.mandate } : {}),
    notices,
  };
  return {
    facts: [
      record(streamName('meeting', id), { type: 'ItemPut', data }),
      ...(ballot ? [opened(ballot, id, context, people.present)] : []),
      ...readingEnded(context.tabling, streamName('meeting', id)),
      ...asked.facts,
    ],
    notices,
  };
}

const hindered = (given: Given, context: MeetingContext): Refusal | null =>
  notRunning(given, context) ?? noQuorum(context) ?? outdated(given, context) ?? noTellers(given, context);

function itsOpinions(known: Known, id: string): readonly Need[] {
  const context = known.state('meeting', id)?.context;
  if (!context || !known.state('case', context.case)) return [];
  return opinionNeeds(known, context.case, 'read');
}

/** 采纳情况: a body that decides on the text has before it what became of every opinion; the one that settles them does not. */
const weighFinal = (given: Given, context: MeetingContext): Weighed =>
  context.item.subject !== 'manuscript' || fixes(given, context)
    ? { notices: [] }
    : weigh(procedureOf(given, context.case).stage(context.stage).stage, unsettled(given, context.case));

const itsConditions = (known: Known, id: string): readonly Need[] => {
  const context = known.state('meeting', id)?.context;
  return context ? conditionNeeds(known, context.case) : [];
};

/** 条件未落实: the gate stays shut while an earlier body's conditions are neither met nor waived. */
function shut(given: Given, { case: caseId, stage, item }: MeetingContext): Refusal | null {
  const open = openConditions(given, caseId, item.subject);
  if (!open || !shuts(meetingParams.parse(procedureOf(given, caseId).stage(stage).params))) return null;
  return against(open.rule, open.said.zh, open.said.en, open.facts, {
    zh: '请先落实并核实，或者由主持人免除',
    en: 'Meet them and have them verified, or have them waived',
  });
}

/** 原则同意 is put to the vote only where a vote decides, and only where the procedure goes on from it. */
function unfit(given: Given, context: MeetingContext, asking: Asking): Refusal | null {
  if (!asks(asking)) return null;
  if (context.rule.decides === 'chair')
    return against(
      'meeting.chair-conditions',
      '本机构由主持人作出决定，所附条件在作出决定时提出',
      'Whoever presides decides here, and states the conditions with the decision',
      { decides: context.rule.decides },
    );
  return (
    askedAgain(context) ??
    unrouted(given, context, asking.mandate ? 'mandated' : 'in-principle') ??
    misaskedNow(given, context.item, asking)
  );
}

function mayPut(given: Given, state: MeetingState): boolean {
  if (state.matches('open')) return true;
  if (state.matches('put') && ballotOf(given, state.context)?.matches('void') === true) return true;
  return (state.matches('put') || state.matches('decided')) && votedOnOthers(given, state.context);
}

/** The vote was about other dispositions. It is not held again when it was lost, nor while its ballot is out. */
function votedOnOthers(given: Given, context: MeetingContext): boolean {
  if (dispositionsMoved(given, context) === null) return false;
  if (ballotOf(given, context)?.matches('confirmed') === false) return false;
  const resolution = resolve(given, context);
  return 'refusal' in resolution || resolution.outcome === 'passed';
}

const opened = (ballot: StreamName<'ballot'>, meeting: string, context: MeetingContext, issued: number) =>
  record(ballot, {
    type: 'BallotOpened',
    data: { meeting, case: context.case, stage: context.stage, bodyKey: context.bodyKey, issued },
  });

/** @source 党组织选举办法、职工代表大会条例 计票人与监票人分设 */
function noTellers(given: Given, { rule, bodyKey }: MeetingContext): Refusal | null {
  if (rule.ballot !== 'secret') return null;
  const seats = given.org.context.bodies.find(({ key }) => key === bodyKey)?.seats ?? [];
  const lacking = (['teller', 'scrutineer'] as const).filter(
    (role) => !seats.some((seat) => seat.role === role),
  );
  if (lacking.length === 0) return null;
  return against(
    'ballot.tellers',
    '无记名投票须有计票人和监票人',
    'A secret ballot needs a teller and a scrutineer',
    {
      lacking,
    },
  );
}
