import { addDays, dayInChinese, dayOf } from '../../calendar.ts';
import { lastDayBefore } from '../../deadlines/period.ts';
import { against, type Notice, type Refusal } from '../../refusal.ts';
import { addWorkingDays, type WorkCalendar } from '../../working-days.ts';
import type { Rule } from './meeting.ts';

type Answer = { readonly notices: readonly Notice[] } | { readonly refusal: Refusal };

/** A notice counts from its delivery in this system, whenever its mail arrives; one given outside, from its own day. */
export type Delivered = 'here' | 'elsewhere';

/**
 * 会前通知: whether a meeting at `at` is called early enough at `now`, as the body's rule says. Late is a mark or a
 * refusal; a meeting that lies before its own call is late under every rule that is looked at.
 *
 * @source 民法典 §201 开始的当日不计入
 */
export function calledInTime(
  { notice }: Pick<Rule, 'notice'>,
  now: string,
  at: string,
  calendar: WorkCalendar,
  delivered: Delivered = 'here',
): Answer {
  const { n, unit, effect, basis } = notice;
  const { day, estimated } = earliest(notice, dayOf(now), calendar);
  if (effect === 'off' || (at >= now && dayOf(at) >= day)) return { notices: [] };
  const said = sentence(notice, day, delivered);
  const facts = { at, now, n, unit, earliest: day, estimated, delivered };
  if (effect === 'warn') return { notices: [{ rule: 'meeting.notice', said, facts }] };
  const needs = { zh: `会议时间不早于${dayInChinese(day)}`, en: `a meeting on ${day} or later` };
  const refusal = against('meeting.notice', said.zh, said.en, facts, needs);
  return { refusal: basis ? { ...refusal, basis } : refusal };
}

/** 补发材料: a paper that reaches the members when less than the body's notice is left. The body weighs it. */
export function papersLate(
  { notice }: Pick<Rule, 'notice'>,
  now: string,
  at: string,
  calendar: WorkCalendar,
): Refusal | null {
  const { n, unit } = notice;
  const { day, estimated } = earliest(notice, dayOf(now), calendar);
  if (at >= now && dayOf(at) >= day) return null;
  const days = `${n}${unit === 'working' ? '个工作日' : '日'}`;
  return against(
    'meeting.late-papers',
    `会议材料应提前${days}送达，现在补发的材料最早可用于${dayInChinese(day)}的会议`,
    `Papers come ${n} ${unit} days ahead: what is sent now is in time for ${day}`,
    { at, now, n, unit, earliest: day, estimated },
    {
      zh: `会议时间改为不早于${dayInChinese(day)}，或者按已送材料审议`,
      en: `meet on ${day} or later, or on the papers sent`,
    },
  );
}

/**
 * The first day on which the meeting may be held. In natural days it is that whose last day for the notice (会前N日送达,
 * counted back, and earlier where that is off) is the day of the call or later.
 */
function earliest({ n, unit, roll }: Rule['notice'], called: string, calendar: WorkCalendar) {
  if (unit === 'working') return addWorkingDays(called, n, calendar);
  let day = addDays(called, n);
  let last = lastDayBefore(day, { n, unit }, calendar, roll);
  while (last.day < called) {
    day = addDays(day, 1);
    last = lastDayBefore(day, { n, unit }, calendar, roll);
  }
  return { day, estimated: last.estimated };
}

const COUNTED = {
  here: {
    zh: '（自系统内送达之日起算，不以邮件为准）',
    en: ', from its delivery in this system and not of any mail',
  },
  elsewhere: { zh: '', en: '' },
} as const;

const sentence = ({ n, unit }: Rule['notice'], day: string, delivered: Delivered) =>
  n === 0
    ? { zh: '会议时间早于通知时间', en: 'The meeting lies before its notice' }
    : {
        zh: `会议应提前${n}${unit === 'working' ? '个工作日' : '日'}通知${COUNTED[delivered].zh}，最早可于${dayInChinese(day)}召开`,
        en: `A meeting is called ${n} ${unit} days ahead${COUNTED[delivered].en}: ${day} at the earliest`,
      };

/** 提前开会: opened before the time that its notice gave. */
export const tooEarly = (now: string, at: string): readonly Notice[] =>
  now >= at
    ? []
    : [
        {
          rule: 'meeting.early',
          said: { zh: '早于通知的会议时间开会', en: 'Opened before the time of its notice' },
          facts: { at, now },
        },
      ];
