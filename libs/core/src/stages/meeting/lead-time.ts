import { addDays, dayOf } from '../../calendar.ts';
import { against, type Notice, type Refusal } from '../../refusal.ts';
import { addWorkingDays } from '../../working-days.ts';
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
  delivered: Delivered = 'here',
): Answer {
  const { n, unit, effect, basis } = notice;
  const { day, estimated } = earliest(notice, dayOf(now));
  if (effect === 'off' || (at >= now && dayOf(at) >= day)) return { notices: [] };
  const said = sentence(notice, day, delivered);
  const facts = { at, now, n, unit, earliest: day, estimated, delivered };
  if (effect === 'warn') return { notices: [{ rule: 'meeting.notice', said, facts }] };
  const needs = { zh: `会议时间不早于${day}`, en: `a meeting on ${day} or later` };
  const refusal = against('meeting.notice', said.zh, said.en, facts, needs);
  return { refusal: basis ? { ...refusal, basis } : refusal };
}

/** The first day on which the meeting may be held. */
const earliest = ({ n, unit }: Rule['notice'], called: string) =>
  unit === 'working' ? addWorkingDays(called, n) : { day: addDays(called, n), estimated: false };

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
        zh: `会议应提前${n}${unit === 'working' ? '个工作日' : '日'}通知${COUNTED[delivered].zh}，最早可于${day}召开`,
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
