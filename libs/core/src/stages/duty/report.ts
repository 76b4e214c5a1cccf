import { z } from 'zod';
import { Day, dayOf } from '../../calendar.ts';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { against, notNow, unknownFile, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { FileRef } from '../../text-ref.ts';
import { withItsCase } from '../../with-its-case.ts';
import { actorOf, ownWork, pastDays, raisedAt, Words } from '../charge.ts';
import type { DutyState } from './duty.ts';

/** The duty and, once it is known, its case. */
export const itsCase = withItsCase('duty');

export const standsElsewhere = (state: DutyState | undefined): Refusal =>
  notNow(
    'duty.open',
    '该督办事项已办结，或尚未报告办理情况',
    'The duty does not stand where this can be done',
    {
      status: state?.value ?? 'absent',
    },
  );

export const isOngoing = (state: DutyState | undefined): state is DutyState =>
  state !== undefined && (state.matches('open') || state.matches('reported'));

export const ReportDuty = z
  .strictObject({
    report: Words.meta({ description: '办理情况 · what was done' }),
    evidence: FileRef.nullable().default(null).meta({ description: '佐证材料原件 · what shows it' }),
  })
  .meta({ id: 'ReportDuty', description: '报告督办事项办理情况 · reports that a duty is done' });

/** 报告办结: by the department or the post that it was given to. */
export const reportDuty: Command<'duty', z.infer<typeof ReportDuty>> = {
  verb: 'duty.report',
  on: 'duty',
  during: ['open'],
  needs: (known, id, { evidence }) => [...itsCase(known, id), ...(evidence ? [{ file: evidence }] : [])],
  decide(given, id, { report, evidence }) {
    const state = given.state('duty', id);
    if (!state?.matches('open')) return refuse(standsElsewhere(state));
    if (evidence && !given.hasFile(evidence)) return refuse(unknownFile(evidence, '所附原件'));
    const fact = { type: 'DutyReported', data: { ...actorOf(given), evidence } };
    return { facts: [record(streamName('duty', id), fact, sealedBy(given.actor, { report }))] };
  },
};

export const VerifyDuty = z
  .strictObject({
    agree: z.boolean().meta({ description: '确认已办结，或者退回 · confirms it, or sends it back' }),
    reason: Words.optional().meta({ description: '理由；退回时必填 · why; needed to send it back' }),
  })
  .meta({ id: 'VerifyDuty', description: '核实督办事项 · verifies that a duty is done' });

/** 核实办结: by another person than whoever reported. */
export const verifyDuty: Command<'duty', z.infer<typeof VerifyDuty>> = {
  verb: 'duty.verify',
  on: 'duty',
  during: ['reported'],
  needs: itsCase,
  decide(given, id, { agree, reason }) {
    const state = given.state('duty', id);
    if (!state?.matches('reported')) return refuse(standsElsewhere(state));
    const own = ownWork(given, 'duty.second-person', state.context.doneBy);
    if (own) return refuse(own);
    if (!agree && reason === undefined)
      return refuse(against('duty.reason', '退回应当说明理由', 'Sending it back takes a reason'));
    const type = agree ? 'DutyVerified' : 'DutyReturned';
    const sealed = sealedBy(given.actor, { reason });
    return { facts: [record(streamName('duty', id), { type, data: actorOf(given) }, sealed)] };
  },
};

export const ExtendDuty = z
  .strictObject({
    until: Day.meta({ description: '延期至，含当日 · the new last day' }),
    reason: Words.meta({ description: '延期理由 · why' }),
  })
  .meta({ id: 'ExtendDuty', description: '同意督办事项延期 · puts the day of a duty off' });

/** 延期: the day that was set stays on record. */
export const extendDuty: Command<'duty', z.infer<typeof ExtendDuty>> = {
  verb: 'duty.extend',
  on: 'duty',
  during: ['open', 'reported'],
  needs: itsCase,
  decide(given, id, { until, reason }) {
    const state = given.state('duty', id);
    if (!isOngoing(state)) return refuse(standsElsewhere(state));
    const refusal = notLater(state, until) ?? alreadyOver(given, until);
    if (refusal) return refuse(refusal);
    const fact = { type: 'DutyExtended', data: { ...extension(given, state, until), ...actorOf(given) } };
    return { facts: [record(streamName('duty', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

export const extension = (given: Given, { context }: DutyState, until: string) => ({
  from: context.due,
  due: until,
  escalate: raisedAt(given, until),
});

export const notLater = ({ context: { due } }: DutyState, until: string): Refusal | null =>
  until > due
    ? null
    : against(
        'duty.extended',
        '延期后的期限应当晚于原期限',
        'The new day is later than the one that was set',
        {
          due,
          until,
        },
      );

/** 延期不得延至已过的日期: of what is put off now. */
const alreadyOver = (given: Given, until: string): Refusal | null =>
  pastDays(given, [until]).length === 0
    ? null
    : against('duty.due', '延期后的期限早于今日', 'The new day has passed already', {
        until,
        today: dayOf(given.now),
      });

export const CancelDuty = z
  .strictObject({ reason: Words.meta({ description: '销号理由 · why' }) })
  .meta({ id: 'CancelDuty', description: '撤销督办事项 · a duty is not needed any more' });

/** 撤销: by whoever presides over the body, or the director of the office, with the reason. */
export const cancelDuty: Command<'duty', z.infer<typeof CancelDuty>> = {
  verb: 'duty.cancel',
  on: 'duty',
  during: ['open', 'reported'],
  needs: itsCase,
  decide(given, id, { reason }) {
    const state = given.state('duty', id);
    if (!isOngoing(state)) return refuse(standsElsewhere(state));
    const fact = { type: 'DutyCancelled', data: actorOf(given) };
    return { facts: [record(streamName('duty', id), fact, sealedBy(given.actor, { reason }))] };
  },
};
