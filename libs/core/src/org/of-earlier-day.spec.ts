import type { Fact } from '../stream.ts';
import { given, INSTITUTION, uuid } from '../testing/given.ts';
import { asking, filled, house, HOUSE, NOW, person, post } from '../testing/house.ts';
import { deputy, now, secretary, vacated } from '../testing/planned-posts.ts';
import { confirmDated, withdrawPlanned } from './confirm.ts';
import { fillPost } from './posts.ts';

describe('an appointment of an earlier day', () => {
  const elsewhere = {
    happened: '2026-02-10',
    medium: 'paper',
    scan: null,
    book: null,
    checker: null,
  } as const;
  const body = { post: post(1), person: person(3), on: '2026-02-11', elsewhere };
  const claimed: Fact = {
    type: 'ActPlanned',
    data: {
      act: uuid(74),
      verb: 'org.fill-post',
      body,
      at: '2026-02-10T16:00:00.000Z',
      waits: 'second-person',
      by: person(9),
      checker: null,
    },
  };
  const empty = [secretary, deputy, filled(2, 2)];

  test('is a claim that waits for a second person', () => {
    given(house(...empty), now)
      .when(fillPost, INSTITUTION, { post: post(1), person: person(3), on: '2026-02-11' })
      .refused('org.back-dated');
    given(house(...empty), now)
      .when(fillPost, INSTITUTION, body)
      .then([{ stream: HOUSE, type: 'ActPlanned', data: { ...claimed.data, act: 'new-act' } }]);
    given(house(...empty), now)
      .when(fillPost, INSTITUTION, { ...body, on: '2026-03-11' })
      .refused('record.happened');
  });

  test('counts from its day once another person agrees, and never by whoever recorded it', () => {
    const act = { act: uuid(74), agree: true };
    const other = { now: NOW, actor: asking('office-director', 8, 8) };
    given(house(...empty, claimed), now)
      .when(confirmDated, INSTITUTION, act)
      .refused('org.second-person');
    given(house(...empty, claimed), other)
      .when(confirmDated, INSTITUTION, act)
      .then([
        {
          stream: HOUSE,
          type: 'PostFilled',
          data: { post: post(1), person: person(3), from: '2026-02-10T16:00:00.000Z' },
        },
        {
          stream: HOUSE,
          type: 'PlannedActCarriedOut',
          data: { act: uuid(74), how: 'second-person', confirmer: person(8) },
        },
      ]);
    given(house(...empty, claimed), other)
      .when(confirmDated, INSTITUTION, { ...act, agree: false })
      .then([{ stream: HOUSE, type: 'PlannedActWithdrawn', data: { act: uuid(74), how: 'declined' } }]);
    given(house(...empty), other)
      .when(confirmDated, INSTITUTION, act)
      .refused('org.planned-known');
    given(house(...empty, claimed), { now: NOW, actor: asking('leader', 7, 7) })
      .when(confirmDated, INSTITUTION, act)
      .refused('org.second-person');
    given(house(...empty, claimed), other)
      .when(withdrawPlanned, INSTITUTION, { act: uuid(74) })
      .refused('org.planned-known');
    given(house(...empty, claimed), now)
      .when(withdrawPlanned, INSTITUTION, { act: uuid(74) })
      .then([{ stream: HOUSE, type: 'PlannedActWithdrawn' }]);
  });

  test('does not overlap with what is known of the post', () => {
    const held = [
      ...empty,
      filled(1, 1),
      { ...vacated, data: { ...vacated.data, until: '2026-02-20T00:00:00.000Z' } },
    ];
    given(house(...held, claimed), { now: NOW, actor: asking('office-director', 8, 8) })
      .when(confirmDated, INSTITUTION, { act: uuid(74), agree: true })
      .refused('org.held-then');
  });
});
