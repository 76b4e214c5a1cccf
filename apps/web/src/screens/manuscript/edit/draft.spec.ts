import { treeOf, type Operation } from '@mouding/text';
import { applied, draftIn, freshNode, shownIn, toSend, withOne } from './draft.ts';

const tree = treeOf('一、总体目标\n建设三个专科。\n二、重点任务\n三、保障措施\n', {
  salt: '00',
  mint: (at) => `n${String(at).padStart(10, '0')}`,
});
const id = (at: number): string => `n${String(at).padStart(10, '0')}`;

test('a number is shown beside its words and is no part of them', () => {
  const [first, second] = shownIn(tree);
  expect(first).toMatchObject({ number: '一、', words: '总体目标' });
  expect(`${first?.prefix ?? ''}${first?.words ?? ''}`).toBe('一、总体目标');
  expect(second).toMatchObject({ number: '', prefix: '', words: '建设三个专科。' });
});

test('typing in one clause is one change', () => {
  const put = (node: string, text: string): Operation => ({ op: 'put', node, text });
  const typed = withOne(withOne([put(id(1), '建设')], put(id(1), '建设四个专科。')), put(id(2), '二、任务'));
  expect(typed).toEqual([put(id(1), '建设四个专科。'), put(id(2), '二、任务')]);
});

test('after a heading went, the numbers behind it run on; what was only reworded is sent as it is', () => {
  const sent = toSend(tree, [{ op: 'remove', node: id(2) }]);
  expect(applied(tree, sent).tree.nodes.map(({ text }) => text)).toEqual([
    '一、总体目标',
    '建设三个专科。',
    '二、保障措施',
  ]);
  const put: Operation = { op: 'put', node: id(1), text: '建设四个专科。' };
  expect(toSend(tree, [put])).toEqual([put]);
});

test('what does not fit another text is left out and the rest is done', () => {
  const gone: Operation = { op: 'put', node: 'nzzzzzzzzzz', text: '无' };
  const put: Operation = { op: 'put', node: id(1), text: '建设四个专科。' };
  const { tree: after, operations } = applied(tree, [gone, put]);
  expect(operations).toEqual([put]);
  expect(after.nodes[1]?.text).toBe('建设四个专科。');
});

test('what is no draft is none, and a new clause has a name of its own', () => {
  expect(draftIn('')).toBeNull();
  expect(draftIn('no json')).toBeNull();
  expect(draftIn('{"base":"a","operations":[]}')).toEqual({ base: 'a', operations: [] });
  expect(freshNode()).toMatch(/^n[0-9a-z]{10}$/);
});
