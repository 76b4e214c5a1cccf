import fc from 'fast-check';
import { initial, step } from '../machine.ts';
import type { CaseFact, CaseState } from '../case/case.ts';
import { orgMachine, type OrgState } from '../org/org.ts';
import { uuid } from '../testing/given.ts';
import { SMALL, changed, restaged } from '../testing/small-procedure.ts';
import { abstractOf, keyOf, walk } from './abstract.ts';
import { checkProcedure } from './check.ts';
import { compileProcedure, readDefinition, type Procedure } from './procedure.ts';
import { stagesOf } from './definition.ts';

function compiled(written: unknown): Procedure {
  const read = readDefinition(written);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return compileProcedure(read.definition);
}

const faultsOf = (written: unknown) => checkProcedure(compiled(written)).faults;

test('a sound procedure has no fault, and its size is told', () => {
  const report = checkProcedure(compiled(SMALL));
  expect(report.faults).toEqual([]);
  expect(report.states).toBeGreaterThan(stagesOf(compiled(SMALL).definition).length);
});

test('a route past the gate is reported with its path', () => {
  const skipping = restaged('mend', { then: { revised: 'issue' } });
  const [fault] = faultsOf(skipping).filter(({ rule }) => rule === 'issue-without-gate');
  expect(fault?.path).toEqual([
    '报送: collected',
    '撰写: written',
    '汇编: compiled',
    '委员会审议: not-passed',
    '修改: revised',
    '印发',
  ]);
  expect(fault?.zh).toContain('委员会审议');
});

test.each([
  ['is not in the procedure', 'senate'],
  ['decides nothing', 'draft'],
])('a gate that an issue names and that %s is missed, with the path to the issue', (words, gate) => {
  const naming = restaged('issue', { with: { subject: 'manuscript', gates: ['gate', gate] } });
  const [fault] = faultsOf(naming).filter(({ rule }) => rule === 'issue-without-gate');
  expect(fault?.path).toEqual([
    '报送: collected',
    '撰写: written',
    '汇编: compiled',
    '委员会审议: passed',
    '印发',
  ]);
  expect(fault?.en).toContain(words === 'decides nothing' ? 'does not bind' : words);
});

test('an issue that names its gates asks for those that bind anyhow, too', () => {
  const sound = restaged('issue', { with: { subject: 'manuscript', gates: ['gate'] } });
  const plain = checkProcedure(compiled(SMALL));
  expect(checkProcedure(compiled(sound))).toEqual(plain);
  const scheme = restaged('issue', { with: { subject: 'scheme', gates: ['gate'] } });
  expect(faultsOf(scheme).map(({ en }) => en)).toContainEqual(
    expect.stringContaining('does not bind its text'),
  );
});

test.each([[[]], [['Gate']], ['gate']])('%j is no list of gates', (gates) => {
  const read = readDefinition(restaged('issue', { with: { subject: 'manuscript', gates } }));
  expect('faults' in read ? read.faults[0]?.at : '').toMatch(/^issue\.with\.gates/);
});

test('an issue that nothing decided is reported', () => {
  const ungated = restaged('draft', { then: { compiled: 'issue' } });
  expect(faultsOf(ungated).map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['issue-without-gate', 'unreachable']),
  );
});

test('a stage that nothing leads to, an end that nothing reaches', () => {
  const stray = restaged('gate', { then: { passed: 'issue', 'not-passed': 'again', deferred: 'again' } });
  expect(faultsOf(stray)).toEqual([
    expect.objectContaining({ rule: 'unreachable', zh: '环节“修改”永远走不到' }),
  ]);
  const endless = restaged('issue', { then: { issued: 'again', received: 'again' } });
  expect(faultsOf(endless).map(({ rule }) => rule)).toContain('no-end');
});

test('rules that nobody can meet', () => {
  const quorum = changed(
    (p) => (p.bodies.committee.quorum = { base: 'all', num: 3, den: 2, inclusive: true }),
  );
  expect(faultsOf(quorum).map(({ rule }) => rule)).toContain('impossible-quorum');
  const majority = changed((p) => (p.bodies.committee.pass = { base: 'all', num: 1, den: 1, strict: true }));
  expect(faultsOf(majority).map(({ rule }) => rule)).toContain('impossible-majority');
});

test.each([
  ['an unknown kind', restaged('material', { kind: 'dance@1' }), 'material'],
  ['an unknown parameter', restaged('material', { with: { from: 'the-moon' } }), 'material.with.from'],
  ['an outcome without a route', restaged('material', { then: {} }), 'material.then'],
  ['a route to nowhere', restaged('material', { then: { collected: 'nowhere' } }), 'material.then'],
  [
    'an unknown body',
    restaged('gate', { with: { body: 'senate', subject: 'manuscript' } }),
    'gate.with.body',
  ],
  ['an id used twice', restaged('chapters', { id: 'draft' }), 'draft'],
])('%s is named at its place', (_, written, at) => {
  const read = readDefinition(written);
  expect('faults' in read ? read.faults.map((fault) => fault.at) : []).toContain(at);
});

/** One random way on from a state: a stage that stands open ends with some outcome and some text. */
function move(procedure: Procedure, state: CaseState, pick: number, text: string): CaseState {
  const open = state.context.open;
  const stage = open[pick % Math.max(1, open.length)];
  if (stage === undefined) return state;
  const outcomes = Object.keys(procedure.stage(stage).stage.then);
  const outcome = outcomes[pick % outcomes.length] ?? '';
  const ref = (hash: string) => ({ scheme: 'blob-sha256@1' as const, hash: hash.padStart(64, '0') });
  const facts = [null, state.context.texts.manuscript, ref(text)].map((cited): CaseFact => ({
    type: 'StageClosed',
    data: { stage, round: 1, outcome, text: cited, notices: [], sum: {} },
  }));
  const fact = facts.find((candidate) => state.can(candidate));
  return fact ? entered(procedure, step(procedure.machine, state, fact).state as CaseState) : state;
}

function entered(procedure: Procedure, state: CaseState): CaseState {
  return stagesOf(procedure.definition).reduce((now, { id }) => {
    const round = (now.context.entered[id]?.round ?? 0) + 1;
    const fact: CaseFact = { type: 'StageEntered', data: { stage: id, round, due: null, streams: [] } };
    return now.can(fact) ? (step(procedure.machine, now, fact).state as CaseState) : now;
  }, state);
}

test('every random history of a case maps onto an abstract state that the walk has seen', () => {
  const procedure = compiled(SMALL);
  const seen = new Set(walk(procedure).visited.map(({ abstract }) => keyOf(abstract)));
  const opened: CaseFact = {
    type: 'CaseOpened',
    data: {
      title: '',
      procedure: { id: 'small', version: 1, hash: '' },
      scheme: { scheme: 'blob-sha256@1', hash: '0'.repeat(64) },
      chapters: [],
      dates: {},
      authority: null,
    },
  };
  const begin = entered(
    procedure,
    step(procedure.machine, initial(procedure.machine), opened).state as CaseState,
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(5)), { maxLength: 40 }), (moves) => {
      let state = begin;
      for (const [pick, text] of moves) {
        state = move(procedure, state, pick, String(text + 1));
        expect(seen.has(keyOf(abstractOf(procedure, state)))).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('what nobody can hold is named: posts, departments, and the seats without which a body decides nothing', () => {
  const seats = (...roles: readonly string[]) => roles.map((role, i) => ({ post: uuid(100 + i), role }));
  const house = (roles: readonly string[]) =>
    [
      { type: 'InstitutionFounded', data: { name: '示范', code: 'demo', kind: 'unit', mode: 'live' } },
      { type: 'DepartmentCreated', data: { department: uuid(1), name: '综合办', kind: 'functional' } },
      { type: 'PostCreated', data: { post: uuid(2), title: '分管领导', as: 'leader', department: null } },
      {
        type: 'BodyFormed',
        data: { body: uuid(3), key: 'committee', name: '委员会', seats: seats(...roles) },
      },
    ].reduce((state, fact) => step(orgMachine, state, fact).state, initial(orgMachine)) as OrgState;
  const secret = changed((copy) => (copy.bodies.committee.ballot = 'secret'));
  const named = (definition: unknown, roles: readonly string[]) =>
    checkProcedure(compiled(definition), house(roles)).faults.map(({ zh }) => /“(.*)”/.exec(zh)?.[1]);
  expect(named(SMALL, ['chair', 'member', 'secretary'])).toEqual([]);
  expect(named(SMALL, ['member'])).toEqual(['委员会主持人', '委员会会议秘书']);
  expect(named(SMALL, [])).toEqual(['委员会']);
  expect(named(secret, ['chair', 'secretary'])).toEqual(['委员会计票人', '委员会监票人']);
});
