import { stateIn } from '../../words/marks.ts';
import { withPassed } from './passed.ts';

const stage = (state: string) => ({ state, words: '未开始', outcomeWords: null });

test('a stage that a later one left behind is not called for, one that lies ahead has not begun', () => {
  const stages = withPassed(['closed', 'waiting', 'open', 'waiting'].map(stage));
  expect(stages.map(({ isPassed }) => isPassed)).toEqual([false, true, false, false]);
  expect(stages.map((each) => stateIn(each, 'zh'))).toEqual(['未开始', '未涉及', '未开始', '未开始']);
});

test('before anything began nothing is passed', () => {
  expect(withPassed(['waiting', 'waiting'].map(stage)).some(({ isPassed }) => isPassed)).toBe(false);
});
