import { checkProcedure, compileProcedure, stagesOf, type Definition, type Stage } from '@mouding/core';
import { readProcedure } from 'mouding/procedures';
import { find } from '../walls/tree.ts';
import { compiled, gatesOf, restaged, unbound, without } from './changed.ts';

/** How much of each procedure is walked. A change of these numbers is a change of what a case may do. */
const SHIPPED: { readonly [id: string]: { readonly states: number; readonly transitions: number } } = {
  'hospital-five-year-plan': { states: 8580, transitions: 20_210 },
  'hospital-party-final': { states: 736, transitions: 1698 },
  university: { states: 868, transitions: 1782 },
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
  expect(checkProcedure(compileProcedure(given(id)))).toEqual({ faults: [], ...size });
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
