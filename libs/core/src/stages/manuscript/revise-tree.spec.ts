import { applyOperations, isMisfit, mintFrom, plainOf, treeOf, type Tree } from '@mouding/text';
import type { Recorded } from '../../decider.ts';
import type { Fact } from '../../stream.ts';
import { given, mixed, refOf, treeRefOf, uuid } from '../../testing/given.ts';
import { CASE, history, procedure } from '../../testing/plan-case.ts';
import { reviseManuscript } from './revise.ts';
import type { TreeChange } from './text-changes.ts';

const ID = uuid(0x60);
const stream = `manuscript/${ID}` as const;
const PLAN = [
  '第一章　总体要求',
  '新增床位36张。',
  '电子病历达到六级。',
  '第二章　保障措施',
  '加强领导。',
].join('\n');
const tree = treeOf(PLAN, { salt: 'ab12', mint: mintFrom(mixed, 'plan') });
const base = treeRefOf(tree);
const [, beds, records] = tree.nodes.map(({ id }) => id);

const begun: readonly Fact[] = [
  { type: 'ManuscriptRequested', data: { case: CASE, stage: 'compile', round: 1, due: null } },
  {
    type: 'ManuscriptCompiled',
    data: { round: 1, label: '初稿', join: 'tree-join@1', text: base, parts: [] },
  },
  { type: 'RevisionRequested', data: { case: CASE, stage: 'revise', round: 1, due: null, text: base } },
];

const edit = (quote: string, replacement: string) => ({
  quote,
  replacement,
  cites: null,
  reason: '规范表述',
});
type Data = { readonly from: object; readonly to: object; readonly changes: TreeChange[] };
const dataOf = (facts: readonly Recorded[]): readonly Data[] => facts.map(({ fact }) => fact.data as Data);
const put = (node: string | undefined, text: string) => ({
  operations: [{ op: 'put' as const, node: node ?? '', text }],
  cites: null,
  reason: '',
});

/** The tree after a passage of it was changed by the command itself. */
const after = (from: Tree, facts: readonly Fact[], quote: string, replacement: string) => {
  const run = when({ base: treeRefOf(from), edits: [edit(quote, replacement)] }, facts, [tree, from]);
  const { decision } = run;
  if ('refusal' in decision) throw new Error(decision.refusal.rule);
  return {
    facts: [...facts, ...decision.facts.map(({ fact }) => fact)],
    now: decision.trees?.at(-1) ?? from,
  };
};

const when = (body: object, facts = begun, texts: readonly (string | Tree)[] = [tree]) =>
  given(
    { ...history('revise', { streams: { revise: [stream] } }), [stream]: facts },
    { texts, definitions: { plan: procedure() } },
  ).when(reviseManuscript, ID, { base, label: '送审稿', edits: [], done: false, ...body });

/** What a run comes to: its facts and the trees that they cite. */
function done({ decision }: Pick<ReturnType<typeof when>, 'decision'>) {
  if ('refusal' in decision) throw new Error(decision.refusal.rule);
  return { data: dataOf(decision.facts), trees: decision.trees ?? [] };
}

test('a passage by quote becomes operations on its node, whose id stays, and the fact makes the tree again', () => {
  const { data, trees } = done(when({ edits: [edit('36', '31')] }));
  expect(trees.map(plainOf)).toEqual([PLAN.replace('36', '31')]);
  expect(trees.map(({ nodes }) => nodes.map(({ id }) => id))).toEqual([tree.nodes.map(({ id }) => id)]);
  expect(data.map(({ from, to }) => [from, to])).toEqual([[base, ...trees.map(treeRefOf)]]);
  const again = applyOperations(
    tree,
    data.flatMap(({ changes }) => changes.flatMap(({ operations }) => operations)),
  );
  expect(isMisfit(again) ? again : treeRefOf(again)).toEqual(data[0]?.to);
});

test('operations are taken as they are, and one that does not fit names its place', () => {
  const run = when({ operations: [put(records, '电子病历达到七级。')] });
  expect('trees' in run.decision && run.decision.trees?.map(plainOf)).toEqual([PLAN.replace('六', '七')]);
  when({ operations: [put('n0000000000', '没有这一条。')] }).refused('manuscript.operation');
});

test('operations are for trees alone', () => {
  const text = refOf(PLAN);
  const facts = begun.map(({ type, data }) => ({
    type,
    data: { ...data, ...('text' in data ? { text } : {}) },
  }));
  when({ base: text, operations: [put(beds, '新增床位31张。')] }, facts, [PLAN]).refused('manuscript.tree');
});

test('more than one entry can hold is cut into several facts, each from the text that the one before left', () => {
  const long = '建设高水平临床专科。'.repeat(600);
  const operations = tree.nodes.map(({ id }) => put(id, long));
  const { data, trees } = done(when({ operations }));
  expect(data.length).toBeGreaterThan(1);
  expect(data.flatMap(({ changes }) => changes)).toHaveLength(tree.nodes.length);
  expect(data.slice(1).map(({ from }) => from)).toEqual(data.slice(0, -1).map(({ to }) => to));
  expect(trees.map(treeRefOf)).toEqual(data.map(({ to }) => to));
});

describe('changes of an older text', () => {
  const { facts, now } = after(tree, begun, '36', '31');

  test('are taken onto the newest where they touch other clauses, and that shows', () => {
    const run = when({ edits: [edit('六级', '七级')] }, facts, [tree, now]);
    expect('trees' in run.decision && run.decision.trees?.map(plainOf)).toEqual([
      PLAN.replace('36', '31').replace('六级', '七级'),
    ]);
    expect('notices' in run.decision && run.decision.notices).toMatchObject([{ rule: 'manuscript.rebased' }]);
  });

  test('are refused at a clause that another hand has changed: it is named by its node, never by its words', () => {
    const { decision } = when({ edits: [edit('新增床位36张', '新增床位40张')] }, facts, [tree, now]);
    expect(decision).toMatchObject({ refusal: { rule: 'manuscript.clause', facts: { nodes: [beds] } } });
    expect(JSON.stringify(decision)).not.toContain('床位');
  });

  test('are refused at a clause that was taken out', () => {
    const without = after(tree, begun, '电子病历达到六级。\n', '');
    when({ edits: [edit('六级', '七级')] }, without.facts, [tree, without.now]).refused('manuscript.clause');
  });

  test('are refused of a text that is none of the line', () => {
    const other = treeOf('别的文稿。', { salt: 'ab12', mint: mintFrom(mixed, 'other') });
    when({ base: treeRefOf(other), edits: [edit('别的', '他的')] }, facts, [tree, now, other]).refused(
      'manuscript.base',
    );
  });
});
