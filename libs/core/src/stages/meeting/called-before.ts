import { record, type Given, type Known, type Need, type Recorded } from '../../decider.ts';
import type { Notice } from '../../refusal.ts';
import { parseStream, type StreamName } from '../../stream.ts';
import type { Lapsing } from './facts.ts';
import type { MeetingState } from './meeting.ts';

/** A stage of a case. */
interface Of {
  readonly case: string;
  readonly stage: string;
}

/** The meeting that was last called for the stage. The case must be needed besides. */
export function earlierNeeds(known: Known, of: Of): readonly Need[] {
  const read = lastOf(known, of);
  return read ? [{ read }] : [];
}

export const lastOf = (known: Known, { case: caseId, stage }: Of): StreamName<'meeting'> | null =>
  known.state('case', caseId)?.context.meetings[stage] ?? null;

const meetingAt = (known: Known, name: StreamName<'meeting'> | null): MeetingState | undefined =>
  name === null ? undefined : known.state('meeting', parseStream(name).id);

export const isOver = ({ value }: MeetingState): boolean =>
  ['declared', 'adjourned', 'withdrawn', 'lapsed'].some((over) => over === value);

/** The meeting that was last called for the stage, while it is called or sits. */
export function standsCalled(known: Known, of: Of): MeetingState | undefined {
  const state = meetingAt(known, lastOf(known, of));
  return state && !isOver(state) ? state : undefined;
}

/** 重复召集: another meeting on the same stage is called or sits; shown, and named. */
export function calledAlready(given: Given, of: Of): readonly Notice[] {
  const state = standsCalled(given, of);
  if (!state) return [];
  const { at, place } = state.context;
  return [
    {
      rule: 'meeting.called-already',
      said: {
        zh: '本环节已召集过会议，尚未休会或宣布决议',
        en: 'Another meeting on this stage was called and has neither ended nor been adjourned',
      },
      facts: { meeting: lastOf(given, of), at, place },
    },
  ];
}

/** Every meeting that was called for the stage, the last one first. */
export const everyCalled = (
  known: Known,
  name: StreamName<'meeting'> | null,
): readonly StreamName<'meeting'>[] =>
  name === null ? [] : [name, ...everyCalled(known, meetingAt(known, name)?.context.earlier ?? null)];

/** The other meetings that were called for the stage, for `needs` of whatever ends it. The case must be needed besides. */
export const lapsingNeeds = (known: Known, of: Of, by: StreamName<'meeting'> | null): readonly Need[] =>
  everyCalled(known, lastOf(known, of))
    .filter((name) => name !== by)
    .flatMap((name) => {
      const { ballot, tabling } = meetingAt(known, name)?.context ?? {};
      return [
        { write: name },
        ...(ballot ? [{ write: ballot }] : []),
        ...(tabling ? [{ write: tabling }] : []),
      ];
    });

/** 会议不再进行: the stage ends with this meeting, and nobody owes anything to another that was called for it. */
export const lapsing = (given: Given, of: Of, data: Lapsing): readonly Recorded[] =>
  everyCalled(given, lastOf(given, of)).flatMap((name) => {
    const state = meetingAt(given, name);
    if (name === data.by || !state || isOver(state)) return [];
    return [
      record(name, { type: 'MeetingLapsed', data }),
      ...boxClosed(given, state),
      ...readingEnded(state.context.tabling, name),
    ];
  });

/** 会前阅看结束: nobody owes to read the papers of an item that was put or taken back. */
export const readingEnded = (
  tabling: StreamName<'tabling'> | null,
  meeting: StreamName<'meeting'>,
): readonly Recorded[] =>
  tabling === null ? [] : [record(tabling, { type: 'ReadingEnded', data: { meeting } })];

/** 选票作废: the box of a meeting that ends without a count. */
export function boxClosed(given: Given, { context: { ballot } }: MeetingState): readonly Recorded[] {
  const box = ballot && given.state('ballot', parseStream(ballot).id);
  if (!ballot || !box || box.matches('confirmed') || box.matches('void')) return [];
  return [record(ballot, { type: 'BallotLapsed', data: {} })];
}
