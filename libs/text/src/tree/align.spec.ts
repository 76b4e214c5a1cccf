import { chanceOf } from '../testing/edited.ts';
import { align, type Alignment, type Returned } from './align.ts';
import { applyOperations } from './apply.ts';
import { isMisfit } from './misfit.ts';
import { returned } from '../testing/returned.ts';
import { fixture, idOf, minted, treeFrom } from '../testing/tree-sample.ts';
import { plainOf, type Tree } from './tree.ts';

const BASE = [
  '一、目标',
  '到2030年，床位达到80张，门诊量达到20万人次。',
  '二、任务',
  '加强学科建设，打造三个市级重点专科。',
  '完善绩效考核制度，强化结果运用。',
  '| 指标 | 目标 |\n| 床位 | 80 |',
  '三、保障',
  '健全组织领导机制，压实工作责任。',
].join('\n');

type Paragraph = Omit<Returned, 'before'> & { readonly before?: string };

const paragraphs = (tree: Tree): Paragraph[] =>
  tree.nodes.map(({ id, kind, depth, text }) => ({ kind, depth, text: text ?? '', anchor: id }));

function back(tree: Tree, changed: readonly Paragraph[], end = ''): Alignment & { readonly after: Tree } {
  const nodes = changed.map((each) => ({ before: '', ...each }));
  const { operations, doubtful } = align(tree, nodes, end, minted('back'));
  const after = applyOperations(tree, operations);
  if (isMisfit(after)) throw new Error(after.misfit);
  expect(plainOf(after)).toBe(nodes.map(({ before, text }) => before + text).join('\n') + end);
  expect(after.nodes.map(({ kind, depth }) => ({ kind, depth }))).toEqual(
    changed.map(({ kind, depth }) => ({ kind, depth })),
  );
  return { operations, doubtful, after };
}

const tree = treeFrom(BASE);
const ops = ({ operations }: Alignment): readonly string[] => operations.map(({ op }) => op);
const ids = ({ nodes }: Tree): readonly string[] => nodes.map(({ id }) => id);

test('what came back as it went out changes nothing', () => {
  expect(back(tree, paragraphs(tree)).operations).toEqual([]);
  const without = paragraphs(tree).map((each) => ({ ...each, anchor: null }));
  expect(back(tree, without)).toMatchObject({ operations: [], doubtful: [] });
});

test('an edited paragraph without anchor keeps its id', () => {
  const edited = paragraphs(tree).map(({ text, ...each }) => ({
    ...each,
    anchor: null,
    text: text.replace('80张', '95张').replace('三个市级', '五个省级'),
  }));
  const result = back(tree, edited);
  expect(ops(result)).toEqual(['put', 'put']);
  expect(ids(result.after)).toEqual(ids(tree));
});

test('a chapter that moved with its content is one move', () => {
  const all = paragraphs(tree);
  const result = back(tree, [...all.slice(0, 2), ...all.slice(6), ...all.slice(2, 6)]);
  expect(ops(result)).toEqual(['move']);
});

test('a heading that moved alone leaves its content where it is', () => {
  const all = paragraphs(tree);
  const result = back(tree, [...all.slice(0, 2), ...all.slice(3, 6), ...all.slice(2, 3), ...all.slice(6)]);
  expect(ids(result.after).toSorted()).toEqual(ids(tree).toSorted());
});

test('a split paragraph and two joined ones', () => {
  const all = paragraphs(tree).map((each) => ({ ...each, anchor: null }));
  const [long, one, other] = [all[1], all[3], all[4]];
  if (!long || !one || !other) throw new Error('the base is shorter');
  const halves = [
    { ...long, text: '到2030年，床位达到80张。' },
    { ...long, text: '门诊量达到20万人次。' },
  ];
  const joined = { ...one, text: `${one.text}${other.text}` };
  const result = back(tree, [...all.slice(0, 1), ...halves, ...all.slice(2, 3), joined, ...all.slice(5)]);
  expect(ops(result)).toEqual(expect.arrayContaining(['split', 'join']));
  expect(idOf(result.after, '床位达到80张')).toBe(idOf(tree, '床位达到80张'));
});

test('rows of a table stay in it', () => {
  const edited = paragraphs(tree).map((each) =>
    each.kind === 'table' ? { ...each, text: `${each.text}\n| 专科 | 6 |` } : each,
  );
  expect(ops(back(tree, edited))).toEqual(['put']);
});

test('what is only probably the same is shown, with both texts', () => {
  const edited = paragraphs(tree).map((each) =>
    each.text.startsWith('完善绩效')
      ? { ...each, anchor: null, text: '完善医疗质量考核制度，强化考核结果的通报。' }
      : each,
  );
  const { doubtful } = back(tree, edited);
  expect(doubtful).toEqual([
    {
      node: idOf(tree, '完善绩效'),
      was: '完善绩效考核制度，强化结果运用。',
      now: '完善医疗质量考核制度，强化考核结果的通报。',
      score: expect.any(Number),
    },
  ]);
});

test('an anchor that stayed behind under other words gives way to the words', () => {
  const all = paragraphs(tree);
  const from = all.findIndex(({ text }) => text.startsWith('健全组织'));
  const words = all[from];
  if (!words) throw new Error('the base is shorter');
  const stranger = { ...words, text: '附件另行印发，请遵照执行。' };
  const { after } = back(tree, [...all.slice(0, from), stranger, { ...words, anchor: null }]);
  expect(idOf(after, '健全组织')).toBe(idOf(tree, '健全组织'));
});

test('a copied paragraph does not take the id from its original', () => {
  const all = paragraphs(tree);
  const copy = all[3];
  if (!copy) throw new Error('the base is shorter');
  const edited = { ...copy, text: copy.text.replace('三个市级', '两个国家级') };
  const { after } = back(tree, [...all.slice(0, 1), edited, ...all.slice(1)]);
  expect(idOf(after, '三个市级')).toBe(idOf(tree, '三个市级'));
});

test('blank paragraphs become blank lines', () => {
  const blank: Returned = { kind: 'clause', depth: 1, before: '', text: '　', anchor: null };
  const nodes = paragraphs(tree).map((each) => ({ before: '', ...each }));
  const { operations } = align(
    tree,
    [...nodes.slice(0, 1), blank, ...nodes.slice(1), blank],
    '\n',
    minted('b'),
  );
  const after = applyOperations(tree, operations);
  if (isMisfit(after)) throw new Error(after.misfit);
  expect(plainOf(after)).toBe(`${BASE.replace('\n', '\n　\n')}\n　\n`);
  expect(ids(after)).toEqual(ids(tree));
});

test('a text that came back with half of its anchors is exact, and 95 of 100 nodes keep their ids', () => {
  const trees = ['plan-a.txt', 'plan-b.txt', 'text-chapters.txt'].map((name) => treeFrom(fixture(name)));
  let [kept, all] = [0, 0];
  for (let seed = 0; seed < 90; seed++) {
    const chance = chanceOf(seed);
    const from = trees[seed % trees.length] ?? tree;
    const held = returned(from, 1 + chance(20), chance);
    const { after } = back(from, held, from.end);
    held.forEach((node, at) => {
      if (node.from === null) return;
      all++;
      if (after.nodes[at]?.id === node.from) kept++;
    });
  }
  expect(kept / all).toBeGreaterThanOrEqual(0.95);
});
