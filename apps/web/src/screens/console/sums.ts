import {
  attendanceStep,
  outcome,
  quorum,
  type Attendance,
  type Quorum,
  type VoteAnswer,
  type VoteRule,
} from '@mouding/core';
import type { Meeting } from '../../api/generated/types.gen.ts';
import type { Room } from './room.ts';

type Rule = Meeting['data']['rule'];

/** The rule of the body as the arithmetic takes it. */
export const ruleOf = ({ quorum: q, pass, recusal, recusalFloor }: Rule): VoteRule => ({
  quorum: { ...q, base: q.base as VoteRule['quorum']['base'] },
  pass: { ...pass, base: pass.base as VoteRule['pass']['base'] },
  recusal: recusal as VoteRule['recusal'],
  ...(recusalFloor ? { recusalFloor } : {}),
});

/** 应到, 回避, 实到. Whoever is there by video counts where the body says so. */
export function attendanceOf(
  { rule, remote }: Meeting['data'],
  { seats, present, recused }: Room,
): Attendance {
  const counted = rule.remote === 'not' ? present.filter((post) => !remote.includes(post)) : present;
  return {
    all: seats.length,
    recused: seats.filter(({ post }) => recused.includes(post)).length,
    present: counted.filter((post) => seats.some((seat) => seat.post === post)).length,
  };
}

/** Whether there are enough, and the sum in both languages. */
export function quorumNow(
  rule: Rule,
  attendance: Attendance,
): Quorum & { readonly zh: string; readonly en: string } {
  const shaped = ruleOf(rule);
  const { zh, en } = attendanceStep(shaped, attendance);
  return { ...quorum(shaped, attendance), zh, en };
}

interface Counted {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Of a secret ballot alone. */
  readonly issued?: number;
  readonly returned?: number;
  readonly invalid?: number;
}

/** The counts so far; null where a secret ballot is not counted and confirmed, or nothing was counted. */
export function countsOf({ ballot }: Rule, { votes, hands, ballot: confirmed }: Room): Counted | null {
  if (ballot === 'hand') return hands;
  if (ballot === 'secret') return confirmed;
  const count = (wanted: string): number => votes.filter(({ vote }) => vote === wanted).length;
  return { yes: count('yes'), no: count('no'), abstain: count('abstain') };
}

/** What the vote comes to as it stands; null before there is one, or when the numbers cannot be. */
export function outcomeNow(rule: Rule, attendance: Attendance, counts: Counted | null): VoteAnswer | null {
  if (!counts) return null;
  const answer = outcome(ruleOf(rule), { ...attendance, invalid: 0, ...counts });
  return 'refusal' in answer ? null : answer;
}
