import { against, type Refusal } from './refusal.ts';

/** A share of a base, `num`/`den`. Integers, so that no sum is ever rounded. */
export interface Share {
  readonly num: number;
  readonly den: number;
}

/**
 * How a body decides, as numbers.
 *
 * - `quorum`: present ≥ (`inclusive`) or > num/den of everybody (`all`) or of those not recused (`entitled`)
 * - `pass`: yes > (`strict`) or ≥ num/den of everybody, of those not recused, of those `present`, of the `valid`
 *   ballots (yes, no, abstain) or of the `decisive` ones (yes, no)
 * - `recusal`: whether a recused member leaves the base
 * - `recusalFloor`: what share of everybody must be left after recusal for the body to decide at all
 *
 * @source 民法典 §1259 以上包括本数，超过不包括本数
 */
export interface VoteRule {
  readonly quorum: Share & { readonly base: 'all' | 'entitled'; readonly inclusive: boolean };
  readonly pass: Share & {
    readonly base: 'all' | 'entitled' | 'present' | 'valid' | 'decisive';
    readonly strict: boolean;
  };
  readonly recusal: 'exclude' | 'keep';
  readonly recusalFloor?: Share;
}

/** Who was there: 应到 (everybody with a vote), 回避, 实到. */
export interface Attendance {
  readonly all: number;
  readonly recused: number;
  readonly present: number;
}

/** What was counted; `issued` and `returned` only where ballots were handed out. */
export interface VoteFacts extends Attendance {
  readonly issued?: number;
  readonly returned?: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
}

/** 应到: those with a vote on this item. */
export const entitledOf = (rule: VoteRule, { all, recused }: Attendance): number =>
  rule.recusal === 'exclude' ? all - recused : all;

/** Every vote that was counted, the invalid ones too. */
export const cast = ({ yes, no, abstain, invalid }: VoteFacts): number => yes + no + abstain + invalid;

/** More ballots came back than were handed out: the vote is held again. */
export const isVoid = (facts: VoteFacts): boolean =>
  facts.issued !== undefined && (facts.returned ?? cast(facts)) > facts.issued;

const wrong = (name: string, zh: string, en: string, facts: Refusal['facts']): Refusal =>
  against(`vote.${name}`, zh, en, facts);

/** Numbers that cannot be, by name; null when they can. */
export const voteFault = (rule: VoteRule, facts: VoteFacts): Refusal | null =>
  ruleFault(rule) ?? factFault(rule, facts);

function ruleFault({ quorum: q, pass: p, recusalFloor: floor }: VoteRule): Refusal | null {
  const shares = floor ? [q, p, floor] : [q, p];
  const bad = shares.find(
    ({ num, den }) => !Number.isSafeInteger(num) || !Number.isSafeInteger(den) || num <= 0 || num > den,
  );
  if (bad)
    return wrong('share', '比例须为整数，且 0 < 分子 ≤ 分母', 'A share needs integers with 0 < num ≤ den', {
      num: bad.num,
      den: bad.den,
    });
  const beyond = (!q.inclusive && q.num === q.den) || (p.strict && p.num === p.den);
  return beyond
    ? wrong('reachable', '“超过全部”无法达到', 'More than all can never be reached', { num: 1, den: 1 })
    : null;
}

function factFault(rule: VoteRule, facts: VoteFacts): Refusal | null {
  const { all, recused, present, issued, returned } = facts;
  const numbers = Object.entries({ ...facts }).filter(([, n]) => n !== undefined);
  const odd = numbers.find(([, n]) => !Number.isSafeInteger(n) || n < 0);
  if (odd)
    return wrong(
      'whole',
      '人数、票数须为非负整数',
      'Numbers of people and votes are whole and not negative',
      {
        [odd[0]]: String(odd[1]),
      },
    );
  const entitled = entitledOf(rule, facts);
  if (recused > all)
    return wrong('recused', '回避人数多于全体', 'More are recused than there are', { recused, all });
  if (present > entitled)
    return wrong('present', '实到多于应到', 'More are present than are entitled', { present, entitled });
  if (issued !== undefined && issued > present)
    return wrong('issued', '发出票数多于实到', 'More ballots went out than people were present', {
      issued,
      present,
    });
  return countFault(facts, returned);
}

function countFault(facts: VoteFacts, returned: number | undefined): Refusal | null {
  const votes = cast(facts);
  if (returned !== undefined && returned !== votes && !isVoid(facts))
    return wrong(
      'returned',
      '收回票数与各项票数之和不符',
      'The ballots that came back are not the sum of the counts',
      { returned, votes },
    );
  if (facts.issued === undefined && votes > facts.present)
    return wrong('votes', '票数多于实到', 'There are more votes than people present', {
      votes,
      present: facts.present,
    });
  return null;
}
