import { dayInChinese, dayOf, endOfDay, lastDayOf } from '../../calendar.ts';
import type { DueStep } from '../../deadlines/due-step.ts';
import { lastDayAfter, type Reckoned } from '../../deadlines/period.ts';
import type { Stage } from '../../procedure/definition.ts';
import type { Said } from '../../refusal.ts';
import type { WorkCalendar } from '../../working-days.ts';
import type { Moving, Placed } from './moving.ts';
import { renamed } from './renaming.ts';

type Lasting = NonNullable<Stage['lasts']>;

/** A date that the move sets, moves or takes away, and why. Law times, UTC. */
export interface DateMove {
  readonly stage: string;
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly said: Said;
  /** How the new date was counted. */
  readonly why: readonly DueStep[];
}

const UNITS = {
  working: { zh: '个工作日', en: 'working days' },
  natural: { zh: '日', en: 'days' },
} as const;

/** The last day of a stage that opens now and that the case gives no date, and how it was counted. */
export const lastingFrom = ({ lasts }: Stage, now: string, calendar: WorkCalendar): Reckoned | null =>
  lasts ? lastDayAfter(dayOf(now), lasts, calendar, false) : null;

/**
 * The dates of the stages that are ahead, recomputed: a new stage is due so long after the stage before it as it lasts,
 * and everything after it moves by as much. What was set by whoever moves the case goes before both; the dates of stages
 * that stand open or are past do not change.
 */
export function datesAfter(moving: Moving, stages: readonly Placed[]): readonly DateMove[] {
  const moves: DateMove[] = [];
  let way: Way = { last: null, added: [] };
  for (const each of stages) {
    const before = dateBefore(moving, each);
    const dating = { ...way, before, isNew: takesTime(each) };
    const move = each.state === 'ahead' ? moveOf(moving, each.stage, dating) : null;
    if (move) moves.push(move);
    way = onward(way, each, move ? move.after : before);
  }
  return [...moves, ...dropped(moving, stages)];
}

/** What lies before a stage on the way. */
interface Way {
  /** The date of the stage before. */
  readonly last: string | null;
  /** New stages that take their time. */
  readonly added: readonly Stage[];
}

const onward = ({ last, added }: Way, each: Placed, date: string | null): Way => ({
  last: date ?? last,
  added: each.state === 'ahead' && takesTime(each) ? [...added, each.stage] : added,
});

const takesTime = ({ was, stage }: Placed): boolean => was === null && stage.lasts !== undefined;

/** The date that the stage has now: of one that stands open or is past, the one with which it was opened. */
function dateBefore({ state: { context }, mapping }: Moving, { stage, state }: Placed): string | null {
  const opened = state === 'ahead' ? null : renamed(context.entered, mapping)[stage.id]?.due;
  return opened ?? renamed(context.dates, mapping)[stage.id] ?? null;
}

interface Dating extends Way {
  readonly before: string | null;
  readonly isNew: boolean;
}

function moveOf(moving: Moving, stage: Stage, { before, last, added, isNew }: Dating): DateMove | null {
  const of = { stage: stage.id, title: stage.title, before };
  const day = moving.days[stage.id];
  if (day !== undefined)
    return { ...of, after: endOfDay(day), said: setByHand(day), why: [{ how: 'set', day }] };
  if (isNew && stage.lasts) return { ...of, ...begun(moving, stage.lasts, last) };
  if (before === null || added.length === 0) return null;
  const steps = shifted(moving, lastDayOf(before), added);
  return {
    ...of,
    after: endOfDay(steps.at(-1)?.day ?? lastDayOf(before)),
    said: shiftedBy(added),
    why: steps,
  };
}

const setByHand = (day: string): Said => ({
  zh: `换版时指定：${dayInChinese(day)}（含当日）`,
  en: `set with the move: ${day}`,
});

function begun(
  { calendar }: Moving,
  lasts: Lasting,
  last: string | null,
): Pick<DateMove, 'after' | 'said' | 'why'> {
  const { zh, en } = UNITS[lasts.unit];
  if (last === null)
    return {
      after: null,
      why: [],
      said: {
        zh: `新增环节，办理期限${lasts.n}${zh}，前面的环节没有时限，自开启之日起算`,
        en: `new, ${lasts.n} ${en}; no stage before has a date, so it counts from its opening`,
      },
    };
  const from = lastDayOf(last);
  const { day, steps } = lastDayAfter(from, lasts, calendar, false);
  return {
    after: endOfDay(day),
    why: steps,
    said: {
      zh: `新增环节，自前一时限${dayInChinese(from)}起${lasts.n}${zh}（当日不计入）`,
      en: `new: ${lasts.n} ${en} after ${from}, the date before it`,
    },
  };
}

/** The day that was set, and one step for every new stage on the way to it. */
function shifted({ calendar }: Moving, before: string, added: readonly Stage[]): readonly Dated[] {
  const steps: Dated[] = [{ how: 'set', day: before }];
  for (const { lasts } of added)
    if (lasts)
      steps.push(...(lastDayAfter(steps.at(-1)?.day ?? before, lasts, calendar, false).steps as Dated[]));
  return steps;
}

/** Steps that end on a day. */
type Dated = DueStep & { readonly day: string };

const shiftedBy = (added: readonly Stage[]): Said => ({
  zh: added
    .map(({ title, lasts }) => `因新增“${title}”顺延${lasts ? `${lasts.n}${UNITS[lasts.unit].zh}` : ''}`)
    .join('；'),
  en: added
    .map(({ id, lasts }) => `moved by ${lasts ? `${lasts.n} ${UNITS[lasts.unit].en}` : ''} for the new ${id}`)
    .join('; '),
});

/** Dates of stages that the new version does not have. */
function dropped({ state, from, mapping }: Moving, stages: readonly Placed[]): readonly DateMove[] {
  const kept = new Set(stages.map(({ stage }) => stage.id));
  return Object.entries(state.context.dates)
    .filter(([stage]) => !kept.has(mapping[stage] ?? stage) && state.context.decided[stage] === undefined)
    .map(([stage, before]) => ({
      stage,
      title: from.stage(stage).stage.title,
      before,
      after: null,
      why: [],
      said: { zh: '新版本没有这个环节，时限取消', en: 'the new version has no such stage' },
    }));
}

/** The dates of the case after the move, by stage of the new version. */
export function datesWith(moving: Moving, moves: readonly DateMove[]): { readonly [stage: string]: string } {
  const all = { ...renamed(moving.state.context.dates, moving.mapping) };
  const changed = new Map(moves.map(({ stage, after }) => [stage, after]));
  const rest = Object.entries(all).filter(([stage]) => !changed.has(stage));
  return Object.fromEntries([
    ...rest,
    ...[...changed].filter((entry): entry is [string, string] => entry[1] !== null),
  ]);
}

/** How the dates of the case came to be what they are after the move, by stage of the new version; of those that moved. */
export const whyWith = (
  { state, mapping }: Moving,
  moves: readonly DateMove[],
): { readonly [stage: string]: readonly DueStep[] } => ({
  ...renamed(state.context.planned, mapping),
  ...Object.fromEntries(moves.filter(({ after }) => after !== null).map(({ stage, why }) => [stage, why])),
});
