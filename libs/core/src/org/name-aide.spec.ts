import type { Capacity } from '../capacity.ts';
import { permit, visible } from '../policy/permit.ts';
import type { Fact } from '../stream.ts';
import { assigned, submitted } from '../testing/chapters.ts';
import { given, INSTITUTION, uuid } from '../testing/given.ts';
import {
  ADMIN,
  asking,
  department,
  filled,
  house,
  HOUSE,
  knownOf,
  made,
  NOW,
  post,
} from '../testing/house.ts';
import { confirmAide, endAide, nameAide } from './name-aide.ts';
import { vacatePost } from './posts.ts';
import { orgRows } from './rows.ts';

const posts = [
  made(1, 'leader'),
  filled(1, 1),
  made(2, 'leader'),
  filled(2, 2),
  made(3, 'secretary'),
  filled(3, 3),
  made(4, 'office-director'),
  filled(4, 4),
];
const LEADER = asking('leader', 1, 1);
const OTHER = asking('leader', 2, 2);
const AIDE = asking('secretary', 3, 3);
const DIRECTOR = asking('office-director', 4, 4);
const OFFICE = asking('office', 5, 5);
const by = (actor: Capacity) => ({ now: NOW, actor });
const body = { leader: post(1), post: post(3) };
const ID = uuid(0xa1);

const named: Fact = { type: 'AideNamed', data: { aide: ID, ...body, by: OFFICE.person } };
const confirmed: Fact = { type: 'AideConfirmed', data: { aide: ID, by: LEADER.person, post: LEADER.post } };
const ended = (reason: string): Fact => ({ type: 'AideEnded', data: { aide: ID, at: NOW, reason } });

test('a leader names a secretary, who stands at once', () => {
  expect(
    given(house(...posts), by(LEADER))
      .when(nameAide, INSTITUTION, body)
      .types(),
  ).toEqual(['org AideNamed', 'org AideConfirmed']);
  given(house(...posts), by(OTHER))
    .when(nameAide, INSTITUTION, body)
    .refused('aide.own');
});

test('whom the office enters waits for the leader, or for the director where another entered it', () => {
  expect(
    given(house(...posts), by(OFFICE))
      .when(nameAide, INSTITUTION, body)
      .types(),
  ).toEqual(['org AideNamed']);
  const confirm = (actor: Capacity, agree = true) =>
    given(house(...posts, named), by(actor)).when(confirmAide, INSTITUTION, { aide: ID, agree });
  confirm(LEADER).then([{ stream: HOUSE, ...confirmed }]);
  expect(confirm(DIRECTOR).types()).toEqual(['org AideConfirmed']);
  confirm(OTHER).refused('aide.second-person');
  confirm({ ...DIRECTOR, person: OFFICE.person }).refused('aide.second-person');
  confirm(LEADER, false).then([{ stream: HOUSE, ...ended('declined') }]);
  given(house(...posts, named, confirmed), by(LEADER))
    .when(confirmAide, INSTITUTION, { aide: ID, agree: true })
    .refused('aide.known');
});

test('the director does not confirm that the own post serves the leader', () => {
  const own: Fact = { type: 'AideNamed', data: { aide: ID, leader: post(1), post: post(4), by: null } };
  const confirm = (actor: Capacity) =>
    given(house(...posts, own), by(actor)).when(confirmAide, INSTITUTION, { aide: ID, agree: true });
  confirm(DIRECTOR).refused('aide.second-person');
  expect(confirm(LEADER).types()).toEqual(['org AideConfirmed']);
});

test('the leader owes a word about it until it stands', () => {
  const rows = (...facts: readonly Fact[]) =>
    orgRows(INSTITUTION, knownOf(house(...posts, ...facts)).org).obligations;
  expect(rows(named)).toEqual([
    { name: `aide:${ID}`, holder: `post:${post(1)}`, verb: 'org.confirm-aide', case: null, due: null },
  ]);
  expect(rows(named, confirmed)).toEqual([]);
});

test('a secretary is of a leader, somebody else, in a post that is held, and once', () => {
  const name = (change: object, ...more: readonly Fact[]) =>
    given(house(...posts, ...more), by(DIRECTOR)).when(nameAide, INSTITUTION, { ...body, ...change });
  name({ leader: post(4) }).refused('aide.leader');
  name({ post: post(9) }).refused('org.post-held');
  name({}, made(6, 'leader')).then([{ stream: HOUSE, type: 'AideNamed' }]);
  name({ leader: post(6) }, made(6, 'leader')).refused('org.post-held');
  name({ post: post(1) }).refused('aide.other');
  name({}, named).refused('aide.new');
});

test('it is ended by the leader, the office, the secretary, and when either leaves', () => {
  const end = (actor: Capacity) =>
    given(house(...posts, named, confirmed), by(actor)).when(endAide, INSTITUTION, { aide: ID });
  end(LEADER).then([{ stream: HOUSE, ...ended('revoked') }]);
  end(OFFICE).then([{ stream: HOUSE, ...ended('revoked') }]);
  end(AIDE).then([{ stream: HOUSE, ...ended('returned') }]);
  end(OTHER).refused('aide.known');
  for (const leaving of [1, 3])
    expect(
      given(house(...posts, named, confirmed), by(ADMIN))
        .when(vacatePost, INSTITUTION, { post: post(leaving) })
        .types(),
    ).toEqual(['org AideEnded', 'org PostVacated']);
});

test('who stands may enter what was signed of the leader’s chapters, and see them; nobody else gains anything', () => {
  const CHAPTER = uuid(0xc1);
  const seen = (capacity: Capacity, lead: string, ...facts: readonly Fact[]) => {
    const known = knownOf({
      ...house(...posts, made(6, 'department-head', department(1)), filled(6, 6), ...facts),
      [`chapter/${CHAPTER}`]: [
        assigned({ lead, owners: [department(1)], writer: department(1) }),
        submitted(),
      ],
    });
    const may = (verb: string): boolean =>
      'capacities' in permit(verb, 'chapter', CHAPTER, [capacity], known);
    return [
      visible('chapter', CHAPTER, [capacity], known),
      may('chapter.record-sign-off'),
      may('chapter.record-return'),
      may('chapter.sign-off'),
    ];
  };
  expect(seen(AIDE, post(1), named, confirmed)).toEqual([true, true, true, false]);
  expect(seen(AIDE, post(2), named, confirmed)).toEqual([false, false, false, false]);
  expect(seen(AIDE, post(1), named)).toEqual([false, false, false, false]);
  expect(seen(AIDE, post(1), named, confirmed, ended('revoked'))).toEqual([false, false, false, false]);
  // The head of the department that wrote the chapter does not enter the judgement of it.
  const own: Fact = { type: 'AideNamed', data: { aide: ID, leader: post(1), post: post(6), by: null } };
  const head = asking('department-head', 6, 6, department(1));
  expect(seen(head, post(1), own, confirmed)).toEqual([true, false, false, false]);
});
