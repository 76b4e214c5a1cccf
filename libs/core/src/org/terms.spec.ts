import { CLOCK } from '../capacity.ts';
import type { Fact } from '../stream.ts';
import { given, INSTITUTION } from '../testing/given.ts';
import { house, HOUSE, person, post } from '../testing/house.ts';
import { MARCH_5, now, posts, secretary } from '../testing/planned-posts.ts';
import { orgFallDue } from './fall-due.ts';
import { fillPost, renewTerm } from './posts.ts';

describe('a term', () => {
  const term: Fact = { type: 'TermSet', data: { post: post(1), until: MARCH_5, document: null } };

  test('is set with the appointment, and the clock vacates the post when it is over', () => {
    given(house(secretary), now)
      .when(fillPost, INSTITUTION, { post: post(1), person: person(1), until: '2026-03-04' })
      .then([
        { stream: HOUSE, type: 'PostFilled' },
        { stream: HOUSE, type: 'TermSet', data: { post: post(1), until: MARCH_5, document: null } },
      ]);
    given(house(...posts, term), { now: MARCH_5, actor: CLOCK })
      .when(orgFallDue, INSTITUTION, { due: MARCH_5 })
      .then([
        {
          stream: HOUSE,
          type: 'PostVacated',
          data: { post: post(1), person: person(1), until: MARCH_5, reason: 'term' },
        },
      ]);
  });

  test('that was renewed ends on its other day alone', () => {
    given(house(...posts, term), now)
      .when(renewTerm, INSTITUTION, { post: post(1), until: '2026-12-31' })
      .then([{ stream: HOUSE, type: 'TermSet' }]);
    const renewed: Fact = {
      type: 'TermSet',
      data: { post: post(1), until: '2026-12-31T16:00:00.000Z', document: null },
    };
    given(house(...posts, term, renewed), { now: MARCH_5, actor: CLOCK })
      .when(orgFallDue, INSTITUTION, { due: MARCH_5 })
      .then([]);
    given(house(...posts), now)
      .when(renewTerm, INSTITUTION, { post: post(1), until: '2026-02-24' })
      .refused('org.term-ends');
    given(house(secretary), now)
      .when(renewTerm, INSTITUTION, { post: post(1), until: '2026-12-31' })
      .refused('org.post-held');
  });
});
