import { dayInChinese, daysBetween } from '../calendar.ts';
import type { Said } from '../refusal.ts';
import type { DayUnit } from './period.ts';

/** 自某日起（某日前）若干日: the day that it is counted from does not count. */
interface Counted<H extends 'counted' | 'counted-back'> {
  readonly how: H;
  readonly from: string;
  readonly n: number;
  readonly unit: DayUnit;
  readonly day: string;
  readonly calendar: string | null;
  readonly estimated: boolean;
}

/**
 * One step of how a date came to be what it is. Facts that set a date hold its steps, so that nobody has to count again;
 * all days are days of Beijing, and `calendar` is the version of the working days that a step was counted with.
 */
export type DueStep =
  /** 规定期限: somebody said so. */
  | { readonly how: 'set'; readonly day: string }
  | Counted<'counted'>
  /** Counted back from a day, e.g. of a meeting. */
  | Counted<'counted-back'>
  /** 顺延 (or, of a period that is counted back, 提前): the last day was off. */
  | {
      readonly how: 'rolled';
      readonly from: string;
      readonly day: string;
      readonly why: 'holiday' | 'weekend';
      readonly calendar: string;
      readonly estimated: boolean;
    }
  /** 延期, approved on a day; `after` when the date had passed by then. */
  | { readonly how: 'extended'; readonly day: string; readonly on: string | null; readonly after: boolean }
  /** 修改期限: the date of what was returned. */
  | { readonly how: 'returned'; readonly day: string }
  /** 缩短期限, with a published reason. */
  | { readonly how: 'shortened'; readonly day: string; readonly on: string }
  /** 计时中止: another held the file from one day to the other. */
  | { readonly how: 'paused'; readonly from: string; readonly until: string; readonly day: string | null }
  /** The years that it rests on were announced, or arranged otherwise. */
  | {
      readonly how: 'recounted';
      readonly from: string;
      readonly day: string;
      readonly calendar: string;
      readonly source: string;
    }
  /** 宽限期: what comes until then is received and marked, and is not late. */
  | {
      readonly how: 'grace';
      readonly n: number;
      readonly unit: DayUnit;
      readonly day: string;
      readonly estimated: boolean;
    };

/** A step with its words. */
export type SaidStep = { readonly how: DueStep['how']; readonly day: string | null; readonly said: Said };

const UNITS = {
  natural: { zh: '日', en: 'days' },
  working: { zh: '个工作日', en: 'working days' },
} as const;
const OFF = {
  holiday: { zh: '为放假', en: 'is a holiday' },
  weekend: { zh: '为休息日', en: 'is a weekend' },
} as const;
const guess = (estimated: boolean) =>
  estimated
    ? { zh: '（预估，节假日安排尚未公布）', en: ' (estimated, the holidays are not announced)' }
    : { zh: '', en: '' };

type Of<H extends DueStep['how']> = Extract<DueStep, { how: H }>;

const counted = ({ how, from, n, unit, day, estimated }: Counted<'counted' | 'counted-back'>): Said => {
  const back = how === 'counted-back';
  const mark = guess(estimated);
  return {
    zh: `${dayInChinese(from)}${back ? '前' : '起'}${n}${UNITS[unit].zh}（当日不计入），${back ? '最迟' : '至'}${dayInChinese(day)}${mark.zh}`,
    en: `${n} ${UNITS[unit].en} ${back ? 'before' : 'from'} ${from}, which does not count: ${day}${mark.en}`,
  };
};

const rolled = ({ from, day, why, estimated }: Of<'rolled'>): Said => {
  const days = daysBetween(from, day);
  const mark = guess(estimated);
  return {
    zh: `${days > 0 ? '顺延' : '提前'}${Math.abs(days)}日至${dayInChinese(day)}，因为${dayInChinese(from)}${OFF[why].zh}${mark.zh}`,
    en: `moved ${Math.abs(days)} days ${days > 0 ? 'later' : 'earlier'} to ${day}, because ${from} ${OFF[why].en}${mark.en}`,
  };
};

const extended = ({ day, on, after }: Of<'extended'>): Said => ({
  zh: `延期至${dayInChinese(day)}${on === null ? '' : `（${dayInChinese(on)}批准${after ? '，批准时已逾期' : ''}）`}`,
  en: `extended to ${day}${on === null ? '' : ` (approved on ${on}${after ? ', after the date had passed' : ''})`}`,
});

const paused = ({ from, until, day }: Of<'paused'>): Said => {
  const days = Math.max(0, daysBetween(from, until));
  return {
    zh: `${dayInChinese(from)}至${dayInChinese(until)}主管部门办理，计时中止${days}日${day === null ? '' : `，期限移至${dayInChinese(day)}`}`,
    en: `paused ${days} days while the authority held it, ${from} to ${until}${day === null ? '' : `: ${day}`}`,
  };
};

/** The words of each step, by how. */
const WORDS: { readonly [H in DueStep['how']]: (step: Of<H>) => Said } = {
  set: ({ day }) => ({ zh: `规定期限：${dayInChinese(day)}（含当日）`, en: `set to the end of ${day}` }),
  returned: ({ day }) => ({
    zh: `退回修改，期限重新规定为${dayInChinese(day)}（含当日）`,
    en: `returned, with a new date: the end of ${day}`,
  }),
  counted,
  'counted-back': counted,
  rolled,
  extended,
  shortened: ({ day, on }) => ({
    zh: `缩短至${dayInChinese(day)}（${dayInChinese(on)}公布理由）`,
    en: `shortened to ${day} (reason published on ${on})`,
  }),
  paused,
  recounted: ({ from, day, source }) => ({
    zh: `依据${source}重新计算，由${dayInChinese(from)}改为${dayInChinese(day)}`,
    en: `counted again by ${source}: ${from} became ${day}`,
  }),
  grace: ({ n, unit, day, estimated }) => ({
    zh: `宽限${n}${UNITS[unit].zh}，至${dayInChinese(day)}${guess(estimated).zh}报送的注明“宽限期内”，不作逾期`,
    en: `${n} ${UNITS[unit].en} of grace: until ${day}${guess(estimated).en} it is marked and not late`,
  }),
};

/** A step as the screen says it. */
export function explain(step: DueStep): SaidStep {
  // Each step goes to the words of its own kind: the table's type says so, an indexed call cannot.
  const words = WORDS[step.how] as (step: DueStep) => Said;
  return { how: step.how, day: step.day, said: words(step) };
}

/** All steps in one sentence, e.g. 规定期限：2025年12月10日（含当日）；延期至2025年12月15日（2025年12月8日批准）. */
export const explained = (steps: readonly SaidStep[]): Said => ({
  zh: steps.map(({ said }) => said.zh).join('；'),
  en: steps.map(({ said }) => said.en).join('; '),
});
