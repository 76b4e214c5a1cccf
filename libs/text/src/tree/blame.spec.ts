import { idOf, minted, treeFrom } from '../testing/tree-sample.ts';
import { chanceOf } from '../testing/edited.ts';
import { applyOperations } from './apply.ts';
import { blame, type Blame, type Step } from './blame.ts';
import { operationsOf } from './byte-changes.ts';
import { isMisfit } from './misfit.ts';
import { plainOf, type Operation, type Tree } from './tree.ts';

const tree = treeFrom('一、目标\n到2030年，床位达到80张，专科达到36个。\n加强管理，落实责任。');
const beds = idOf(tree, '床位');
const duty = idOf(tree, '落实责任');

const step = (by: string, ...operations: readonly Operation[]): Step<string> => ({
  operations,
  by: () => by,
});

const blamed = (...steps: readonly Step<string>[]): ReadonlyMap<string, Blame<string>> =>
  blame(tree, (node) => (node === beds ? '规划办' : '医务科'), steps);

const runs = (each: Blame<string> | undefined): readonly string[] =>
  (each?.runs ?? []).map(({ text, by }) => `${by}: ${text}`);

const opinion = step('意见1', { op: 'put', node: beds, text: '到2030年，床位达到95张，专科达到36个。' });

test('what nobody touched came with the first text', () => {
  expect(runs(blamed().get(duty))).toEqual(['医务科: 加强管理，落实责任。']);
  expect(blamed().get(duty)?.history).toEqual([{ did: 'written', by: '医务科' }]);
});

test('a figure is what the opinion put there, the rest is not', () => {
  const found = blamed(opinion).get(beds);
  expect(runs(found)).toEqual(['规划办: 到2030年，床位达到', '意见1: 95', '规划办: 张，专科达到36个。']);
  expect(found?.history).toEqual([
    { did: 'reworded', by: '意见1' },
    { did: 'written', by: '规划办' },
  ]);
});

test('words that only went leave a deed and no words', () => {
  const found = blamed(step('会议', { op: 'put', node: beds, text: '到2030年，床位达到80张。' })).get(beds);
  expect(runs(found)).toEqual(['规划办: 到2030年，床位达到80张。']);
  expect(found?.history[0]).toEqual({ did: 'cut', by: '会议' });
});

test('a join keeps both, a split takes each along, a move and a level are deeds', () => {
  const joined = blamed(opinion, step('会议', { op: 'join', node: beds, next: duty }));
  expect(joined.has(duty)).toBe(false);
  expect(runs(joined.get(beds)).at(-1)).toBe('医务科: 加强管理，落实责任。');
  const at = '到2030年，床位达到95张，'.length;
  const into = 'n0000000001';
  const parted = blamed(
    opinion,
    step('会议', { op: 'split', node: beds, at, into }),
    step('办公室', { op: 'level', node: into, kind: 'section', depth: 2 }),
    step('核稿', { op: 'move', node: into, after: null, depth: 1 }),
  );
  expect(runs(parted.get(beds))).toEqual(['规划办: 到2030年，床位达到', '意见1: 95', '规划办: 张，']);
  expect(runs(parted.get(into))).toEqual(['规划办: 专科达到36个。']);
  expect(parted.get(into)?.history.map(({ did, by }) => `${did} ${by}`)).toEqual([
    'moved 核稿',
    'relevelled 办公室',
    'split 会议',
    'reworded 意见1',
    'written 规划办',
  ]);
});

test('a clause that was put in, and one that went', () => {
  const insert: Operation = {
    op: 'insert',
    node: 'n0000000002',
    after: beds,
    kind: 'clause',
    depth: 2,
    before: '',
    text: '建立台账。',
  };
  const found = blamed(step('护理部', insert), step('会议', { op: 'remove', node: duty }));
  expect(runs(found.get('n0000000002'))).toEqual(['护理部: 建立台账。']);
  expect([...found.keys()]).toEqual([idOf(tree, '目标'), beds, 'n0000000002']);
});

test('operations that do not fit are thrown', () =>
  expect(() => blamed(step('会议', { op: 'remove', node: 'n0000000009' }))).toThrow(RangeError));

function editedAt(reached: Tree, seed: string, chance: (below: number) => number): readonly Operation[] {
  const plain = plainOf(reached);
  const [at, length] = [chance(plain.length), chance(3)];
  const bytes = (from: number, to: number): number => Buffer.byteLength(plain.slice(from, to));
  const put = ['〇', '\n', '', '〇〇。\n'][chance(4)] ?? '';
  const operations = operationsOf(
    reached,
    [{ at: bytes(0, at), cut: bytes(at, at + length), put }],
    minted(seed),
  );
  if (isMisfit(operations)) throw new Error(operations.misfit);
  return operations;
}

test('after random edits every character has its origin, and new ones that of their step', () => {
  for (let seed = 0; seed < 60; seed++) {
    const chance = chanceOf(seed);
    let reached = tree;
    const steps = Array.from({ length: 6 }, (_, edit) => {
      const operations = editedAt(reached, `${seed} ${edit}`, chance);
      const next = applyOperations(reached, operations);
      if (isMisfit(next)) throw new Error(next.misfit);
      reached = next;
      return step('later', ...operations);
    });
    const found = blame(tree, () => 'first', steps);
    for (const { id, text } of reached.nodes) {
      const pieces = found.get(id)?.runs ?? [];
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.filter((piece) => piece.text.includes('〇') && piece.by === 'first')).toEqual([]);
    }
  }
});
