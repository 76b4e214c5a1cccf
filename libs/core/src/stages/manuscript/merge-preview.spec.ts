import { mintFrom, treeOf, type Operation, type Tree } from '@mouding/text';
import type { Given } from '../../decider.ts';
import type { TextRef } from '../../text-ref.ts';
import { mixed, treeRefOf, uuid } from '../../testing/given.ts';
import { mergePreview } from './merge-preview.ts';
import { rebased } from './rebase.ts';

const PLAN = '第一章　总体要求\n新增床位36张。\n电子病历达到六级。';
const tree = treeOf(PLAN, { salt: 'ab12', mint: mintFrom(mixed, 'plan') });
const [head = '', beds = '', records = ''] = tree.nodes.map(({ id }) => id);
const reworded = (text: string): Tree => ({
  ...tree,
  nodes: tree.nodes.map((node) => (node.id === beds ? { ...node, text } : node)),
});
const now = reworded('新增床位31张。');
const [base, current] = [tree, now].map(treeRefOf) as [TextRef, TextRef];
const edit = (quote: string, replacement: string) => ({ quote, replacement, cites: null, reason: '' });
/** As far as the preview looks at it. */
const at = JSON.parse(JSON.stringify({ context: { text: current, line: [base] } }));
const looks: Pick<Given, 'sha256' | 'id' | 'treeRef' | 'tree' | 'state'> = {
  sha256: mixed,
  id: (name: string) => name,
  treeRef: treeRefOf,
  tree: ({ hash }: TextRef) => (hash === base.hash ? tree : now),
  state: () => at,
};
const given = looks as Given;

test('the preview shows the merged text, and both wordings of a clause at which two hands met', () => {
  const edits = [edit('36张', '40张'), edit('六级', '七级')];
  expect(mergePreview(given, uuid(1), { base, edits })).toEqual({
    base,
    current,
    merged: '第一章　总体要求\n新增床位31张。\n电子病历达到七级。',
    taken: 1,
    asked: 2,
    conflicts: [
      {
        node: beds,
        path: '第一章 › 第1段',
        base: '新增床位36张。',
        theirs: '新增床位31张。',
        ours: '新增床位40张。',
      },
    ],
  });
});

test('a text that is none of the line is no base', () => {
  const strange = treeRefOf(reworded('别的。'));
  expect(mergePreview(given, uuid(1), { base: strange, edits: [] })).toMatchObject({
    rule: 'manuscript.base',
  });
});

const unit = (...operations: readonly Operation[]) => ({ operations, cites: null, reason: '' });
const inserted = (id: string, after: string) =>
  unit({ op: 'insert', node: id, after, kind: 'clause', depth: 2, before: '', text: '新的一段。' });

test('a new clause behind one that another hand changed meets nobody', () => {
  expect(rebased(tree, now, [inserted('n0000000001', beds)])).toMatchObject({ conflicts: [], units: [{}] });
});

test('a new clause behind one that is gone has no place, and is not dropped in silence', () => {
  const without = { ...tree, nodes: tree.nodes.filter(({ id }) => id !== records) };
  const { units, conflicts } = rebased(tree, without, [inserted('n0000000001', records)]);
  expect([units.length, conflicts.length]).toEqual([0, 1]);
});

test('a clause that both took out is a conflict, and so is one that was joined with a changed one', () => {
  const taken = { ...tree, nodes: tree.nodes.filter(({ id }) => id !== beds) };
  expect(rebased(tree, taken, [unit({ op: 'remove', node: beds })]).conflicts).toEqual([
    { node: beds, base: '新增床位36张。', theirs: null, ours: null },
  ]);
  expect(rebased(tree, now, [unit({ op: 'join', node: head, next: beds })]).units).toEqual([]);
});
