import { readFileSync } from 'node:fs';
import { randomFrom } from '../random.ts';
import { planOpinions } from './opinions.ts';

const text = readFileSync(new URL('../../../../tests/fixtures/plan-b.txt', import.meta.url), 'utf8');

test('each quote occurs exactly once in the text that the changes before it leave', () => {
  const opinions = planOpinions(text, 40, randomFrom(3));
  let reached = text;
  for (const { quote, replacement } of opinions) {
    expect(reached.split(quote)).toHaveLength(2);
    if (replacement !== null) reached = reached.replace(quote, () => replacement);
  }
  expect(opinions.length).toBe(40);
});

test('some are adopted, some in part, some not; what is not simply adopted has a reason', () => {
  const opinions = planOpinions(text, 40, randomFrom(3));
  expect(new Set(opinions.map(({ disposition }) => disposition))).toEqual(
    new Set(['adopted', 'partly', 'rejected']),
  );
  expect(opinions.every(({ disposition, reason }) => (reason === '') === (disposition === 'adopted'))).toBe(
    true,
  );
  expect(
    opinions.every(({ disposition, replacement }) => (replacement === null) === (disposition === 'rejected')),
  ).toBe(true);
});

test('the same seed plans the same opinions, another one others', () => {
  expect(planOpinions(text, 9, randomFrom(5))).toEqual(planOpinions(text, 9, randomFrom(5)));
  expect(planOpinions(text, 9, randomFrom(5))).not.toEqual(planOpinions(text, 9, randomFrom(6)));
});

test('a text too short to quote from brings no opinions', () => {
  expect(planOpinions('规划', 5, randomFrom(1))).toEqual([]);
});
