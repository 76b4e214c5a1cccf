import { record, refuse, type Decision, type Given } from '../../decider.ts';
import type { Elsewhere } from '../../elsewhere.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { afterSettingRight } from './after.ts';
import { leftForItem } from './attend.ts';
import { closedToCorrection, stillStands, wouldFall, withoutReason } from './correcting.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { memberOf, recorded } from './record-member.ts';
import { presider, type Seat } from './roll.ts';

/** Who was there at the vote after all, or was not. */
interface SettingRight {
  readonly post: string;
  readonly what: 'coming' | 'leaving';
  readonly reason?: string | undefined;
  readonly elsewhere: Elsewhere;
}

/**
 * 更正到会, once the resolution is declared and until the minutes are issued: who was there at the vote. Of whoever was
 * not, no vote counts; and nothing is put right that would turn the resolution.
 */
export function setRight(given: Given, id: string, state: MeetingState, body: SettingRight): Decision {
  const { context } = state;
  const { post, what, reason, elsewhere } = body;
  const seat = memberOf(given, context, post);
  if ('refusal' in seat) return seat;
  const refusal = hindered(context, seat, body);
  if (refusal) return refuse(refusal);
  const changed = { post, present: what === 'coming', notices: [] };
  const stands = resolutionAfter(given, context, changed);
  if ('refusal' in stands) return stands;
  const vote = context.votes.find((one) => one.post === post)?.vote;
  const data = { ...changed, ...(vote === undefined ? {} : { vote }), ...stands };
  const sealed = reason === undefined ? [] : [{ subject: seat.person, plain: { reason } }];
  const fact = record(streamName('meeting', id), { type: 'AttendanceCorrected', data }, sealed);
  return recorded(given, {
    id,
    state,
    seat,
    elsewhere,
    fact,
    what: '到会更正',
    verb: 'meeting.record-attendance',
  });
}

const hindered = (context: MeetingContext, seat: Seat, { what, reason }: SettingRight): Refusal | null =>
  closedToCorrection(context) ??
  leftForItem(context, seat.person) ??
  noChange(context, seat, what) ??
  withoutReason(reason);

const noChange = (
  { present }: MeetingContext,
  { post }: Seat,
  what: SettingRight['what'],
): Refusal | null => {
  if (present.includes(post) === (what === 'leaving')) return null;
  return what === 'coming'
    ? notNow('meeting.signed', '该成员已登记到会', 'This member is here already', { post })
    : notNow('meeting.present', '该成员付表决时未登记到会', 'This member was not noted as present', { post });
};

type Changed = Omit<Parameters<typeof afterSettingRight>[1], 'sum'>;

/** The sum anew. What a chair decided falls with the presence of whoever presided. */
function resolutionAfter(given: Given, context: MeetingContext, changed: Changed) {
  const after = { ...context, ...afterSettingRight(context, { ...changed, sum: {} }) };
  const [before, now] = [context, after].map(({ roll, present }) => presider(roll, present)?.post);
  if (context.rule.decides === 'chair' && before !== now)
    return { refusal: wouldFall(context, '主持人未到会', 'whoever presided was not there') };
  return stillStands(given, after);
}
