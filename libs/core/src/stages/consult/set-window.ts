import { z } from 'zod';
import { Day, dayOf, endOfDay } from '../../calendar.ts';
import { procedureOf } from '../../case/advance.ts';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { weigh, type Weighed } from '../../procedure/effects.ts';
import { stageOf } from '../../procedure/definition.ts';
import { against, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sourceOf } from '../../working-days.ts';
import { calendarOf } from '../../org/holidays.ts';
import { belowFloor, recounted } from './consult-window.ts';
import { consultationNeeds, over, type ConsultationState } from './consultation.ts';
import { tooFar } from '../extension.ts';
import { Reason } from '../handed-in.ts';

export const SetWindow = z
  .strictObject({
    until: Day.meta({ description: '新的截止日（含当日） · the new last day' }),
    reason: Reason('变更期限的理由，向被征求意见的科室公布', 'why; everybody who is asked can read it'),
  })
  .meta({ id: 'SetWindow', description: '变更征求意见期限 · sets another end of a consultation' });

/**
 * 变更征求意见期限: longer, or shorter with a published reason. Shorter than the procedure's floor shows or is refused, as
 * the stage weighs it; nobody loses a day that has passed already.
 *
 * @source 重大行政决策程序暂行条例 §15 需要缩短期限的，公开征求意见时应当予以说明（参照）
 */
export const setWindow: Command<'consultation', z.infer<typeof SetWindow>> = {
  verb: 'consultation.set-window',
  on: 'consultation',
  needs: consultationNeeds,
  during: ['open'],
  decide(given, id, { until, reason }) {
    const state = given.state('consultation', id);
    if (!state?.matches('open')) return refuse(over(state));
    const { due: from } = state.context;
    const due = endOfDay(until);
    const refusal = notAnother(given, until, from);
    if (refusal) return refuse(refusal);
    const how = due < from ? ('shortened' as const) : ('extended' as const);
    const weighed = how === 'shortened' ? tooShort(given, state, due) : { notices: [] };
    if ('refusal' in weighed) return weighed;
    const notices = [...weighed.notices];
    const fact = { type: 'WindowMoved', data: { how, from, until, due, on: dayOf(given.now), notices } };
    return {
      facts: [record(streamName('consultation', id), fact, sealedBy(given.actor, { reason }))],
      notices,
    };
  },
};

/** A shorter window against the floor of the procedure, as the stage weighs it. */
function tooShort(given: Given, { context }: ConsultationState, due: string): Weighed {
  const { case: caseId, stage, floor, opened } = context;
  const broken = floor && belowFloor(given, floor, { opened, due });
  return weigh(stageOf(procedureOf(given, caseId).definition, stage), broken);
}

function notAnother({ now }: Given, until: string, due: string): Refusal | null {
  const end = endOfDay(until);
  if (end > now && end !== due) return tooFar('consultation.until', until, now);
  return against(
    'consultation.until',
    '新的截止日须不早于今日，且不同于原截止日',
    'The new last day must not have passed, and be another one',
    { until, due },
    { zh: '请另定日期', en: 'Choose another day' },
  );
}

/**
 * 重新计算: the window was 预估, and the year that it rests on has been announced since. The fact holds the old end and the
 * new one with the paper that it rests on; a window that is closed, or rests on announced days, stays as it is.
 */
export const recountWindow: Command<'consultation', object> = {
  verb: 'consultation.recount',
  on: 'consultation',
  needs: (_, id) => [{ write: streamName('consultation', id) }],
  decide(given, id) {
    const state = given.state('consultation', id);
    if (!state?.matches('open')) return { facts: [] };
    const { opened, days, unit, rollOver, due: from, estimated } = state.context;
    const again = recounted(given, { opened, window: { days, unit, rollOver }, due: from, estimated });
    if (!again) return { facts: [] };
    const { reckoned, calendar } = again;
    const source = sourceOf(calendarOf(given), reckoned.day);
    const data = {
      from,
      due: endOfDay(reckoned.day),
      estimated: reckoned.estimated,
      calendar,
      source,
      why: reckoned.steps,
    };
    return { facts: [record(streamName('consultation', id), { type: 'WindowRecounted', data })] };
  },
};
