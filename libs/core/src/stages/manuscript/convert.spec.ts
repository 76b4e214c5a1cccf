import { plainOf } from '@mouding/text';
import { decidedOn } from '../../case/case.ts';
import { converted } from '../../case/converted.ts';
import type { Fact } from '../../stream.ts';
import { given, refOf, treeRefOf, uuid } from '../../testing/given.ts';
import { CASE, history, procedure } from '../../testing/plan-case.ts';
import { convertManuscript } from './convert.ts';

const ID = uuid(0x60);
const stream = `manuscript/${ID}` as const;
const PLAN = '第一章　总体要求\n\n新增床位36张。\n';
const text = refOf(PLAN);

const begun: readonly Fact[] = [
  { type: 'ManuscriptRequested', data: { case: CASE, stage: 'compile', round: 1, due: null } },
  { type: 'ManuscriptCompiled', data: { round: 1, label: '初稿', join: 'join@1', text, parts: [] } },
  { type: 'RevisionRequested', data: { case: CASE, stage: 'revise', round: 1, due: null, text } },
];

const when = (stage: 'revise' | 'consult', plan = PLAN, facts = begun) =>
  given(
    { ...history(stage, { streams: { compile: [stream], revise: [stream] } }), [stream]: facts },
    { texts: [plan], definitions: { plan: procedure() } },
  ).when(convertManuscript, ID, {});

test('the text becomes a tree with the same reading, to the byte', () => {
  const run = when('revise');
  if ('refusal' in run.decision) throw new Error(run.decision.refusal.rule);
  const [tree] = run.decision.trees ?? [];
  expect(tree && plainOf(tree)).toBe(PLAN);
  expect(run.decision.facts[0]).toMatchObject({
    stream,
    fact: { type: 'TextConverted', data: { from: text, to: tree && treeRefOf(tree), seed: 'new-convert' } },
  });
});

test('not while a body, or those who are consulted, have it before them', () => {
  when('consult').refused('manuscript.gate-open');
});

test('not a second time, and not what no tree can hold', () => {
  const run = when('revise');
  if ('refusal' in run.decision) throw new Error(run.decision.refusal.rule);
  const facts = [
    ...begun,
    ...run.decision.facts.filter((each) => each.stream === stream).map(({ fact }) => fact),
  ];
  when('revise', PLAN, facts).refused('manuscript.blob');
  const strange = '第一章\u0000';
  const again = begun.map(({ type, data }) => ({
    type,
    data: 'text' in data ? { ...data, text: refOf(strange) } : data,
  }));
  when('revise', strange, again).refused('manuscript.characters');
});

test('what a gate decided on the one, it decided on the other', () => {
  const to = { scheme: 'tree@1', hash: 'a'.repeat(64) } as const;
  const context = {
    texts: { scheme: null, manuscript: text },
    decided: { deans: { round: 1, outcome: 'passed', text, own: text } },
    exemptions: {},
    classed: null,
    excused: [],
  };
  const after = {
    ...context,
    ...converted(context as never, { subject: 'manuscript', from: text, to, by: '' }),
  };
  expect(after).toMatchObject({ texts: { manuscript: to }, decided: { deans: { text: to, own: to } } });
  expect(decidedOn(after, 'deans', to)).toBe(true);
});
