import { z } from 'zod';
import { dayOf, lastDayOf, startOfDay } from '../calendar.ts';
import { procedureOf } from '../case/advance.ts';
import type { CaseState } from '../case/case.ts';
import { record, refuse, type Command, type Given, type Known, type Need } from '../decider.ts';
import { calendarOf } from '../org/holidays.ts';
import { notNow } from '../refusal.ts';
import { streamName, type StreamName } from '../stream.ts';
import { addWorkingDays } from '../working-days.ts';
import { precheck, type Precheck } from './precheck.ts';

/** Every stream that {@link precheck} looks at. */
function looksAt(state: CaseState): readonly StreamName[] {
  const { entered, holds, conditions, mandates } = state.context;
  const made = Object.values(entered)
    .flatMap(({ streams }) => streams)
    .filter((name) => name.startsWith('issue/') || name.startsWith('manuscript/'));
  const held = holds.map(({ by }) => by);
  return [
    ...new Set([...made, ...held, ...conditions, ...Object.values(mandates).map(({ mandate }) => mandate)]),
  ];
}

/**
 * 印发预检 by the clock, where the procedure asks for it: after every gate, and each working day of the last ones before
 * the planned day of 印发.
 */
export const makePrecheck: Command<'precheck', { due: string }> = {
  verb: 'precheck.make',
  on: 'precheck',
  needs(known: Known, id): readonly Need[] {
    const state = known.state('case', id);
    const own: readonly Need[] = [{ write: streamName('precheck', id) }, { read: streamName('case', id) }];
    return state ? [...own, ...looksAt(state).map((read) => ({ read }))] : own;
  },
  decide(given, id) {
    const found = precheck(given, id);
    if (!found?.stage || isOver(given, id, found.standing)) return { facts: [] };
    const { standing, stops, stage } = found;
    const data = {
      case: id,
      stage,
      on: dayOf(given.now),
      standing,
      stops: stops.map(({ rule, effect, by }) => ({ rule, effect, by: [...by] })),
      next: standing === 'issued' ? null : nextOf(given, id, { stage, due: found.due }),
    };
    return { facts: [record(streamName('precheck', id), { type: 'PrecheckMade', data })] };
  },
};

/** It was issued, and the record says so already. */
const isOver = (given: Given, id: string, now: Precheck['standing']): boolean =>
  now === 'issued' && given.state('precheck', id)?.context.standing === 'issued';

/** The next working day within the last ones before the planned day; before them, the first of them. */
function nextOf(
  given: Given,
  id: string,
  planned: { readonly stage: string; readonly due: string | null },
): string | null {
  const { due, stage } = planned;
  const days = procedureOf(given, id).classing.meaning(stage).prechecks;
  if (due === null || days === undefined) return null;
  const calendar = calendarOf(given);
  const today = dayOf(given.now);
  const last = lastDayOf(due);
  const first = addWorkingDays(last, -days, calendar).day;
  const next = today < first ? first : addWorkingDays(today, 1, calendar).day;
  return next > last ? null : startOfDay(next);
}

export const SeePrecheck = z
  .strictObject({})
  .meta({ id: 'SeePrecheck', description: '已阅印发预检 · takes note of what stands against the issue' });

/** 已阅, by the office; the next precheck tells it again while something still stops it. */
export const seePrecheck: Command<'precheck', z.infer<typeof SeePrecheck>> = {
  verb: 'precheck.see',
  on: 'precheck',
  during: ['made'],
  needs: (_, id) => [{ write: streamName('precheck', id) }],
  decide(given, id) {
    const state = given.state('precheck', id);
    if (!state?.matches('made') || state.context.seen || state.context.standing !== 'stopped')
      return refuse(
        notNow('precheck.stopped', '没有待阅的印发预检', 'No precheck waits to be seen', {
          standing: state?.context.standing ?? 'absent',
        }),
      );
    const data = { post: given.actor.post };
    return { facts: [record(streamName('precheck', id), { type: 'PrecheckSeen', data })] };
  },
};
