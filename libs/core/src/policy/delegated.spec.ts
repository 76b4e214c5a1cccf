import type { Fact } from '../stream.ts';
import { INSTITUTION, uuid } from '../testing/given.ts';
import { department, filled, house, knownOf, made, person, post } from '../testing/house.ts';
import { capacitiesOf } from './capacities.ts';
import { delegatesFor, owes, toldOf } from './delegated.ts';
import { permit, visible } from './permit.ts';

const CHAPTER = uuid(1);
const chapter = (n: number): string => `chapter/${uuid(n)}`;
const assigned = (writer: string): Fact => ({
  type: 'ChapterAssigned',
  data: {
    case: uuid(2),
    stage: 'chapters',
    no: 1,
    title: '第一章',
    lead: post(1),
    owners: [writer],
    writer,
    support: [],
    due: null,
  },
});
const granted = (change: object): Fact => ({
  type: 'DelegationGranted',
  data: {
    delegation: uuid(50),
    post: post(1),
    delegator: person(1),
    to: person(2),
    from: '2026-02-01T00:00:00.000Z',
    until: '2026-03-01T00:00:00.000Z',
    scope: { harmless: true, verbs: ['chapter.sign-off'], within: null },
    stays: [],
    document: null,
    ...change,
  },
});
const posts = [made(1, 'leader'), filled(1, 1), made(2, 'department-head', department(1)), filled(2, 2)];
const world = (delegation: object, writer = department(2)) =>
  knownOf({ ...house(...posts, granted(delegation)), [chapter(1)]: [assigned(writer)] });
const may = (verb: string, known: ReturnType<typeof world>) =>
  permit(verb, 'chapter', CHAPTER, capacitiesOf(known.org, person(2)), known);

test('a delegate acts in the post of the delegator, and says for whom', () => {
  const found = may('chapter.sign-off', world({}));
  expect('capacities' in found && found.capacities).toEqual([
    {
      as: 'leader',
      person: person(2),
      post: post(1),
      department: null,
      for: person(1),
      delegation: uuid(50),
    },
  ]);
});

test.each([
  ['another verb', {}, 'chapter.return', 'delegation.scope'],
  ['an item that was open and stays', { stays: [chapter(1)] }, 'chapter.sign-off', 'delegation.scope'],
  [
    'another stage',
    { scope: { harmless: true, verbs: ['chapter.sign-off'], within: { case: uuid(2), stage: 'draft' } } },
    'chapter.sign-off',
    'delegation.scope',
  ],
  [
    'a verb that nobody delegates, whatever the log says',
    { scope: { harmless: true, verbs: ['case.grant-exemption'], within: null } },
    'case.grant-exemption',
    'delegation.scope',
  ],
])('a delegate is refused %s', (_, change, verb, rule) => {
  expect(may(verb, world(change))).toMatchObject({ refusal: { because: 'policy', rule } });
});

test('in the stage that is named, the delegate may', () => {
  const within = { case: uuid(2), stage: 'chapters' };
  expect(
    may('chapter.sign-off', world({ scope: { harmless: false, verbs: ['chapter.sign-off'], within } })),
  ).toHaveProperty('capacities');
});

test('nobody signs off work of their own in somebody else’s name', () => {
  expect(may('chapter.sign-off', world({}, department(1)))).toMatchObject({
    refusal: { rule: 'delegation.own-work' },
  });
});

test('what is owed is on the delegate’s list within the delegation, and the delegate is told', () => {
  const known = world({});
  const owed = { holder: `post:${post(1)}`, stream: chapter(1) };
  const held = capacitiesOf(known.org, person(2));
  expect(owes(known, held, { ...owed, verb: 'chapter.sign-off' })).toBe(true);
  expect(owes(known, held, { ...owed, verb: 'chapter.return' })).toBe(false);
  expect(owes(known, held, { ...owed, holder: `person:${person(1)}`, verb: 'chapter.sign-off' })).toBe(false);
  expect(owes(known, capacitiesOf(known.org, person(1)), { ...owed, verb: 'chapter.return' })).toBe(true);
  expect(delegatesFor(known, { ...owed, verb: 'chapter.sign-off' })).toEqual([person(2)]);
  expect(delegatesFor(known, { ...owed, verb: 'chapter.return' })).toEqual([]);
});

test('a delegate sees what the post sees, but not what is the person’s', () => {
  const known = world({});
  const held = capacitiesOf(known.org, person(2)).filter(({ delegation }) => delegation);
  expect(visible('chapter', CHAPTER, held, known)).toBe(true);
  expect(visible('record', uuid(9), held, known)).toBe(false);
  // A leader reads every filing; what was delegated is about none.
  expect(visible('filing', uuid(9), capacitiesOf(known.org, person(1)), known)).toBe(true);
  expect(visible('filing', uuid(9), held, known)).toBe(false);
  const within = { case: uuid(2), stage: 'draft' };
  const elsewhere = world({ scope: { harmless: true, verbs: ['chapter.sign-off'], within } });
  const other = capacitiesOf(elsewhere.org, person(2)).filter(({ delegation }) => delegation);
  expect(visible('chapter', CHAPTER, other, elsewhere)).toBe(false);
});

test('a seat is nobody’s but its holder’s', () => {
  const formed: Fact = {
    type: 'BodyFormed',
    data: { body: uuid(60), key: 'council', name: '委员会', seats: [{ post: post(1), role: 'member' }] },
  };
  const known = knownOf(house(...posts, granted({}), formed));
  for (const verb of ['meeting.sign-in', 'meeting.vote', 'ballot.tally']) {
    expect(permit(verb, 'meeting', uuid(3), capacitiesOf(known.org, person(2)), known)).toHaveProperty(
      'refusal',
    );
  }
  expect(
    permit('meeting.vote', 'meeting', uuid(3), capacitiesOf(known.org, person(1)), known),
  ).toHaveProperty('capacities');
  const acting = knownOf(
    house(
      ...posts,
      formed,
      { type: 'PostVacated', data: { post: post(1), person: person(1), until: '2026-02-01T00:00:00.000Z' } },
      {
        type: 'ActingAppointed',
        data: {
          post: post(1),
          by: { person: person(2) },
          from: '2026-02-01T00:00:00.000Z',
          until: null,
          document: null,
        },
      },
    ),
  );
  const held = capacitiesOf(acting.org, person(2));
  expect(permit('meeting.vote', 'meeting', uuid(3), held, acting)).toHaveProperty('refusal');
});

test('a decision of a delegate carries a word to the delegator; any other is left alone', () => {
  const of = { as: 'leader', person: person(2), post: post(1), department: null } as const;
  const decision = {
    facts: [{ stream: 'chapter/x', fact: { type: 'ChapterSignedOff', data: {} } }],
  } as const;
  const act = { institution: INSTITUTION, verb: 'chapter.sign-off', stream: 'chapter/x' } as const;
  expect(toldOf(decision, of, act)).toBe(decision);
  expect(toldOf(decision, { ...of, delegation: uuid(50) }, act).facts.at(-1)).toEqual({
    stream: `org/${INSTITUTION}`,
    fact: {
      type: 'DelegatedActDone',
      data: { delegation: uuid(50), stream: 'chapter/x', verb: 'chapter.sign-off' },
    },
  });
});
