import { stagesOf } from '@mouding/core';
import { readProcedure } from '../procedures.ts';
import { demoAuthority, demoHospital } from './hospital.ts';
import { inventNames } from './people.ts';

const { departments, posts, people, bodies } = demoHospital;
const titles = new Set(posts.map(({ title }) => title));
const names = new Set(departments.map(({ name }) => name));

test('the same seed invents the same people, each name once', () => {
  expect(inventNames(94, 2026)).toEqual(inventNames(94, 2026));
  expect(inventNames(94, 2026)).not.toEqual(inventNames(94, 2027));
  expect(new Set(inventNames(400, 1)).size).toBe(400);
});

test('nineteen functional departments and organisations, twelve clinical ones, six leaders, nine members, 66 delegates', () => {
  const count = (as: string): number =>
    new Set(posts.filter((post) => post.as === as).map(({ holder }) => holder)).size;
  expect(departments.filter(({ kind }) => kind !== 'clinical')).toHaveLength(19);
  expect(departments.filter(({ kind }) => kind === 'clinical')).toHaveLength(12);
  expect([count('leader'), count('committee-member'), count('delegate')]).toEqual([6, 9, 66]);
});

test.each([demoHospital, demoAuthority])(
  'every post of $name is titled once and held by somebody, every seat is a post',
  (plan) => {
    const logins = new Set(plan.people.map(({ login }) => login));
    expect(new Set(plan.posts.map(({ title }) => title)).size).toBe(plan.posts.length);
    expect(plan.posts.filter(({ holder }) => !logins.has(holder))).toEqual([]);
    expect(
      plan.bodies
        .flatMap(({ seats }) => seats)
        .filter(({ post }) => !plan.posts.some(({ title }) => title === post)),
    ).toEqual([]);
  },
);

test('nobody has two voices in one body', () => {
  for (const { seats } of bodies) {
    const voices = seats
      .filter(({ role }) => ['chair', 'deputy', 'member'].includes(role))
      .map(({ post }) => posts.find(({ title }) => title === post)?.holder);
    expect(new Set(voices).size).toBe(voices.length);
  }
});

test('every department has a head', () => {
  const heads = posts.filter(({ as }) => as === 'department-head').map(({ department }) => department);
  expect(heads).toHaveLength(names.size);
  expect(new Set(heads)).toEqual(names);
});

test('the procedure finds its departments, leading posts and bodies in the demo hospital', () => {
  const definition = readProcedure('hospital-five-year-plan');
  const departmentsNamed = definition.chapters.flatMap(({ owners, support, writer }) => [
    ...owners,
    ...support,
    ...(writer ? [writer] : []),
  ]);
  expect(definition.chapters).toHaveLength(11);
  expect(departmentsNamed.filter((name) => name !== '各职能科室' && !names.has(name))).toEqual([]);
  expect(definition.chapters.map(({ lead }) => lead).filter((lead) => !titles.has(lead))).toEqual([]);
  expect(new Set(Object.keys(definition.bodies))).toEqual(new Set(bodies.map(({ key }) => key)));
  expect(stagesOf(definition).at(-1)?.id).toBe('issue');
});

test('the authority is another institution with an examiner of its own', () => {
  expect(demoAuthority.code).not.toBe(demoHospital.code);
  expect(demoAuthority.posts.map(({ as }) => as)).toContain('examiner');
  expect(people.some(({ login }) => login === 'jingban')).toBe(false);
});
