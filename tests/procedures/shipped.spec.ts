import { checkProcedure, compileProcedure, stagesOf, type Definition, type Stage } from '@mouding/core';
import { readProcedure } from 'mouding/procedures';
import { find } from '../walls/tree.ts';
import { classedWithout, compiled, gatesOf, restaged, unbound, unclassed, without } from './changed.ts';

/** How much of each procedure is walked. A change of these numbers is a change of what a case may do. */
const SHIPPED: { readonly [id: string]: { readonly states: number; readonly transitions: number } } = {
  'hospital-five-year-plan': { states: 146, transitions: 635 },
  'hospital-party-final': { states: 64, transitions: 264 },
  university: { states: 19, transitions: 57 },
};

const definitions: ReadonlyMap<string, Definition> = new Map(
  Object.keys(SHIPPED).map((id) => [id, readProcedure(id)]),
);
const given = (id: string): Definition => {
  const definition = definitions.get(id);
  if (!definition) throw new Error(`no procedure ${id}`);
  return definition;
};

test('every procedure of the clone is walked', () => {
  const folders = find('workflows/*/procedure.yaml').map((path) => path.split('/')[1]);
  expect(folders).toEqual(Object.keys(SHIPPED).toSorted());
});

test.each(Object.entries(SHIPPED))('%s is sound, and walked to its last state', (id, size) => {
  expect(checkProcedure(compileProcedure(given(id)))).toEqual({ faults: [], advice: [], ...size });
});

test.each(Object.keys(SHIPPED))('every issue of %s names all its gates', (id) => {
  const definition = given(id);
  const { stage } = compileProcedure(definition);
  const meaning = (of: string) => stage(of).kind.meaning(stage(of).params);
  const named = stagesOf(definition)
    .filter((one) => meaning(one.id).issues)
    .map((one) => meaning(one.id).gates);
  const binding = [...new Set(gatesOf(definition).map((gate) => meaning(gate.id).subject))].map((subject) =>
    gatesOf(definition)
      .filter((gate) => meaning(gate.id).subject === subject)
      .map((gate) => gate.id),
  );
  expect(named).toEqual(binding);
});

const gates = [...definitions].flatMap(([id, definition]) =>
  gatesOf(definition).map((gate) => [id, gate.id, gate] as const),
);

test('these are the gates', () => {
  expect(gates.map(([id, gate]) => `${id} ${gate}`)).toEqual([
    'hospital-five-year-plan scheme-adoption',
    'hospital-five-year-plan dean-meeting',
    'hospital-five-year-plan party-committee',
    'hospital-five-year-plan congress',
    'hospital-five-year-plan authority',
    'hospital-party-final party-committee',
    'hospital-party-final congress',
    'hospital-party-final authority',
    'university scheme-adoption',
    'university congress',
    'university board',
  ]);
});

/** What is wrong with the changed procedure about an issue and that gate, with where the path ends. */
function found(definition: Definition, gate: Stage) {
  return checkProcedure(compiled(definition))
    .faults.filter(({ rule }) => rule === 'issue-without-gate')
    .filter(({ zh }) => zh.includes(`“${gate.id}”`) || zh.includes(`“${gate.title}”`))
    .map(({ path }) => path.at(-1));
}

const issueAfter = (definition: Definition, { with: { subject } }: Stage): string | undefined =>
  stagesOf(definition).find(({ kind, with: params }) => kind === 'issue@1' && params['subject'] === subject)
    ?.title;

test.each(gates)('%s without %s is found out, with a path to the issue', (id, _, gate) => {
  expect(found(without(given(id), gate), gate)).toEqual([issueAfter(given(id), gate)]);
});

test.each(gates)('%s with %s that binds nothing is found out, with a path to the issue', (id, _, gate) => {
  expect(found(unbound(given(id), gate), gate)).toEqual([issueAfter(given(id), gate)]);
});

test.each(gates)('%s with a way past %s is found out, with the path that takes it', (id, _, gate) => {
  const issue = stagesOf(given(id)).find(
    ({ kind, with: params }) => kind === 'issue@1' && params['subject'] === gate.with['subject'],
  );
  const no = Object.keys(gate.then).find((outcome) => ['not-passed', 'returned'].includes(outcome)) ?? '';
  const past = restaged(given(id), gate.id, ({ then }) => ({ then: { ...then, [no]: issue?.id ?? '' } }));
  const [fault] = checkProcedure(compiled(past)).faults.filter(({ zh }) =>
    zh.includes(`未经“${gate.title}”`),
  );
  expect(fault?.path.slice(-2)).toEqual([`${gate.title}: ${no}`, issue?.title]);
});

/** Every gate that a class of changes asks for, of every procedure that classes its changes. */
const classed = [...definitions].flatMap(([id, { amendments }]) =>
  (amendments?.classes ?? []).flatMap(({ id: of, gates: again }) =>
    again.map((gate) => [id, of, gate] as const),
  ),
);

test('these are the gates of the classes of changes', () => {
  expect(classed.map((parts) => parts.join(' '))).toEqual([
    'hospital-five-year-plan indicator party-committee',
    'hospital-five-year-plan substantive dean-meeting',
    'hospital-five-year-plan substantive party-committee',
    'hospital-five-year-plan substantive congress',
    'hospital-five-year-plan substantive authority',
    'hospital-party-final indicator party-committee',
    'hospital-party-final substantive party-committee',
    'hospital-party-final substantive congress',
    'hospital-party-final substantive authority',
    'university indicator congress',
    'university substantive congress',
    'university substantive board',
  ]);
});

test.each(classed)('%s whose class %s does not ask for %s is found out', (id, of, gate) => {
  const { faults } = checkProcedure(compiled(classedWithout(given(id), of, gate)));
  expect(faults.map(({ rule, en }) => [rule, en.includes(gate)])).toContainEqual([
    expect.stringMatching(/^class-/),
    true,
  ]);
});

/** Procedures whose plan an authority answers. */
const amending = ['hospital-five-year-plan', 'hospital-party-final'];

test.each(amending)(
  '%s whose party committee renews nothing is found out, with a path to the issue',
  (id) => {
    const forgotten = restaged(given(id), 'amendment-party', ({ with: { renews: _, ...params } }) => ({
      with: params,
    }));
    const fault = checkProcedure(compiled(forgotten)).faults.find(
      ({ rule }) => rule === 'issue-without-gate',
    );
    expect(fault?.path).toEqual(
      expect.arrayContaining(['补正修改: indicator', '党委会再次审议（补正修改）: passed', '印发与签收']),
    );
  },
);

test.each([
  ['another body', { body: 'congress' }],
  ['a body that only advises', { effect: 'advisory' }],
])('a party committee that %s renews is found out', (_, change) => {
  const procedure = restaged(given('hospital-five-year-plan'), 'amendment-party', ({ with: params }) => ({
    with: { ...params, ...change },
  }));
  expect(checkProcedure(compiled(procedure)).faults.map(({ rule }) => rule)).toContain('renews-no-gate');
});

test.each(amending)('%s whose changes nobody classes is found out, with a path to the issue', (id) => {
  const { faults } = checkProcedure(compiled(unclassed(given(id))));
  const missed = faults.filter(
    ({ rule, path }) => rule === 'issue-without-gate' && path.includes('补正修改: revised'),
  );
  const bodies = gatesOf(given(id)).filter(
    ({ kind, with: { subject } }) => kind !== 'file@1' && subject === 'manuscript',
  );
  expect(missed).toHaveLength(bodies.length);
});

test.each(amending.flatMap((id) => ['indicator', 'substantive'].map((of) => [id, of] as const)))(
  '%s whose %s change goes straight back to the authority is found out, with its path',
  (id, of) => {
    const past = restaged(given(id), 'amendment', ({ then }) => ({ then: { ...then, [of]: 'authority' } }));
    const { faults } = checkProcedure(compiled(past));
    const fault = faults.find(
      ({ rule, path }) => rule === 'issue-without-gate' && path.at(-1) === '印发与签收',
    );
    expect(fault?.path).toContain(`补正修改: ${of}`);
  },
);
