import { CLOCK } from '../capacity.ts';
import { capacitiesOf, holdings } from '../policy/capacities.ts';
import { heldAt } from '../stages/head-of.ts';
import type { Fact } from '../stream.ts';
import { given, INSTITUTION, uuid } from '../testing/given.ts';
import { department, filled, house, HOUSE, knownOf, made, NOW, person, post } from '../testing/house.ts';
import { acts, comes, leaves, MARCH_1, MARCH_5, now, on, posts, vacated } from '../testing/planned-posts.ts';
import { appointActing, endActing } from './appoint-acting.ts';
import { withdrawPlanned } from './confirm.ts';
import { orgFallDue } from './fall-due.ts';
import { fillPost, vacatePost } from './posts.ts';

test('an appointment of a later day waits for it, and is not made now', () => {
  given(house(...posts), now)
    .when(vacatePost, INSTITUTION, { post: post(1), ...on('2026-03-01'), document: '云中党〔2026〕3号' })
    .then([
      {
        stream: HOUSE,
        type: 'ActPlanned',
        data: {
          act: 'new-act',
          verb: 'org.vacate-post',
          body: { post: post(1), on: '2026-03-01', document: '云中党〔2026〕3号' },
          at: MARCH_1,
          waits: 'day',
          by: person(9),
          checker: null,
        },
      },
    ]);
  given(house(...posts), now)
    .when(fillPost, INSTITUTION, { post: uuid(5), person: person(3), ...on('2026-03-05') })
    .refused('org.post-known');
});

test('on the day one leaves and the other acts, each from that day however late the clock comes', () => {
  given(house(...posts, leaves, acts), { now: '2026-03-02T01:00:00.000Z', actor: CLOCK })
    .when(orgFallDue, INSTITUTION, { due: MARCH_1 })
    .then([
      { stream: HOUSE, type: 'PostVacated', data: { post: post(1), person: person(1), until: MARCH_1 } },
      { stream: HOUSE, type: 'PlannedActCarriedOut', data: { act: uuid(71), how: 'day', confirmer: null } },
      {
        stream: HOUSE,
        type: 'ActingAppointed',
        data: { post: post(1), by: { post: post(2) }, from: MARCH_1, until: MARCH_5, document: null },
      },
      { stream: HOUSE, type: 'PlannedActCarriedOut', data: { act: uuid(72), how: 'day', confirmer: null } },
    ]);
  given(house(...posts, leaves), { now: MARCH_1, actor: CLOCK })
    .when(orgFallDue, INSTITUTION, { due: MARCH_5 })
    .then([]);
});

const acting: Fact = {
  type: 'ActingAppointed',
  data: { post: post(1), by: { post: post(2) }, from: MARCH_1, until: MARCH_5, document: null },
};

test('the acting ends before the successor comes, in one append', () => {
  given(house(...posts, vacated, acting, comes), { now: MARCH_5, actor: CLOCK })
    .when(orgFallDue, INSTITUTION, { due: MARCH_5 })
    .then([
      { stream: HOUSE, type: 'ActingEnded', data: { post: post(1), until: MARCH_5, reason: 'expired' } },
      { stream: HOUSE, type: 'PostFilled', data: { post: post(1), person: person(3), from: MARCH_5 } },
      { stream: HOUSE, type: 'PlannedActCarriedOut', data: { act: uuid(73), how: 'day', confirmer: null } },
    ]);
});

const STANDS = {
  rule: 'org.post-vacant',
  said: { zh: '岗位“岗位1”有人在任，请先免去', en: 'The post 岗位1 is held; vacate it first' },
};

test('what cannot be done on its day lapses, and says by which rule', () => {
  given(house(...posts, comes), { now: MARCH_5, actor: CLOCK })
    .when(orgFallDue, INSTITUTION, { due: MARCH_5 })
    .then([{ stream: HOUSE, type: 'PlannedActLapsed', data: { act: uuid(73), ...STANDS } }]);
  const lapsed: Fact = { type: 'PlannedActLapsed', data: { act: uuid(73), ...STANDS } };
  expect(knownOf(house(...posts, comes, lapsed)).org.context).toMatchObject({
    planned: [],
    lapsed: [{ act: uuid(73), ...STANDS }],
  });
  const withdrawn: Fact = { type: 'PlannedActWithdrawn', data: { act: uuid(73), how: 'withdrawn' } };
  given(house(...posts, comes, lapsed), now)
    .when(withdrawPlanned, INSTITUTION, { act: uuid(73) })
    .then([{ stream: HOUSE, ...withdrawn }]);
  expect(knownOf(house(...posts, comes, lapsed, withdrawn)).org.context.lapsed).toEqual([]);
});

test('whoever acts in a vacant post has its acts and its list, by the post held', () => {
  const { org } = knownOf(house(...posts, vacated, acting));
  const held = capacitiesOf(org, person(2));
  expect(held.map((each) => [each.post, each.acting === true])).toEqual([
    [post(2), false],
    [post(1), true],
  ]);
  expect(holdings(org, held)).toContain(`post:${post(1)}`);
  expect(capacitiesOf(org, person(1))).toEqual([]);
  const next = knownOf(
    house(
      ...posts,
      vacated,
      acting,
      { ...vacated, data: { ...vacated.data, post: post(2), person: person(2) } },
      filled(2, 4),
    ),
  );
  expect(capacitiesOf(next.org, person(4)).map((each) => each.post)).toEqual([post(2), post(1)]);
});

test('who held a post at a time is found again, also who acted in it', () => {
  const ended: Fact = { type: 'ActingEnded', data: { post: post(1), until: MARCH_5, reason: 'filled' } };
  const { org } = knownOf(house(...posts, vacated, acting, ended, filled(1, 3, MARCH_5)));
  const at = (happened: string) => heldAt(org, post(1), { happened })?.person;
  expect([at('2026-02-28'), at('2026-03-02'), at('2026-03-05')]).toEqual([person(1), person(2), person(3)]);
});

test('nobody acts in a post that is held, nor two at once; an administrator ends it', () => {
  const body = { post: post(1), by: { post: post(2) } };
  given(house(...posts), now)
    .when(appointActing, INSTITUTION, body)
    .refused('org.post-vacant');
  given(house(...posts, vacated, acting), now)
    .when(appointActing, INSTITUTION, body)
    .refused('org.acting-one');
  given(house(...posts, vacated), now)
    .when(appointActing, INSTITUTION, { ...body, until: '2026-02-01' })
    .refused('org.term-ends');
  given(house(...posts, vacated), now)
    .when(appointActing, INSTITUTION, { post: post(1), by: { post: uuid(6) } })
    .refused('org.post-held');
  given(house(...posts, vacated, acting), now)
    .when(endActing, INSTITUTION, { post: post(1) })
    .then([{ stream: HOUSE, type: 'ActingEnded', data: { post: post(1), until: NOW, reason: 'revoked' } }]);
  given(house(...posts), now)
    .when(endActing, INSTITUTION, { post: post(1) })
    .refused('org.acting-none');
});

test('nobody acts in the post of a department that has ended', () => {
  const closed: Fact = {
    type: 'DepartmentClosed',
    data: { department: department(1), heir: department(2), from: NOW, document: null },
  };
  const body = { post: post(4), by: { post: post(2) } };
  for (const more of [{}, on('2026-03-01')])
    given(house(...posts, made(4, 'department-head', department(1)), closed), now)
      .when(appointActing, INSTITUTION, { ...body, ...more })
      .refused('org.post-abolished');
});

test('somebody acts for a holder whose account is out of use', () => {
  const disabled: Fact = { type: 'HolderDisabled', data: { person: person(1) } };
  given(house(...posts, disabled), now)
    .when(appointActing, INSTITUTION, { post: post(1), by: { person: person(4) } })
    .then([{ stream: HOUSE, type: 'ActingAppointed' }]);
});
