import { readFileSync } from 'node:fs';
import {
  byOutcomes,
  checkProcedure,
  compileProcedure,
  readDefinition,
  type Outcome,
  type TextRef,
} from '@mouding/core';
import { parse } from 'yaml';
import { id } from './index.ts';

const read = readDefinition(parse(readFileSync(new URL('../procedure.yaml', import.meta.url), 'utf8')));
if ('faults' in read) throw new Error(JSON.stringify(read.faults));
const procedure = compileProcedure(read.definition);

const text = (digit: string): TextRef => ({ scheme: 'blob-sha256@1', hash: digit.repeat(64) });
const [SCHEME, DRAFT, SENT, CHANGED] = [text('a'), text('b'), text('c'), text('d')];

const { walk, open, may, amended } = byOutcomes(procedure, SCHEME);

test('it is sound, and its folder is named after it', () => {
  expect(checkProcedure(procedure).faults).toEqual([]);
  expect(procedure.definition.id).toBe(id);
});

const toCommittee: readonly Outcome[] = [
  ['evaluation', 'researched'],
  ['chapters', 'written'],
  ['draft', 'compiled', DRAFT],
  ['consultation', 'consulted'],
  ['appraisal', 'passed', DRAFT],
  ['revision', 'revised', SENT],
];
const bodies = (about: TextRef): readonly Outcome[] => [
  ['party-committee', 'passed', about],
  ['congress', 'passed', about],
];

test('where the delegates ask for no change, the text goes from the congress to the authority', () => {
  const reported = [...toCommittee, ...bodies(SENT)];
  expect(open(reported)).toEqual(['authority']);
  expect(walk([...reported, ['authority', 'approved', SENT], ['issue', 'received', SENT]]).status).toBe(
    'done',
  );
});

test('an edit after the Party vote goes back to the Party committee, and only the edited text is issued', () => {
  const edited = walk([
    ...toCommittee,
    ['party-committee', 'passed', SENT],
    ['congress', 'not-passed', SENT],
    ['final-revision', 'revised', CHANGED],
  ]);
  expect(edited.context.open).toEqual(['party-committee']);
  expect(may(edited, ['party-committee', 'passed', SENT])).toBe(false);
  const issuing = walk([...bodies(CHANGED), ['authority', 'approved', CHANGED]], edited);
  expect(issuing.context.open).toEqual(['issue']);
  expect(may(issuing, ['issue', 'received', SENT])).toBe(false);
  expect(may(issuing, ['issue', 'received', CHANGED])).toBe(true);
});

test.each<[string, readonly Outcome[], string]>([
  ['the committee does not pass it', [['party-committee', 'not-passed', SENT]], 'revision'],
  ['the committee puts it off', [['party-committee', 'deferred', SENT]], 'party-committee'],
  ['the authority returns it', [...bodies(SENT), ['authority', 'returned', SENT]], 'amendment'],
])('when %s', (_, then, stage) => {
  expect(open([...toCommittee, ...then])).toEqual([stage]);
});

test.each([
  ['editorial', 'authority'],
  ['indicator', 'amendment-party'],
  ['substantive', 'party-committee'],
])('a change that is %s goes to %s', (of, next) => {
  const returned = walk([...toCommittee, ...bodies(SENT), ['authority', 'returned', SENT]]);
  expect(amended(returned, of, CHANGED).context.open).toEqual([next]);
});

test('no dean’s meeting stands between, and the authority approves', () => {
  expect(Object.keys(procedure.definition.bodies)).toEqual(['appraisal', 'party-committee', 'congress']);
  expect(procedure.stage('authority').params).toMatchObject({ authority: 'approve' });
});

test('印发预检 is made on each of the last ten working days before the plan is to go out', () => {
  expect(procedure.classing.meaning('issue').prechecks).toBe(10);
});
