import { lastDayOf } from '../../calendar.ts';
import { record, type Command, type Given } from '../../decider.ts';
import { calendarOf } from '../../org/holidays.ts';
import { streamName } from '../../stream.ts';
import { sourceOf } from '../../working-days.ts';
import type { FilingFact } from './facts.ts';
import type { FilingState } from './filing.ts';
import { answerBy } from './send.ts';

/**
 * 重新计算答复期限: it was 预估, and the year that it rests on has been announced since. What was answered, or given another
 * date by an instruction, stays as it is.
 */
export const recountAnswer: Command<'filing', object> = {
  verb: 'filing.recount',
  on: 'filing',
  during: ['sent'],
  needs: (_, id) => [{ write: streamName('filing', id) }],
  decide(given, id) {
    const state = given.state('filing', id);
    const again = state?.matches('sent') ? announced(given, state) : null;
    return again ? { facts: [record(streamName('filing', id), again)] } : { facts: [] };
  },
};

/** The date counted with the announced days, where it was an estimate before and is none now. */
function announced(given: Given, { context }: FilingState): FilingFact | null {
  const { counted: before, answerBy: from } = context;
  if (!before?.estimated || from === null) return null;
  const { answerBy: to, counted } = answerBy(given, before.within, before.from);
  if (to === null || !counted || counted.estimated) return null;
  const source = sourceOf(calendarOf(given), lastDayOf(to));
  return { type: 'AnswerRecounted', data: { from, answerBy: to, source, counted } };
}
