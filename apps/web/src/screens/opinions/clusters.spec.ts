import type { OpinionLine } from '../../api/generated/types.gen.ts';
import { clustersOf, isFound, nextLeft } from './clusters.ts';

const opinion = (no: number, clause: string | null, status = 'given'): OpinionLine =>
  ({
    stream: `opinion/${no}`,
    consultation: 'consultation/1',
    no,
    clause,
    status,
    wording: `意见${no}`,
    from: '信息科',
    path: '第一章',
    quote: null,
  }) as OpinionLine;

test('opinions on one clause stand together at the place of the first; those on none stay alone', () => {
  const clusters = clustersOf([opinion(1, 'a'), opinion(2, null), opinion(3, 'a'), opinion(4, null)]);
  expect(clusters.map(({ items }) => items.map(({ no }) => no))).toEqual([[1, 3], [2], [4]]);
});

test('the next to be considered is the one below, and from the last the first that is left', () => {
  const items = [opinion(1, null), opinion(2, null, 'proposed'), opinion(3, null)];
  expect(nextLeft(items, 'opinion/1')).toBe('opinion/3');
  expect(nextLeft(items, 'opinion/3')).toBe('opinion/1');
});

test('when none other is left there is no next', () => {
  expect(nextLeft([opinion(1, null), opinion(2, null, 'fixed')], 'opinion/1')).toBeNull();
});

test('what was not said is not found in it', () => {
  expect([isFound(opinion(1, null), '信息'), isFound(opinion(1, null), '财务')]).toEqual([true, false]);
});
