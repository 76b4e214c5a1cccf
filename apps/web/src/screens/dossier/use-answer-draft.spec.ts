import { answerIn, lackIn, type Outcome } from './use-answer-draft.ts';

const written = { outcome: null, number: ' 市卫函〔2026〕31号 ', letter: '', points: [' 请核对 ', ' '] };

test('without an outcome or a number nothing is sent', () => {
  expect(lackIn(written)).toBe('outcome');
  expect(lackIn({ ...written, outcome: 'approved', number: ' ' })).toBe('number');
});

test.each<[Outcome, 'letter' | null]>([
  ['approved', null],
  ['recorded', null],
  ['approved-with-changes', 'letter'],
  ['returned', 'letter'],
  ['incomplete', 'letter'],
])('%s in a word alone lacks %s', (outcome, lack) => {
  expect(lackIn({ ...written, outcome })).toBe(lack);
  expect(lackIn({ ...written, outcome, letter: '请修改后再报。' })).toBeNull();
});

test('points that say nothing are not sent', () => {
  expect(answerIn({ ...written, outcome: 'approved' }, null)).toEqual({
    outcome: 'approved',
    number: '市卫函〔2026〕31号',
    letter: null,
    points: ['请核对'],
  });
});
