import type { Capacity } from '../capacity.ts';
import { CLOCK } from '../capacity.ts';
import type { Fact } from '../stream.ts';
import { given, INSTITUTION, uuid } from '../testing/given.ts';
import { asking, filled, house, HOUSE, knownOf, made, NOW, person, post } from '../testing/house.ts';
import { confirmDated } from './confirm.ts';
import { delegate } from './delegation.ts';
import { orgFallDue } from './fall-due.ts';
import { vacatePost } from './posts.ts';
import { revokeDelegation, seeDelegatedActs } from './revoke.ts';
import { orgRows } from './rows.ts';

const posts = [made(1, 'leader'), filled(1, 1), made(2, 'leader'), filled(2, 2)];
const LEADER = asking('leader', 1, 1);
const by = (actor: Capacity) => ({ now: NOW, actor });
const body = {
  post: post(1),
  to: person(3),
  until: '2026-03-10',
  scope: { harmless: true, verbs: [] as string[], within: null },
  stays: [] as string[],
};
const UNTIL = '2026-03-10T16:00:00.000Z';
const granted: Fact = {
  type: 'DelegationGranted',
  data: {
    delegation: uuid(50),
    post: post(1),
    delegator: person(1),
    to: person(3),
    from: NOW,
    until: UNTIL,
    scope: body.scope,
    stays: [],
    document: null,
  },
};
const done: Fact = {
  type: 'DelegatedActDone',
  data: { delegation: uuid(50), stream: `issue/${uuid(4)}`, verb: 'issue.acknowledge' },
};

test('the holder of a post delegates it for a time, and says what of the open items stays', () => {
  const stays = [`chapter/${uuid(7)}`];
  given(house(...posts), by(LEADER))
    .when(delegate, INSTITUTION, { ...body, stays })
    .then([
      {
        stream: HOUSE,
        type: 'DelegationGranted',
        data: { ...granted.data, delegation: 'new-delegation', stays },
      },
    ]);
});

test.each([
  ['by another than the holder', { post: post(2) }, 'delegation.own-post'],
  ['longer than the institution allows', { until: '2026-03-27' }, 'delegation.days'],
  ['over before it begins', { until: '2026-02-24' }, 'delegation.days'],
  ['of nothing', { scope: { ...body.scope, harmless: false } }, 'delegation.scope'],
  ['of a vote', { scope: { ...body.scope, verbs: ['meeting.vote'] } }, 'delegation.scope'],
  ['of a secret ballot', { scope: { ...body.scope, verbs: ['ballot.tally'] } }, 'delegation.scope'],
  ['of appointing', { scope: { ...body.scope, verbs: ['org.delegate'] } }, 'delegation.scope'],
  ['to oneself', { to: person(1) }, 'delegation.other'],
  ['to nobody', { to: uuid(3) }, 'org.person-known'],
  ['leaving an item that is none', { stays: [`nothing/${uuid(7)}`] }, 'delegation.stays'],
])('a delegation is refused %s', (_, change, rule) => {
  given(house(...posts), by(LEADER))
    .when(delegate, INSTITUTION, { ...body, ...change })
    .refused(rule);
});

test('thirty days are the most, where the institution says nothing else', () => {
  given(house(...posts), by(LEADER))
    .when(delegate, INSTITUTION, { ...body, until: '2026-03-26' })
    .then([{ stream: HOUSE, type: 'DelegationGranted' }]);
  const wider: Fact = {
    type: 'SecuritySet',
    data: { passwords: 'asvs', separation: 'warn', stepUp: 'none', firstPassword: null, delegationDays: 90 },
  };
  given(house(...posts, wider), by(LEADER))
    .when(delegate, INSTITUTION, { ...body, until: '2026-05-25' })
    .then([{ stream: HOUSE, type: 'DelegationGranted' }]);
});

test('the posts of those who vote in person, count or guard are not delegated', () => {
  for (const as of ['delegate', 'teller', 'auditor', 'security-administrator'] as const)
    given(house(made(1, as), filled(1, 1)), by(asking(as, 1, 1)))
      .when(delegate, INSTITUTION, body)
      .refused('delegation.scope');
});

test('it ends on its day, when it is taken back or handed back, and when the delegator leaves the post', () => {
  const ended = (reason: string, until: string) => ({
    stream: HOUSE,
    type: 'DelegationEnded',
    data: { delegation: uuid(50), until, reason },
  });
  const act = { delegation: uuid(50) };
  given(house(...posts, granted), { now: '2026-03-12T00:00:00.000Z', actor: CLOCK })
    .when(orgFallDue, INSTITUTION, { due: UNTIL })
    .then([ended('expired', UNTIL)]);
  given(house(...posts, granted), by(LEADER))
    .when(revokeDelegation, INSTITUTION, act)
    .then([ended('revoked', NOW)]);
  given(house(...posts, granted), by(asking('leader', 3, 3)))
    .when(revokeDelegation, INSTITUTION, act)
    .then([ended('returned', NOW)]);
  given(house(...posts, granted), by(asking('leader', 2, 2)))
    .when(revokeDelegation, INSTITUTION, act)
    .refused('delegation.known');
  given(house(...posts, granted), by(asking('administrator', 99, 9)))
    .when(vacatePost, INSTITUTION, { post: post(1) })
    .then([
      ended('left', NOW),
      { stream: HOUSE, type: 'PostVacated', data: { post: post(1), person: person(1), until: NOW } },
    ]);
});

test('what was done under it waits for the delegator to see it, also after it has ended', () => {
  const look = {
    name: `delegated:${uuid(50)}`,
    holder: `person:${person(1)}`,
    verb: 'org.see-delegated-acts',
    case: null,
    due: null,
  };
  const over: Fact = {
    type: 'DelegationEnded',
    data: { delegation: uuid(50), until: UNTIL, reason: 'expired' },
  };
  const rows = (...facts: readonly Fact[]) =>
    orgRows(INSTITUTION, knownOf(house(...posts, granted, ...facts)).org).obligations;
  expect(rows()).toEqual([]);
  expect(rows(done)).toEqual([look]);
  expect(rows(done, over)).toEqual([look]);
  const seen = { delegation: uuid(50) };
  given(house(...posts, granted, done, over), by(LEADER))
    .when(seeDelegatedActs, INSTITUTION, seen)
    .then([{ stream: HOUSE, type: 'DelegatedActsSeen', data: seen }]);
  expect(rows(done, over, { type: 'DelegatedActsSeen', data: seen })).toEqual([]);
  given(house(...posts, granted, done), by(asking('leader', 3, 3)))
    .when(seeDelegatedActs, INSTITUTION, seen)
    .refused('delegation.known');
  given(house(...posts, granted), by(LEADER))
    .when(seeDelegatedActs, INSTITUTION, seen)
    .refused('delegation.known');
});

const asked = (waits: 'day' | 'second-person', at: string): Fact => ({
  type: 'ActPlanned',
  data: { act: uuid(70), verb: 'org.delegate', body, at, waits, by: person(1), checker: null },
});

test('one that was recorded of an earlier day counts once a second person agrees', () => {
  const from = '2026-02-19T16:00:00.000Z';
  given(house(...posts, asked('second-person', from)), by(asking('administrator', 99, 9)))
    .when(confirmDated, INSTITUTION, { act: uuid(70), agree: true })
    .then([
      {
        stream: HOUSE,
        type: 'DelegationGranted',
        data: { ...granted.data, from, delegation: `new-${uuid(70)} delegation` },
      },
      { stream: HOUSE, type: 'PlannedActCarriedOut' },
    ]);
});

test('one that waits for its day lapses when the delegator has left: the successor delegated nothing', () => {
  const day = '2026-02-28T16:00:00.000Z';
  const left: readonly Fact[] = [
    { type: 'PostVacated', data: { post: post(1), person: person(1), until: NOW } },
    filled(1, 4, NOW),
  ];
  given(house(...posts, asked('day', day), ...left), { now: day, actor: CLOCK })
    .when(orgFallDue, INSTITUTION, { due: day })
    .then([
      {
        stream: HOUSE,
        type: 'PlannedActLapsed',
        data: {
          act: uuid(70),
          rule: 'delegation.own-post',
          said: { zh: '只能委托本人在任的岗位', en: 'Only the holder of a post delegates it' },
        },
      },
    ]);
});

test('nobody owes a look for a delegator who holds nothing any more', () => {
  const left: Fact = { type: 'PostVacated', data: { post: post(1), person: person(1), until: NOW } };
  expect(orgRows(INSTITUTION, knownOf(house(...posts, granted, done, left)).org).obligations).toEqual([]);
});
