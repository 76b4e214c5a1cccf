import type { TreeNode } from '../tree/tree.ts';
import { usedIn } from './used-in.ts';
import { withBelow } from './with-below.ts';

const node = (n: number, text: string | null, depth = 2, kind: TreeNode['kind'] = 'clause'): TreeNode => ({
  id: `n${String(n).padStart(10, '0')}`,
  kind,
  depth,
  before: '',
  text,
});

const NODES = [
  node(1, '第一章 学科建设', 1, 'chapter'),
  node(2, '（一）到2030年，省级以上重点专科达到36个，均通过复评。'),
  node(3, '（二）建设儿童重症医学中心，配置床位20张，2027年投入使用。'),
  node(4, '第二章 人才队伍', 1, 'chapter'),
  node(5, null),
];

test('a paragraph is found word for word, whatever number stands in front', () => {
  expect(usedIn(['1.建设儿童重症医学中心，配置床位20张，2027年投入使用。'], { nodes: NODES })).toEqual([
    {
      contributed: '1.建设儿童重症医学中心，配置床位20张，2027年投入使用。',
      state: 'same',
      node: 'n0000000003',
    },
  ]);
});

test('a changed number is a changed paragraph, not the same and not another', () => {
  const [used] = usedIn(['到2030年，省级以上重点专科达到31个，均通过复评。'], { nodes: NODES });
  expect(used).toMatchObject({ state: 'changed', node: 'n0000000002' });
});

test('what the text does not have was dropped', () => {
  const [used] = usedIn(['购置达芬奇手术机器人一台，开展泌尿外科机器人手术。'], { nodes: NODES });
  expect(used).toMatchObject({ state: 'dropped', node: null });
});

test('one paragraph of the text answers for one paragraph of a contribution', () => {
  const twice = ['省级以上重点专科达到31个，均通过复评。', '省级以上重点专科达到30个，均通过复评。'];
  const nodes = [node(2, '省级以上重点专科达到36个，均通过复评。')];
  expect(
    usedIn(twice, { nodes })
      .map(({ state }) => state)
      .toSorted(),
  ).toEqual(['changed', 'dropped']);
});

test('bare headings are not counted', () => {
  expect(usedIn(['目标', '一、任务'], { nodes: NODES })).toEqual([]);
});

test('a heading comes with all that lies under it, and nothing behind', () => {
  expect(withBelow({ nodes: NODES }, 'n0000000001')).toEqual(['n0000000001', 'n0000000002', 'n0000000003']);
  expect(withBelow({ nodes: NODES }, 'n0000000009')).toEqual([]);
});
