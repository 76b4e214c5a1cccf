import { z } from 'zod';
import { isOffice } from '../../capacity.ts';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { against, notNow, unknownFile, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { FileRef } from '../../text-ref.ts';
import { withItsCase } from '../../with-its-case.ts';
import { actorOf, ownWork, Words } from '../charge.ts';
import type { ConditionState } from './condition.ts';

/** The condition and, once it is known, its case. */
const itsCase = withItsCase('condition');

const standsElsewhere = (state: ConditionState | undefined): Refusal =>
  notNow(
    'condition.open',
    '该项条件未生效、已办结，或尚未报告落实',
    'The condition is not where this can be done',
    {
      status: state?.value ?? 'absent',
    },
  );

export const MeetCondition = z
  .strictObject({ report: Words.meta({ description: '落实情况 · how it was met' }) })
  .meta({ id: 'MeetCondition', description: '报告条件落实情况 · reports that a condition is met' });

/** 报告落实: by the department or the post that it was given to. */
export const meetCondition: Command<'condition', z.infer<typeof MeetCondition>> = {
  verb: 'condition.meet',
  on: 'condition',
  during: ['unmet'],
  needs: itsCase,
  decide(given, id, { report }) {
    const state = given.state('condition', id);
    if (!state?.matches('unmet')) return refuse(standsElsewhere(state));
    const fact = { type: 'ConditionMet', data: actorOf(given) };
    return { facts: [record(streamName('condition', id), fact, sealedBy(given.actor, { report }))] };
  },
};

export const VerifyCondition = z
  .strictObject({
    agree: z.boolean().meta({ description: '确认已落实，或者退回 · confirms it, or sends it back' }),
    reason: Words.optional().meta({ description: '理由；退回时必填 · why; needed to send it back' }),
  })
  .meta({ id: 'VerifyCondition', description: '核实条件落实情况 · verifies that a condition is met' });

/** 核实落实: another person than whoever reported. */
export const verifyCondition: Command<'condition', z.infer<typeof VerifyCondition>> = {
  verb: 'condition.verify',
  on: 'condition',
  during: ['met'],
  needs: itsCase,
  decide(given, id, { agree, reason }) {
    const state = given.state('condition', id);
    if (!state?.matches('met')) return refuse(standsElsewhere(state));
    const own = ownWork(given, 'condition.second-person', state.context.metBy);
    if (own) return refuse(own);
    if (!agree && reason === undefined)
      return refuse(against('condition.reason', '退回应当说明理由', 'Sending it back takes a reason'));
    const type = agree ? 'ConditionVerified' : 'ConditionReturned';
    const sealed = sealedBy(given.actor, { reason });
    return { facts: [record(streamName('condition', id), { type, data: actorOf(given) }, sealed)] };
  },
};

export const WaiveCondition = z
  .strictObject({
    reason: Words.meta({ description: '免除理由 · why it is waived' }),
    paper: FileRef.nullable().default(null).meta({
      description:
        '批示原件；规划办主任办理时必填 · the scanned approval; the director of the office needs it',
    }),
  })
  .meta({ id: 'WaiveCondition', description: '免除条件 · waives a condition' });

/** 免除条件: by whoever presided when it was set, or by the director of the office on paper. */
export const waiveCondition: Command<'condition', z.infer<typeof WaiveCondition>> = {
  verb: 'condition.waive',
  on: 'condition',
  during: ['unmet', 'met'],
  needs: (known, id, { paper }) => [...itsCase(known, id), ...(paper ? [{ file: paper }] : [])],
  decide(given, id, { reason, paper }) {
    const state = given.state('condition', id);
    if (!state || !(state.matches('unmet') || state.matches('met'))) return refuse(standsElsewhere(state));
    const refusal = notWaiving(given, state, paper);
    if (refusal) return refuse(refusal);
    const fact = { type: 'ConditionWaived', data: { ...actorOf(given), paper } };
    return { facts: [record(streamName('condition', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

function notWaiving(
  given: Given,
  { context }: ConditionState,
  paper: z.infer<typeof FileRef> | null,
): Refusal | null {
  if (paper && !given.hasFile(paper)) return unknownFile(paper, '所附原件');
  if (context.presider !== null && context.presider === given.actor.post) return null;
  if (!isOffice(given.actor))
    return against(
      'condition.presided',
      '须由作出决议时的主持人免除',
      'Whoever presided when it was set may waive it',
      { post: given.actor.post },
    );
  return paper
    ? null
    : against(
        'condition.paper',
        '规划办主任免除条件，须附批示原件',
        'The director of the office waives it on a paper alone',
        {},
        { zh: '请上传批示扫描件', en: 'Upload the scanned approval' },
      );
}
