import { asIfNotCome, withMoreTime } from '../../deadlines/more-time.ts';
import type { ChapterContext, ChapterFact } from './chapter.ts';

type Extended = Extract<ChapterFact, { type: 'ChapterExtended' }>['data'];
export const extended = (context: ChapterContext, data: Extended): Partial<ChapterContext> => ({
  ...withMoreTime(context, data),
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
export const withdrawn = (context: ChapterContext, data: Withdrawn): Partial<ChapterContext> =>
  asIfNotCome(context, data);
