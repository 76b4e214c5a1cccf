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
const [SCHEME, DRAFT, SENT, CHANGED] = [text('a'), text('b'), text('c'), text('d')];

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

const toCommittee: readonly Step[] = [
  ['evaluation', 'researched'],
  ['chapters', 'written'],
  ['draft', 'compiled', DRAFT],
  ['consultation', 'consulted'],
  ['appraisal', 'passed', DRAFT],
  ['revision', 'revised', SENT],
];
const bodies = (about: TextRef): readonly Step[] => [
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

test.each<[string, readonly Step[], string]>([
  ['the committee does not pass it', [['party-committee', 'not-passed', SENT]], 'revision'],
  ['the committee puts it off', [['party-committee', 'deferred', SENT]], 'party-committee'],
  ['the authority returns it', [...bodies(SENT), ['authority', 'returned', SENT]], 'amendment'],
])('when %s', (_, then, stage) => {
  expect(open([...toCommittee, ...then])).toEqual([stage]);
});

/** The change of the current text, classed as its stage asks, and the end of that stage. */
function amended(state: Case, of: string, to: TextRef): Case {
  const from = state.context.texts.manuscript;
  const keeps = [...keptBy(procedure.classing, 'manuscript', of)];
  const data = { subject: 'manuscript', from: from && { ...from }, to: { ...to }, class: of, keeps, by: '' };
  const classed = follow(state, { type: 'ChangeClassed', data });
  return enter(follow(classed, closing(classed, ['amendment', of, to])));
}

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
