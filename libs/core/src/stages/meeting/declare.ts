import { z } from 'zod';
import { closeStage, closingNeeds, heldBack } from '../../case/advance.ts';
import {
  both,
  record,
  refuse,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
  type Recorded,
} from '../../decider.ts';
import { notNow, type Notice, type Refusal } from '../../refusal.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import { TextRef } from '../../text-ref.ts';
import { imposing } from '../condition/imposing.ts';
import { Duties, givenDuties, misgiven } from '../duty/giving.ts';
import { imposedMandate } from '../mandate/giving.ts';
import { opinionNeeds } from '../opinion/opinion.ts';
import { settle } from '../opinion/opinion-settle.ts';
import type { Leaving } from '../stage-kind.ts';
import { closesAs } from './asked.ts';
import { lapsing, lapsingNeeds } from './called-before.ts';
import { givingOf, itsBallot, outdated, standing } from './conditions.ts';
import { dispositionsMoved, fixes } from './dispositions.ts';
import type { MeetingContext, Rule, Sum } from './meeting.ts';
import { fallingNeeds, reconsidered } from './reconsider.ts';
import { resolve, type Resolution } from './resolution.ts';
import { notRunning } from './roll.ts';

export const DeclareItem = z
  .strictObject({
    minutes: TextRef.nullable().meta({ description: '会议纪要 · the minutes' }),
    duties: Duties.optional(),
  })
  .meta({ id: 'DeclareItem', description: '宣布决议 · declares the resolution and ends the stage' });

/**
 * 宣布决议: the resolution, the outcome of the case's gate and, where the procedure says so, the dispositions of all
 * opinions are one append. The words are the body's own (研究同意, 审议通过 …).
 *
 * @source 重大行政决策程序暂行条例 §30
 */
export const declareItem: Command<'meeting', z.infer<typeof DeclareItem>> = {
  verb: 'meeting.declare',
  on: 'meeting',
  during: ['put', 'decided'],
  needs: (known, id, { minutes }) => [
    { write: streamName('meeting', id) },
    ...itsBallot(known, id),
    ...declaringNeeds(known, id),
    ...(minutes ? [{ text: minutes }] : []),
  ],
  decide(given, id, body) {
    const state = given.state('meeting', id);
    if (!state || !(state.matches('put') || state.matches('decided')))
      return refuse(
        notNow(
          'meeting.put',
          '议题未提请审议，或决议已宣布',
          'The item has not been put, or is declared already',
          standing(state),
        ),
      );
    const { context } = state;
    const refusal = undeclarable(given, context, body);
    if (refusal) return refuse(refusal);
    const resolution = resolved(given, context);
    return 'refusal' in resolution ? resolution : declared(given, id, { context, resolution, ...body });
  },
};

const undeclarable = (
  given: Given,
  context: MeetingContext,
  { minutes, duties }: z.infer<typeof DeclareItem>,
): Refusal | null =>
  notRunning(given, context) ??
  outdated(given, context) ??
  unknownMinutes(given, minutes) ??
  misgiven(given, duties);

/** What the meeting has come to; passing needs the dispositions that were voted on. */
function resolved(given: Given, context: MeetingContext): ReturnType<typeof resolve> {
  const resolution = resolve(given, context);
  if ('refusal' in resolution || resolution.outcome !== 'passed') return resolution;
  const refusal = dispositionsMoved(given, context);
  return refusal ? { refusal } : resolution;
}

interface Declaring {
  readonly context: MeetingContext;
  readonly resolution: Resolution;
  readonly minutes: TextRef | null;
  readonly duties?: Duties | undefined;
}

function declared(given: Given, id: string, { context, resolution, minutes, duties }: Declaring): Decision {
  const { outcome } = resolution;
  const { text } = context.item;
  const agreed = outcome === 'in-principle';
  const [conditions, mandate] = agreed ? [context.conditions, context.mandate] : [[], null];
  const sum = withConditions(resolution.sum, conditions.length);
  const by = streamName('meeting', id);
  const settled = outcome === 'passed' ? settle(given, givingOf(id, context), context.dispositions) : [];
  const tasks = givenDuties(given, givingOf(id, context), duties);
  const asked = { conditions, ...(mandate ? { mandate } : {}), ...named(tasks) };
  const data = { outcome, words: context.rule.words[outcome], sum, text, minutes, ...asked };
  const notices = [...context.notices, ...resolution.notices, ...withoutMinutes(context.rule, minutes)];
  const first = imposedMandate(context, mandate, dueOf(given, mandate));
  const leaving = { outcome: closesAs(outcome, mandate), text, notices, sum, first };
  const facts = [
    record(by, { type: 'ItemDeclared', data }),
    ...lapsing(given, context, { because: 'declared', by }),
    ...settled,
    ...imposing(given, context, conditions),
    ...tasks,
  ];
  return both({ facts }, ended(given, by, context, leaving));
}

/** The duties as the resolution's fact names them. */
const named = (tasks: readonly Recorded[]) =>
  tasks.length === 0 ? {} : { duties: tasks.map(({ stream }) => stream) };

/** A reconsideration ends no stage: it says whether what was decided stands. */
function ended(given: Given, by: StreamName<'meeting'>, context: MeetingContext, leaving: Leaving): Decision {
  if (!context.reconsiders) return closeStage(given, context.case, context.stage, leaving);
  const refusal = heldBack(given.state('case', context.case));
  return refusal ? refuse(refusal) : reconsidered(given, by, context, leaving);
}

const dueOf = (given: Given, mandate: StreamName<'mandate'> | null): string | undefined =>
  mandate ? given.state('mandate', parseStream(mandate).id)?.context.due : undefined;

/** The gate says how many conditions it opened with. */
export const withConditions = (sum: Sum, conditions: number): Sum =>
  conditions === 0 ? sum : { ...sum, conditions };

function declaringNeeds(known: Known, id: string): readonly Need[] {
  const context = known.state('meeting', id)?.context;
  if (!context) return [];
  const closing = [
    ...closingNeeds(known, context.case, context.stage),
    ...lapsingNeeds(known, context, streamName('meeting', id)),
    ...context.conditions.map(({ condition }) => ({ write: condition })),
    ...(context.mandate ? [{ write: context.mandate }] : []),
    ...(context.reconsiders ? fallingNeeds(known, context, streamName('meeting', id)) : []),
  ];
  if (!known.state('case', context.case) || !fixes(known, context)) return closing;
  return [...closing, ...opinionNeeds(known, context.case, 'write')];
}

const unknownMinutes = (given: Given, minutes: TextRef | null): Refusal | null =>
  minutes === null || given.has(minutes)
    ? null
    : notNow(
        'text.known',
        '未找到会议纪要，请重新上传',
        'The minutes are not known here; upload them first',
        {
          hash: minutes.hash,
        },
      );

/** @source 党委会、院长办公会议事规则 会议记录和会议纪要 */
export const withoutMinutes = (rule: Rule, minutes: TextRef | null): readonly Notice[] =>
  minutes || rule.minutes === 'book'
    ? []
    : [
        {
          rule: 'meeting.minutes',
          said: { zh: '未附会议纪要', en: 'No minutes are attached' },
          facts: {},
        },
      ];
