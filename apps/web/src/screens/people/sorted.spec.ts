import { sorted, type Person } from './sorted.ts';

const person = (name: string, login: string, post?: string): Person => ({
  person: `00000000-0000-4000-8000-00000000000${login.length}`,
  name,
  login,
  active: true,
  oneTime: false,
  posts: post === undefined ? [] : [{ id: post, title: post }],
  mail: null,
});

const people = [person('魏某', 'wei', '科长'), person('丁某', 'ding'), person('王某', 'wang', '院长')];

test('names are in the order of strokes, as official lists are', () => {
  expect(sorted(people, undefined, 'stroke', '').map(({ name }) => name)).toEqual(['丁某', '王某', '魏某']);
});

test('whoever holds no post comes last in the order of posts', () => {
  const posts = ['院长', '科长'].map((id) => ({ id }));
  const org = { posts } as never;
  expect(sorted(people, org, 'rank', '').map(({ login }) => login)).toEqual(['wang', 'wei', 'ding']);
});

test('one is found by name, login or post', () => {
  expect(sorted(people, undefined, 'login', '科长').map(({ login }) => login)).toEqual(['wei']);
  expect(sorted(people, undefined, 'login', 'DING').map(({ login }) => login)).toEqual(['ding']);
});
