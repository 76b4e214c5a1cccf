import type { Fact } from '../stream.ts';
import { department, filled, house, knownOf, made, NOW, person, post } from '../testing/house.ts';
import { repairsOf, unheld } from './unheld.ts';

const posts: readonly Fact[] = [made(1, 'department-head', department(1)), made(2, 'leader'), filled(2, 2)];
const find = (holder: string, ...facts: readonly Fact[]) =>
  unheld(knownOf(house(...posts, ...facts)).org, holder);
const disabled: Fact = { type: 'HolderDisabled', data: { person: person(2) } };
const acting: Fact = {
  type: 'ActingAppointed',
  data: { post: post(1), by: { person: person(3) }, from: NOW, until: null, document: null },
};

test.each([
  ['a vacant post', `department-head@${department(1)}`, [], { why: 'vacant', posts: [post(1)] }],
  ['a vacant post in which somebody acts', `department-head@${department(1)}`, [acting], null],
  ['a post that is held', `post:${post(2)}`, [], null],
  [
    'a post whose holder’s account is out of use',
    `post:${post(2)}`,
    [disabled],
    { why: 'disabled', posts: [post(2)] },
  ],
  ['a seat in a body that was never formed', 'chair@council', [], { why: 'no-post', posts: [] }],
  ['a person who holds nothing', `person:${person(5)}`, [], { why: 'left', posts: [] }],
  ['a capacity that somebody has', 'leader', [], null],
] as const)('%s', (_, holder, facts, found) => {
  expect(find(holder, ...facts)).toEqual(found);
});

test('what a department left has no handler while nobody heads its heir', () => {
  const closed: Fact = {
    type: 'DepartmentClosed',
    data: { department: department(2), heir: department(1), from: NOW, document: null },
  };
  const holder = `department-head@${department(2)}`;
  expect(find(holder, closed)).toEqual({ why: 'vacant', posts: [post(1)] });
  expect(find(holder, closed, filled(1, 4))).toBeNull();
});

test('each is repaired in its own way', () => {
  expect(repairsOf({ why: 'vacant', posts: [] }, 'contribution')).toEqual([
    'org.fill-post',
    'org.appoint-acting',
  ]);
  expect(repairsOf({ why: 'vacant', posts: [] }, 'chapter')).toContain('chapter.reassign');
  expect(repairsOf({ why: 'disabled', posts: [] }, 'issue')[0]).toBe('person.reactivate');
});
