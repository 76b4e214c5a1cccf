import { z } from 'zod';
import { addDays, Day } from '../calendar.ts';
import { record, refuse, type Command, type Known } from '../decider.ts';
import { ANNOUNCED } from '../deadlines/announced/announced.ts';
import { against, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import type { DaysOff, WorkCalendar, WorkYear } from '../working-days.ts';

/**
 * Whose arrangement it is: `state` the State Council's of a year, in place of the one that came with the system, or
 * `house` the institution's own (本院停诊、周六上班), which goes before it.
 */
const ARRANGED_BY = ['state', 'house'] as const;

/** What an institution has said of the working days of a year; the last word on a year and its side counts. */
export type Holidays = {
  readonly year: number;
  readonly of: (typeof ARRANGED_BY)[number];
  readonly off: readonly DaysOff[];
  readonly worked: readonly string[];
  readonly source: string;
};

/** What the organisation remembers of it, and how often it was said. */
export interface Arranged {
  readonly holidays: readonly Holidays[];
  readonly arranged: number;
}

export const withHolidays = ({ holidays, arranged }: Arranged, said: Holidays): Arranged => ({
  holidays: [...holidays.filter(({ year, of }) => year !== said.year || of !== said.of), said],
  arranged: arranged + 1,
});

/**
 * The working days of an institution: the announced years, those that it set in their place, its own arrangement before
 * both. Every command that counts working days counts with these.
 */
export function calendarOf({ org }: Pick<Known, 'org'>): WorkCalendar {
  const { holidays, arranged } = org.context;
  if (arranged === 0) return ANNOUNCED;
  const of = (side: Holidays['of']): readonly WorkYear[] => holidays.filter((each) => each.of === side);
  const set = new Set(of('state').map(({ year }) => year));
  return {
    version: `${ANNOUNCED.version}+${arranged}`,
    years: [...ANNOUNCED.years.filter(({ year }) => !set.has(year)), ...of('state')],
    house: of('house'),
  };
}

const Off = z.strictObject({ from: Day, to: Day });

export const SetHolidays = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    of: z.enum(ARRANGED_BY).default('state').meta({
      description:
        '国务院办公厅公布的安排、本院安排 · the State Council’s arrangement, or the institution’s own',
    }),
    off: z.array(Off).max(60).meta({ description: '放假起止日 · days off, first and last' }),
    worked: z
      .array(Day)
      .max(60)
      .meta({ description: '调休上班的休息日 · days that are worked although off' }),
    source: z.string().trim().min(1).max(200).meta({
      description: '依据，如国办发明电〔2025〕7号（2025-11-04） · the paper that it rests on',
    }),
  })
  .meta({ id: 'SetHolidays', description: '设置节假日安排 · sets the working days of a year' });

type Setting = z.infer<typeof SetHolidays>;

/**
 * 设置节假日安排: adds a year, or puts one in the place of another. Dates that were 预估 because of the year are counted
 * again by the clockwork, each by a fact of its own; what was counted with announced days stands.
 */
export const setHolidays: Command<'org', Setting> = {
  verb: 'org.set-holidays',
  on: 'org',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('org', id) }],
  decide(given, id, { year, of, off, worked, source }) {
    const refusal = outside(year, off, worked) ?? twofold(off, worked);
    if (refusal) return refuse(refusal);
    const data: Holidays = { year, of, off, worked, source };
    return { facts: [record(streamName('org', id), { type: 'HolidaysSet', data })] };
  },
};

/** Days of another year: 元旦 may begin in the last week of the year before. */
function outside(year: number, off: readonly DaysOff[], worked: readonly string[]): Refusal | null {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const strange = [
    ...off.filter(({ from, to }) => from > to || to < first || to > last || from < addDays(first, -7)),
    ...worked.filter((day) => day < addDays(first, -7) || day > last).map((day) => ({ from: day, to: day })),
  ];
  if (strange.length === 0) return null;
  return against(
    'org.holidays-year',
    `有的日期不在${year}年内，或起止颠倒`,
    `Some days do not lie in ${year}, or end before they begin`,
    { year, days: strange.map(({ from, to }) => `${from}/${to}`) },
    { zh: '请核对日期', en: 'Check the days' },
  );
}

function twofold(off: readonly DaysOff[], worked: readonly string[]): Refusal | null {
  const both = worked.filter((day) => off.some(({ from, to }) => from <= day && day <= to));
  if (both.length === 0) return null;
  return against(
    'org.holidays-clash',
    `同一日不能既放假又上班：${both.join('、')}`,
    `A day cannot be off and worked: ${both.join(', ')}`,
    { days: both },
    { zh: '请核对日期', en: 'Check the days' },
  );
}
