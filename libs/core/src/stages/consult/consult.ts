import { z } from 'zod';
import { inTime } from '../../calendar.ts';
import { stageStreams } from '../../case/case.ts';
import { record, refuse, type Command, type Given, type Recorded } from '../../decider.ts';
import { belated, type Belated } from '../../deadlines/belated.ts';
import { DAY_UNITS } from '../../deadlines/period.ts';
import { departmentNames } from '../../org/departments.ts';
import { NO_TEXT } from '../../procedure/compile.ts';
import { effectOf, weighAll, weighBreach } from '../../procedure/effects.ts';
import type { Stage } from '../../procedure/definition.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { parseStream, streamName } from '../../stream.ts';
import { consultationNeeds, over, unanswered, type ConsultationState } from './consultation.ts';
import { belowFloor, windowEnd, type Floor, type Window } from './consult-window.ts';
import { countReturns, sumOf } from './returns.ts';
import { numbersSaid } from '../numbers-said.ts';
import type { StageKind } from '../stage-kind.ts';

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
    if (given.actor.as === 'clock') return { facts: byClock(given, id, due) };
    if (!state?.matches('open')) return refuse(over(state));
    const inWindow = inTime(given.received, state.context.due);
    const waiting = unanswered(state);
    if (waiting.length > 0 && inWindow) return refuse(early(given, waiting));
    return { facts: [closed(id, state, inWindow ? given.received : state.context.due)] };
  },
};

/** Nothing when it is closed already, or when the deadline was another one. */
function byClock(given: Given, id: string, due: string | undefined): readonly Recorded[] {
  const state = given.state('consultation', id);
  if (!state?.matches('open') || state.context.due !== due) return [];
  return [closed(id, state, due, belated(given, due))];
}

/** @param at until when an answer counts */
function closed(id: string, state: ConsultationState, at: string, late: Belated = {}): Recorded {
  const returns = countReturns(state);
  const { silence } = state.context;
  const { zh: sum, en: sumEn } = sumOf(returns, silence);
  const data = { at, ...returns, overdue: [...returns.overdue], silence, sum, sumEn, ...late };
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

/**
 * No source fixes the length of a round within a house; 5 to 10 working days are usual, and the unit is the
 * procedure's.
 */
const Params = z.strictObject({
  days: z.int().min(1).max(90).default(10),
  unit: z.enum(DAY_UNITS).default('natural'),
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
  /** 期限下限: at least so many days, 0 for none; a shorter window shows or is refused, as the stage weighs it. */
  floor: z
    .strictObject({
      n: z.int().min(0).max(400),
      unit: z.enum(DAY_UNITS),
      basis: z.string().max(200).exactOptional(),
    })
    .default({ n: 0, unit: 'natural' }),
});

/** 征求意见: everybody who is asked is asked on the same day, about the same text. */
export const consult: StageKind<z.infer<typeof Params>> = {
  kind: 'consult@1',
  params: Params,
  outcomes: ['consulted'],
  meaning: () => NO_TEXT,
  enter({ given, caseId, case: state, stage, round }, { days, unit, rollOver, ask, silence, floor }) {
    const asked = given.org.context.departments.filter(
      ({ kind }) => ask === 'all-departments' || kind === 'functional',
    );
    const data = {
      case: caseId,
      stage: stage.id,
      round,
      text: state.context.texts.manuscript,
      recipients: asked.map(({ id }) => id),
      opened: given.now,
      ...longEnough(given, stage, floor, { days, unit, rollOver }),
      ...(floor.n === 0 ? {} : { floor }),
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
    const weighed = weighAll(stage, [withoutAnswer(given, state), withoutUnion(given, state)]);
    if ('refusal' in weighed) return weighed;
    const notices = [...weighed.notices, ...tooShort(given, stage, state)];
    return { outcome: 'consulted', text: null, notices };
  },
};

/** The window as the procedure sets it; where its floor blocks, no shorter: a window that is over cannot be lengthened. */
function longEnough(given: Given, stage: Stage, floor: Floor, window: Window) {
  const counted = { ...window, ...windowEnd(given, given.now, window) };
  const blocks = effectOf(stage, 'consultation.window') === 'block';
  if (!blocks || !belowFloor(given, floor, { opened: given.now, due: counted.due })) return counted;
  const least = { ...window, days: floor.n, unit: floor.unit };
  return { ...least, ...windowEnd(given, given.now, least) };
}

/** A window that is over and was too short shows: nobody can put it right any more. */
const tooShort = (given: Given, stage: Stage, { context }: ConsultationState): readonly Notice[] =>
  weighBreach(stage, context.floor && belowFloor(given, context.floor, context)).map(({ notice }) => notice);

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
    `尚有意见未拟定采纳情况：第${numbersSaid(open)}号`,
    `Opinions without a proposed disposition: ${open.join(', ')}`,
    { open: [...open] },
    { zh: '逐条拟定采纳情况', en: 'a proposal for each of them' },
  ),
  basis: '《重大行政决策程序暂行条例》第二十九条（参照）',
});

function withoutAnswer(given: Given, state: ConsultationState): Refusal | null {
  const departments = unanswered(state);
  if (departments.length === 0) return null;
  const names = departmentNames(given.org, departments);
  const counted = state.context.silence === 'as-none';
  return against(
    'consultation.answered',
    `逾期未反馈${counted ? '（按征求意见函视为无意见）' : ''}：${names.join('、')}`,
    `No answer${counted ? ' (taken as no opinion, as the letter said)' : ''} from: ${names.join(', ')}`,
    { departments: [...departments] },
    { zh: '请补录其反馈意见或无意见', en: 'Record their opinions, or that they have none' },
  );
}

/**
 * 工会 was not asked, or has not answered: silence is no hearing.
 *
 * @source 工会法 §39 研究经营管理和发展的重大问题应当听取工会的意见
 */
function withoutUnion(given: Given, { context }: ConsultationState): Refusal | null {
  const unions = given.org.context.departments.filter(
    ({ kind, name }) => kind === 'organisation' && name.includes('工会'),
  );
  if (unions.some(({ id }) => id in context.replies)) return null;
  const asked = unions.some(({ id }) => context.recipients.includes(id));
  return against(
    'consultation.union',
    asked ? '工会尚未反馈意见' : '征求意见范围未包括工会',
    asked ? 'The trade union has not answered' : 'The trade union was not asked',
    { asked, departments: unions.map(({ id }) => id) },
    { zh: '听取并录入工会的意见', en: 'Hear the union and record what it says' },
  );
}
