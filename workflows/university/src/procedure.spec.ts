import { readFileSync } from 'node:fs';
import {
  byOutcomes,
  checkProcedure,
  compileProcedure,
  readDefinition,
  stagesOf,
  type Outcome,
  type TextRef,
} from '@mouding/core';
import { parse } from 'yaml';
import { id } from './index.ts';

const read = readDefinition(parse(readFileSync(new URL('../procedure.yaml', import.meta.url), 'utf8')));
if ('faults' in read) throw new Error(JSON.stringify(read.faults));
const procedure = compileProcedure(read.definition);

const text = (digit: string): TextRef => ({ scheme: 'blob-sha256@1', hash: digit.repeat(64) });
const [SCHEME, DRAFT, SECOND, SENT, CHANGED] = [text('a'), text('b'), text('c'), text('d'), text('e')];

const { walk, open, may, amended } = byOutcomes(procedure, SCHEME);

test('it is sound, and its folder is named after it', () => {
  expect(checkProcedure(procedure).faults).toEqual([]);
  expect(procedure.definition.id).toBe(id);
});

const toCongress: readonly Outcome[] = [
  ['scheme-adoption', 'passed', SCHEME],
  ['scheme-issue', 'issued', SCHEME],
  ['first-up', 'collected'],
  ['chapters', 'written'],
  ['draft', 'compiled', DRAFT],
  ['first-down', 'consulted'],
  ['second-up', 'passed', DRAFT],
  ['second-draft', 'revised', SECOND],
  ['second-down', 'consulted'],
  ['third-up', 'passed', SECOND],
  ['revision', 'revised', SENT],
];
const bodies = (about: TextRef): readonly Outcome[] => [
  ['congress', 'passed', about],
  ['board', 'passed', about],
];

test('three times up and twice down, then congress, board, issue, and nothing else', () => {
  const steps = [...toCongress, ...bodies(SENT), ['issue', 'received', SENT]] as const;
  expect(walk(steps).status).toBe('done');
  const once = stagesOf(procedure.definition).map((stage) => stage.id);
  expect(steps.map(([stage]) => stage)).toEqual(once.filter((stage) => stage !== 'amendment'));
});

const sentBack = () => walk([...toCongress, ['congress', 'passed', SENT], ['board', 'not-passed', SENT]]);

test('wording that the board wanted otherwise goes to the board again, and the congress has decided it', () => {
  const editorial = amended(sentBack(), 'editorial', CHANGED);
  expect(editorial.context.open).toEqual(['board']);
  const issuing = walk([['board', 'passed', CHANGED]], editorial);
  expect(may(issuing, ['issue', 'received', CHANGED])).toBe(true);
});

test.each(['indicator', 'substantive'])('a change that is %s goes through the congress again', (of) => {
  const returned = amended(sentBack(), of, CHANGED);
  expect(returned.context.open).toEqual(['congress']);
  const issuing = walk(bodies(CHANGED), returned);
  expect(issuing.context.open).toEqual(['issue']);
  expect(may(issuing, ['issue', 'received', SENT])).toBe(false);
  expect(may(issuing, ['issue', 'received', CHANGED])).toBe(true);
});

test.each<[string, readonly Outcome[], string]>([
  ['the congress does not pass it', [['congress', 'not-passed', SENT]], 'revision'],
  ['the congress puts it off', [['congress', 'deferred', SENT]], 'congress'],
  [
    'the board puts it off',
    [
      ['congress', 'passed', SENT],
      ['board', 'deferred', SENT],
    ],
    'board',
  ],
])('when %s', (_, then, stage) => {
  expect(open([...toCongress, ...then])).toEqual([stage]);
});

test('no Party body decides and no authority is asked; half is enough for the congress, two thirds for the board', () => {
  const { bodies: rules } = procedure.definition;
  expect(Object.keys(rules)).toEqual(['leading-group', 'congress', 'board']);
  expect(stagesOf(procedure.definition).filter((stage) => stage.kind === 'file@1')).toEqual([]);
  expect(rules['congress']?.pass).toEqual({ base: 'all', num: 1, den: 2, strict: false });
  expect(rules['board']?.pass).toEqual({ base: 'all', num: 2, den: 3, strict: false });
});

test('印发预检 is made on each of the last ten working days before the plan is to go out', () => {
  expect(procedure.classing.meaning('issue').prechecks).toBe(10);
});
