import { idOf, treeFrom } from '../testing/tree-sample.ts';
import { applyOperations } from './apply.ts';
import { changedNodes } from './clause-diff.ts';
import { pathsOf } from './clause-path.ts';
import { isMisfit } from './misfit.ts';
import type { Operation, Tree } from './tree.ts';

const tree = treeFrom(
  [
    '某某医院发展规划',
    '第一章　总则',
    '一、目标',
    '到2030年，床位达到80张。',
    '| 指标 | 目标 |\n| 床位 | 80 |',
    '第二章　任务',
    '一、管理',
    '（一）加强医疗质量管理，落实岗位责任制度，持续改进医疗服务。',
    '（二）完善绩效考核。',
    '二、保障',
    '健全组织领导。',
  ].join('\n'),
);

const id = (words: string): string => idOf(tree, words);

function after(...operations: readonly Operation[]): Tree {
  const result = applyOperations(tree, operations);
  if (isMisfit(result)) throw new Error(result.misfit);
  return result;
}

const changes = (...operations: readonly Operation[]): readonly string[] =>
  changedNodes(tree, after(...operations)).map(
    ({ changes: what, was, now }) => `${what.join('+')}: ${was?.path ?? '—'} → ${now?.path ?? '—'}`,
  );

test('paths are what a person would cite', () =>
  expect([...pathsOf(tree).values()]).toEqual([
    '第1段',
    '第一章',
    '第一章 › 一、',
    '第一章 › 一、 › 第1段',
    '第一章 › 一、 › 表1',
    '第二章',
    '第二章 › 一、',
    '第二章 › 一、 › （一）',
    '第二章 › 一、 › （二）',
    '第二章 › 二、',
    '第二章 › 二、 › 第1段',
  ]));

test('a heading without number is cited by its words, without what a conversion left', () => {
  const made = after({
    op: 'put',
    node: id('一、目标'),
    text: '[bookmark: _Toc1]总体目标　与主要的发展指标及其测算口径说明',
  });
  expect(pathsOf(made).get(id('床位达到'))).toBe('第一章 › 总体目标 与主要的发展指标及其测… › 第1段');
});

test('nothing', () => expect(changes()).toEqual([]));

test('reworded, with the figures that changed', () => {
  const now = after({ op: 'put', node: id('床位达到'), text: '到2030年，床位达到95张。' });
  expect(changedNodes(tree, now)).toMatchObject([
    {
      changes: ['reworded'],
      edit: { numbers: [expect.anything()] },
      was: { text: '到2030年，床位达到80张。' },
    },
  ]);
});

test('only renumbered', () =>
  expect(changes({ op: 'put', node: id('二、保障'), text: '三、保障' })).toEqual([
    'renumbered: 第二章 › 二、 → 第二章 › 三、',
  ]));

test('added, removed, relevelled, in the order of the text', () =>
  expect(
    changes(
      { op: 'remove', node: id('绩效考核') },
      { op: 'level', node: id('健全组织'), kind: 'clause', depth: 4 },
      {
        op: 'insert',
        node: 'n0000000001',
        after: id('一、目标'),
        kind: 'clause',
        depth: 3,
        before: '',
        text: '总体目标。',
      },
    ),
  ).toEqual([
    'added: — → 第一章 › 一、 › 第1段',
    'removed: 第二章 › 一、 › （二） → —',
    'relevelled: 第二章 › 二、 › 第1段 → 第二章 › 二、 › 第1段',
  ]));

test('a clause that moved and was reworded', () =>
  expect(
    changes(
      { op: 'move', node: id('绩效考核'), after: id('健全组织'), depth: 3 },
      { op: 'put', node: id('绩效考核'), text: '（一）完善绩效考核制度。' },
    ),
  ).toEqual(['moved+reworded: 第二章 › 一、 › （二） → 第二章 › 二、 › （一）']));

test('a chapter that moved is one change', () =>
  expect(changes({ op: 'move', node: id('第一章'), after: id('健全组织'), depth: 1 })).toEqual([
    'moved: 第一章 → 第一章',
  ]));

test('a removed clause at the end stands at the end', () =>
  expect(changes({ op: 'remove', node: id('健全组织') })).toEqual(['removed: 第二章 › 二、 › 第1段 → —']));
