import { z } from 'zod';
import {
  record,
  refuse,
  sealedBy,
  type Command,
  type Decision,
  type Given,
  type Recorded,
} from '../../decider.ts';
import { Elsewhere } from '../../elsewhere.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import { Charge, raisedAt } from '../charge.ts';
import { strangeOwners, type Imposed } from '../condition/imposing.ts';
import { Reason } from '../handed-in.ts';
import { standing } from './conditions.ts';
import { closedToCorrection, wouldFall } from './correcting.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { memberNeeds, memberOf, recorded } from './record-member.ts';
import { presider, type Seat } from './roll.ts';

export const CorrectDecision = z
  .strictObject({
    outcome: z.enum(['passed', 'in-principle', 'not-passed', 'deferred']).optional().meta({
      description:
        '登记的结果；与已宣布的不同的，由本机构复议 · the outcome; another one is for the body to decide',
    }),
    stated: Reason('更正后的决定理由', 'the reason of the decision, as it was', 4000).optional(),
    conditions: z
      .array(
        Charge.extend({
          no: z.int().min(1).max(20).meta({ description: '第几项条件 · number of the condition' }),
        }),
      )
      .max(20)
      .optional()
      .meta({ description: '更正后的条件；未列的不变 · conditions as they were set; others stay' }),
    reason: Reason('更正理由', 'why', 400),
    elsewhere: Elsewhere,
  })
  .meta({
    id: 'CorrectDecision',
    description: '更正登记的主持人决定 · corrects the chair’s decision as the secretary recorded it',
  });
type CorrectDecision = z.infer<typeof CorrectDecision>;

/**
 * 更正登记的主持人决定, by the 会议秘书, once it is declared and until the minutes are issued: why it was decided so, and
 * what each condition says, who has to meet it and by when. Whoever presided is told, and whoever has to meet the
 * condition owes what it says now. The outcome, and how many conditions there are, is the body's to decide again.
 *
 * @source 重大行政决策程序暂行条例 §37 未经法定程序不得随意变更或者停止执行
 */
export const correctDecision: Command<'meeting', CorrectDecision> = {
  verb: 'meeting.correct-decision',
  on: 'meeting',
  during: ['declared'],
  needs: (known, id, { elsewhere }) => [
    ...memberNeeds(known, id, elsewhere),
    ...(known.state('meeting', id)?.context.conditions ?? []).map(({ condition }) => ({ write: condition })),
  ],
  decide(given, id, body) {
    const state = given.state('meeting', id);
    if (!state?.matches('declared'))
      return refuse(notNow('meeting.declared', '决议尚未宣布', 'It has not been declared', standing(state)));
    const seat = memberOf(given, state.context, presidedIn(state.context));
    if ('refusal' in seat) return seat;
    const refusal = hindered(given, state.context, body);
    return refusal ? refuse(refusal) : corrected(given, id, { state, seat, body });
  },
};

const presidedIn = ({ roll, present }: MeetingContext): string => presider(roll, present)?.post ?? '';

interface Correcting {
  readonly state: MeetingState;
  /** Of whoever presided. */
  readonly seat: Seat;
  readonly body: CorrectDecision;
}

function corrected(given: Given, id: string, { state, seat, body }: Correcting): Decision {
  const by = streamName('meeting', id);
  const { stated, conditions = [], reason, elsewhere } = body;
  const data = {
    conditions: afterwards(state.context, conditions),
    corrected: conditions.map(({ no }) => no),
  };
  const plain = { reason, ...(stated === undefined ? {} : { stated }) };
  const told = recorded(given, {
    id,
    state,
    seat,
    elsewhere,
    fact: record(by, { type: 'DecisionCorrected', data }, [{ subject: seat.person, plain }]),
    what: '决定更正',
    verb: 'meeting.correct-decision',
  });
  if ('refusal' in told) return told;
  const { context } = state;
  return { ...told, facts: [...told.facts, ...putRight(given, by, { context, conditions, reason })] };
}

type Numbered = NonNullable<CorrectDecision['conditions']>;

const hindered = (given: Given, context: MeetingContext, body: CorrectDecision): Refusal | null =>
  closedToCorrection(context) ??
  notEntered(context) ??
  otherOutcome(context, body) ??
  nothingChanged(body) ??
  misconditioned(given, context, body.conditions ?? []);

const misconditioned = (given: Given, context: MeetingContext, wanted: Numbered): Refusal | null =>
  unknownCondition(context, wanted) ?? underWay(given, context, wanted) ?? strangeOwners(given, wanted);

const notEntered = ({ decision, decisionRecorded }: MeetingContext): Refusal | null => {
  if (decision === null)
    return notNow(
      'meeting.decided',
      '本次会议没有登记主持人的决定',
      'No decision of whoever presided is recorded',
    );
  return decisionRecorded
    ? null
    : against(
        'meeting.own-decision',
        '主持人本人在线作出决定，不能由会议秘书更正',
        'Whoever presided decided in person; the secretary does not correct it',
      );
};

const otherOutcome = (context: MeetingContext, { outcome }: CorrectDecision): Refusal | null =>
  outcome === undefined || outcome === context.outcome
    ? null
    : wouldFall(context, context.rule.words[outcome], outcome);

const nothingChanged = ({ stated, conditions = [] }: CorrectDecision): Refusal | null =>
  stated === undefined && conditions.length === 0
    ? notNow('meeting.same-decision', '没有要更正的内容', 'There is nothing to put right')
    : null;

/** 增减条件: an entry neither adds a condition nor takes one away. */
function unknownCondition({ conditions }: MeetingContext, wanted: Numbered): Refusal | null {
  const numbers = wanted.map(({ no }) => no);
  const strange = numbers.filter(
    (no, i) => conditions.every((each) => each.no !== no) || numbers.indexOf(no) !== i,
  );
  if (strange.length === 0) return null;
  return against(
    'meeting.condition-no',
    `决议没有第${strange.join('、')}项条件，或者重复填写`,
    `The resolution has no condition ${strange.join(', ')}, or it is named twice`,
    { conditions: conditions.length, strange },
    { zh: '增减条件的，由本机构再次审议决定', en: 'Conditions are added or taken away by the body alone' },
  );
}

/** Of what was reported as met, or is settled, the entry stays. */
function underWay(given: Given, { conditions }: MeetingContext, wanted: Numbered): Refusal | null {
  const beyond = conditions.filter(
    ({ no, condition }) =>
      wanted.some((each) => each.no === no) &&
      given.state('condition', parseStream(condition).id)?.matches('unmet') !== true,
  );
  if (beyond.length === 0) return null;
  const numbers = beyond.map(({ no }) => no);
  return notNow(
    'meeting.condition-met',
    `第${numbers.join('、')}项条件已报告落实或者已办结，登记不再更正`,
    `Condition ${numbers.join(', ')} was reported as met, or is settled: its entry stays`,
    { conditions: numbers },
    {
      zh: '已报告落实、尚未核实的，退回后可以更正',
      en: 'What was reported and is not verified yet is sent back first',
    },
  );
}

const afterwards = ({ conditions }: MeetingContext, wanted: Numbered): readonly Imposed[] =>
  conditions.map((each) => {
    const put = wanted.find(({ no }) => no === each.no);
    return put ? { ...each, owner: put.owner, due: put.due } : each;
  });

interface PuttingRight {
  readonly context: MeetingContext;
  readonly conditions: Numbered;
  readonly reason: string;
}

/** What each condition says now, in its own stream; whoever has to meet it owes that. */
const putRight = (
  given: Given,
  by: StreamName<'meeting'>,
  { context, conditions, reason }: PuttingRight,
): readonly Recorded[] =>
  context.conditions.flatMap(({ no, condition }) => {
    const put = conditions.find((each) => each.no === no);
    if (!put) return [];
    const { wording, owner, due } = put;
    const data = { by, owner, due, escalate: raisedAt(given, due) };
    return [
      record(condition, { type: 'ConditionCorrected', data }, sealedBy(given.actor, { wording, reason })),
    ];
  });
