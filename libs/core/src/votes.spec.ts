import { outcome, quorum, type VoteFacts, type VoteRule } from './votes.ts';

const half = { base: 'all', num: 1, den: 2 } as const;
const thirds = { base: 'all', num: 2, den: 3 } as const;
const rule = (change: Partial<VoteRule> = {}): VoteRule => ({
  quorum: { ...half, inclusive: true },
  pass: { ...half, strict: true },
  recusal: 'exclude',
  ...change,
});
const facts = (change: Partial<VoteFacts>): VoteFacts => ({
  all: 9,
  recused: 0,
  present: 9,
  yes: 0,
  no: 0,
  abstain: 0,
  invalid: 0,
  ...change,
});
const answer = (given: VoteRule, counted: Partial<VoteFacts>) => {
  const result = outcome(given, facts(counted));
  if ('refusal' in result) throw new Error(result.refusal.rule);
  return result;
};

test.each([
  [5, 3, 4, 3],
  [6, 3, 4, 4],
  [7, 4, 5, 4],
  [9, 5, 6, 5],
  [11, 6, 8, 6],
  [66, 33, 44, 34],
  [119, 60, 80, 60],
])('of %i a half is %i, two thirds are %i, a majority is %i', (all, atHalf, atThirds, atMajority) => {
  expect(quorum(rule(), { all, recused: 0, present: atHalf })).toMatchObject({
    need: atHalf,
    quorate: true,
  });
  expect(quorum(rule(), { all, recused: 0, present: atHalf - 1 }).quorate).toBe(false);
  const two = rule({ quorum: { ...thirds, inclusive: true } });
  expect(quorum(two, { all, recused: 0, present: atThirds })).toMatchObject({
    need: atThirds,
    quorate: true,
  });
  expect(quorum(two, { all, recused: 0, present: atThirds - 1 }).quorate).toBe(false);
  expect(answer(rule(), { all, present: all, yes: atMajority }).outcome).toBe('passed');
  expect(answer(rule(), { all, present: all, yes: atMajority - 1 }).outcome).toBe('failed');
});

test('exceeding a quorum leaves the number out, reaching it takes it in', () => {
  const beyond = rule({ quorum: { ...half, inclusive: false } });
  expect(quorum(beyond, { all: 66, recused: 0, present: 33 })).toMatchObject({ need: 34, quorate: false });
  expect(quorum(beyond, { all: 7, recused: 0, present: 4 })).toMatchObject({ need: 4, quorate: true });
});

const congress = rule({ quorum: { ...thirds, inclusive: true } });

test('the sum is said as it was done', () => {
  expect(answer(congress, { all: 66, present: 52, yes: 34, no: 18 })).toEqual({
    quorate: true,
    possible: true,
    outcome: 'passed',
    sum: '全体66，实到52≥44 ✓；赞成34>33 ✓',
    sumEn: 'all 66, present 52≥44 ✓; yes 34>33 ✓',
  });
});

test('33 of 66 fails where more than half is asked and passes where half is enough', () => {
  const counted = { all: 66, present: 52, yes: 33, no: 19 };
  expect(answer(congress, counted)).toMatchObject({
    outcome: 'failed',
    sum: '全体66，实到52≥44 ✓；赞成33>33 ✗',
  });
  const atLeast = { ...congress, pass: { ...half, strict: false } };
  expect(answer(atLeast, counted)).toMatchObject({
    outcome: 'passed',
    sum: '全体66，实到52≥44 ✓；赞成33≥33 ✓',
  });
});

test('43 of 66 are no quorum, and nothing is counted', () => {
  expect(answer(congress, { all: 66, present: 43, yes: 43 })).toMatchObject({
    quorate: false,
    possible: false,
    outcome: 'no-quorum',
    sum: '全体66，实到43≥44 ✗',
  });
});

test('three of six may meet and cannot pass anything', () => {
  expect(answer(rule(), { all: 6, present: 3, yes: 3 })).toMatchObject({
    quorate: true,
    possible: false,
    outcome: 'failed',
  });
});

test.each([
  ['all', 9, 4, 'failed', '全体9，实到8≥5 ✓；赞成4>4 ✗'],
  ['present', 8, 4, 'failed', '全体9，实到8≥5 ✓；到会8，赞成4>4 ✗'],
  ['valid', 7, 4, 'passed', '全体9，实到8≥5 ✓；有效票7，赞成4>3 ✓'],
  ['decisive', 5, 4, 'passed', '全体9，实到8≥5 ✓；赞成与反对5，赞成4>2 ✓'],
] as const)('of %s (%i), %i yes: %s', (base, _, yes, result, sum) => {
  const counted = { present: 8, yes, no: 1, abstain: 2, invalid: 1 };
  expect(answer(rule({ pass: { ...half, base, strict: true } }), counted)).toMatchObject({
    outcome: result,
    sum,
  });
});

test('who is recused leaves the base, or stays in it, as the rule says', () => {
  const entitled = { pass: { ...half, base: 'entitled' as const, strict: true } };
  const counted = { recused: 1, present: 8, yes: 5, no: 3 };
  expect(answer(rule(entitled), counted)).toMatchObject({
    outcome: 'passed',
    sum: '全体9，回避1，实到8≥5 ✓；赞成5>4 ✓',
  });
  const few = { recused: 3, present: 6, yes: 4, no: 2 };
  expect(answer(rule(entitled), few).outcome).toBe('passed');
  expect(answer(rule({ ...entitled, recusal: 'keep' }), few).outcome).toBe('failed');
});

test('below the floor of recusal the body decides nothing', () => {
  const floored = rule({
    quorum: { base: 'entitled', num: 1, den: 2, inclusive: true },
    recusalFloor: { num: 1, den: 2 },
  });
  expect(answer(floored, { recused: 4, present: 5, yes: 5 }).outcome).toBe('passed');
  expect(answer(floored, { recused: 5, present: 4, yes: 4 })).toMatchObject({
    quorate: false,
    outcome: 'no-quorum',
    sum: '全体9，回避5，实到4≥2 ✓；回避后余4≥5 ✗',
  });
});

test('more ballots back than out are void, before anything else', () => {
  const counted = { all: 66, present: 43, issued: 43, returned: 44, yes: 40, no: 4 };
  expect(answer(congress, counted)).toMatchObject({
    outcome: 'void',
    sum: '全体66，实到43≥44 ✗；收回44≤发出43 ✗',
  });
});

test.each([0, 1])('a base of nobody never passes (%i/1)', (recused) => {
  const lenient = rule({ pass: { base: 'decisive', num: 1, den: 2, strict: false } });
  expect(answer(lenient, { all: 9 + recused, recused, present: 9, abstain: 9 }).outcome).toBe('failed');
  expect(answer(rule({ pass: { ...half, strict: false } }), { all: 0, present: 0 }).outcome).toBe(
    'no-quorum',
  );
});

test('numbers beyond what a double can multiply are still exact', () => {
  const many = 9_007_199_254_740_991;
  const most = rule({ pass: { base: 'all', num: many - 1, den: many, strict: true } });
  expect(answer(most, { all: many, present: many, yes: many - 1 }).outcome).toBe('failed');
  expect(answer(most, { all: many, present: many, yes: many }).outcome).toBe('passed');
});

test.each([
  ['vote.whole', { yes: -1 }],
  ['vote.whole', { yes: 0.5 }],
  ['vote.whole', { present: Number.NaN }],
  ['vote.recused', { recused: 10, present: 0 }],
  ['vote.present', { recused: 1, present: 9 }],
  ['vote.issued', { present: 8, issued: 9 }],
  ['vote.returned', { issued: 9, returned: 8, yes: 9 }],
  ['vote.returned', { issued: 9, returned: 8, yes: 7 }],
  ['vote.votes', { present: 8, yes: 8, invalid: 1 }],
] as const)('refused: %s %j', (name, change) => {
  expect(outcome(rule(), facts(change))).toMatchObject({ refusal: { rule: name } });
});

test.each([
  ['vote.share', { quorum: { ...half, num: 0, inclusive: true } }],
  ['vote.share', { pass: { ...half, num: 3, strict: false } }],
  ['vote.share', { pass: { ...half, den: 2.5, strict: false } }],
  ['vote.share', { recusalFloor: { num: 2, den: 1 } }],
  ['vote.reachable', { pass: { ...half, num: 2, strict: true } }],
  ['vote.reachable', { quorum: { ...half, num: 2, inclusive: false } }],
] as const)('refused: %s %j', (name, change) => {
  expect(outcome(rule(change), facts({}))).toMatchObject({ refusal: { rule: name } });
});

test('all of all is a rule: everybody says yes', () => {
  const unanimous = rule({ pass: { base: 'all', num: 1, den: 1, strict: false } });
  expect(answer(unanimous, { yes: 9 }).outcome).toBe('passed');
  expect(answer(unanimous, { yes: 8 }).outcome).toBe('failed');
});
