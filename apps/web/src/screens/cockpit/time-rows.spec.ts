import { barsOf, stageRow, type TimeRow } from './time-rows.ts';

const stage = {
  id: 'chapters',
  title: '篇章撰写',
  kind: 'write@1',
  state: 'open' as const,
  words: '办理中',
  outcomeWords: null,
  round: 1,
  planned: '2026-01-08T16:00:00.000Z',
  entered: '2025-12-11',
  ended: null,
  overdue: false,
  paused: false,
  isPassed: false,
  owners: [],
};

test('a date that ends at 24:00 is the day that ends then', () => {
  expect(stageRow(stage, 'zh')).toMatchObject({
    planned: '2026-01-08',
    from: '2025-12-11',
    to: null,
    late: false,
  });
});

test('what ended after its day is late, what ended on it is not', () => {
  const ended = (day: string): TimeRow => stageRow({ ...stage, state: 'closed', ended: day }, 'zh');
  expect([ended('2026-01-08').late, ended('2026-01-09').late]).toEqual([false, true]);
});

test('an open stage runs until today and lies ahead until its day', () => {
  expect(barsOf(stageRow(stage, 'zh'), '2025-12-20')).toEqual([
    { kind: 'running', first: '2025-12-11', last: '2025-12-20' },
    { kind: 'ahead', first: '2025-12-20', last: '2026-01-08' },
  ]);
});

test('beyond its day it is over', () => {
  expect(barsOf(stageRow(stage, 'zh'), '2026-01-12').map(({ kind, last }) => [kind, last])).toEqual([
    ['running', '2026-01-08'],
    ['over', '2026-01-12'],
  ]);
});

test('what has not begun has no bar, and a round that was left by another keeps none', () => {
  expect(barsOf(stageRow({ ...stage, state: 'waiting', entered: null }, 'zh'), '2026-01-12')).toEqual([]);
});
