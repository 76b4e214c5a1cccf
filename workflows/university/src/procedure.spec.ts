import { readFileSync } from 'node:fs';
import {
  checkProcedure,
  compileProcedure,
  emptyState,
  keptBy,
  nextState,
  readDefinition,
  stagesOf,
  streamKind,
  type Fact,
  type StateOf,
  type TextRef,
} from '@mouding/core';
import { parse } from 'yaml';
import { id } from './index.ts';

const read = readDefinition(parse(readFileSync(new URL('../procedure.yaml', import.meta.url), 'utf8')));
if ('faults' in read) throw new Error(JSON.stringify(read.faults));
const procedure = compileProcedure(read.definition);
const kind = streamKind('case', procedure);
type Case = StateOf<'case'>;

const text = (digit: string): TextRef => ({ scheme: 'blob-sha256@1', hash: digit.repeat(64) });
const [SCHEME, DRAFT, SECOND, SENT, CHANGED] = [text('a'), text('b'), text('c'), text('d'), text('e')];

/** `stage: outcome`, with the text where the stage has one. */
type Step = readonly [stage: string, outcome: string, text?: TextRef];

const follow = (state: Case, fact: Fact): Case => nextState(kind, state, fact).state as Case;

/** Enters whatever the case waits for, as the server does. */
function enter(state: Case): Case {
  const entered = (stage: string): Fact => ({
    type: 'StageEntered',
    data: { stage, round: (state.context.entered[stage]?.round ?? 0) + 1, due: null, streams: [] },
  });
  const waiting = stagesOf(procedure.definition).filter(({ id: stage }) =>
    state.can(entered(stage) as never),
  );
  return waiting.reduce((now, { id: stage }) => follow(now, entered(stage)), state);
}

const closing = (state: Case, [stage, outcome, about]: Step): Fact => ({
  type: 'StageClosed',
  data: {
    stage,
    round: state.context.entered[stage]?.round ?? 1,
    outcome,
    text: about ? { ...about } : null,
    notices: [],
    sum: {},
  },
});

function begin(): Case {
  const data = {
    title: '规划',
    procedure: { id, version: 1, hash: '' },
    scheme: SCHEME,
    chapters: [],
    dates: {},
    authority: null,
  };
  return enter(follow(emptyState(kind) as Case, { type: 'CaseOpened', data }));
}

const walk = (steps: readonly Step[], from = begin()): Case =>
  steps.reduce((state, step) => enter(follow(state, closing(state, step))), from);
const open = (steps: readonly Step[]): readonly string[] => walk(steps).context.open;
const may = (state: Case, step: Step): boolean => state.can(closing(state, step) as never);

test('it is sound, and its folder is named after it', () => {
  expect(checkProcedure(procedure).faults).toEqual([]);
  expect(procedure.definition.id).toBe(id);
});

const toCongress: readonly Step[] = [
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
const bodies = (about: TextRef): readonly Step[] => [
  ['congress', 'passed', about],
  ['board', 'passed', about],
];

test('three times up and twice down, then congress, board, issue, and nothing else', () => {
  const steps = [...toCongress, ...bodies(SENT), ['issue', 'received', SENT]] as const;
  expect(walk(steps).status).toBe('done');
  const once = stagesOf(procedure.definition).map((stage) => stage.id);
  expect(steps.map(([stage]) => stage)).toEqual(once.filter((stage) => stage !== 'amendment'));
});

/** The change of the current text, classed as its stage asks, and the end of that stage. */
function amended(state: Case, of: string, to: TextRef): Case {
  const from = state.context.texts.manuscript;
  const keeps = [...keptBy(procedure.classing, 'manuscript', of)];
  const data = { subject: 'manuscript', from: from && { ...from }, to: { ...to }, class: of, keeps, by: '' };
  const classed = follow(state, { type: 'ChangeClassed', data });
  return enter(follow(classed, closing(classed, ['amendment', of, to])));
}

const sentBack = (): Case =>
  walk([...toCongress, ['congress', 'passed', SENT], ['board', 'not-passed', SENT]]);

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

test.each<[string, readonly Step[], string]>([
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
