import type { Tree, TreeNode } from '@mouding/text';
import { markedIn } from './pending-figures.ts';

const node = (n: number, text: string | null): TreeNode => ({
  id: `n000000000${n}`,
  kind: 'clause',
  depth: 1,
  before: '',
  text,
});
const TREE: Tree = {
  v: 'tree@1',
  salt: '00',
  nodes: [node(1, '开放床位达到950张。'), node(2, '床位950张。'), node(3, null)],
  end: '\n',
};
const place = (of: string | null) => ({
  node: of,
  quote: '950张',
  before: '床位达到',
  after: '。',
  cites: 'target' as const,
});

test('the mark stands in the node that cites the figure, and in no other', () => {
  const marked = markedIn(TREE, [place('n0000000001'), place('n0000000003'), place('n0000000009')]);
  expect(typeof marked === 'string' ? [] : marked.nodes.map(({ text }) => text)).toEqual([
    '开放床位达到950张（待核）。',
    '床位950张。',
    null,
  ]);
});

test('in a text without nodes it stands where the words are', () => {
  expect(markedIn('一、开放床位达到950张。', [place(null)])).toBe('一、开放床位达到950张（待核）。');
  expect(markedIn('一、目标', [place(null)])).toBe('一、目标');
});
