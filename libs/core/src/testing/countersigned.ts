import type { Fact } from '../stream.ts';
import { refOf, uuid } from './given.ts';
import { CASE, FINANCE, LEAD, MEDICAL, QUALITY, SURGERY } from './plan-case.ts';

/** One chapter with two owners that three departments countersign, for specifications of returns. */
export const CHAPTER = uuid(0x41);
export const CHAPTER_STREAM = `chapter/${CHAPTER}` as const;

/** Clauses 1 to 6. */
export const DRAFT = '第六章 学科建设\n一、专科\n二、教学\n三、人才\n四、护理\n五、经费\n';
/** The same with clauses 2 and 3 written anew, and one more in front. */
export const CHANGED =
  '第六章 学科建设\n总述\n一、专科（改）\n二、教学（改）\n三、人才\n四、护理\n五、经费\n';
/** The same with the clause of another department changed too. */
export const MEDDLED = CHANGED.replace('四、护理', '四、护理（改）');

export const assigned = (data: object = {}): Fact => ({
  type: 'ChapterAssigned',
  data: {
    case: CASE,
    stage: 'write',
    no: 6,
    title: '学科建设',
    lead: LEAD,
    owners: [MEDICAL, QUALITY],
    writer: MEDICAL,
    support: [FINANCE, SURGERY],
    due: '2026-01-15T16:00:00.000Z',
    countersigning: { departments: [QUALITY, FINANCE, SURGERY], effect: 'warn', keep: 'unchanged' },
    ...data,
  },
});

export const submitted = (content = DRAFT, data: object = {}): Fact => ({
  type: 'ChapterSubmitted',
  data: {
    text: refOf(content),
    original: null,
    carrier: null,
    received: '2026-01-10T02:00:00.000Z',
    late: false,
    ...data,
  },
});

export const countersigned = (department: string, clauses: readonly number[] | null): Fact => ({
  type: 'ChapterCountersigned',
  data: { department, text: refOf(DRAFT), clauses },
});

/** Handed in, and countersigned by all three: of two clauses, of one, and of the whole. */
export const ALL_SIGNED: readonly Fact[] = [
  assigned(),
  submitted(),
  countersigned(SURGERY, [5]),
  countersigned(FINANCE, [3, 6]),
  countersigned(QUALITY, null),
];
