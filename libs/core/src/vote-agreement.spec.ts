import fc from 'fast-check';
import { countHeads } from './testing/vote-by-heads.ts';
import type { VoteFacts, VoteRule } from './vote-facts.ts';
import { outcome } from './votes.ts';

/** How bodies of the field decide: 以上 includes the number, 超过 does not. */
const USUAL: readonly VoteRule[] = [
  ruleOf([1, 2, true], ['all', 1, 2, true]),
  ruleOf([2, 3, true], ['all', 1, 2, true]),
  ruleOf([2, 3, true], ['all', 1, 2, false]),
  ruleOf([2, 3, true], ['all', 2, 3, false]),
  ruleOf([1, 2, false], ['present', 1, 2, true]),
  ruleOf([2, 3, true], ['present', 2, 3, true]),
  ruleOf([1, 2, true], ['valid', 3, 4, true]),
  ruleOf([1, 2, true], ['decisive', 4, 5, false]),
];

type Pass = readonly [VoteRule['pass']['base'], number, number, boolean];

function ruleOf([num, den, inclusive]: readonly [number, number, boolean], pass: Pass): VoteRule {
  return {
    quorum: { base: 'all', num, den, inclusive },
    pass: { base: pass[0], num: pass[1], den: pass[2], strict: pass[3] },
    recusal: 'exclude',
  };
}

/** Nobody, one, everybody but one, everybody, and whatever lies about the share. */
function edges(
  whole: number,
  { num, den }: { readonly num: number; readonly den: number },
): readonly number[] {
  const share = Math.floor((whole * num) / den);
  const counts = [0, 1, share - 1, share, share + 1, share + 2, whole - 1, whole];
  return [...new Set(counts)].filter((count) => count >= 0 && count <= whole);
}

/** The two implementations side by side; null where they agree. */
function disagreement(rule: VoteRule, facts: VoteFacts): object | null {
  const [first, second] = [outcome(rule, facts), countHeads(rule, facts)];
  if ('refusal' in first)
    return second.wrong.includes(first.refusal.rule) ? null : { rule, facts, first, second };
  const same =
    second.wrong.length === 0 &&
    first.outcome === second.outcome &&
    first.quorate === second.quorate &&
    first.possible === second.possible;
  return same ? null : { rule, facts, first, second };
}

const committees = Array.from({ length: 400 }, (_, i) => i + 1);

test.each(USUAL.map((rule) => [JSON.stringify([rule.quorum, rule.pass]), rule] as const))(
  'two countings agree on every committee from 1 to 400: %s',
  (_, rule) => {
    const counts = committees.flatMap((all) =>
      edges(all, rule.quorum).flatMap((present) =>
        [...new Set([...edges(all, rule.pass), ...edges(present, rule.pass)])]
          .filter((yes) => yes <= present)
          .map((yes) => countOf(all, present, yes)),
      ),
    );
    expect(counts.length).toBeGreaterThan(10_000);
    expect(counts.map((facts) => disagreement(rule, facts)).filter((found) => found !== null)).toEqual([]);
  },
);

/** Whoever did not say yes is spread over the other ways to vote, one of each first. */
function countOf(all: number, present: number, yes: number): VoteFacts {
  const rest = present - yes;
  const invalid = Math.min(1, rest);
  const abstain = Math.min(2, rest - invalid);
  return { all, recused: 0, present, yes, no: rest - invalid - abstain, abstain, invalid };
}

const share = fc.record({ num: fc.integer({ min: 0, max: 6 }), den: fc.integer({ min: 1, max: 6 }) });
const rules: fc.Arbitrary<VoteRule> = fc
  .record({
    quorum: fc.record({ base: fc.constantFrom('all', 'entitled'), inclusive: fc.boolean(), share }),
    pass: fc.record({
      base: fc.constantFrom('all', 'entitled', 'present', 'valid', 'decisive'),
      strict: fc.boolean(),
      share,
    }),
    recusal: fc.constantFrom('exclude', 'keep'),
    floor: fc.option(share),
  })
  .map(({ quorum, pass, recusal, floor }) => ({
    quorum: { base: quorum.base, inclusive: quorum.inclusive, ...quorum.share },
    pass: { base: pass.base, strict: pass.strict, ...pass.share },
    recusal,
    ...(floor ? { recusalFloor: floor } : {}),
  }));

const few = fc.nat({ max: 12 });
/** Counts that may be anything, most of which cannot be. */
const wild: fc.Arbitrary<VoteFacts> = fc.record(
  {
    all: few,
    recused: few,
    present: few,
    issued: few,
    returned: few,
    yes: fc.oneof(few, fc.constantFrom(-1, 0.5)),
    no: few,
    abstain: few,
    invalid: few,
  },
  { requiredKeys: ['all', 'recused', 'present', 'yes', 'no', 'abstain', 'invalid'] },
);
/** Counts of a vote that was held: everybody present was handed a ballot, or nobody was. */
const held: fc.Arbitrary<VoteFacts> = fc
  .record({ recused: few, absent: few, yes: few, no: few, abstain: few, invalid: few, ballots: fc.boolean() })
  .map(({ recused, absent, ballots, ...votes }) => {
    const present = votes.yes + votes.no + votes.abstain + votes.invalid;
    const papers = ballots ? { issued: present, returned: present } : {};
    return { all: recused + absent + present, recused, present, ...papers, ...votes };
  });

test('two countings agree on any rule and any count', () => {
  fc.assert(
    fc.property(rules, fc.oneof(wild, held), (rule, facts) => {
      expect(disagreement(rule, facts)).toBeNull();
    }),
    { numRuns: 5000 },
  );
});

test('random votes that were held are mostly answered, so that the comparison compares', () => {
  const sound = fc.sample(fc.tuple(rules, held), { numRuns: 500, seed: 1 });
  const answers = sound.map(([rule, facts]) => outcome(rule, facts));
  const outcomes = answers.map((answer) => ('refusal' in answer ? 'refused' : answer.outcome));
  expect([...new Set(outcomes)].toSorted()).toEqual(['failed', 'no-quorum', 'passed', 'refused']);
});

test('every comparison in a sum is true as it is marked, in both languages', () => {
  fc.assert(
    fc.property(rules, held, (rule, facts) => {
      const answer = outcome(rule, facts);
      if ('refusal' in answer) return;
      const [zh, en] = [comparisons(answer.sum), comparisons(answer.sumEn)];
      expect(zh.length).toBeGreaterThan(0);
      expect(zh.map(([shown]) => shown)).toEqual(en.map(([shown]) => shown));
      expect(zh.filter(([, holds, marked]) => holds !== marked)).toEqual([]);
      const marks = zh.map(([, , marked]) => marked);
      expect(marks.every(Boolean)).toBe(answer.outcome === 'passed');
    }),
  );
});

type Comparison = readonly [shown: string, holds: boolean, marked: boolean];

const comparisons = (sum: string): readonly Comparison[] =>
  [...sum.matchAll(/(\d+)([≥>])(\d+)[^✓✗]*([✓✗])/g)].map(([, left, sign, right, mark]): Comparison => [
    `${left}${sign}${right}`,
    sign === '≥' ? Number(left) >= Number(right) : Number(left) > Number(right),
    mark === '✓',
  ]);
