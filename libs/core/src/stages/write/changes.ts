import { explain } from '../../deadlines/due-step.ts';
import { graceStep } from '../../deadlines/grace.ts';
import type { ChapterContext, ChapterFact } from './chapter.ts';

type Extended = Extract<ChapterFact, { type: 'ChapterExtended' }>['data'];
/** More time: nothing that was said of it remains, but that it was given, and whether in time. */
export const extended = (context: ChapterContext, data: Extended): Partial<ChapterContext> => ({
  due: data.due,
  grace: data.grace ?? null,
  until: data.until,
  extendedLate: data.after === true || context.extendedLate,
  why: [
    ...context.why.filter(({ how }) => how !== 'grace'),
    ...[
      { how: 'extended' as const, day: data.until, on: data.on ?? null, after: data.after === true },
      ...graceStep(data.grace ?? null),
    ].map(explain),
  ],
  late: context.wasLate,
  cameBack: false,
  escalation: 'none',
});

type Reassigned = Extract<ChapterFact, { type: 'ChapterReassigned' }>['data'];
/** The new writer takes the place of the old one, and has it in hand where that one had. */
export const reassigned = (
  { owners, desk, support, countersigning, waiting }: ChapterContext,
  { writer, lead, from }: Reassigned,
): Partial<ChapterContext> => {
  const replaced = (all: readonly string[]): readonly string[] => [
    ...new Set(all.map((each) => (each === from.writer ? writer : each))),
  ];
  return {
    writer,
    lead,
    owners: replaced(owners),
    support: support.filter((each) => each !== writer),
    desk: desk === from.writer ? writer : desk,
    // What was left for the department that had it in hand can no longer be handed in by it.
    waiting: desk === from.writer && writer !== from.writer ? [] : waiting,
    countersigning: { ...countersigning, departments: replaced(countersigning.departments) },
  };
};

type Withdrawn = Extract<ChapterFact, { type: 'ChapterWithdrawn' }>['data'];
/**
 * As if nothing had come in; late from then on when its date has passed, or when what came in was. Of what was sent back
 * before, only the correction is taken back: its first arrival keeps the date.
 */
export const withdrawn = (
  { cameBack, received, late, wasLate }: ChapterContext,
  { due, escalate }: Withdrawn,
): Partial<ChapterContext> => ({
  text: null,
  original: null,
  reading: null,
  carrier: null,
  ...(cameBack && due === null && escalate === null
    ? { received, late }
    : { received: null, late: wasLate || escalate !== null }),
});
