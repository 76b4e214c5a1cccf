import { uuid } from '../testing/given.ts';
import { evolve, initial } from '../machine.ts';
import { orgMachine, type OrgState } from '../org/org.ts';
import { capacitiesOf, holdings } from '../policy/capacities.ts';
import type { Fact } from '../stream.ts';
import { holdersOf } from './recipients.ts';

const post = (no: number, as: string, department: string | null, person: string | null): readonly Fact[] => [
  { type: 'PostCreated', data: { post: uuid(no), title: `岗位${no}`, as, department } },
  ...(person
    ? [{ type: 'PostFilled', data: { post: uuid(no), person, from: '2025-10-01T00:00:00.000Z' } }]
    : []),
];

const facts: readonly Fact[] = [
  { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'rehearsal' } },
  { type: 'DepartmentCreated', data: { department: uuid(1), name: '信息科', kind: 'functional' } },
  ...post(11, 'department-head', uuid(1), uuid(101)),
  ...post(12, 'office', null, uuid(101)),
  ...post(13, 'office', null, uuid(102)),
  ...post(14, 'leader', null, null),
  {
    type: 'BodyFormed',
    data: {
      body: uuid(3),
      key: 'party-committee',
      name: '党委',
      seats: [
        { post: uuid(13), role: 'secretary' },
        { post: uuid(14), role: 'chair' },
      ],
    },
  },
];
const org = facts.reduce((state, fact) => evolve(orgMachine, state, fact), initial(orgMachine)) as OrgState;

test('holders are found by capacity, post, person, department and seat; whoever holds two posts stands there once', () => {
  const held = holdersOf(org);
  expect(held.get('office')).toEqual([uuid(101), uuid(102)]);
  expect(held.get(`department-head@${uuid(1)}`)).toEqual([uuid(101)]);
  expect(held.get(`post:${uuid(13)}`)).toEqual([uuid(102)]);
  expect(held.get(`person:${uuid(101)}`)).toEqual([uuid(101)]);
  expect(held.get('secretary@party-committee')).toEqual([uuid(102)]);
});

test('a vacant post holds nobody', () => {
  const held = holdersOf(org);
  expect([held.get('leader'), held.get(`post:${uuid(14)}`), held.get('chair@party-committee')]).toEqual(
    Array(3).fill(undefined),
  );
});

test('it is the inverse of what the in-app inbox is asked with', () => {
  const held = holdersOf(org);
  for (const person of [uuid(101), uuid(102), uuid(103)]) {
    const found = [...held].filter(([, persons]) => persons.includes(person)).map(([holder]) => holder);
    expect(found.toSorted()).toEqual([...holdings(org, capacitiesOf(org, person))].toSorted());
  }
});
