import { anchorTo, follow, type Anchor } from './anchor.ts';
import { applyOperations } from './apply.ts';
import { find } from './find-anchor.ts';
import { isMisfit } from './misfit.ts';
import { idOf, treeFrom } from '../testing/tree-sample.ts';
import type { Operation, Tree } from './tree.ts';

const tree = treeFrom(
  [
    '一、目标',
    '到2030年，床位达到80张，专科达到36个，门诊量达到20万人次，年培训人员36个班次。',
    '二、任务',
    '加强学科建设，打造三个市级重点专科。',
  ].join('\n'),
);
const clause = idOf(tree, '床位');
const next = idOf(tree, '二、任务');
const other = idOf(tree, '学科建设');
const words = tree.nodes.find(({ id }) => id === clause)?.text ?? '';

function anchored(quote: string, occurrence = 1): Anchor {
  const anchor = anchorTo(tree, clause, quote, occurrence);
  if (!anchor) throw new Error(`no ${quote}`);
  return anchor;
}

function after(operations: readonly Operation[]): Tree {
  const result = applyOperations(tree, operations);
  if (isMisfit(result)) throw new Error(result.misfit);
  return result;
}

const put = (from: string, to: string): Operation => ({
  op: 'put',
  node: clause,
  text: words.replace(from, to),
});
const quote = '专科达到36个';

test('an anchor knows its words, their place and what is around them', () => {
  expect(anchored('36个', 2)).toEqual({
    node: clause,
    quote: '36个',
    at: words.lastIndexOf('36个'),
    before: words.slice(words.lastIndexOf('36个') - 24, words.lastIndexOf('36个')),
    after: '班次。',
    of: 2,
    everywhere: 2,
  });
  expect(anchorTo(tree, clause, '36个', 3)).toBeNull();
  expect(anchorTo(tree, clause, '')).toBeNull();
  expect(anchorTo(tree, 'n0000000000', '36个')).toBeNull();
});

const KEPT: readonly (readonly [string, readonly Operation[], string, number])[] = [
  ['words before it', [put('80张', '95张以上')], clause, 2],
  ['words behind it', [put('20万', '30万')], clause, 0],
  ['words beside it', [put('，专科', '，优势专科')], clause, 2],
  ['a move', [{ op: 'move', node: clause, after: other, depth: 3 }], clause, 0],
  ['another level', [{ op: 'level', node: clause, kind: 'section', depth: 1 }], clause, 0],
  ['a split behind it', [{ op: 'split', node: clause, at: 26, into: 'n0000000001' }], clause, 0],
  ['a split before it', [{ op: 'split', node: clause, at: 15, into: 'n0000000001' }], 'n0000000001', -15],
  ['a join with the one behind', [{ op: 'join', node: clause, next }], clause, 0],
  ['edits of another clause', [{ op: 'put', node: other, text: '专科达到36个。' }], clause, 0],
];
test.each(KEPT)('%s: it is here', (_, operations, node, by) => {
  const anchor = anchored(quote);
  const at = anchor.at + by;
  const found = { kind: 'here', node, at, quote };
  expect(follow(anchor, tree, operations)).toEqual(found);
  const text = after(operations).nodes.find(({ id }) => id === node)?.text ?? '';
  expect(text.slice(at, at + quote.length)).toBe(quote);
  expect(find(anchor, after(operations))).toEqual(found);
});

test('a join takes an anchor of the second along', () => {
  const anchor = anchorTo(tree, other, '重点专科');
  if (!anchor) throw new Error('no anchor');
  const operations: readonly Operation[] = [{ op: 'join', node: next, next: other }];
  const found = { kind: 'here', node: next, at: '二、任务'.length + anchor.at, quote: '重点专科' };
  expect(follow(anchor, tree, operations)).toEqual(found);
  expect(find(anchor, after(operations))).toEqual(found);
});

const CHANGED: readonly (readonly [string, Operation, string])[] = [
  ['a figure of it', put('专科达到36个', '专科达到31个'), '专科达到31个'],
  ['a word put into it', put('专科达到', '专科建设达到'), '专科建设达到36个'],
  ['other words in its place', put('专科达到36个', '学科覆盖全部病区'), '学科覆盖全部病区'],
  ['its words cut out', put('，专科达到36个', ''), ''],
];
test.each(CHANGED)('%s: it changed, and both are shown', (_, operation, now) => {
  const changed = { kind: 'changed', node: clause, was: quote, now };
  expect(follow(anchored(quote), tree, [operation])).toEqual(changed);
});

test.each(CHANGED.slice(0, 3))('%s: so it is found, too', (_, operation, now) =>
  expect(find(anchored(quote), after([operation]))).toEqual({
    kind: 'changed',
    node: clause,
    was: quote,
    now,
  }),
);

test('the same words elsewhere in the clause are not taken for it', () => {
  const operation = put('专科达到36个', '专科达到31个');
  const anchor = anchored('36个');
  expect(follow(anchor, tree, [operation])).toEqual({
    kind: 'changed',
    node: clause,
    was: '36个',
    now: '31个',
  });
  expect(find(anchor, after([operation]))).toMatchObject({ kind: 'changed', node: clause });
  const gone = put('专科达到36个，', '');
  expect(follow(anchor, tree, [gone]).kind).toBe('changed');
  expect(find(anchor, after([gone])).kind).toBe('changed');
});

test('of two equal pieces side by side nobody can tell which was put in', () => {
  const twins = treeFrom('甲乙丙。');
  const [node = ''] = twins.nodes.map(({ id }) => id);
  const anchor = anchorTo(twins, node, '甲乙');
  if (!anchor) throw new Error('no anchor');
  expect(follow(anchor, twins, [{ op: 'put', node, text: '甲乙甲乙丙。' }])).toMatchObject({
    kind: 'changed',
  });
});

test('words that were brought back are here again', () => {
  const away = put('36个，', '31个，');
  const back: Operation = { op: 'put', node: clause, text: words };
  expect(follow(anchored(quote), tree, [away, back])).toMatchObject({ kind: 'here', node: clause });
});

test('a clause that is gone takes its anchors along', () => {
  const operations: readonly Operation[] = [{ op: 'remove', node: clause }];
  expect(follow(anchored(quote), tree, operations)).toEqual({ kind: 'lost', was: quote });
  expect(find(anchored(quote), after(operations))).toEqual({ kind: 'lost', was: quote });
});

test('split through its words, it stays with the longer piece and says so', () => {
  const at = words.indexOf('达到36个') + 1;
  expect(follow(anchored(quote), tree, [{ op: 'split', node: clause, at, into: 'n0000000001' }])).toEqual({
    kind: 'changed',
    node: 'n0000000001',
    was: quote,
    now: '到36个',
  });
});

test('an anchor of another text is refused', () => {
  const anchor = { ...anchored(quote), at: 0 };
  expect(() => follow(anchor, tree, [])).toThrow(RangeError);
});
