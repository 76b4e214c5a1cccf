import { z } from 'zod';
import { addDays, dayOf, endOfDay, inTime } from '../calendar.ts';
import { stageStreams } from '../case/case.ts';
import { record, refuse, type Command, type Given, type Recorded } from '../decider.ts';
import { departmentNames } from '../org/org.ts';
import { NO_TEXT } from '../procedure/compile.ts';
import { against, notNow, type Notice, type Refusal } from '../refusal.ts';
import { parseStream, streamName } from '../stream.ts';
import { addWorkingDays, ANNOUNCED, isWorkingDay } from '../working-days.ts';
import type { DayUnit } from './consultation-facts.ts';
import { consultationNeeds, over, unanswered, type ConsultationState } from './consultation.ts';
import { countReturns, sumOf } from './returns.ts';
import type { StageKind } from './stage-kind.ts';

export const CloseConsultation = z
  .strictObject({
    due: z.iso.datetime().optional().meta({ description: '到期自动办结时的截止时间 · set by the clock' }),
  })
  .meta({ id: 'CloseConsultation', description: '征求意见截止 · ends the window' });

/** 征求意见截止: by the clock at the end of the window, or by the office as soon as everybody has answered. */
export const closeConsultation: Command<'consultation', z.infer<typeof CloseConsultation>> = {
  verb: 'consultation.close',
  on: 'consultation',
  concurrent: true,
  needs: consultationNeeds,
  during: ['open'],
  decide(given, id, { due }) {
    const state = given.state('consultation', id);
    if (given.actor.as === 'clock') return { facts: byClock(id, state, due) };
    if (!state?.matches('open')) return refuse(over(state));
    const inWindow = inTime(given.received, state.context.due);
    const waiting = unanswered(state);
    if (waiting.length > 0 && inWindow) return refuse(early(given, waiting));
    return { facts: [closed(id, state, inWindow ? given.received : state.context.due)] };
  },
};

/** Nothing when it is closed already, or when the deadline was another one. */
const byClock = (
  id: string,
  state: ConsultationState | undefined,
  due: string | undefined,
): readonly Recorded[] =>
  state?.matches('open') && state.context.due === due ? [closed(id, state, due)] : [];

/** @param at until when an answer counts */
function closed(id: string, state: ConsultationState, at: string): Recorded {
  const returns = countReturns(state);
  const { silence } = state.context;
  const { zh: sum, en: sumEn } = sumOf(returns, silence);
  const data = { at, ...returns, overdue: [...returns.overdue], silence, sum, sumEn };
  return record(streamName('consultation', id), { type: 'ConsultationClosed', data });
}

const early = (given: Given, waiting: readonly string[]): Refusal =>
  against(
    'consultation.all-replied',
    `征求意见期限未满，尚未反馈：${departmentNames(given.org, waiting).join('、')}`,
    `The window is open and these have not answered: ${departmentNames(given.org, waiting).join(', ')}`,
    { waiting: [...waiting] },
    { zh: '全部反馈或期限届满', en: 'everybody’s answer, or the end of the window' },
  );

interface Window {
  readonly days: number;
  readonly unit: DayUnit;
  readonly rollOver: boolean;
}

/**
 * The end of the window, 24:00 of its last day; the day of opening does not count. `estimated` when the end rests on
 * working days that are not announced yet. @source 民法典 §201, §203
 */
function windowEnd(
  now: string,
  { days, unit, rollOver }: Window,
): { readonly due: string; readonly estimated: boolean } {
  const opened = dayOf(now);
  if (unit === 'working') {
    const { day, estimated } = addWorkingDays(opened, days);
    return { due: endOfDay(day), estimated };
  }
  const last = addDays(opened, days);
  if (!rollOver) return { due: endOfDay(last), estimated: false };
  const day = workedFrom(last);
  return { due: endOfDay(day), estimated: last < ANNOUNCED.from || day > ANNOUNCED.to };
}

/** The day itself when it is worked, otherwise the next one that is. */
function workedFrom(day: string): string {
  let worked = day;
  while (!isWorkingDay(worked)) worked = addDays(worked, 1);
  return worked;
}

/**
 * No source fixes the length of a round within a house; 5 to 10 working days are usual, and the unit is the
 * procedure's.
 */
const Params = z.strictObject({
  days: z.int().min(1).max(90).default(10),
  unit: z.enum(['natural', 'working']).default('natural'),
  /**
   * Whether a period in natural days that would end on a day off ends on the next working day; a procedure may agree
   * on the day itself. @source 民法典 §203 最后一日是法定休假日的，以其结束的次日为最后一日, §204 另有约定的除外
   */
  rollOver: z.boolean().default(true),
  ask: z.enum(['all-departments', 'functional-departments']).default('all-departments'),
  /**
   * What silence counts as, which only the covering letter can say (征求意见函载明“逾期未反馈的，视为无意见”).
   *
   * @source 民法典 §140 沉默只有在有法律规定、当事人约定或者符合当事人之间的交易习惯时，才可以视为意思表示（参照）
   */
  silence: z.enum(['none', 'as-none']).default('none'),
});

/** 征求意见: everybody who is asked is asked on the same day, about the same text. */
export const consult: StageKind<z.infer<typeof Params>> = {
  kind: 'consult@1',
  params: Params,
  outcomes: ['consulted'],
  meaning: () => NO_TEXT,
  enter({ given, caseId, case: state, stage, round }, { days, unit, rollOver, ask, silence }) {
    const asked = given.org.context.departments.filter(
      ({ kind }) => ask === 'all-departments' || kind === 'functional',
    );
    const data = {
      case: caseId,
      stage: stage.id,
      round,
      text: state.context.texts.manuscript,
      recipients: asked.map(({ id }) => id),
      days,
      unit,
      opened: given.now,
      ...windowEnd(given.now, { days, unit, rollOver }),
      silence,
    };
    return [record(streamName('consultation', given.id(stage.id)), { type: 'ConsultationOpened', data })];
  },
  leaveNeeds(known, caseId, stage) {
    const streams = stageStreams(known.state('case', caseId), stage.id);
    const opinions = streams.flatMap(
      (name) => known.state('consultation', parseStream(name).id)?.context.opinions ?? [],
    );
    return [...streams, ...opinions].map((read) => ({ read }));
  },
  leave(given, caseId, stage) {
    const states = stageStreams(given.state('case', caseId), stage.id).map((name) =>
      given.state('consultation', parseStream(name).id),
    );
    const state = states.find((one) => one !== undefined);
    if (!state?.matches('closed')) return { refusal: stillOpen(state) };
    const open = undisposed(given, state);
    if (open.length > 0) return { refusal: withoutProposal(open) };
    return { outcome: 'consulted', text: null, notices: withoutAnswer(given, state) };
  },
};

const stillOpen = (state: ConsultationState | undefined): Refusal =>
  notNow(
    'consult.closed',
    '征求意见尚未截止',
    'The consultation is still open',
    { due: state?.context.due ?? null },
    { zh: '全部反馈或期限届满', en: 'everybody’s answer, or the end of the window' },
  );

/** Numbers of the opinions that nobody has proposed anything for. */
const undisposed = (given: Given, { context }: ConsultationState): readonly number[] =>
  context.opinions
    .map((name) => given.state('opinion', parseStream(name).id))
    .flatMap((opinion) => (opinion?.matches('given') ? [opinion.context.no] : []));

/** @source 重大行政决策程序暂行条例 §29 研究采纳情况（参照） */
const withoutProposal = (open: readonly number[]): Refusal => ({
  ...against(
    'consult.disposed',
    `尚有意见未拟定采纳情况：第${open.join('、')}号`,
    `Opinions without a proposed disposition: ${open.join(', ')}`,
    { open: [...open] },
    { zh: '逐条拟定采纳情况', en: 'a proposal for each of them' },
  ),
  basis: '《重大行政决策程序暂行条例》第二十九条（参照）',
});

function withoutAnswer(given: Given, state: ConsultationState): readonly Notice[] {
  const departments = unanswered(state);
  if (departments.length === 0) return [];
  const names = departmentNames(given.org, departments);
  const counted = state.context.silence === 'as-none';
  const said = {
    zh: `逾期未反馈${counted ? '（按征求意见函视为无意见）' : ''}：${names.join('、')}`,
    en: `No answer${counted ? ' (taken as no opinion, as the letter said)' : ''} from: ${names.join(', ')}`,
  };
  return [{ rule: 'consult.answered', said, facts: { departments: [...departments] } }];
}
