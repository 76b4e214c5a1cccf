import type { VoteFacts, VoteRule } from './vote-facts.ts';
import { outcome, quorum } from './votes.ts';

/**
 * Thresholds from the words of the rules alone: 以上 is enough when count/base ≥ num/den, 超过 when count/base > num/den.
 * Fractions are compared crosswise in whole numbers of any size, and a threshold is found by asking every count in turn.
 */
interface Words {
  readonly num: number;
  readonly den: number;
  /** 超过 leaves the number out, 以上 takes it in. @source 民法典 §1259 */
  readonly beyond: boolean;
}

function reaches(count: number, base: number, { num, den, beyond }: Words): boolean {
  const [left, right] = [BigInt(count) * BigInt(den), BigInt(base) * BigInt(num)];
  return beyond ? left > right : left >= right;
}

/** The first count of people that is enough of a base; one more than the base where not even all of it is. */
function firstEnough(base: number, words: Words): number {
  for (let count = 0; count <= base; count++) if (reaches(count, base, words)) return count;
  return base + 1;
}

const MOST = 400;
const FRACTIONS = [
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 5],
] as const;
const RULES: readonly Words[] = FRACTIONS.flatMap(([num, den]) =>
  [false, true].map((beyond) => ({ num, den, beyond })),
);
const BASES = ['all', 'entitled', 'present', 'valid', 'decisive'] as const;
const RECUSAL = ['exclude', 'keep'] as const;
const said = ({ num, den, beyond }: Words): string =>
  `${beyond ? '超过' : ''}${num}/${den}${beyond ? '' : '以上'}`;

/** Committees of 1–400 of whom 0–3 leave for the item. */
const committees = Array.from({ length: MOST }, (_, i) => i + 1).flatMap((all) =>
  [0, 1, 2, 3].filter((recused) => recused <= all).map((recused) => ({ all, recused })),
);

/** Thresholds of one rule for every base, found once. */
const tableOf = (words: Words): readonly number[] =>
  Array.from({ length: MOST + 1 }, (_, base) => firstEnough(base, words));

const ANYBODY = { base: 'all', num: 1, den: MOST, inclusive: true } as const;

test('the committees are all there', () => {
  expect(committees).toHaveLength(2 + 3 + 398 * 4);
});

test.each(RULES.map((words) => [said(words), words] as const))(
  '法定人数 %s: the threshold is the one that the words give, and one fewer is too few',
  (_, words) => {
    const thresholds = tableOf(words);
    const wrong = committees.flatMap((people) =>
      (['all', 'entitled'] as const).flatMap((base) =>
        RECUSAL.flatMap((recusal) => {
          const { num, den, beyond } = words;
          const asked = { base, num, den, inclusive: !beyond };
          const rule: VoteRule = { quorum: asked, pass: { ...ANY_YES }, recusal };
          const whole = base === 'all' || recusal === 'keep' ? people.all : people.all - people.recused;
          const need = thresholds[whole] ?? -1;
          const at = (present: number): boolean => quorum(rule, { ...people, present }).quorate;
          const holds = at(need) === whole > 0 && !at(need - 1);
          return holds && (whole === 0 || quorum(rule, { ...people, present: 0 }).need === need)
            ? []
            : [{ people, base, recusal, need }];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  },
);

const ANY_YES = { base: 'present', num: 1, den: MOST, strict: false } as const;

/** How everybody present votes when `yes` of them say yes: two papers of three or more are blank and spoilt. */
function votes(present: number, yes: number): Pick<VoteFacts, 'yes' | 'no' | 'abstain' | 'invalid'> {
  const [abstain, invalid] = present - yes >= 2 ? [1, 1] : [0, 0];
  return { yes, no: present - yes - abstain - invalid, abstain, invalid };
}

function baseOf(rule: VoteRule, { all, recused, present, yes, no, abstain }: VoteFacts): number {
  switch (rule.pass.base) {
    case 'all':
      return all;
    case 'entitled':
      return rule.recusal === 'keep' ? all : all - recused;
    case 'present':
      return present;
    case 'valid':
      return yes + no + abstain;
    case 'decisive':
      return yes + no;
  }
}

/** Whether the count passes, by the words. */
const byWords = (rule: VoteRule, facts: VoteFacts, words: Words): boolean => {
  const base = baseOf(rule, facts);
  return base > 0 && reaches(facts.yes, base, words);
};

/** Numbers of yes about the threshold of every base that the rule may come to. */
function about({ pass, recusal }: VoteRule, thresholds: readonly number[], all: number, present: number) {
  const whole = pass.base === 'all' || (pass.base === 'entitled' && recusal === 'keep') ? all : present;
  const spoilt = pass.base === 'valid' || pass.base === 'decisive' ? [1, 2] : [];
  const bases = [whole, ...spoilt.map((papers) => Math.max(0, present - papers))];
  const counts = bases.flatMap((base) => [-1, 0].map((by) => (thresholds[base] ?? 0) + by));
  return [...new Set(counts)].filter((yes) => yes >= 0 && yes <= present);
}

test.each(RULES.flatMap((words) => BASES.map((base) => [said(words), base, words] as const)))(
  '通过 %s of %s: passes exactly where the words say so',
  (_, base, words) => {
    const { num, den, beyond } = words;
    const thresholds = tableOf(words);
    const wrong = committees.flatMap((people) =>
      RECUSAL.flatMap((recusal) => {
        const rule: VoteRule = { quorum: ANYBODY, pass: { base, num, den, strict: beyond }, recusal };
        const present = people.all - people.recused;
        if (present === 0) return [];
        return about(rule, thresholds, people.all, present).flatMap((yes) => {
          const facts = { ...people, present, ...votes(present, yes) };
          const answer = outcome(rule, facts);
          const expected = byWords(rule, facts, words) ? 'passed' : 'failed';
          return 'refusal' in answer || answer.outcome !== expected
            ? [{ facts, recusal, expected, answer }]
            : [];
        });
      }),
    );
    expect(wrong).toEqual([]);
  },
);

/** 二分之一以上到会、超过应到半数通过 and the like, by name. */
const half = { base: 'all', num: 1, den: 2 } as const;
const twoThirds = { base: 'all', num: 2, den: 3 } as const;
const NAMED = {
  党委会: ruleOf({ ...half, inclusive: true }, { ...half, strict: true }),
  党委会三分之二: ruleOf({ ...twoThirds, inclusive: true }, { ...half, strict: true }),
  职代会: ruleOf({ ...twoThirds, inclusive: true }, { ...half, strict: true }),
  职代会半数以上: ruleOf({ ...twoThirds, inclusive: true }, { ...half, strict: false }),
  到会过半: ruleOf({ ...half, inclusive: true }, { ...half, base: 'present', strict: true }),
  有效票三分之二: ruleOf({ ...half, inclusive: true }, { ...twoThirds, base: 'valid', strict: false }),
  应到四分之三: ruleOf({ ...twoThirds, inclusive: true }, { base: 'all', num: 3, den: 4, strict: false }),
  应到五分之四: ruleOf({ ...twoThirds, inclusive: true }, { base: 'all', num: 4, den: 5, strict: false }),
  回避不减: {
    ...ruleOf({ ...half, inclusive: true }, { ...half, base: 'entitled', strict: true }),
    recusal: 'keep',
  },
  回避减: ruleOf({ ...half, inclusive: true }, { ...half, base: 'entitled', strict: true }),
  到会超过半数: ruleOf({ ...half, inclusive: false }, { ...half, strict: true }),
} as const satisfies { readonly [name: string]: VoteRule };

function ruleOf(asked: VoteRule['quorum'], pass: VoteRule['pass']): VoteRule {
  return { quorum: asked, pass, recusal: 'exclude' };
}

type Name = keyof typeof NAMED;
/** 全体、回避、实到、赞成、反对、弃权、无效, and what it comes to. */
type Case = readonly [Name, number, number, number, number, number, number, number, string];

const WORKED: readonly Case[] = [
  // 半数以上到会、超过应到半数
  ['党委会', 5, 0, 3, 3, 0, 0, 0, 'passed'],
  ['党委会', 5, 0, 2, 2, 0, 0, 0, 'no-quorum'],
  ['党委会', 5, 0, 5, 2, 3, 0, 0, 'failed'],
  ['党委会', 5, 0, 5, 3, 2, 0, 0, 'passed'],
  ['党委会', 6, 0, 3, 3, 0, 0, 0, 'failed'],
  ['党委会', 6, 0, 2, 2, 0, 0, 0, 'no-quorum'],
  ['党委会', 6, 0, 6, 3, 3, 0, 0, 'failed'],
  ['党委会', 6, 0, 6, 4, 2, 0, 0, 'passed'],
  ['党委会', 7, 0, 4, 4, 0, 0, 0, 'passed'],
  ['党委会', 7, 0, 3, 3, 0, 0, 0, 'no-quorum'],
  ['党委会', 7, 0, 7, 3, 4, 0, 0, 'failed'],
  ['党委会', 9, 0, 5, 5, 0, 0, 0, 'passed'],
  ['党委会', 9, 0, 4, 4, 0, 0, 0, 'no-quorum'],
  ['党委会', 9, 0, 9, 4, 5, 0, 0, 'failed'],
  ['党委会', 9, 0, 9, 5, 4, 0, 0, 'passed'],
  ['党委会', 9, 0, 9, 4, 0, 5, 0, 'failed'],
  ['党委会', 9, 0, 9, 5, 0, 4, 0, 'passed'],
  ['党委会', 9, 0, 9, 4, 4, 0, 1, 'failed'],
  ['党委会', 11, 0, 6, 6, 0, 0, 0, 'passed'],
  ['党委会', 11, 0, 5, 5, 0, 0, 0, 'no-quorum'],
  ['党委会', 1, 0, 1, 1, 0, 0, 0, 'passed'],
  ['党委会', 1, 0, 1, 0, 1, 0, 0, 'failed'],
  ['党委会', 2, 0, 1, 1, 0, 0, 0, 'failed'],
  ['党委会', 2, 0, 2, 2, 0, 0, 0, 'passed'],
  // 三分之二以上到会
  ['党委会三分之二', 5, 0, 4, 3, 1, 0, 0, 'passed'],
  ['党委会三分之二', 5, 0, 3, 3, 0, 0, 0, 'no-quorum'],
  ['党委会三分之二', 6, 0, 4, 4, 0, 0, 0, 'passed'],
  ['党委会三分之二', 6, 0, 3, 3, 0, 0, 0, 'no-quorum'],
  ['党委会三分之二', 7, 0, 5, 4, 1, 0, 0, 'passed'],
  ['党委会三分之二', 7, 0, 4, 4, 0, 0, 0, 'no-quorum'],
  ['党委会三分之二', 9, 0, 6, 5, 1, 0, 0, 'passed'],
  ['党委会三分之二', 9, 0, 5, 5, 0, 0, 0, 'no-quorum'],
  ['党委会三分之二', 9, 0, 6, 4, 2, 0, 0, 'failed'],
  ['党委会三分之二', 11, 0, 8, 6, 2, 0, 0, 'passed'],
  ['党委会三分之二', 11, 0, 7, 7, 0, 0, 0, 'no-quorum'],
  // 职代会：全体职工代表过半数，或者半数以上
  ['职代会', 66, 0, 44, 34, 10, 0, 0, 'passed'],
  ['职代会', 66, 0, 43, 43, 0, 0, 0, 'no-quorum'],
  ['职代会', 66, 0, 52, 33, 19, 0, 0, 'failed'],
  ['职代会', 66, 0, 52, 34, 18, 0, 0, 'passed'],
  ['职代会', 66, 0, 52, 33, 0, 18, 1, 'failed'],
  ['职代会半数以上', 66, 0, 52, 33, 19, 0, 0, 'passed'],
  ['职代会半数以上', 66, 0, 52, 32, 20, 0, 0, 'failed'],
  ['职代会', 119, 0, 80, 60, 20, 0, 0, 'passed'],
  ['职代会', 119, 0, 80, 59, 21, 0, 0, 'failed'],
  ['职代会', 119, 0, 79, 79, 0, 0, 0, 'no-quorum'],
  ['职代会半数以上', 119, 0, 119, 59, 60, 0, 0, 'failed'],
  ['职代会半数以上', 119, 0, 119, 60, 59, 0, 0, 'passed'],
  // 以到会或者有效票为基数
  ['到会过半', 9, 0, 6, 3, 3, 0, 0, 'failed'],
  ['到会过半', 9, 0, 6, 4, 2, 0, 0, 'passed'],
  ['到会过半', 9, 0, 5, 3, 0, 2, 0, 'passed'],
  ['到会过半', 9, 0, 5, 2, 1, 2, 0, 'failed'],
  ['有效票三分之二', 9, 0, 9, 6, 3, 0, 0, 'passed'],
  ['有效票三分之二', 9, 0, 9, 5, 3, 0, 1, 'failed'],
  ['有效票三分之二', 9, 0, 9, 4, 2, 0, 3, 'passed'],
  ['有效票三分之二', 9, 0, 9, 4, 1, 2, 2, 'failed'],
  ['有效票三分之二', 9, 0, 9, 0, 0, 0, 9, 'failed'],
  // 四分之三、五分之四
  ['应到四分之三', 8, 0, 8, 6, 2, 0, 0, 'passed'],
  ['应到四分之三', 8, 0, 8, 5, 3, 0, 0, 'failed'],
  ['应到四分之三', 9, 0, 9, 6, 3, 0, 0, 'failed'],
  ['应到四分之三', 9, 0, 9, 7, 2, 0, 0, 'passed'],
  ['应到五分之四', 10, 0, 10, 8, 2, 0, 0, 'passed'],
  ['应到五分之四', 10, 0, 10, 7, 3, 0, 0, 'failed'],
  ['应到五分之四', 11, 0, 11, 8, 3, 0, 0, 'failed'],
  ['应到五分之四', 11, 0, 11, 9, 2, 0, 0, 'passed'],
  // 回避
  ['回避减', 9, 1, 8, 5, 3, 0, 0, 'passed'],
  ['回避减', 9, 1, 8, 4, 4, 0, 0, 'failed'],
  ['回避不减', 9, 1, 8, 4, 4, 0, 0, 'failed'],
  ['回避减', 9, 3, 6, 4, 2, 0, 0, 'passed'],
  ['回避不减', 9, 3, 6, 4, 2, 0, 0, 'failed'],
  ['回避不减', 9, 3, 6, 5, 1, 0, 0, 'passed'],
  ['回避减', 5, 3, 2, 2, 0, 0, 0, 'no-quorum'],
  ['回避减', 3, 3, 0, 0, 0, 0, 0, 'no-quorum'],
  ['党委会', 9, 2, 7, 5, 2, 0, 0, 'passed'],
  ['党委会', 9, 2, 7, 4, 3, 0, 0, 'failed'],
  // 超过半数到会
  ['到会超过半数', 6, 0, 3, 3, 0, 0, 0, 'no-quorum'],
  ['到会超过半数', 6, 0, 4, 4, 0, 0, 0, 'passed'],
  ['到会超过半数', 7, 0, 4, 4, 0, 0, 0, 'passed'],
];

test.each(WORKED)(
  '%s：全体%i 回避%i 实到%i，赞成%i 反对%i 弃权%i 无效%i：%s',
  (name, all, recused, present, yes, no, abstain, invalid, expected) => {
    const facts = { all, recused, present, yes, no, abstain, invalid };
    expect(outcome(NAMED[name], facts)).toMatchObject({ outcome: expected });
  },
);

test('there are enough worked cases, and no two are the same', () => {
  expect(WORKED.length).toBeGreaterThanOrEqual(60);
  expect(new Set(WORKED.map((row) => row.join())).size).toBe(WORKED.length);
});

test.each([
  [5, 3, 4, 3],
  [6, 3, 4, 4],
  [7, 4, 5, 4],
  [9, 5, 6, 5],
  [11, 6, 8, 6],
  [66, 33, 44, 34],
  [119, 60, 80, 60],
])(
  'of %i: 半数以上 %i, 三分之二以上 %i, 过半数 %i, found by the words alone',
  (all, atHalf, atThirds, over) => {
    expect([
      firstEnough(all, { num: 1, den: 2, beyond: false }),
      firstEnough(all, { num: 2, den: 3, beyond: false }),
      firstEnough(all, { num: 1, den: 2, beyond: true }),
    ]).toEqual([atHalf, atThirds, over]);
  },
);
