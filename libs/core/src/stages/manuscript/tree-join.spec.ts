import { mintFrom, plainOf, treeOf, type Tree } from '@mouding/text';
import fc from 'fast-check';
import type { Given } from '../../decider.ts';
import { isTree, type TextRef } from '../../text-ref.ts';
import { mixed, refOf, treeRefOf, uuid } from '../../testing/given.ts';
import { assemble } from './text-changes.ts';
import { joiningOf, joinTrees } from './tree-join.ts';

type Kept = readonly (string | Tree)[];
const refTo = (text: string | Tree): TextRef => (typeof text === 'string' ? refOf(text) : treeRefOf(text));

const parts = (contents: Kept) =>
  contents.map((content, i) => ({
    chapter: `chapter/${uuid(i)}` as const,
    no: i + 1,
    title: '',
    text: refTo(content),
  }));

/** What joining looks at. */
function givenOf(texts: Kept): Given {
  const all = new Map(texts.map((text) => [refTo(text).hash, text]));
  const tree = (ref: TextRef): Tree => all.get(ref.hash) as Tree;
  const text = (ref: TextRef): string => (isTree(ref) ? plainOf(tree(ref)) : (all.get(ref.hash) as string));
  return { sha256: mixed, id: (name: string) => name, refOf, treeRef: treeRefOf, tree, text } as never;
}

function joined(contents: Kept, before: Tree | null = null): Tree {
  const given = givenOf([...contents, ...(before ? [before] : [])]);
  const tree = joinTrees(given, parts(contents), joiningOf(given, 'round', before && treeRefOf(before)));
  if (!tree) throw new Error('no tree');
  return tree;
}

const line = fc.constantFrom(
  '第一章　总体要求',
  '一、目标',
  '新增床位36张。',
  '',
  '　',
  '甲\t乙',
  '（一）质量',
  '结束',
);
const content = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));

test('the tree reads as the chapters joined as blobs do, to the byte', () => {
  fc.assert(
    fc.property(fc.array(content, { minLength: 1, maxLength: 4 }), (contents) => {
      expect(plainOf(joined(contents))).toBe(assemble(contents));
    }),
    { numRuns: 200 },
  );
});

test('a chapter that is a tree keeps its ids', () => {
  const chapter = treeOf('第一章　总体要求\n新增床位36张。', { salt: '01', mint: mintFrom(mixed, 'word') });
  const ids = joined([chapter, '第二章　保障措施']).nodes.map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual(chapter.nodes.map(({ id }) => id));
});

test('in a later round a clause keeps its id, and the salt stays', () => {
  const first = joined(['第一章　总体要求\n新增床位36张。', '第二章　保障措施\n加强组织领导，落实责任。']);
  const second = joined(
    ['第一章　总体要求\n新增床位31张。', '第二章　保障措施\n新增的一段话。\n加强组织领导，落实责任。'],
    first,
  );
  const kept = second.nodes.filter(({ id }) => first.nodes.some((node) => node.id === id));
  expect(kept).toHaveLength(first.nodes.length);
  expect(second.salt).toBe(first.salt);
});

test('the same chapters with the same seed and salt give the same root', () => {
  const contents = ['第一章　总体要求\n新增床位36张。', '第二章　保障措施'];
  expect(treeRefOf(joined(contents))).toEqual(treeRefOf(joined(contents)));
});

test('what no tree can hold is joined as a blob', () => {
  const given = givenOf(['甲\u0000']);
  expect(joinTrees(given, parts(['甲\u0000']), joiningOf(given, 'round', null))).toBeNull();
});
