import type { Tree } from '@mouding/text';
import type { Fact } from '../../stream.ts';
import { INSTITUTION, given, refOf, treeRefOf, uuid } from '../../testing/given.ts';
import { CASE, caseIn, house, MEDICAL, procedure, SURGERY } from '../../testing/plan-case.ts';
import { initial, step } from '../../machine.ts';
import { opinionMachine } from '../opinion/opinion.ts';
import { proposeDisposition, ProposeDisposition } from './propose.ts';

const ID = uuid(0x70);
const stream = `opinion/${ID}` as const;
const CLAUSE = 'n000000000b';
const TREE: Tree = {
  v: 'tree@1',
  salt: 'ab'.repeat(16),
  nodes: [{ id: CLAUSE, kind: 'clause', depth: 1, before: '', text: '加强重点专科建设。' }],
  end: '\n',
};
const told: Fact = {
  type: 'OpinionGiven',
  data: { consultation: uuid(0x6f), case: CASE, stage: 'consult', department: MEDICAL, no: 1 },
};
const TAKEN = { owner: { department: SURGERY }, due: '2026-06-30' };

/** The case with a text of now: with clauses, or as one piece. */
const withText = (text: object): readonly Fact[] =>
  caseIn('consult').map((fact) =>
    fact.type === 'StageClosed' && 'stage' in fact.data && fact.data.stage === 'compile'
      ? { ...fact, data: { ...fact.data, text } }
      : fact,
  );
const propose = (
  body: Partial<Parameters<typeof proposeDisposition.decide>[2]>,
  text: object = treeRefOf(TREE),
) =>
  given(
    { [`org/${INSTITUTION}`]: house, [`case/${CASE}`]: withText(text), [stream]: [told] },
    {
      definitions: { plan: procedure() },
      texts: [TREE, '加强重点专科建设。'],
      now: '2026-02-12T02:00:00.000Z',
    },
  ).when(proposeDisposition, ID, { disposition: 'already', reason: '已写明', ...body });

describe('已体现', () => {
  test('names the clause of the text of now that says it', () => {
    propose({ clause: CLAUSE }).then([
      { stream, type: 'DispositionProposed', data: { disposition: 'already', clause: CLAUSE } },
    ]);
  });

  test.each([undefined, 'n000000000z'])('is refused with the clause %s', (clause) => {
    const run = propose(clause === undefined ? {} : { clause });
    run.refused('opinion.shown-by');
    expect(run.decision).toMatchObject({
      refusal: { needs: { zh: expect.stringContaining('条文') as unknown } },
    });
  });

  test('quotes a passage of a text without clauses; the passage is sealed with the reason', () => {
    const text = refOf('加强重点专科建设。');
    propose({}, text).refused('opinion.shown-by');
    propose({ passage: '取消重点专科' }, text).refused('opinion.shown-by');
    const { decision } = propose({ passage: '重点专科' }, text);
    expect('facts' in decision && decision.facts[0]).toMatchObject({
      fact: { data: { disposition: 'already' } },
      sealed: [{ plain: { reason: '已写明', passage: '重点专科' } }],
    });
  });
});

describe.each(['in-work', 'later'] as const)('%s', (disposition) => {
  test('has somebody who does it and a day', () => {
    propose({ disposition, taken: TAKEN }).then([
      { stream, type: 'DispositionProposed', data: { disposition, taken: TAKEN } },
    ]);
    propose({ disposition }).refused('opinion.taken');
  });

  test('is for somebody who is here, and on a day to come', () => {
    propose({ disposition, taken: { ...TAKEN, owner: { post: uuid(0xfff) } } }).refused(
      'opinion.taken-owner',
    );
    propose({ disposition, taken: { ...TAKEN, due: '2026-02-11' } }).refused('opinion.taken-due');
    propose({ disposition, taken: { ...TAKEN, due: '2026-02-12' } }).then([
      { stream, type: 'DispositionProposed' },
    ]);
  });
});

test('what does not go with the disposition does not get into the fact', () => {
  propose({ disposition: 'rejected', clause: CLAUSE, taken: TAKEN }).then([
    { stream, type: 'DispositionProposed', data: { disposition: 'rejected' } },
  ]);
});

test('another proposal takes its clause and its owner away', () => {
  const facts: readonly Fact[] = [
    told,
    { type: 'DispositionProposed', data: { disposition: 'in-work', taken: TAKEN } },
    { type: 'DispositionProposed', data: { disposition: 'rejected' } },
  ];
  const state = facts.reduce((so, fact) => step(opinionMachine, so, fact).state, initial(opinionMachine));
  expect(state.context).toMatchObject({ disposition: 'rejected', taken: null, shownBy: null, proposals: 2 });
});

test('a body says nothing that is not asked', () => {
  expect(ProposeDisposition.safeParse({ disposition: 'adopted', reason: '', owner: 'x' }).success).toBe(
    false,
  );
});
