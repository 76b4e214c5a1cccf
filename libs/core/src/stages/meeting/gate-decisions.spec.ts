import { knownFrom } from '../../given.ts';
import type { Known } from '../../decider.ts';
import { compileProcedure, readDefinition } from '../../procedure/procedure.ts';
import { foldStream } from '../../streams.ts';
import { parseStream, type StreamName } from '../../stream.ts';
import { actor, CASE, head, department, post, type Story } from '../../testing/council.ts';
import { INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { held, plan, PLAN, TWICE } from '../../testing/plan-bodies.ts';
import { approveMandate } from '../mandate/approve.ts';
import { DraftMandate, draftMandate } from '../mandate/draft.ts';
import { MandateBody } from '../mandate/giving.ts';
import { gateDecisions } from './gate-decisions.ts';

const [FIRST, SECOND, ISSUE] = [uuid(11), uuid(12), 'new-publish/issue'];

function known({ history }: Story): Known {
  const read = readDefinition(TWICE);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const procedure = compileProcedure(read.definition);
  const states = Object.entries(history).map(
    ([name, facts]) =>
      [name as StreamName, foldStream(parseStream(name).kind, facts, () => procedure)] as const,
  );
  return knownFrom({
    institution: INSTITUTION,
    states: new Map<StreamName, unknown>(states),
    procedures: new Map([['twice', procedure]]),
    texts: new Map(),
    files: new Map(),
    brought: new Map(),
    derive: (name) => name,
  });
}
const decided = (story: Story) => gateDecisions(known(story), ISSUE);
const both = (): Story =>
  held(held(plan(), { meeting: FIRST, stage: 'first' }), { meeting: SECOND, stage: 'second' });

test('each gate in the order of the procedure, in its body’s own words, with the day and the sum', () => {
  expect(decided(both())).toMatchObject([
    {
      gate: 'first',
      title: '第一次审议',
      body: '党委会',
      outcome: 'passed',
      words: '研究同意',
      on: '2025-11-20',
      sum: { yes: 4, all: 6 },
      text: refOf(PLAN),
      meeting: `meeting/${FIRST}`,
      mandate: null,
    },
    { gate: 'second', words: '研究同意', meeting: `meeting/${SECOND}` },
  ]);
});

test('agreed in principle and changed under its mandate: its own words, and the mandate', () => {
  const mandate = MandateBody.parse({
    points: [{ words: '文字' }],
    drafter: { department: department(1) },
    approver: post(3),
    due: '2025-11-30',
  });
  const edit = { quote: '认真', replacement: '切实', point: 1, cites: null, reason: '' };
  const draft = DraftMandate.parse({ base: refOf(PLAN), label: '修改稿', edits: [edit] });
  const text = refOf(PLAN.replace('认真', '切实'));
  const changed = held(plan(), { meeting: FIRST, stage: 'first', mandate })
    .does(head(1), draftMandate, ['new-mandate', draft])
    .does(actor(3), approveMandate, ['new-mandate', { text }]);
  const [first] = decided(held(changed, { meeting: SECOND, stage: 'second' }));
  expect(first).toMatchObject({
    outcome: 'in-principle',
    words: '原则同意',
    text,
    mandate: 'mandate/new-mandate',
  });
});

test('of a gate whose decision does not stand for what is issued, no words are said', () => {
  const change = { from: refOf(PLAN), to: refOf('改字') };
  const settled = both()
    .but(
      `issue/${ISSUE}`,
      { type: 'EditorialProposed', data: { ...change, changes: [], by: uuid(8) } },
      { type: 'EditorialConfirmed', data: { ...change, by: uuid(9) } },
    )
    .but(`case/${CASE}`, {
      type: 'TextSettled',
      data: { subject: 'manuscript', ...change, how: 'editorial', keeps: ['second'], by: uuid(9) },
    });
  expect(decided(settled)).toMatchObject([
    { gate: 'first', words: null, meeting: null, sum: null },
    { gate: 'second', words: '研究同意', text: refOf('改字') },
  ]);
});

test('an issue that is not there has no gates', () => {
  expect(gateDecisions(known(plan()), uuid(7))).toEqual([]);
  expect(known(plan()).state('case', CASE)?.context.open).toEqual(['first']);
});
