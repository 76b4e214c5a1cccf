import { record, type Given, type Known, type Need, type Recorded } from '../decider.ts';
import { parseStream, type StreamName } from '../stream.ts';
import { boxClosed, isOver, lapsingNeeds, readingEnded } from '../stages/meeting/called-before.ts';
import { sameText, type TextRef } from '../text-ref.ts';
import type { Judged } from './effects.ts';

/** Every meeting that stages of the case were called for, and their boxes, for `needs` of a return. */
export const lapseNeeds = (known: Known, caseId: string): readonly Need[] =>
  Object.keys(known.state('case', caseId)?.context.meetings ?? {}).flatMap((stage) =>
    lapsingNeeds(known, { case: caseId, stage }, null),
  );

/**
 * A return closes open votes on the text: meetings that were called on it and have not decided are not held, their
 * boxes are void, and nobody owes to read their papers. Their stages stay open, and whoever calls meetings owes another one on the text that comes.
 */
export function lapsesOn(
  given: Given,
  caseId: string,
  text: TextRef | null,
  by: StreamName,
): { readonly facts: readonly Recorded[]; readonly falls: readonly Judged[] } {
  const meetings = lapseNeeds(given, caseId)
    .flatMap((need) => ('write' in need ? [need.write] : []))
    .filter((name): name is StreamName<'meeting'> => parseStream(name).kind === 'meeting');
  const open = meetings.flatMap((stream) => {
    const state = given.state('meeting', parseStream(stream).id);
    return state && !isOver(state) && sameText(state.context.item.text, text) ? [{ stream, state }] : [];
  });
  return {
    facts: open.flatMap(({ stream, state }) => [
      record(stream, { type: 'MeetingLapsed', data: { because: 'returned', by } }),
      ...boxClosed(given, state),
      ...readingEnded(state.context.tabling, stream),
    ]),
    falls: open.map(({ stream }) => ({ approval: { of: 'vote', stream }, because: 'open' })),
  };
}
