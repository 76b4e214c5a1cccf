import type { Refusal, Said } from './refusal.ts';
import {
  cast,
  entitledOf,
  isVoid,
  voteFault,
  type Attendance,
  type Share,
  type VoteFacts,
  type VoteRule,
} from './vote-facts.ts';

export type { Attendance, VoteFacts, VoteRule } from './vote-facts.ts';

export interface Quorum {
  readonly base: number;
  /** The least number of people that is enough. */
  readonly need: number;
  readonly quorate: boolean;
}

export interface VoteAnswer {
  readonly quorate: boolean;
  /** Whether it would pass if everybody present voted yes. */
  readonly possible: boolean;
  readonly outcome: 'passed' | 'failed' | 'no-quorum' | 'void';
  /** The sum that was done, e.g. `全体66，实到52≥44 ✓；赞成34>33 ✓`. */
  readonly sum: string;
  readonly sumEn: string;
}

/** The least whole number that reaches the share of the base, or exceeds it. */
function least({ num, den }: Share, base: number, exceed: boolean): number {
  const divisor = BigInt(den);
  return Number((BigInt(base) * BigInt(num) + (exceed ? divisor : divisor - 1n)) / divisor);
}

/** Enough of the base; of a base of nobody nothing is ever enough. */
const enough = (count: number, base: number, need: number): boolean => base > 0 && count >= need;

/**
 * Whether the body may decide, with the number that it takes.
 *
 * @source 浙江省企业民主管理条例 §15, 上海市职工代表大会条例 §28
 */
export function quorum(rule: VoteRule, attendance: Attendance): Quorum {
  const base = rule.quorum.base === 'all' ? attendance.all : entitledOf(rule, attendance);
  const need = least(rule.quorum, base, !rule.quorum.inclusive);
  return { base, need, quorate: enough(attendance.present, base, need) && aboveFloor(rule, attendance) };
}

function aboveFloor({ recusalFloor: floor }: VoteRule, { all, recused }: Attendance): boolean {
  return floor === undefined || enough(all - recused, all, least(floor, all, false));
}

/** The number of yes votes that it takes, out of which base. */
export function majority(rule: VoteRule, facts: VoteFacts): { readonly base: number; readonly need: number } {
  const decisive = facts.yes + facts.no;
  const base = {
    all: facts.all,
    entitled: entitledOf(rule, facts),
    present: facts.present,
    valid: decisive + facts.abstain,
    decisive,
  }[rule.pass.base];
  return { base, need: least(rule.pass, base, rule.pass.strict) };
}

/**
 * What a vote came to. A void ballot comes before a missing quorum, a missing quorum before the count.
 * Numbers that cannot be are refused by name.
 *
 * @source 中国共产党党组工作条例 §27, 浙江省企业民主管理条例 §15
 */
export function outcome(rule: VoteRule, facts: VoteFacts): VoteAnswer | { readonly refusal: Refusal } {
  const refusal = voteFault(rule, facts);
  if (refusal) return { refusal };
  const { quorate } = quorum(rule, facts);
  const result = resultOf(rule, facts, quorate);
  return { quorate, possible: possible(rule, facts), outcome: result, ...sums(rule, facts, result) };
}

function possible(rule: VoteRule, { all, recused, present }: Attendance): boolean {
  const everybody = { all, recused, present, yes: present, no: 0, abstain: 0, invalid: 0 };
  return resultOf(rule, everybody, quorum(rule, everybody).quorate) === 'passed';
}

function resultOf(rule: VoteRule, facts: VoteFacts, quorate: boolean): VoteAnswer['outcome'] {
  if (isVoid(facts)) return 'void';
  if (!quorate) return 'no-quorum';
  const { base, need } = majority(rule, facts);
  return enough(facts.yes, base, need) ? 'passed' : 'failed';
}

const mark = (holds: boolean): string => (holds ? '✓' : '✗');

/** The condition as a reader checks it: `52≥44`, `34>33`. */
const test = (count: number, need: number, exceed: boolean): string =>
  exceed ? `${count}>${need - 1}` : `${count}≥${need}`;

const BASES: { readonly [base: string]: Said } = {
  present: { zh: '到会', en: 'of those present' },
  valid: { zh: '有效票', en: 'of valid votes' },
  decisive: { zh: '赞成与反对', en: 'of yes and no' },
};

/** The sum in the two languages; a step that was not reached is not shown. */
function sums(
  rule: VoteRule,
  facts: VoteFacts,
  result: VoteAnswer['outcome'],
): Pick<VoteAnswer, 'sum' | 'sumEn'> {
  const steps = [attendanceStep(rule, facts), ...floorStep(rule, facts)];
  if (result === 'void') steps.push(voidStep(facts));
  else if (result !== 'no-quorum') steps.push(countStep(rule, facts, result === 'passed'));
  return { sum: steps.map(({ zh }) => zh).join('；'), sumEn: steps.map(({ en }) => en).join('; ') };
}

/** Whether enough are there, as a sum: `全体66，实到52≥44 ✓`. Says so truly also when they are not: `实到1≥5 ✗`. */
export function attendanceStep(rule: VoteRule, facts: Attendance): Said {
  const { all, recused, present } = facts;
  const { base, need } = quorum(rule, facts);
  const condition = test(present, need, !rule.quorum.inclusive);
  const holds = mark(enough(present, base, need));
  const left = recused > 0 ? `，回避${recused}` : '';
  const leftEn = recused > 0 ? `, recused ${recused}` : '';
  return {
    zh: `全体${all}${left}，实到${condition} ${holds}`,
    en: `all ${all}${leftEn}, present ${condition} ${holds}`,
  };
}

function floorStep(rule: VoteRule, facts: VoteFacts): readonly Said[] {
  if (aboveFloor(rule, facts) || !rule.recusalFloor) return [];
  const condition = test(facts.all - facts.recused, least(rule.recusalFloor, facts.all, false), false);
  return [{ zh: `回避后余${condition} ✗`, en: `left after recusal ${condition} ✗` }];
}

const voidStep = ({ issued = 0, ...facts }: VoteFacts): Said => {
  const returned = facts.returned ?? cast({ ...facts, issued });
  return { zh: `收回${returned}≤发出${issued} ✗`, en: `returned ${returned} ≤ issued ${issued} ✗` };
};

function countStep(rule: VoteRule, facts: VoteFacts, holds: boolean): Said {
  const { base, need } = majority(rule, facts);
  const condition = test(facts.yes, need, rule.pass.strict);
  const of = BASES[rule.pass.base];
  return {
    zh: `${of ? `${of.zh}${base}，` : ''}赞成${condition} ${mark(holds)}`,
    en: `yes ${condition}${of ? ` (${of.en}: ${base})` : ''} ${mark(holds)}`,
  };
}
