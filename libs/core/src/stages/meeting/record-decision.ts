import type { z } from 'zod';
import { record, refuse, type Command, type Decision, type Given, type Recorded } from '../../decider.ts';
import { Elsewhere, elsewhereNeeds, type Breach } from '../../elsewhere.ts';
import { weighBreach } from '../../procedure/effects.ts';
import { against, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { askingNeeds } from './asked.ts';
import { readingEnded } from './called-before.ts';
import { itsBallot, itsCase, outdated } from './conditions.ts';
import {
  boundByVote,
  DecideItem,
  decisionOf,
  lacksReason,
  mayDecide,
  misconditioned,
  undecidable,
  unheard,
  withoutCounsel,
} from './decide.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { memberOf, recorded } from './record-member.ts';
import { presider, type Seat } from './roll.ts';
import { tablingNeeds } from './tabled.ts';

export const RecordDecision = DecideItem.extend({ elsewhere: Elsewhere }).meta({
  id: 'RecordDecision',
  description: '代录主持人决定 · records what the chair decided in the room',
});
type RecordDecision = z.infer<typeof RecordDecision>;
type DecideBody = z.infer<typeof DecideItem>;

/**
 * 代录主持人决定, by the 会议秘书: the decision is that of whoever presides, who is told and may object. A reason that is
 * missing and members who were not heard show and refuse nothing; that the body votes does. Until it is declared, what the
 * secretary entered is entered anew where it was wrong (更正), with all that it asks for, and both stay on the record.
 *
 * @source 重大行政决策程序暂行条例 §30
 */
export const recordDecision: Command<'meeting', RecordDecision> = {
  verb: 'meeting.record-decision',
  on: 'meeting',
  during: ['open', 'put', 'decided'],
  needs(known, id, { elsewhere, ...body }) {
    const context = known.state('meeting', id)?.context;
    return [
      ...itsCase(known, id),
      ...(context ? [{ write: streamName('case', context.case) }] : []),
      ...itsBallot(known, id),
      ...tablingNeeds(known, id),
      ...askingNeeds(body, context?.item.text),
      ...elsewhereNeeds(elsewhere),
    ];
  },
  decide(given, id, { elsewhere, ...body }) {
    const state = given.state('meeting', id);
    if (!mayDecide(state, body.outcome) && !mayCorrect(state)) return refuse(undecidable(state));
    const { context } = state;
    const seat = memberOf(given, context, presider(context.roll, context.present)?.post ?? '');
    if ('refusal' in seat) return seat;
    const refusal = senseless(given, state, body);
    return refusal ? refuse(refusal) : said(given, id, { state, seat, body, elsewhere });
  },
};

/** Entered by the secretary, and not declared yet. */
const mayCorrect = (state: MeetingState | undefined): state is MeetingState =>
  state !== undefined && state.matches('decided') && state.context.decisionRecorded;

interface Saying {
  readonly state: MeetingState;
  /** Of whoever presides. */
  readonly seat: Seat;
  readonly body: DecideBody;
  readonly elsewhere: Elsewhere;
}

function said(given: Given, id: string, { state, seat, body, elsewhere }: Saying): Decision {
  const { context } = state;
  const by = streamName('meeting', id);
  const notices = withoutCounsel(given, state);
  const { fact, asked } = decisionOf(given, id, { context, body, notices });
  const told = recorded(given, {
    id,
    state,
    seat,
    elsewhere,
    fact: record(by, asEntered(fact), sealedReason(seat, body)),
    breaches: broken(given, state, body),
    what: context.decision === null ? '决定' : '决定更正',
    verb: 'meeting.record-decision',
  });
  const ended = state.matches('open') ? readingEnded(context.tabling, by) : [];
  return 'refusal' in told ? told : { ...told, facts: [...told.facts, ...ended, ...asked] };
}

const asEntered = ({ type, data }: ReturnType<typeof decisionOf>['fact']) => ({
  type,
  data: { ...data, recorded: true },
});

const sealedReason = ({ person }: Seat, { reason }: DecideBody): Recorded['sealed'] =>
  reason === undefined ? [] : [{ subject: person, plain: { reason } }];

const senseless = (given: Given, state: MeetingState, body: DecideBody): Refusal | null =>
  nobodyPresides(state.context) ??
  outdated(given, state.context) ??
  boundByVote(state, body.outcome) ??
  misconditioned(given, state.context, body);

const nobodyPresides = ({ roll, present }: MeetingContext): Refusal | null =>
  presider(roll, present)
    ? null
    : against('meeting.presides', '须由到会的主持人决定', 'Only whoever presides and is present decides');

/** 未说明理由, 未听取意见: as a record shows them. */
const broken = (given: Given, state: MeetingState, body: DecideBody): readonly Breach[] => {
  const lacking = lacksReason(given, state, body);
  return [
    ...(lacking ? [shown(lacking)] : []),
    ...weighBreach(state.context.rule, unheard(state, body.outcome)),
  ];
};

const shown = ({ rule, said, facts }: Refusal): Breach => ({
  effect: 'warn',
  notice: { rule, said, facts },
});
