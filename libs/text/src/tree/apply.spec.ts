import { idOf, sha256, treeFrom } from '../testing/tree-sample.ts';
import { applyOperations, erase } from './apply.ts';
import { isMisfit, misfitSays } from './misfit.ts';
import { ERASED, plainOf, type Operation, type Tree } from './tree.ts';

const tree = treeFrom('一、目标\n到2030年，床位达到80张。\n二、任务\n加强管理𠮷，落实责任。\n完善制度。\n');
const [goal, beds, tasks, duty, rules] = tree.nodes.map(({ id }) => id) as [
  string,
  string,
  string,
  string,
  string,
];
const NEW = 'n0000000001';

function after(...operations: readonly Operation[]): Tree {
  const result = applyOperations(tree, operations);
  if (isMisfit(result)) throw new Error(result.misfit);
  return result;
}

const lines = (...operations: readonly Operation[]): readonly string[] =>
  after(...operations).nodes.map(({ kind, depth, text }) => `${kind} ${depth} ${text}`);

test('put, insert, remove', () => {
  const operations: readonly Operation[] = [
    { op: 'put', node: beds, text: '到2030年，床位达到95张。' },
    { op: 'insert', node: NEW, after: goal, kind: 'clause', depth: 2, before: '\n', text: '总体目标。' },
    { op: 'remove', node: rules },
  ];
  expect(plainOf(after(...operations))).toBe(
    '一、目标\n\n总体目标。\n到2030年，床位达到95张。\n二、任务\n加强管理𠮷，落实责任。\n',
  );
  expect(
    lines({ op: 'insert', node: NEW, after: null, kind: 'part', depth: 1, before: '', text: '首' })[0],
  ).toBe('part 1 首');
});

test('a move takes along what lies under it, to another depth', () =>
  expect(lines({ op: 'move', node: tasks, after: null, depth: 2 }).slice(0, 4)).toEqual([
    'section 2 二、任务',
    'clause 3 加强管理𠮷，落实责任。',
    'clause 3 完善制度。',
    'section 1 一、目标',
  ]));

test('a split keeps the id in front; a heading leaves its text below', () => {
  const made = after({ op: 'split', node: duty, at: 7, into: NEW });
  expect(made.nodes[3]).toMatchObject({ id: duty, text: '加强管理𠮷，' });
  expect(made.nodes[4]).toMatchObject({ id: NEW, kind: 'clause', depth: 2, text: '落实责任。' });
  expect(after({ op: 'split', node: goal, at: 2, into: NEW }).nodes[1]).toMatchObject({
    kind: 'clause',
    depth: 2,
  });
});

test('a split at a line end takes it for the border', () => {
  const made = after(
    { op: 'put', node: duty, text: '甲\n\n乙' },
    { op: 'split', node: duty, at: 1, into: NEW },
  );
  expect(made.nodes[4]).toMatchObject({ before: '\n', text: '乙' });
  expect(plainOf(made)).toContain('甲\n\n乙\n完善');
});

test('a join, a level, blank lines', () => {
  expect(lines({ op: 'join', node: duty, next: rules })[3]).toBe('clause 2 加强管理𠮷，落实责任。完善制度。');
  expect(lines({ op: 'level', node: duty, kind: 'section', depth: 2 })[3]).toBe(
    'section 2 加强管理𠮷，落实责任。',
  );
  const spaced = after(
    { op: 'space', node: tasks, blank: '　\n' },
    { op: 'space', node: null, blank: '\n\n' },
  );
  expect(plainOf(spaced)).toBe(plainOf(tree).replace('二、', '　\n二、').concat('\n'));
});

test('everything may go', () => {
  const empty = after(...tree.nodes.map(({ id }): Operation => ({ op: 'remove', node: id })));
  expect(plainOf(empty)).toBe('\n');
});

const inserted = (change: object): Operation => ({
  op: 'insert',
  node: NEW,
  after: goal,
  kind: 'clause',
  depth: 2,
  before: '',
  text: '新',
  ...change,
});

const MISFITS: readonly (readonly [string, Operation])[] = [
  ['unknown-node', { op: 'put', node: NEW, text: '一' }],
  ['blank-text', { op: 'put', node: duty, text: ' \n' }],
  ['blank-text', { op: 'put', node: duty, text: '一\n' }],
  ['characters', { op: 'put', node: duty, text: '一\u0000' }],
  ['unknown-node', inserted({ after: NEW })],
  ['id-taken', inserted({ node: duty })],
  ['id-form', inserted({ node: 'n1' })],
  ['kind', inserted({ kind: 'chapters' })],
  ['depth', inserted({ depth: 0 })],
  ['not-blank', inserted({ before: '一\n' })],
  ['characters', inserted({ text: '\ud800' })],
  ['unknown-node', { op: 'remove', node: NEW }],
  ['unknown-node', { op: 'move', node: NEW, after: null, depth: 1 }],
  ['unknown-node', { op: 'move', node: duty, after: NEW, depth: 1 }],
  ['into-itself', { op: 'move', node: tasks, after: duty, depth: 1 }],
  ['into-itself', { op: 'move', node: duty, after: duty, depth: 1 }],
  ['depth', { op: 'move', node: tasks, after: null, depth: 32 }],
  ['depth', { op: 'move', node: tasks, after: null, depth: 0 }],
  ['outside', { op: 'split', node: duty, at: 0, into: NEW }],
  ['outside', { op: 'split', node: duty, at: 99, into: NEW }],
  ['outside', { op: 'split', node: duty, at: 1.5, into: NEW }],
  ['within-character', { op: 'split', node: duty, at: 5, into: NEW }],
  ['id-taken', { op: 'split', node: duty, at: 1, into: rules }],
  ['unknown-node', { op: 'split', node: NEW, at: 1, into: NEW }],
  ['not-next', { op: 'join', node: goal, next: duty }],
  ['unknown-node', { op: 'join', node: goal, next: NEW }],
  ['unknown-node', { op: 'join', node: NEW, next: goal }],
  ['depth', { op: 'level', node: duty, kind: 'clause', depth: 0 }],
  ['unknown-node', { op: 'level', node: NEW, kind: 'clause', depth: 1 }],
  ['not-blank', { op: 'space', node: duty, blank: '一\n' }],
  ['unknown-node', { op: 'space', node: NEW, blank: '\n' }],
  ['not-blank', { op: 'space', node: null, blank: '一' }],
  ['not-blank', { op: 'space', node: null, blank: ' ' }],
];
test.each(MISFITS)('%s: %j', (misfit, operation) => {
  const first: Operation = { op: 'put', node: goal, text: '一、总体目标' };
  const result = applyOperations(tree, [first, operation]);
  expect(result).toEqual({ misfit, at: 1, operation });
  if (!isMisfit(result)) throw new Error('it fits');
  const said = misfitSays(result);
  expect([said.zh, said.en].every((each) => each.length > 5)).toBe(true);
});

describe('an erased clause', () => {
  const erased = erase(tree, duty, sha256);

  test('reads as such, and can be moved and taken out', () => {
    expect(plainOf(erased)).toContain(`\n${ERASED}\n`);
    expect(isMisfit(applyOperations(erased, [{ op: 'move', node: duty, after: null, depth: 1 }]))).toBe(
      false,
    );
    expect(isMisfit(applyOperations(erased, [{ op: 'remove', node: duty }]))).toBe(false);
  });

  test.each<Operation>([
    { op: 'put', node: duty, text: '一' },
    { op: 'split', node: duty, at: 1, into: NEW },
    { op: 'join', node: duty, next: rules },
    { op: 'join', node: tasks, next: duty },
  ])('takes no %j', (operation) =>
    expect(applyOperations(erased, [operation])).toMatchObject({ misfit: 'erased' }),
  );

  test('twice is once, and another than there are is none', () => {
    expect(erase(erased, duty, sha256)).toEqual(erased);
    expect(() => erase(tree, NEW, sha256)).toThrow(RangeError);
  });
});

test('what the operations were done on stays as it was', () => {
  const before = plainOf(tree);
  after({ op: 'remove', node: idOf(tree, '完善') });
  expect(plainOf(tree)).toBe(before);
});
