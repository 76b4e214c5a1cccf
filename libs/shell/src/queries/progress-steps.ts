import type { CaseProgress } from '@mouding/contract';
import type { Said, StateOf } from '@mouding/core';

type Step = CaseProgress['chapters'][number]['steps'][number];
type State = Step['state'];

/** What a department's row says of where it stands, beside its own contribution. */
export interface Around {
  readonly now: string;
  /** The last 征求意见 of the case that the reader may see. */
  readonly consultation: StateOf<'consultation'> | null;
  readonly sheet: StateOf<'indicator'> | null;
}

const WORDS: { readonly [state in State]: Said } = {
  none: { zh: '不要求', en: 'not asked' },
  waiting: { zh: '未到', en: 'not yet' },
  open: { zh: '未交', en: 'to come' },
  late: { zh: '逾期未交', en: 'overdue' },
  back: { zh: '退回', en: 'sent back' },
  done: { zh: '已交', en: 'in' },
  'done-late': { zh: '逾期已交', en: 'in, late' },
};

const step = (name: string, title: Said, state: State, words: Partial<typeof WORDS> = {}): Step => ({
  step: name,
  title,
  state,
  words: words[state] ?? WORDS[state],
  done: null,
  all: null,
});

const counted = (of: Step, done: number, all: number): Step => (all === 0 ? of : { ...of, done, all });

const FINISHED: Partial<typeof WORDS> = {
  open: { zh: '待办', en: 'to do' },
  late: { zh: '逾期未办', en: 'overdue' },
  done: { zh: '通过', en: 'passed' },
};
const CAME: Partial<typeof WORDS> = { done: { zh: '已收', en: 'came' } };
const CHECKED: Partial<typeof WORDS> = {
  open: { zh: '待核对', en: 'to be checked' },
  done: { zh: '已核对', en: 'checked' },
};
const COUNTERSIGNED: Partial<typeof WORDS> = {
  open: { zh: '待会签', en: 'to come' },
  done: { zh: '已会签', en: 'countersigned' },
};

type Chapter = StateOf<'chapter'>;

/** 配合材料, 报送, 会签, 审定, 核对 of a chapter. */
export const chapterSteps = (chapter: Chapter, now: string): Step[] => [
  inputStep(chapter, now),
  step('hand-in', { zh: '报送', en: 'handed in' }, handedIn(chapter, now)),
  countersignStep(chapter),
  step('sign-off', { zh: '审定', en: 'signed off' }, signedOff(chapter), FINISHED),
  useStep(chapter),
];

/** What is to come by a date and has not: late once the date has passed. */
const pending = (due: string | null, now: string): State => (due !== null && due < now ? 'late' : 'open');

function inputStep({ value, context }: Chapter, now: string): Step {
  const { support, inputs, due, received } = context;
  const done = support.filter((department) => department in inputs).length;
  const title = { zh: '配合材料', en: 'material' };
  if (support.length === 0) return step('input', title, 'none');
  const isAsked = value === 'open' && received === null;
  if (done < support.length && isAsked)
    return counted(step('input', title, pending(due, now)), done, support.length);
  // What did not come before the chapter was handed in is asked for no longer.
  return counted(step('input', title, done > 0 ? 'done' : 'none', CAME), done, support.length);
}

function handedIn({ value, context }: Chapter, now: string): State {
  if (value === 'absent' || value === 'dispensed') return 'none';
  if (value === 'open') return context.cameBack ? 'back' : pending(context.due, now);
  if (value === 'quarantined') return 'back';
  return context.late ? 'done-late' : 'done';
}

function countersignStep({ value, context }: Chapter): Step {
  const asked = context.countersigning.departments.filter((department) => department !== context.desk);
  const done = asked.filter((department) => department in context.countersigns).length;
  const title = { zh: '会签', en: 'countersigned' };
  if (asked.length === 0) return step('countersign', title, 'none');
  const isWanted = value === 'submitted' || value === 'accepted';
  const state = done === asked.length ? 'done' : isWanted ? 'open' : 'waiting';
  return counted(step('countersign', title, state, COUNTERSIGNED), done, asked.length);
}

function signedOff({ value, context }: Chapter): State {
  if (value === 'accepted') return 'done';
  if (value === 'submitted') return 'open';
  return context.cameBack ? 'back' : 'waiting';
}

function useStep({ value, context: { uses, inputs, desk } }: Chapter): Step {
  const asked = new Set([desk, ...Object.keys(inputs)]);
  const done = [...asked].filter((department) => department in uses).length;
  const state = value !== 'accepted' ? 'waiting' : done === asked.size ? 'done' : 'open';
  return counted(step('use', { zh: '核对', en: 'use checked' }, state, CHECKED), done, asked.size);
}

type Contribution = StateOf<'contribution'>;

/** 报送, 受理, 核对, 回复, 指标 of a department. */
export const departmentSteps = (
  department: string,
  contribution: Contribution | null,
  around: Around,
): Step[] => [
  step('hand-in', { zh: '报送', en: 'handed in' }, contributed(contribution, around.now)),
  step('accept', { zh: '受理', en: 'accepted' }, acceptedOf(contribution), {
    ...FINISHED,
    done: { zh: '受理', en: 'accepted' },
  }),
  step('use', { zh: '核对', en: 'use checked' }, usedOf(department, contribution), CHECKED),
  step('reply', { zh: '征求意见', en: 'replied' }, repliedOf(department, around), {
    open: { zh: '未回复', en: 'no reply yet' },
    late: { zh: '逾期未反馈', en: 'no reply, overdue' },
    done: { zh: '已回复', en: 'replied' },
    'done-late': { zh: '逾期回复', en: 'replied late' },
  }),
  indicatorStep(department, around),
];

const GONE: ReadonlySet<string> = new Set(['absent', 'excused', 'dispensed']);

function contributed(contribution: Contribution | null, now: string): State {
  if (!contribution || GONE.has(String(contribution.value))) return 'none';
  const { value, context } = contribution;
  if (value === 'open') return context.cameBack ? 'back' : pending(context.due, now);
  if (value === 'quarantined') return 'back';
  return context.late ? 'done-late' : 'done';
}

function acceptedOf(contribution: Contribution | null): State {
  if (!contribution || GONE.has(String(contribution.value))) return 'none';
  if (contribution.value === 'accepted') return 'done';
  if (contribution.value === 'received') return 'open';
  return contribution.context.cameBack ? 'back' : 'waiting';
}

function usedOf(department: string, contribution: Contribution | null): State {
  if (!contribution || contribution.context.none || GONE.has(String(contribution.value))) return 'none';
  if (department in contribution.context.uses) return 'done';
  return contribution.value === 'accepted' ? 'open' : 'waiting';
}

function repliedOf(department: string, { consultation, now }: Around): State {
  if (!consultation) return 'waiting';
  const { recipients, replies, late, overdue, due, closed } = consultation.context;
  if (!recipients.includes(department)) return 'none';
  if (department in replies) return late.includes(department) ? 'done-late' : 'done';
  return overdue.includes(department) || closed !== null ? 'late' : pending(due, now);
}

function indicatorStep(department: string, { sheet }: Around): Step {
  const rows = (sheet?.context.rows ?? []).filter((row) => row.department === department);
  const done = rows.filter(({ status }) => status === 'filled' || status === 'confirmed').length;
  const back = rows.some(({ status }) => status === 'returned');
  const title = { zh: '指标', en: 'indicators' };
  if (rows.length === 0) return step('indicators', title, 'none');
  const state = back ? 'back' : done === rows.length ? 'done' : 'open';
  const words = { open: { zh: '待填报', en: 'to be filled' }, done: { zh: '已填报', en: 'filled' } };
  return counted(step('indicators', title, state, words), done, rows.length);
}

/** A department that was asked for no contribution. */
export const NOTHING_HERE = {
  stream: null,
  href: null,
  status: null,
  words: null,
  due: null,
  overdue: false,
};
