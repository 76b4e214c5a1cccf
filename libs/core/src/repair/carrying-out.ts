import { endOfDay, lastDayOf } from '../calendar.ts';
import type { CaseState } from '../case/case.ts';
import type { Given, Need, Recorded } from '../decider.ts';
import { record } from '../decider.ts';
import { notNow, type Refusal, type Said } from '../refusal.ts';
import type { StateOf } from '../states.ts';
import { parseStream, streamName, type StreamName } from '../stream.ts';
import type { MeetingFact } from '../stages/meeting/facts.ts';
import type { Repairing } from './repair.ts';

/** What a repair would do: the facts that it adds, and what they come to in words. */
export interface Effect {
  readonly stage: string | null;
  readonly facts: readonly Recorded[];
  readonly said: Said;
}

/** The streams that a repair looks at and adds to. */
export const targetsOf = (what: Repairing): readonly Need[] => {
  if (what.repair === 'attendance' || what.repair === 'meeting') return [{ write: what.meeting }];
  return what.repair === 'file' ? [{ read: what.about }, { file: what.right }] : [];
};

/** The effect as things stand now; refused where the machine of the stream cannot take it, or there is nothing to put right. */
export function effectOfRepair(
  given: Given,
  caseId: string,
  what: Repairing,
  by: StreamName,
): Effect | Refusal {
  switch (what.repair) {
    case 'attendance':
      return attendance(given, caseId, what);
    case 'meeting':
      return ended(given, caseId, what.meeting, by);
    case 'date':
      return redated(given, caseId, what);
    case 'file':
      return reattached(given, caseId, what);
  }
}

/** The stream is one of this case. */
function ofCase(given: Given, caseId: string, name: StreamName): boolean {
  const { kind, id } = parseStream(name);
  const context = given.state(kind, id)?.context;
  return kind === 'case' ? id === caseId : Boolean(context && 'case' in context && context.case === caseId);
}

function attendance(
  given: Given,
  caseId: string,
  { meeting, post, present }: Extract<Repairing, { repair: 'attendance' }>,
): Effect | Refusal {
  const fact: MeetingFact = { type: present ? 'MemberPresent' : 'MemberLeft', data: { post } };
  const title = given.org.context.posts.find(({ id }) => id === post)?.title ?? '';
  const there = { zh: `${title}登记为到会`, en: `${title} is registered as present` };
  const away = {
    zh: `${title}登记为未到会；法定人数重新计算`,
    en: `${title} is registered as not present; the quorum is counted again`,
  };
  return inMeeting(given, caseId, meeting, fact, present ? there : away) ?? notThere('attendance');
}

/** The effect of one fact in a meeting of this case; null where the meeting cannot take it. */
function inMeeting(
  given: Given,
  caseId: string,
  meeting: StreamName<'meeting'>,
  fact: MeetingFact,
  words: Said,
): Effect | null {
  if (!ofCase(given, caseId, meeting) || !takes(given, meeting, fact)) return null;
  const stage = given.state('meeting', parseStream(meeting).id)?.context.stage ?? null;
  return { stage, facts: [record(meeting, fact)], said: words };
}

function ended(
  given: Given,
  caseId: string,
  meeting: StreamName<'meeting'>,
  by: StreamName,
): Effect | Refusal {
  const fact: MeetingFact = { type: 'MeetingLapsed', data: { because: 'repaired', by } };
  const words = {
    zh: '该会议不再进行，未形成决议；可以重新召集',
    en: 'The meeting does not go on and has decided nothing; it can be called again',
  };
  if (hasVoted(given.state('meeting', parseStream(meeting).id))) return voted();
  return inMeeting(given, caseId, meeting, fact, words) ?? notThere('meeting');
}

/** Everybody there has voted, hands were counted, or the chair has decided: only the declaration is missing. */
function hasVoted(state: StateOf<'meeting'> | undefined): boolean {
  if (!state) return false;
  const { votes, present, hands } = state.context;
  const all = votes.length > 0 && present.every((post) => votes.some((vote) => vote.post === post));
  return state.matches('decided') || (state.matches('put') && (all || hands !== null));
}

/** What a body has decided is for nobody else to take away. */
const voted = (): Refusal =>
  notNow(
    'repair.voted',
    '该次会议已有表决（决定）结果，不能终止',
    'The meeting has decided and is not ended so',
    {},
    { zh: '请宣布结果；确需改变的，由原机构复议', en: 'Declare the result; the same body may reconsider it' },
  );

function redated(
  given: Given,
  caseId: string,
  { stage, from, to }: Extract<Repairing, { repair: 'date' }>,
): Effect | Refusal {
  const standing = dateOf(given.state('case', caseId), stage);
  if (standing === undefined || standing !== from || standing === to) return notThere('date');
  const due = to === null ? null : endOfDay(to);
  const [was, now] = [dayWords(from), dayWords(to)];
  return {
    stage,
    facts: [record(streamName('case', caseId), { type: 'StageRedated', data: { stage, due } })],
    said: {
      zh: `本环节时限由${was.zh}更正为${now.zh}`,
      en: `The date of the stage becomes ${now.en} instead of ${was.en}`,
    },
  };
}

const dayWords = (day: string | null): Said =>
  day === null ? { zh: '未定', en: 'none' } : { zh: day, en: day };

/** The day of a stage that stands open and is not paused; null where none is set. */
function dateOf(state: CaseState | undefined, stage: string): string | null | undefined {
  const entered = state?.context.entered[stage];
  if (!entered || !state.context.open.includes(stage) || entered.paused !== undefined) return undefined;
  return entered.due === null ? null : lastDayOf(entered.due);
}

/** Nothing is taken away: whoever opens the wrong file finds beside it that another one was meant. */
function reattached(
  given: Given,
  caseId: string,
  { about, wrong, right }: Extract<Repairing, { repair: 'file' }>,
): Effect | Refusal {
  if (!ofCase(given, caseId, about) || wrong.hash === right.hash || !given.hasFile(right))
    return notThere('file');
  const { kind, id } = parseStream(about);
  const context = given.state(kind, id)?.context;
  const stage = context && 'stage' in context && typeof context.stage === 'string' ? context.stage : null;
  return {
    stage,
    facts: [],
    said: {
      zh: `附件（${wrong.hash.slice(0, 8)}）系误附，应为（${right.hash.slice(0, 8)}）；原件仍留存`,
      en: `The file ${wrong.hash.slice(0, 8)} was attached by mistake, ${right.hash.slice(0, 8)} is meant; the first one stays`,
    },
  };
}

/** Whether the machine of a meeting takes the fact where it stands. */
const takes = (given: Given, name: StreamName<'meeting'>, fact: MeetingFact): boolean =>
  given.state('meeting', parseStream(name).id)?.can(fact) === true;

const REASONS: { readonly [repair in Repairing['repair']]: Said } = {
  attendance: { zh: '该次会议的到会登记不能这样更正', en: 'The attendance cannot be put right so' },
  meeting: { zh: '该次会议已经结束，或不属于本规划', en: 'The meeting is over, or of another case' },
  date: {
    zh: '该环节未在办理、计时中止，或时限与所述不符',
    en: 'The stage is not open, is paused, or has another date',
  },
  file: { zh: '未找到该附件，或应附的文件尚未上传', en: 'The file is not known here' },
};

const notThere = (repair: Repairing['repair']): Refusal =>
  notNow('repair.now', REASONS[repair].zh, REASONS[repair].en, { repair });
