import { applyOperations, isMisfit, mintFrom, plainOf, treeOf } from '@mouding/text';
import type { Given } from '../../decider.ts';
import { mixed, refOf, treeRefOf } from '../../testing/given.ts';
import { tabled } from './draft.ts';

const PLAN = '第一章　总体要求\n新增床位36张。\n电子病历达到六级。';
const tree = treeOf(PLAN, { salt: 'ab12', mint: mintFrom(mixed, 'plan') });
const text = treeRefOf(tree);
const looks: Pick<Given, 'sha256' | 'id' | 'refOf' | 'treeRef' | 'tree' | 'text'> = {
  sha256: mixed,
  id: (name: string) => name,
  refOf,
  treeRef: treeRefOf,
  tree: () => tree,
  text: () => PLAN,
};
const given = looks as Given;
const context = { case: 'c', text, points: [{ no: 1, paragraphs: [2], numbers: ['36', '31'] }] } as never;

const table = (quote: string, replacement: string) =>
  tabled(given, context, [{ quote, replacement, cites: null, reason: '', point: 1 }]);

test('a table of changes of a tree holds operations, and says what they touch as one of a blob does', () => {
  const drawn = table('36', '31');
  if ('rule' in drawn) throw new Error(drawn.rule);
  const [row] = drawn.rows;
  expect(row).toMatchObject({ point: 1, paragraphs: [2], gone: ['36'], come: ['31'] });
  expect(row).not.toHaveProperty('at');
  const after = applyOperations(tree, row && 'operations' in row ? row.operations : []);
  expect(isMisfit(after) ? after : [plainOf(after), treeRefOf(after)]).toEqual([
    PLAN.replace('36', '31'),
    drawn.to,
  ]);
  expect(drawn.outside).toEqual([]);
});

test('what lies outside of the mandate is outside of it in a tree, too', () => {
  const drawn = table('六级', '七级');
  expect('outside' in drawn && drawn.outside).toMatchObject([{ row: 1, why: 'paragraph' }]);
});
