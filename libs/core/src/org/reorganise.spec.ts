import { capacitiesOf, holdings } from '../policy/capacities.ts';
import type { Fact } from '../stream.ts';
import { given, INSTITUTION } from '../testing/given.ts';
import {
  ADMIN,
  department,
  filled,
  house,
  HOUSE,
  knownOf,
  made,
  NOW,
  person,
  post,
} from '../testing/house.ts';
import { departmentNames, heirOf, nameAt } from './departments.ts';
import { closeDepartment, mergeDepartments, renameDepartment, splitDepartment } from './reorganise.ts';

const [IT, MEDICAL, QUALITY] = [department(1), department(2), department(3)];
const posts: readonly Fact[] = [
  made(1, 'department-head', IT),
  filled(1, 1),
  made(2, 'department-head', QUALITY),
  filled(2, 2),
  made(3, 'office', IT),
  filled(3, 3),
];
const now = { now: NOW, actor: ADMIN };
const merged: Fact = {
  type: 'DepartmentsMerged',
  data: { departments: [IT], heir: QUALITY, from: NOW, document: null },
};

test('a department that is renamed keeps the name of then for what was done then', () => {
  given(house(), now)
    .when(renameDepartment, INSTITUTION, { department: IT, name: '数据中心', document: '云中医〔2026〕8号' })
    .then([
      {
        stream: HOUSE,
        type: 'DepartmentRenamed',
        data: {
          department: IT,
          name: '数据中心',
          former: '信息科',
          from: NOW,
          document: '云中医〔2026〕8号',
        },
      },
    ]);
  const renamed: Fact = {
    type: 'DepartmentRenamed',
    data: { department: IT, name: '数据中心', former: '信息科', from: NOW, document: null },
  };
  const { org } = knownOf(house(renamed));
  expect([nameAt(org, IT, '2026-01-01T00:00:00.000Z'), nameAt(org, IT, NOW)]).toEqual(['信息科', '数据中心']);
  expect(nameAt(org, person(1), NOW)).toBeNull();
  given(house(), now)
    .when(renameDepartment, INSTITUTION, { department: IT, name: '医务科' })
    .refused('org.department-new');
});

test('merging ends the heads’ posts, moves the others, and leaves what is open to the heir', () => {
  given(house(...posts), now)
    .when(mergeDepartments, INSTITUTION, { departments: [IT], into: { department: QUALITY } })
    .then([
      {
        stream: HOUSE,
        type: 'PostVacated',
        data: { post: post(1), person: person(1), until: NOW, reason: 'department-ended' },
      },
      { stream: HOUSE, type: 'PostMoved', data: { post: post(3), department: QUALITY, from: NOW } },
      {
        stream: HOUSE,
        type: 'DepartmentsMerged',
        data: { departments: [IT], heir: QUALITY, from: NOW, document: null },
      },
    ]);
});

test('the head of the heir stands for the department that ended, and nobody else does', () => {
  const { org } = knownOf(house(...posts, merged));
  expect(capacitiesOf(org, person(2)).map((held) => held.department)).toEqual([QUALITY, IT]);
  expect(holdings(org, capacitiesOf(org, person(2)))).toContain(`department-head@${IT}`);
  expect(capacitiesOf(org, person(3)).map((held) => held.department)).toEqual([IT]);
  expect(departmentNames(org, [IT, QUALITY])).toEqual(['信息科', '质控科']);
});

test('departments merge into a new one, which nobody heads yet', () => {
  const { decision } = given(house(...posts), now).when(mergeDepartments, INSTITUTION, {
    departments: [IT, QUALITY],
    into: { name: '数据质控中心', kind: 'functional' },
  });
  expect(decision).toMatchObject({ notices: [{ rule: 'org.heir-headless' }] });
  expect('facts' in decision && decision.facts.map(({ fact: { type } }) => type)).toEqual([
    'DepartmentCreated',
    'PostVacated',
    'PostVacated',
    'PostMoved',
    'DepartmentsMerged',
  ]);
});

test('of a split one department is the heir', () => {
  const into = [
    { name: '信息一科', kind: 'functional' as const },
    { name: '信息二科', kind: 'functional' as const },
  ];
  const { decision } = given(house(...posts), now).when(splitDepartment, INSTITUTION, {
    department: IT,
    into,
    main: 1,
  });
  expect('facts' in decision && decision.facts.at(-1)?.fact).toEqual({
    type: 'DepartmentSplit',
    data: {
      department: IT,
      heirs: ['new-department-0', 'new-department-1'],
      main: 'new-department-1',
      from: NOW,
      document: null,
    },
  });
  given(house(), now)
    .when(splitDepartment, INSTITUTION, { department: IT, into, main: 2 })
    .refused('org.heir-other');
});

test('a chain of heirs ends at one that stands', () => {
  const closed: Fact = {
    type: 'DepartmentClosed',
    data: { department: QUALITY, heir: MEDICAL, from: NOW, document: null },
  };
  const { org } = knownOf(house(merged, closed));
  expect([IT, QUALITY, MEDICAL].map((id) => heirOf(org, id))).toEqual([MEDICAL, MEDICAL, MEDICAL]);
});

test('nothing is left to a department that ends with it, nor to one that is none', () => {
  given(house(), now)
    .when(closeDepartment, INSTITUTION, { department: IT, heir: IT })
    .refused('org.heir-other');
  given(house(merged), now)
    .when(closeDepartment, INSTITUTION, { department: MEDICAL, heir: IT })
    .refused('org.department-known');
  given(house(), now)
    .when(mergeDepartments, INSTITUTION, { departments: [IT, MEDICAL], into: { department: MEDICAL } })
    .refused('org.heir-other');
  given(house(...posts), now)
    .when(closeDepartment, INSTITUTION, { department: IT, heir: QUALITY })
    .then([
      { stream: HOUSE, type: 'PostVacated' },
      { stream: HOUSE, type: 'PostMoved' },
      { stream: HOUSE, type: 'DepartmentClosed' },
    ]);
});
