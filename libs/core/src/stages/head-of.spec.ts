import { evolve, initial } from '../machine.ts';
import { orgMachine, type OrgState } from '../org/org.ts';
import type { Fact } from '../stream.ts';
import { uuid } from '../testing/given.ts';
import { headOf, heldAt, leaderAt } from './head-of.ts';

const POST = uuid(2);
const filled = (person: string, from: string): Fact => ({
  type: 'PostFilled',
  data: { post: POST, person, from },
});
const org = (...facts: readonly Fact[]): OrgState =>
  [
    { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'live' } },
    { type: 'DepartmentCreated', data: { department: uuid(1), name: '信息科', kind: 'functional' } },
    {
      type: 'PostCreated',
      data: { post: POST, title: '信息科主任', as: 'department-head', department: uuid(1) },
    },
    ...facts,
  ].reduce((state, fact) => evolve(orgMachine, state, fact), initial(orgMachine)) as OrgState;
const LEFT: Fact = {
  type: 'PostVacated',
  data: { post: POST, person: 'one', until: '2025-06-01T02:00:00.000Z' },
};
const house = org(
  filled('one', '2025-01-01T02:00:00.000Z'),
  LEFT,
  filled('two', '2025-09-01T02:00:00.000Z'),
  filled('three', '2025-10-01T02:00:00.000Z'),
);

test('former holders are remembered, whether they left or were followed', () => {
  expect(house.context.past).toEqual([
    { post: POST, person: 'one', from: '2025-01-01T02:00:00.000Z', until: '2025-06-01T02:00:00.000Z' },
    { post: POST, person: 'two', from: '2025-09-01T02:00:00.000Z', until: '2025-10-01T02:00:00.000Z' },
  ]);
  expect(house.context.posts[0]?.holder).toEqual({
    person: 'three',
    from: '2025-10-01T02:00:00.000Z',
    term: null,
  });
});

test.each([
  ['2024-12-31', null],
  ['2025-01-01', 'one'],
  ['2025-03-01', 'one'],
  ['2025-06-01', 'one'],
  ['2025-06-01T02:00:00.000Z', null],
  ['2025-07-01', null],
  ['2025-09-01', 'two'],
  ['2025-10-01', 'two'],
  ['2025-10-02', 'three'],
])('of what happened on %s it is %s', (happened, who) => {
  expect(headOf(house, uuid(1), { happened })?.person ?? null).toBe(who);
  expect(leaderAt(house, POST, { happened })?.person ?? null).toBe(who);
  expect(heldAt(house, POST, { happened })).toEqual({
    as: 'department-head',
    person: who,
    post: POST,
    department: uuid(1),
  });
});

test('a post that does not exist is nobody’s', () => {
  expect(heldAt(house, uuid(9), { happened: '2025-03-01' })).toBeNull();
  expect(headOf(house, uuid(9), { happened: '2025-03-01' })).toBeNull();
});
