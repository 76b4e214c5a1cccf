import type { Fact } from '../../stream.ts';
import { fileOf, given, refOf, uuid } from '../../testing/given.ts';
import { CASE, history, MEDICAL, procedure } from '../../testing/plan-case.ts';
import { GiveGrounds, giveGrounds } from './give-grounds.ts';
import { initial, step } from '../../machine.ts';
import { manuscriptMachine, type ManuscriptState } from './manuscript.ts';

const ID = uuid(0x60);
const stream = `manuscript/${ID}` as const;
const [base, after] = [refOf('甲'), refOf('乙')];
const bare = { at: 0, cut: 3, put: '乙', cites: null };
const cites = `meeting/${uuid(0x71)}` as const;

const facts: readonly Fact[] = [
  { type: 'ManuscriptRequested', data: { case: CASE, stage: 'compile', round: 1, due: null } },
  { type: 'ManuscriptCompiled', data: { round: 1, label: '初稿', join: 'join@1', text: base, parts: [] } },
  { type: 'RevisionRequested', data: { case: CASE, stage: 'revise', round: 1, due: null, text: base } },
  {
    type: 'ManuscriptRevised',
    data: {
      round: 1,
      from: base,
      to: after,
      label: '送审稿',
      changes: [bare, { ...bare, cites }, { ...bare, ground: { basis: 'data' } }],
      done: false,
    },
  },
  {
    type: 'ManuscriptRevised',
    data: {
      round: 1,
      from: after,
      to: base,
      label: '送审稿',
      changes: [{ operations: [{ op: 'put', node: 'n0000000001', text: '甲' }], cites: null }],
      done: false,
    },
  },
];

const assigned = {
  stage: 'write',
  no: 3,
  title: '绩效重点指标',
  lead: uuid(0x74),
  owners: [MEDICAL],
  writer: MEDICAL,
  support: [],
  due: null,
};

const when = (
  body: object,
  files: readonly string[] = [],
  more: { readonly [stream: string]: readonly Fact[] } = {},
) =>
  given(
    { ...history('revise', { streams: { revise: [stream] } }), ...more, [stream]: facts },
    { files, definitions: { plan: procedure() } },
  ).when(giveGrounds, ID, GiveGrounds.parse({ ground: { basis: 'editorial' }, ...body }));

const grounded = (changes: readonly object[]) => [
  {
    stream,
    type: 'ChangesGrounded',
    data: { changes, cites: null, ground: { basis: 'editorial' }, by: uuid(999) },
  },
];
const [first, second] = [
  { step: 1, change: 1 },
  { step: 2, change: 1 },
];

test('all changes that rest on nothing are grounded at once', () => {
  when({ which: { of: 'all' } }).then(grounded([first, second]));
});

test('thousands are grounded by several facts, each of which an entry can hold', () => {
  const many = Array.from({ length: 2500 }, () => bare);
  const revised: Fact = {
    type: 'ManuscriptRevised',
    data: { round: 1, from: base, to: after, label: '送审稿', changes: many, done: false },
  };
  const { decision } = given(
    {
      ...history('revise', { streams: { revise: [stream] } }),
      [stream]: [...facts.slice(0, 3), revised],
    },
    { definitions: { plan: procedure() } },
  ).when(giveGrounds, ID, GiveGrounds.parse({ which: { of: 'all' }, ground: { basis: 'editorial' } }));
  const parts = ('facts' in decision ? decision.facts : []).map(({ fact: { data } }) =>
    'changes' in data && Array.isArray(data.changes) ? (data.changes as readonly object[]) : [],
  );
  expect(parts.map(({ length }) => length)).toEqual([1000, 1000, 500]);
  expect(parts.flat().at(-1)).toEqual({ step: 1, change: 2500 });
});

test('some are, by their number or by the nodes that they touch', () => {
  when({ which: { of: 'changes', changes: [first] } }).then(grounded([first]));
  when({ which: { of: 'nodes', nodes: ['n0000000001'] } }).then(grounded([second]));
});

test('what rests on something already is not grounded again, and nothing is grounded on nothing', () => {
  when({ which: { of: 'changes', changes: [{ step: 1, change: 2 }] } }).refused('manuscript.grounded');
  when({ which: { of: 'nodes', nodes: ['n0000000002'] } }).refused('manuscript.grounded');
  when({ which: { of: 'all' }, ground: undefined }).refused('manuscript.no-ground');
});

test('an instruction is shown by its photograph, which must be here', () => {
  const ground = { basis: 'instruction', file: fileOf('批示') };
  when({ which: { of: 'all' }, ground }).refused('manuscript.instruction');
  expect(when({ which: { of: 'all' }, ground }, ['批示']).types()).toEqual(['manuscript ChangesGrounded']);
});

test('an instruction on a chapter of the case is cited by its number', () => {
  const chapter = `chapter/${uuid(0x72)}` as const;
  const given = (caseId: string): readonly Fact[] => [
    { type: 'ChapterAssigned', data: { ...assigned, case: caseId } },
    { type: 'ChapterInstructed', data: { no: 1, to: MEDICAL, text: null } },
  ];
  const cite = (no: number, caseId = CASE) =>
    when({ which: { of: 'all' }, ground: { basis: 'recorded-instruction', chapter, no } }, [], {
      [chapter]: given(caseId),
    });
  expect(cite(1).types()).toEqual(['manuscript ChangesGrounded']);
  cite(2).refused('manuscript.instruction-known');
  cite(1, uuid(0x73)).refused('manuscript.cites');
});

test('what it answers is of the same case', () => {
  when({ which: { of: 'all' }, ground: undefined, cites }).refused('manuscript.cites');
  when({ which: { of: 'all' }, ground: { basis: 'resolution', meeting: cites } }).refused('manuscript.cites');
});

test('the words of why are sealed', () => {
  const { decision } = when({ which: { of: 'all' }, reason: '按领导小组会议意见' });
  expect('facts' in decision && decision.facts[0]?.sealed).toEqual([
    { subject: uuid(999), plain: { reason: '按领导小组会议意见' } },
  ]);
});

test('the manuscript keeps what is bare yet, and a new draft begins afresh', () => {
  const state = facts.reduce(
    (at, fact) => step(manuscriptMachine, at, fact).state,
    initial(manuscriptMachine),
  );
  expect((state as ManuscriptState).context.bare).toEqual([
    { ...first, nodes: [] },
    { ...second, nodes: ['n0000000001'] },
  ]);
});
