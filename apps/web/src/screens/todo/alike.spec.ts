import { runAt } from './alike.ts';

const propose = { verb: 'opinion.propose', holder: 'office', due: null, case: { id: 'plan' } };
const end = { ...propose, verb: 'case.advance' };
const elsewhere = { ...propose, case: { id: 'other' } };

const lengths = (all: readonly (typeof propose)[]): readonly number[] =>
  all.map((_, place) => runAt(all, place).length);

test('what wants the same of the same person in the same plan is one run, told at its first', () => {
  expect(lengths([end, propose, propose, propose, elsewhere])).toEqual([1, 3, 0, 0, 1]);
});

test('another date ends a run', () => {
  expect(lengths([propose, { ...propose, due: '2026-02-05T16:00:00.000Z' as never }, propose])).toEqual([
    1, 1, 1,
  ]);
});
