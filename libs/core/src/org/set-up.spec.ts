import { given, INSTITUTION, uuid } from '../testing/given.ts';
import type { Fact } from '../stream.ts';
import { createPost, formBody, moveClock } from './set-up.ts';
import { fillPost, vacatePost } from './posts.ts';
import { createDepartment } from './reorganise.ts';

const org = `org/${INSTITUTION}`;
const founded = (mode: 'live' | 'rehearsal' = 'rehearsal'): Fact => ({
  type: 'InstitutionFounded',
  data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode },
});
const department: Fact = {
  type: 'DepartmentCreated',
  data: { department: uuid(1), name: '信息科', kind: 'functional' },
};
const post: Fact = {
  type: 'PostCreated',
  data: { post: uuid(2), title: '信息科主任', as: 'department-head', department: uuid(1) },
};
const filled: Fact = {
  type: 'PostFilled',
  data: { post: uuid(2), person: uuid(3), from: '2025-10-01T00:00:00.000Z' },
};
const person = { [`person/${uuid(3)}`]: [{ type: 'PersonRegistered', data: {} }] };

test('a department is created once under its name', () => {
  given({ [org]: [founded()] })
    .when(createDepartment, INSTITUTION, { name: '信息科', kind: 'functional' })
    .then([
      {
        stream: org,
        type: 'DepartmentCreated',
        data: { department: 'new-department', name: '信息科', kind: 'functional' },
      },
    ]);
  given({ [org]: [founded(), department] })
    .when(createDepartment, INSTITUTION, { name: '信息科', kind: 'clinical' })
    .refused('org.department-new');
  expect(
    given({ [org]: [founded(), department] }).when(createDepartment, INSTITUTION, {
      name: '信息科',
      kind: 'clinical',
    }).decision,
  ).toMatchObject({ refusal: { facts: { department: uuid(1) } } });
});

test('a post belongs to a department that exists', () => {
  given({ [org]: [founded(), department] })
    .when(createPost, INSTITUTION, { title: '信息科主任', as: 'department-head', department: uuid(1) })
    .then([{ stream: org, type: 'PostCreated' }]);
  given({ [org]: [founded()] })
    .when(createPost, INSTITUTION, { title: '信息科主任', as: 'department-head', department: uuid(1) })
    .refused('org.department-known');
  given({ [org]: [founded()] })
    .when(createPost, INSTITUTION, { title: '信息科主任', as: 'department-head', department: null })
    .refused('org.department-needed');
  given({ [org]: [founded()] })
    .when(createPost, INSTITUTION, { title: '分管领导', as: 'leader', department: null })
    .then([{ stream: org, type: 'PostCreated' }]);
});

test('a post is held by one registered person at a time', () => {
  given({ [org]: [founded(), department, post], ...person })
    .when(fillPost, INSTITUTION, { post: uuid(2), person: uuid(3) })
    .then([{ stream: org, type: 'PostFilled' }]);
  given({ [org]: [founded(), department, post] })
    .when(fillPost, INSTITUTION, { post: uuid(2), person: uuid(3) })
    .refused('org.person-known');
  given({ [org]: [founded(), department, post, filled], ...person })
    .when(fillPost, INSTITUTION, { post: uuid(2), person: uuid(3) })
    .refused('org.post-vacant');
  given({ [org]: [founded(), department, post] })
    .when(vacatePost, INSTITUTION, { post: uuid(2) })
    .refused('org.post-held');
  given({ [org]: [founded(), department, post, filled] })
    .when(vacatePost, INSTITUTION, { post: uuid(2) })
    .then([
      {
        stream: org,
        type: 'PostVacated',
        data: { post: uuid(2), person: uuid(3), until: '2025-11-20T02:00:00.000Z' },
      },
    ]);
});

test('a post has one voting seat in a body; forming again keeps the body', () => {
  const seats = [{ post: uuid(2), role: 'member' as const }];
  given({ [org]: [founded(), department, post] })
    .when(formBody, INSTITUTION, { key: 'party-committee', name: '党委会', seats: [...seats, ...seats] })
    .refused('org.one-seat');
  const formed: Fact = {
    type: 'BodyFormed',
    data: { body: uuid(9), key: 'party-committee', name: '党委会', seats },
  };
  given({ [org]: [founded(), department, post, formed] })
    .when(formBody, INSTITUTION, { key: 'party-committee', name: '党委会', seats })
    .then([
      {
        stream: org,
        type: 'BodyFormed',
        data: { body: uuid(9), key: 'party-committee', name: '党委会', seats },
      },
    ]);
});

test('only the clock of a rehearsal moves, and only forward', () => {
  const now = '2025-12-01T00:00:00.000Z';
  const to = '2025-12-10T16:00:00.000Z';
  given({ [org]: [founded()] }, { now })
    .when(moveClock, INSTITUTION, { to })
    .then([{ stream: org, type: 'ClockMoved', data: { from: now, to } }]);
  given({ [org]: [founded('live')] }, { now })
    .when(moveClock, INSTITUTION, { to })
    .refused('clock.rehearsal');
  given({ [org]: [founded()] }, { now: to })
    .when(moveClock, INSTITUTION, { to: now })
    .refused('clock.forward');
});
