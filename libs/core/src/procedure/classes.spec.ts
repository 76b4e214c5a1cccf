import fc from 'fast-check';
import type { CaseFact, CaseState } from '../case/case.ts';
import { initial, step } from '../machine.ts';
import { AMENDING, caseThrough } from '../testing/filed-case.ts';
import { abstractOf, endings, keyOf, walk } from './abstract.ts';
import { checkProcedure } from './check.ts';
import { keptBy } from './classing.ts';
import { stagesOf } from './definition.ts';
import { compileProcedure, readDefinition, type Procedure } from './procedure.ts';

function compiled(written: unknown): Procedure {
  const read = readDefinition(written);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return compileProcedure(read.definition);
}

const procedure = compiled(AMENDING);
const [EDITORIAL = {}, INDICATOR = {}, SUBSTANTIVE = {}] = AMENDING.amendments.classes as readonly object[];
const classed = (...classes: readonly object[]) => ({
  ...AMENDING,
  amendments: { numbers: 'indicator', classes },
});
const restaged = (id: string, change: object) => ({
  ...AMENDING,
  steps: AMENDING.steps.map((stage) => (stage.id === id ? { ...stage, ...change } : stage)),
});
const faultsOf = (written: unknown) => checkProcedure(compiled(written)).faults;
const ruled = (written: unknown, rule: string) => faultsOf(written).filter((fault) => fault.rule === rule);

test('a procedure that classes its changes is sound, and its size is told', () => {
  expect(checkProcedure(procedure)).toEqual({ faults: [], advice: [], states: 136, transitions: 438 });
});

test('a class that asks for no gate of the plan is named, with the path to the amending stage', () => {
  const [fault] = ruled(
    classed(EDITORIAL, { ...INDICATOR, gates: ['party', 'senate'] }, SUBSTANTIVE),
    'class-unknown-gate',
  );
  expect(fault?.zh).toContain('senate');
  expect(fault?.path.at(-1)).toBe('补正修改');
  const draft = classed(EDITORIAL, { ...INDICATOR, gates: ['party', 'draft'] }, SUBSTANTIVE);
  expect(ruled(draft, 'class-unknown-gate').map(({ en }) => en)).toEqual([expect.stringContaining('draft')]);
});

test.each(['deans', 'party', 'congress', 'authority'])(
  'the heaviest class without %s is found out',
  (gate) => {
    const gates = ['deans', 'party', 'congress', 'authority'].filter((one) => one !== gate);
    const faults = faultsOf(classed(EDITORIAL, INDICATOR, { ...SUBSTANTIVE, gates }));
    expect(faults).toContainEqual(
      expect.objectContaining({
        rule: 'class-order',
        en: `the heaviest class, 重大修改, does not ask for ${gate}`,
      }),
    );
  },
);

test('a class that passes a body without asking for its decision is found out, with its path', () => {
  const [fault] = ruled(classed(EDITORIAL, { ...INDICATOR, gates: [] }, SUBSTANTIVE), 'class-without-gate');
  expect(fault?.path.slice(-2)).toEqual(['补正修改: indicator', '党委会再审']);
});

test('a class that asks for less than a lighter one is found out', () => {
  const faults = ruled(classed(INDICATOR, EDITORIAL, SUBSTANTIVE), 'class-order');
  expect(faults.map(({ en }) => en)).toEqual(['a class heavier than 指标目标调整 does not ask for party']);
});

test.each([
  [
    'a class that goes past its gate',
    restaged('amendment', { then: past('indicator', 'authority') }),
    '党委会审议',
  ],
  ['a second decision that renews nothing', restaged('party-again', { with: plain() }), '党委会审议'],
  [
    'a heavy change that goes back to the authority',
    restaged('amendment', { then: past('substantive', 'authority') }),
    '院长办公会审议',
  ],
  [
    'a change that nobody classes',
    restaged('amendment', { kind: 'revise@1', then: { revised: 'authority' } }),
    '职代会表决',
  ],
  [
    'an approval with changes that is issued unchanged',
    restaged('authority', { then: { ...authority(), 'approved-with-changes': 'issue' } }),
    '主管部门审批',
  ],
])('%s is found out, with the path to the issue', (_, written, gate) => {
  const fault = ruled(written, 'issue-without-gate').find(({ zh }) => zh.includes(`未经“${gate}”`));
  expect(fault?.path.at(-1)).toBe('印发');
});

function past(of: string, to: string) {
  return { editorial: 'authority', indicator: 'party-again', substantive: 'deans', [of]: to };
}
function plain() {
  return { body: 'committee', subject: 'manuscript', binds: false };
}
function authority(): object {
  return AMENDING.steps.find(({ id }) => id === 'authority')?.then ?? {};
}

test('what renews a stage that is no gate is found out', () => {
  const [fault] = ruled(restaged('party-again', { with: { ...plain(), renews: 'draft' } }), 'renews-no-gate');
  expect(fault?.path.at(-1)).toBe('党委会再审');
});

test.each([
  ['an amending stage without classes', { ...AMENDING, amendments: undefined }, 'amendments'],
  ['a class without a way', restaged('amendment', { then: { editorial: 'authority' } }), 'amendment.then'],
  [
    'a rule about numbers of no class',
    { ...AMENDING, amendments: { ...AMENDING.amendments, numbers: 'grave' } },
    'amendments.numbers',
  ],
  [
    'a class that is there twice',
    classed(EDITORIAL, EDITORIAL, INDICATOR, SUBSTANTIVE),
    'amendments.classes',
  ],
])('%s is named at its place', (_, written, at) => {
  const read = readDefinition(JSON.parse(JSON.stringify(written)));
  expect('faults' in read ? read.faults.map((fault) => fault.at) : []).toContain(at);
});

const begin = caseThrough(AMENDING, [], { authority: null, due: null }).reduce(
  (state, fact) => step(procedure.machine, state, fact).state,
  initial(procedure.machine),
) as CaseState;

const take = (state: CaseState, facts: readonly CaseFact[]): CaseState =>
  facts.reduce(
    (now, fact) => (now.can(fact) ? (step(procedure.machine, now, fact).state as CaseState) : now),
    state,
  );

function entered(state: CaseState): CaseState {
  return stagesOf(procedure.definition).reduce((now, { id }) => {
    const round = (now.context.entered[id]?.round ?? 0) + 1;
    return take(now, [{ type: 'StageEntered', data: { stage: id, round, due: null, streams: [] } }]);
  }, state);
}

/** One random way on: an exemption of some gate, a held clock, or the end of the stage that stands open. */
function move(state: CaseState, pick: number, n: number): CaseState {
  const [open] = state.context.open;
  const text = state.context.texts.manuscript;
  if (open === undefined) return state;
  if (text && pick % 7 === 0) {
    const gate = procedure.classing.gates[n % procedure.classing.gates.length] ?? '';
    const paper = { scheme: 'file-sha256@1' as const, hash: 'a'.repeat(64) };
    return take(state, [
      { type: 'ExemptionProposed', data: { gate, text, approvedBy: '', paper, by: 'one' } },
      { type: 'ExemptionGranted', data: { gate, text, by: 'another' } },
    ]);
  }
  if (pick % 11 === 0)
    return take(state, [{ type: 'StagePaused', data: { stage: open, from: '2026-04-01' } }]);
  const ways = endings(procedure, state, open, n);
  const way = ways[pick % ways.length];
  if (!way) return state;
  const next = take(state, way.facts);
  return next.context.open.includes(open) ? state : entered(next);
}

test('every random history with classed changes and exemptions maps onto an abstract state that was seen', () => {
  const { visited } = walk(procedure);
  const seen = new Set(visited.map(({ abstract }) => keyOf(abstract)));
  fc.assert(
    fc.property(fc.array(fc.nat(2000), { minLength: 10, maxLength: 60 }), (moves) => {
      let state = begin;
      for (const [n, pick] of moves.entries()) {
        state = move(state, pick, n + 1);
        expect(seen.has(keyOf(abstractOf(procedure, state)))).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
  const worth = new Set(visited.flatMap(({ abstract }) => Object.values(abstract.gates)));
  expect([...worth].toSorted()).toEqual(['changed', 'exempt', 'none', 'provided', 'same']);
});

test('the machine takes a class only as its table says, and while the text is amended', () => {
  const through = [
    ['draft', 'compiled'],
    ['deans', 'passed'],
    ['party', 'passed'],
    ['congress', 'passed'],
  ] as const;
  const at = (ended: readonly (readonly [string, string])[]) =>
    caseThrough(AMENDING, ended, { authority: null, due: null }).reduce(
      (state, fact) => step(procedure.machine, state, fact).state,
      initial(procedure.machine),
    ) as CaseState;
  const amending = at([...through, ['authority', 'returned']]);
  const from = amending.context.texts.manuscript;
  if (!from) throw new Error('there is a plan');
  const to = { ...from, hash: 'b'.repeat(64) };
  const says = (more: object = {}): CaseFact => {
    const keeps = keptBy(procedure.classing, 'manuscript', 'indicator');
    const data = { subject: 'manuscript' as const, from, to, class: 'indicator', keeps, by: '' };
    return { type: 'ChangeClassed', data: { ...data, ...more } };
  };
  expect(amending.can(says())).toBe(true);
  expect(amending.can(says({ keeps: ['deans', 'party', 'congress', 'authority'] }))).toBe(false);
  expect(amending.can(says({ keeps: ['deans'] }))).toBe(false);
  expect(amending.can(says({ class: 'grave' }))).toBe(false);
  expect(amending.can(says({ from: to }))).toBe(false);
  expect(at(through).can(says())).toBe(false);
  const closed = (outcome: string, text: typeof from): CaseFact => ({
    type: 'StageClosed',
    data: { stage: 'amendment', round: 1, outcome, text, notices: [], sum: {} },
  });
  expect(amending.can(closed('indicator', to))).toBe(false);
  const after = take(amending, [says()]);
  expect(after.can(closed('editorial', to))).toBe(false);
  expect(after.can(closed('indicator', from))).toBe(false);
  expect(after.can(closed('indicator', to))).toBe(true);
});
