import { knownFrom } from '../given.ts';
import { initial, evolve } from '../machine.ts';
import { orgMachine } from '../org/org.ts';
import { issueMachine } from '../stages/issue/issue.ts';
import type { Fact } from '../stream.ts';
import { INSTITUTION, refOf, uuid } from '../testing/given.ts';
import { capacitiesOf, holdings } from './capacities.ts';
import { permit, seesMaking, visible } from './permit.ts';

const person = uuid(9);
const post = (id: number, as: string, department: string | null): readonly Fact[] => [
  { type: 'PostCreated', data: { post: uuid(id), title: `岗位${id}`, as, department } },
  { type: 'PostFilled', data: { post: uuid(id), person, from: '2025-10-01T00:00:00.000Z' } },
];
const house: readonly Fact[] = [
  { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'rehearsal' } },
  { type: 'DepartmentCreated', data: { department: uuid(1), name: '医务科', kind: 'functional' } },
  { type: 'DepartmentCreated', data: { department: uuid(2), name: '质控科', kind: 'functional' } },
  ...post(11, 'department-head', uuid(1)),
  ...post(12, 'department-head', uuid(2)),
  {
    type: 'BodyFormed',
    data: {
      body: uuid(3),
      key: 'leading-group',
      name: '领导小组',
      seats: [{ post: uuid(12), role: 'member' }],
    },
  },
];
const drafted: readonly Fact[] = [
  {
    type: 'IssueDrafted',
    data: {
      case: uuid(5),
      stage: 'issue',
      subject: 'manuscript',
      title: '规划',
      text: refOf('规划'),
      recipients: [uuid(1), uuid(2)],
      due: null,
    },
  },
];

const fold = (machine: typeof orgMachine | typeof issueMachine, facts: readonly Fact[]) =>
  facts.reduce((state, fact) => evolve(machine, state, fact), initial(machine));

const known = (issue: readonly Fact[]) =>
  knownFrom({
    institution: INSTITUTION,
    states: new Map([
      [`org/${INSTITUTION}` as const, fold(orgMachine, house)],
      [`issue/${uuid(4)}` as const, fold(issueMachine, issue)],
    ]),
    procedures: new Map(),
    texts: new Map(),
    files: new Map(),
    brought: new Map<string, string>(),
    derive: (name) => name,
  });

const issued: readonly Fact[] = [
  ...drafted,
  { type: 'IssueSigned', data: { text: refOf('规划'), on: '2026-05-29' } },
  { type: 'IssueNumbered', data: { number: '云市中医〔2026〕12号' } },
  {
    type: 'Issued',
    data: {
      text: refOf('规划'),
      number: '云市中医〔2026〕12号',
      on: '2026-05-29',
      recipients: [uuid(1), uuid(2)],
      notices: [],
    },
  },
];

test('a person who heads two departments may sign for either', () => {
  const world = known(issued);
  const held = capacitiesOf(world.org, person);
  const allowed = permit('issue.acknowledge', 'issue', uuid(4), held, world);
  expect('capacities' in allowed && allowed.capacities.map(({ post: of }) => of)).toEqual([
    uuid(11),
    uuid(12),
  ]);
});

test('before it is issued a document does not exist for its recipients', () => {
  const world = known(drafted);
  const held = capacitiesOf(world.org, person);
  expect(visible('issue', uuid(4), held, world)).toBe(false);
  expect(permit('issue.acknowledge', 'issue', uuid(4), held, world)).toMatchObject({
    refusal: { because: 'policy' },
  });
});

test('a countersigning department sees the draft and countersigns it, its recipients do not', () => {
  const [first] = drafted;
  const steps = { review: 'off', countersign: 'warn', check: 'off', seal: 'off', unknown: [] };
  const asked = { ...first?.data, recipients: [uuid(1)], steps: { ...steps, departments: [uuid(2)] } };
  const world = known([{ type: 'IssueDrafted', data: asked }]);
  const [recipient, countersigner] = capacitiesOf(world.org, person);
  expect(visible('issue', uuid(4), countersigner ? [countersigner] : [], world)).toBe(true);
  expect(visible('issue', uuid(4), recipient ? [recipient] : [], world)).toBe(false);
  const may = permit(
    'issue.countersign',
    'issue',
    uuid(4),
    [recipient, countersigner].flatMap((one) => one ?? []),
    world,
  );
  expect('capacities' in may && may.capacities).toEqual([countersigner]);
});

test('whoever receives an issue sees what was issued, a countersigning department also how it was made', () => {
  const [first, ...rest] = issued;
  const steps = { review: 'off', countersign: 'warn', check: 'off', seal: 'off', unknown: [] };
  const asked = { ...first?.data, steps: { ...steps, departments: [uuid(2)] } };
  const world = known([{ type: 'IssueDrafted', data: asked }, ...rest]);
  const [recipient, countersigner] = capacitiesOf(world.org, person).map((held) => [held]);
  expect(visible('issue', uuid(4), recipient ?? [], world)).toBe(true);
  expect(seesMaking('issue', uuid(4), recipient ?? [], world)).toBe(false);
  expect(seesMaking('issue', uuid(4), countersigner ?? [], world)).toBe(true);
});

test('a verb that no row of the table names is refused to everybody', () => {
  const world = known(issued);
  expect(permit('issue.burn', 'issue', uuid(4), capacitiesOf(world.org, person), world)).toHaveProperty(
    'refusal',
  );
});

test('the work list of a person is asked by posts, by departments headed and by seats', () => {
  const world = known(issued);
  expect(holdings(world.org, capacitiesOf(world.org, person))).toEqual([
    'department-head',
    `post:${uuid(11)}`,
    `person:${person}`,
    `department-head@${uuid(1)}`,
    `post:${uuid(12)}`,
    `department-head@${uuid(2)}`,
    'member@leading-group',
  ]);
});
