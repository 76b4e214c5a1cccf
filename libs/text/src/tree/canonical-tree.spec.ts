import { fixture, idOf, sha256, treeFrom } from '../testing/tree-sample.ts';
import { erase } from './apply.ts';
import { NotATree, readTreeDocument, treeDocument } from './canonical-tree.ts';
import type { Tree, TreeNode } from './tree.ts';

const tree = treeFrom('一、目标\n到2030年，床位达到80张。\n');
const document = treeDocument(tree);

test.each(['plan-a.txt', 'text-notice.txt'])('%s is read back as it was', (name) => {
  const whole = treeFrom(fixture(name));
  expect(readTreeDocument(treeDocument(whole))).toEqual(whole);
});

test('an erased clause is kept as such', () => {
  const erased = erase(tree, idOf(tree, '床位'), sha256);
  expect(readTreeDocument(treeDocument(erased))).toEqual(erased);
});

test('the order of members in memory does not matter', () => {
  const nodes = tree.nodes.map(({ text, id, before, kind, depth }) => ({ text, id, before, kind, depth }));
  expect(treeDocument({ nodes, end: tree.end, v: tree.v, salt: tree.salt })).toBe(document);
});

const FOREIGN: readonly (readonly [string, string])[] = [
  ['no JSON', '{'],
  ['a list', '[]'],
  ['null', 'null'],
  ['another format', document.replace('tree@1', 'tree@2')],
  ['white space', document.replace('{', '{ ')],
  ['another order of members', document.replace(/"end":"\\n",(.*)\}$/, '$1,"end":"\\n"}')],
  ['an unknown member', document.replace('"v":', '"u":1,"v":')],
  ['an unknown member of a node', document.replace('"text":', '"note":1,"text":')],
  ['a member twice', document.replace('"v":"tree@1"', '"v":"tree@1","v":"tree@1"')],
  ['another escape', document.replace('一', '\\u4e00')],
  ['a node that is none', document.replace('[{', '[1,{')],
  ['no salt', document.replace(/"salt":"\w+",/, '')],
  ['a number for an id', document.replace(/"id":"\w+"/, '"id":1')],
  ['a text of another sort', document.replace('"text":"一、目标"', '"text":1')],
];
test.each(FOREIGN)('%s is not a tree', (_, text) => {
  expect(text).not.toBe(document);
  expect(() => readTreeDocument(text)).toThrow(NotATree);
});

const first = (change: Partial<TreeNode>): Tree => ({
  ...tree,
  nodes: tree.nodes.map((node, at) => (at === 0 ? { ...node, ...change } : node)),
});

const UNSOUND: readonly (readonly [string, Tree])[] = [
  ['an id of another form', first({ id: 'N000000000' })],
  ['an id twice', first({ id: tree.nodes[1]?.id ?? '' })],
  ['depth 0', first({ depth: 0 })],
  ['depth 1.5', first({ depth: 1.5 })],
  ['depth 33', first({ depth: 33 })],
  ['words in front of a node', first({ before: '注\n' })],
  ['a blank line without its end', first({ before: ' ' })],
  ['a blank text', first({ text: ' \u200b' })],
  ['a text with a blank line at its head', first({ text: '\n一' })],
  ['a text with a blank line at its end', first({ text: '一\n' })],
  ['U+0000', first({ text: '一\u0000' })],
  ['half a surrogate pair', first({ text: '一\ud800' })],
  ['an erased text without its hash', first({ text: null })],
  ['a hash beside the text', first({ erased: '0'.repeat(64) })],
  ['words at the end', { ...tree, end: '\n一' }],
  ['an end that belongs to the last line', { ...tree, end: ' ' }],
  ['a salt of half a byte', { ...tree, salt: '0' }],
];
test.each(UNSOUND)('%s cannot be written', (_, unsound) =>
  expect(() => treeDocument(unsound)).toThrow(NotATree),
);
