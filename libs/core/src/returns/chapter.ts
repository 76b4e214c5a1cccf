import { dayOf, endOfDay } from '../calendar.ts';
import { lastDayAfter } from '../deadlines/period.ts';
import { record, type Given, type Known, type Need, type Recorded } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { streamName, type StreamName } from '../stream.ts';
import { calendarOf } from '../org/holidays.ts';
import type { ChapterContext, Returned } from '../stages/write/chapter.ts';
import type { ChapterState } from '../stages/write/machine.ts';
import type { Countersign } from '../stages/write/countersigns.ts';
import { inOrder, unknownClauses } from './clauses.ts';
import type { Because, Judged, Judgement } from './effects.ts';

/** A chapter that goes back: to whom, and what of it. */
export interface Back {
  /** The chapter's id. */
  readonly chapter: string;
  /** One of its owners; null for its writer, who handed it in first. */
  readonly to: string | null;
  /** Clauses of its text, by number; null for the whole of it. */
  readonly clauses: readonly number[] | null;
}

/** One chapter's part in a return. */
export interface ChapterBack extends Judgement {
  readonly fact: Recorded;
}

/** The text whose clauses are cited, for `needs`. */
export const backNeeds = (known: Known, { chapter, clauses }: Back): readonly Need[] => {
  const text = known.state('chapter', chapter)?.context.text;
  return text && clauses !== null ? [{ text }] : [];
};

/**
 * Takes one chapter back: which of its approvals fall and which stand, and the fact that says so. Only an owner can have
 * it back, and only clauses that it has can be cited.
 *
 * @param of the manuscript that it is taken out of, and the number of points; nothing for what was not signed off yet
 */
export function chapterBack(
  given: Given,
  state: ChapterState,
  { chapter, to, clauses }: Back,
  of: Pick<Returned, 'of' | 'points'> = {},
): ChapterBack | { readonly refusal: Refusal } {
  const { context } = state;
  const desk = to ?? context.writer;
  const cited = clauses === null ? null : inOrder(clauses);
  const refusal = notOwner(context, desk) ?? notThere(given, context, cited);
  if (refusal) return { refusal };
  const stream = streamName('chapter', chapter);
  const judged = judge(stream, state, desk, cited);
  const { text, original, returnDays } = context;
  const data: Returned = {
    text,
    original,
    to: desk,
    clauses: cited,
    falls: judged.falls.flatMap(({ approval }) =>
      approval.of === 'countersign' ? [approval.department] : [],
    ),
    ...(returnDays === null ? { due: null } : dueAgain(given, returnDays)),
    ...of,
  };
  return { ...judged, fact: record(stream, { type: 'ChapterReturned', data }) };
}

/** 修改期限: counted from the day of the return. */
function dueAgain(given: Given, n: number): Pick<Returned, 'due' | 'why'> {
  const { day, steps } = lastDayAfter(dayOf(given.now), { n, unit: 'working' }, calendarOf(given), false);
  return { due: endOfDay(day), why: [...steps, { how: 'returned', day }] };
}

const notOwner = ({ owners, writer }: ChapterContext, desk: string): Refusal | null =>
  desk === writer || owners.includes(desk)
    ? null
    : against(
        'chapter.return-to',
        '篇章只能退回其责任部门',
        'A chapter goes back to one of the departments that own it',
        { to: desk, owners: [...owners] },
        { zh: '请在责任部门中选择', en: 'Choose one of its owners' },
      );

function notThere(given: Given, { text }: ChapterContext, cited: readonly number[] | null): Refusal | null {
  if (cited === null) return null;
  const unknown = text === null ? cited : unknownClauses(cited, given.text(text));
  if (unknown.length === 0) return null;
  return notNow(
    'chapter.clauses',
    `报送稿中没有第${unknown.join('、')}段`,
    `The text that was handed in has no clause ${unknown.join(', ')}`,
    { unknown: [...unknown] },
  );
}

function judge(
  stream: StreamName<'chapter'>,
  state: ChapterState,
  desk: string,
  cited: readonly number[] | null,
): Judgement {
  const { context } = state;
  const countersigns = Object.entries(context.countersigns).map(([department, countersign]): Judged => ({
    approval: { of: 'countersign', stream, department },
    because: becauseOf(context, { department, countersign, desk, cited }),
  }));
  const signedOff: readonly Judged[] = state.matches('accepted')
    ? [{ approval: { of: 'sign-off', stream, post: context.lead }, because: 'whole' }]
    : [];
  const inputs = Object.keys(context.inputs).map((department): Judged => ({
    approval: { of: 'input', stream, department },
    because: 'given',
  }));
  const stands = countersigns.filter(({ because }) => because === 'untouched');
  return {
    falls: [...signedOff, ...countersigns.filter((each) => !stands.includes(each))],
    stands: [...stands, ...inputs],
  };
}

interface Judging {
  readonly department: string;
  readonly countersign: Countersign;
  readonly desk: string;
  readonly cited: readonly number[] | null;
}

/** A countersign cites the hash of what was seen: it stands iff what it is about is left alone and the policy keeps it. */
function becauseOf(
  { countersigning: { keep } }: ChapterContext,
  { department, countersign: { here }, desk, cited }: Judging,
): Because {
  if (keep === 'nothing') return 'policy';
  if (department === desk) return 'rewrites';
  if (cited === null || here === null) return 'whole';
  return here.some((no) => cited.includes(no)) ? 'cited' : 'untouched';
}
