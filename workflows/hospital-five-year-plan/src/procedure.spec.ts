import { readFileSync } from 'node:fs';
import {
  byOutcomes,
  checkProcedure,
  compileProcedure,
  readDefinition,
  stagesOf,
  type Outcome,
  type StateOf,
  type TextRef,
} from '@mouding/core';
import { parse } from 'yaml';
import { id } from './index.ts';

const read = readDefinition(parse(readFileSync(new URL('../procedure.yaml', import.meta.url), 'utf8')));
if ('faults' in read) throw new Error(JSON.stringify(read.faults));
const procedure = compileProcedure(read.definition);

const text = (digit: string): TextRef => ({ scheme: 'blob-sha256@1', hash: digit.repeat(64) });
const [SCHEME, DRAFT, FINAL, OTHER] = [text('a'), text('b'), text('c'), text('d')];

const { walk, open, may, amended } = byOutcomes(procedure, SCHEME);

const toDraft: readonly Outcome[] = [
  ['scheme-adoption', 'passed', SCHEME],
  ['scheme-issue', 'issued', SCHEME],
  ['contributions', 'collected'],
  ['research', 'researched'],
  ['chapters', 'written'],
];
const toRevision: readonly Outcome[] = [
  ...toDraft,
  ['draft', 'compiled', DRAFT],
  ['group-review', 'passed', DRAFT],
  ['consultation', 'consulted'],
  ['group-discussion', 'passed', DRAFT],
];
const bodies = (about: TextRef): readonly Outcome[] => [
  ['dean-meeting', 'passed', about],
  ['party-committee', 'passed', about],
  ['congress', 'passed', about],
];
const toIssue: readonly Outcome[] = [
  ...toRevision,
  ['revision', 'revised', FINAL],
  ...bodies(FINAL),
  ['authority', 'approved', FINAL],
];

test('it is sound: no dead end, nothing unreachable, no issue without its gates', () => {
  expect(checkProcedure(procedure).faults).toEqual([]);
});

test('the good path passes every stage of the scheme in its order and ends', () => {
  const state = walk([...toIssue, ['issue', 'received', FINAL]]);
  expect(state.status).toBe('done');
  const passed = Object.keys(state.context.decided);
  expect(
    stagesOf(procedure.definition)
      .map((stage) => stage.id)
      .filter((stage) => !passed.includes(stage)),
  ).toEqual(['draft-revision', 'amendment', 'amendment-party']);
});

test('research and contributions run side by side; chapters begin when both have ended', () => {
  expect(open(toDraft.slice(0, 2)).toSorted()).toEqual(['contributions', 'research']);
  expect(open(toDraft.slice(0, 3))).toEqual(['research']);
  expect(open(toDraft.slice(0, 4))).toEqual(['chapters']);
});

test.each<[string, readonly Outcome[], readonly Outcome[], string]>([
  [
    'the scheme is put again when it was put off',
    [],
    [['scheme-adoption', 'deferred', SCHEME]],
    'scheme-adoption',
  ],
  [
    'a first draft that the leading group sends back is revised',
    toDraft,
    [
      ['draft', 'compiled', DRAFT],
      ['group-review', 'not-passed', DRAFT],
    ],
    'draft-revision',
  ],
  [
    'the dean’s meeting sends the plan back to the revision',
    toRevision,
    [
      ['revision', 'revised', FINAL],
      ['dean-meeting', 'not-passed', FINAL],
    ],
    'revision',
  ],
  [
    'the Party committee puts it off',
    toRevision,
    [
      ['revision', 'revised', FINAL],
      ['dean-meeting', 'passed', FINAL],
      ['party-committee', 'deferred', FINAL],
    ],
    'party-committee',
  ],
  [
    'the congress sends it back to the revision',
    toRevision,
    [['revision', 'revised', FINAL], ...bodies(FINAL).slice(0, 2), ['congress', 'not-passed', FINAL]],
    'revision',
  ],
  [
    'the authority returns it to be amended',
    toRevision,
    [['revision', 'revised', FINAL], ...bodies(FINAL), ['authority', 'returned', FINAL]],
    'amendment',
  ],
  [
    'the authority approves it provided that it is changed',
    toRevision,
    [['revision', 'revised', FINAL], ...bodies(FINAL), ['authority', 'approved-with-changes', FINAL]],
    'amendment',
  ],
])('%s', (_, before, then, stage) => {
  expect(open([...before, ...then])).toEqual([stage]);
});

const sentBack = () => walk([...toIssue.slice(0, -1), ['authority', 'returned', FINAL]]);
const issues = (state: StateOf<'case'>, about: TextRef): boolean => may(state, ['issue', 'received', about]);

test('an editorial change goes to the authority again, and what the bodies decided stands for it', () => {
  const editorial = amended(sentBack(), 'editorial', OTHER);
  expect(editorial.context.open).toEqual(['authority']);
  const issuing = walk([['authority', 'approved', OTHER]], editorial);
  expect([issues(issuing, OTHER), issues(issuing, FINAL)]).toEqual([true, false]);
});

test('an indicator goes to the party committee again, not to the dean’s meeting and the congress', () => {
  const indicator = amended(sentBack(), 'indicator', OTHER);
  expect(indicator.context.open).toEqual(['amendment-party']);
  const steps = [
    ['amendment-party', 'passed', OTHER],
    ['authority', 'approved', OTHER],
  ] as const;
  expect(issues(walk(steps, indicator), OTHER)).toBe(true);
});

test('what the authority approved with changes is issued once its change is classed', () => {
  const approved = walk([...toIssue.slice(0, -1), ['authority', 'approved-with-changes', FINAL]]);
  const decided = (state: StateOf<'case'>) => state.context.decided['authority']?.text;
  expect(decided(approved)).toBeNull();
  expect(decided(amended(approved, 'editorial', OTHER))).toEqual(OTHER);
  expect(decided(amended(approved, 'substantive', OTHER))).toBeNull();
});

test('after a substantive change every body and the authority decide on the new text before it can be issued', () => {
  const returned = amended(sentBack(), 'substantive', OTHER);
  expect(may(returned, ['dean-meeting', 'passed', FINAL])).toBe(false);
  const again = walk([...bodies(OTHER), ['authority', 'approved', OTHER]], returned);
  expect(again.context.open).toEqual(['issue']);
  expect(may(again, ['issue', 'received', FINAL])).toBe(false);
  expect(may(again, ['issue', 'received', OTHER])).toBe(true);
});

test('quorum, majority and ballot of the bodies are those of the sources', () => {
  const { 'party-committee': committee, congress, 'dean-meeting': dean } = procedure.definition.bodies;
  expect(committee).toMatchObject({
    decides: 'vote',
    ballot: 'named',
    quorum: { num: 2, den: 3, inclusive: true },
    pass: { base: 'all', num: 1, den: 2, strict: true },
  });
  expect(congress).toMatchObject({
    decides: 'vote',
    ballot: 'secret',
    quorum: { num: 2, den: 3, inclusive: true },
    pass: { base: 'all', num: 1, den: 2, strict: true },
  });
  expect(dean).toMatchObject({ decides: 'chair', quorum: { num: 1, den: 2, inclusive: true } });
});

test('a missing department plan only warns', () => {
  expect(procedure.stage('contributions').params).toMatchObject({ from: 'all-departments', missing: 'warn' });
});

test('the folder is named after the procedure', () => {
  expect(procedure.definition.id).toBe(id);
});

test('印发预检 is made on each of the last ten working days before the plan is to go out', () => {
  expect(procedure.classing.meaning('issue').prechecks).toBe(10);
});
