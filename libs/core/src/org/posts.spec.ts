import type { Fact } from '../stream.ts';
import { given, INSTITUTION, uuid } from '../testing/given.ts';
import { department, house, made, NOW, person, post } from '../testing/house.ts';
import { now, posts } from '../testing/planned-posts.ts';
import { fillPost, vacatePost } from './posts.ts';

test('a seat that a vacancy leaves is named', () => {
  const formed: Fact = {
    type: 'BodyFormed',
    data: {
      body: uuid(60),
      key: 'party-committee',
      name: '党委会',
      seats: [{ post: post(1), role: 'chair' }],
    },
  };
  const { decision } = given(house(...posts, formed), now).when(vacatePost, INSTITUTION, { post: post(1) });
  expect(decision).toMatchObject({
    notices: [{ rule: 'org.seat-vacant', facts: { bodies: ['party-committee'] } }],
  });
});

test('the post of a head ends with the department', () => {
  const closed: Fact = {
    type: 'DepartmentClosed',
    data: { department: department(1), heir: department(2), from: NOW, document: null },
  };
  given(house(made(3, 'department-head', department(1)), closed), now)
    .when(fillPost, INSTITUTION, { post: post(3), person: person(1) })
    .refused('org.post-abolished');
});
