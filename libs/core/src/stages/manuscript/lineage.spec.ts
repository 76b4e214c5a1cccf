import { applyOperations, isMisfit, type Operation, type Tree } from '@mouding/text';
import { refOf, treeRefOf, uuid } from '../../testing/given.ts';
import { blameOf, lineageOf, type ManuscriptStep } from './lineage.ts';
import type { ManuscriptFact } from './manuscript.ts';

const [A, B, C] = ['n000000000a', 'n000000000b', 'n000000000c'] as const;
const FIRST = '第一章 学科\n重点专科达到31个。\n';
const SECOND = '第二章 人才\n';
const TREE: Tree = {
  v: 'tree@1',
  salt: 'ab'.repeat(16),
  nodes: [
    { id: A, kind: 'chapter', depth: 1, before: '', text: '第一章 学科' },
    { id: B, kind: 'clause', depth: 2, before: '', text: '重点专科达到31个。' },
    { id: C, kind: 'chapter', depth: 1, before: '', text: '第二章 人才' },
  ],
  end: '\n',
};
const after = (tree: Tree, ...operations: Operation[]): Tree => {
  const next = applyOperations(tree, operations);
  if (isMisfit(next)) throw new Error(next.misfit);
  return next;
};

const MEND: Operation = { op: 'put', node: B, text: '重点专科达到36个。' };
const MORE: Operation = { op: 'put', node: B, text: '重点专科达到36个，均通过复评。' };
const MENDED = after(TREE, MEND);
const LAST = after(MENDED, MORE);
const opinion = `opinion/${uuid(1)}` as const;
const meeting = `meeting/${uuid(2)}` as const;

const part = (no: number, content: string) => ({
  chapter: `chapter/${uuid(no)}` as const,
  no,
  title: `第${no}章`,
  text: refOf(content),
});
const told = (...facts: readonly ManuscriptFact[]): readonly ManuscriptStep[] =>
  facts.map((fact, i) => ({ version: i + 1, fact }));
const compiled: ManuscriptFact = {
  type: 'ManuscriptCompiled',
  data: {
    round: 1,
    label: '初稿',
    join: 'tree-join@1',
    text: treeRefOf(TREE),
    parts: [part(1, FIRST), part(2, SECOND)],
  },
};
const revised = (
  from: Tree,
  to: Tree,
  operation: Operation,
  cites: typeof opinion | null,
): ManuscriptFact => ({
  type: 'ManuscriptRevised',
  data: {
    round: 1,
    from: treeRefOf(from),
    to: treeRefOf(to),
    label: '送审稿',
    changes: [{ operations: [operation], cites }],
    done: false,
  },
});
const grounded: ManuscriptFact = {
  type: 'ChangesGrounded',
  data: { changes: [{ step: 2, change: 1 }], cites: meeting, by: uuid(9) },
};
const ALL = told(compiled, revised(TREE, MENDED, MEND, opinion), revised(MENDED, LAST, MORE, null), grounded);

const runsOf = (text: Tree, node: string) => {
  const lineage = lineageOf(ALL, treeRefOf(text));
  const found = lineage && blameOf(lineage, TREE, [FIRST, SECOND]).get(node);
  return found?.runs.map(({ text: words, by }) => [words, by.part?.no ?? by.cites, by.version]);
};

test('every word of a clause says which chapter, opinion or meeting put it there', () => {
  expect(runsOf(LAST, B)).toEqual([
    ['重点专科达到3', 1, 1],
    ['6', opinion, 2],
    ['个', 1, 1],
    ['，均通过复评', meeting, 3],
    ['。', 1, 1],
  ]);
});

test('an earlier version knows nothing of what came after', () => {
  expect(runsOf(MENDED, B)?.at(-1)).toEqual(['个。', 1, 1]);
  expect(runsOf(TREE, B)).toEqual([['重点专科达到31个。', 1, 1]]);
});

test('each node is of the chapter that it begins in', () => {
  expect(runsOf(LAST, C)).toEqual([['第二章 人才', 2, 1]]);
  expect(runsOf(LAST, A)).toEqual([['第一章 学科', 1, 1]]);
});

test('a ground that was given afterwards names the entry that gave it', () => {
  const lineage = lineageOf(ALL, treeRefOf(LAST));
  expect(lineage?.changes.map(({ by }) => [by.cites, by.groundedIn])).toEqual([
    [opinion, null],
    [meeting, 4],
  ]);
});

test('a line begins again with a new draft', () => {
  const again = [...ALL, ...told(compiled).map((step) => ({ ...step, version: 5 }))];
  expect(lineageOf(again, treeRefOf(TREE))).toMatchObject({ from: { version: 5 }, changes: [] });
});

test('a text that the manuscript never had comes from nowhere', () => {
  expect(lineageOf(ALL, refOf('别的'))).toBeNull();
});
