import { z } from 'zod';
import { dayOf } from '../../calendar.ts';
import { isOffice } from '../../capacity.ts';
import { record, refuse, sealedBy, type Command, type Given, type Recorded } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { Charge, isKnown, pastDays, raisedAt } from '../charge.ts';
import type { Imposing } from '../condition/imposing.ts';
import type { MeetingState } from '../meeting/meeting.ts';
import { presider, serves } from '../meeting/roll.ts';

export const Duties = z.array(Charge).max(40).meta({
  id: 'Duties',
  description: '督办事项 · what the resolution gives departments or posts to do',
});
export type Duties = z.infer<typeof Duties>;

/** What a duty comes from. */
type From = Omit<Imposing, 'subject'>;
interface Numbered extends From {
  readonly no: number | null;
  readonly id: string;
}

/** 交办: each in a stream of its own, its words sealed. */
export const givenDuties = (given: Given, from: From, duties: Duties = []): readonly Recorded[] =>
  duties.map((duty, i) => dutyGiven(given, { ...from, no: i + 1, id: given.id(`duty-${i + 1}`) }, duty));

function dutyGiven(
  given: Given,
  { case: caseId, stage, meeting, bodyKey, presider: chair, no, id }: Numbered,
  { wording, owner, due }: Charge,
): Recorded {
  const of = { case: caseId, stage, meeting, bodyKey, no, owner, due, presider: chair };
  const data = { ...of, escalate: raisedAt(given, due) };
  return record(streamName('duty', id), { type: 'DutyGiven', data }, sealedBy(given.actor, { wording }));
}

/** Duties that nobody could do: an owner who is not here. */
export function strangeDuties(given: Given, duties: Duties = []): Refusal | null {
  const strange = duties.flatMap(({ owner }, i) => (isKnown(given, owner) ? [] : [i + 1]));
  if (strange.length === 0) return null;
  return against(
    'duty.owner',
    `第${strange.join('、')}项督办事项的责任科室或者岗位不存在`,
    `The owner of duty ${strange.join(', ')} does not exist`,
    { duties: strange },
    { zh: '请重新选择责任科室或者岗位', en: 'Choose another department or post' },
  );
}

/** The same, and a day that has passed already. */
export function misgiven(given: Given, duties: Duties = []): Refusal | null {
  const strange = strangeDuties(given, duties);
  if (strange) return strange;
  const late = pastDays(
    given,
    duties.map(({ due }) => due),
  );
  if (late.length === 0) return null;
  return against(
    'duty.due',
    `第${late.join('、')}项督办事项的期限早于今日`,
    `The day for duty ${late.join(', ')} has passed`,
    { duties: late, today: dayOf(given.now) },
  );
}

export const GiveDuty = Charge.extend({
  meeting: z.uuid().meta({ description: '作出决议的会议 · the meeting whose resolution it carries out' }),
}).meta({ id: 'GiveDuty', description: '交办督办事项 · gives something to do that a resolution asks for' });

/** 交办: after the resolution, by the office or the secretary of the body that passed it. */
export const giveDuty: Command<'duty', z.infer<typeof GiveDuty>> = {
  verb: 'duty.give',
  on: 'duty',
  during: ['absent'],
  needs: (known, id, { meeting }) => {
    const context = known.state('meeting', meeting)?.context;
    const first = [{ write: streamName('duty', id) }, { read: streamName('meeting', meeting) }];
    return context ? [...first, { read: streamName('case', context.case) }] : first;
  },
  decide(given, id, { meeting, ...duty }) {
    if (given.state('duty', id))
      return refuse(notNow('duty.new', '该督办事项已经交办', 'This has been given already'));
    const state = given.state('meeting', meeting);
    if (!state?.matches('declared')) return refuse(undeclared(state));
    const { context } = state;
    const refusal = notGiving(given, context.bodyKey) ?? misgiven(given, [duty]);
    if (refusal) return refuse(refusal);
    const from = { ...context, meeting: streamName('meeting', meeting), no: null, id };
    const made = dutyGiven(given, { ...from, presider: presidedBy(context) }, duty);
    return { facts: [made], made: made.stream };
  },
};

const undeclared = (state: MeetingState | undefined): Refusal =>
  notNow('duty.meeting', '该会议尚未宣布决议', 'The meeting has declared no resolution', {
    status: state?.value ?? 'absent',
  });

const presidedBy = ({ roll, present }: MeetingState['context']): string | null =>
  presider(roll, present)?.post ?? null;

const notGiving = (given: Given, bodyKey: string): Refusal | null =>
  isOffice(given.actor) || serves(given, bodyKey, 'secretary')
    ? null
    : against(
        'duty.gives',
        '须由规划办或作出决议的机构的会议秘书交办',
        'The office or the secretary of the body that decided gives it',
        { body: bodyKey },
      );
