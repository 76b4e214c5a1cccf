import { readFileSync } from 'node:fs';
import { countHeads } from './testing/vote-by-heads.ts';
import { answerVote } from './vote-question.ts';
import type { VoteFacts, VoteRule } from './vote-facts.ts';

interface Case {
  readonly name: string;
  readonly rule: VoteRule;
  readonly facts: VoteFacts;
  readonly expected: { readonly outcome?: string; readonly refusal?: string };
}

const cases = JSON.parse(
  readFileSync(new URL('../../../tests/fixtures/votes.json', import.meta.url), 'utf8'),
) as readonly Case[];
const answered = cases.filter(({ expected }) => expected.refusal === undefined);
const refused = cases.filter(({ expected }) => expected.refusal !== undefined);

test('the table is a table', () => {
  expect([answered.length, refused.length]).toEqual([106, 36]);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

test.each(answered)('$name: $expected.outcome', ({ rule, facts, expected }) => {
  expect(answerVote(rule, facts)).toMatchObject(expected);
});

test.each(refused)('$name: refused, $expected.refusal', ({ rule, facts, expected }) => {
  const answer = answerVote(rule, facts);
  expect(answer).toMatchObject({ refusal: { rule: expected.refusal } });
  expect('refusal' in answer && [answer.refusal.said.zh, answer.refusal.said.en]).not.toContain('');
});

test('an answer has these five things and no more', () => {
  const [first] = answered;
  expect(Object.keys(answerVote(first?.rule, first?.facts))).toEqual([
    'quorate',
    'possible',
    'outcome',
    'sum',
    'sumEn',
  ]);
});

test('what is wrong is named at its place', () => {
  const [first] = answered;
  expect(answerVote({ ...first?.rule, pass: {} }, first?.facts)).toMatchObject({
    refusal: { rule: 'vote.rule', facts: { at: 'pass.base' } },
  });
  expect(answerVote({ ...first?.rule, quorum: { ...first?.rule.quorum, most: 1 } }, null)).toMatchObject({
    refusal: { rule: 'vote.unknown', facts: { keys: ['quorum.most'] } },
  });
});

/** Committees that a list of heads can stand for. */
const small = cases.filter(
  ({ facts, expected }) =>
    facts.all < 1000 && !['vote.rule', 'vote.facts', 'vote.unknown'].includes(expected.refusal ?? ''),
);

test.each(small)('counted by heads it is the same: $name', ({ rule, facts, expected }) => {
  const { wrong, ...counted } = countHeads(rule, facts);
  if (expected.refusal === undefined) expect({ wrong, ...expected }).toMatchObject({ wrong: [], ...counted });
  else expect(wrong).toContain(expected.refusal);
});
