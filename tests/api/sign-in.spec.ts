import { Me, Problem } from '@mouding/contract';
import { cookieOf, json, openHouse, PASSWORD, type House } from './house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const signIn = (institution: string, login: string, password: string, cookie?: string) =>
  house.ask({ method: 'POST', path: '/v1/sessions', cookie, body: { institution, login, password } });

test('a person signs in, is known by the cookie alone, and is a stranger again after signing out', async () => {
  const heard = await signIn('one', 'admin', PASSWORD);
  expect(heard.status).toBe(201);
  const me = Me.parse(json(heard));
  expect(me).toMatchObject({ name: '某甲', institution: { code: 'one', mode: 'rehearsal' } });
  expect(me.capacities.map(({ as, words }) => [as, words])).toEqual([['administrator', '系统管理员']]);
  const [set = ''] = heard.headers.getSetCookie();
  expect(set).toMatch(
    /^mouding=[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Lax; Path=\/; Max-Age=43200$/,
  );
  const cookie = set.split(';', 1)[0];
  expect((await house.ask({ method: 'GET', path: '/v1/me', cookie })).status).toBe(200);
  expect((await house.ask({ method: 'DELETE', path: '/v1/sessions/current', cookie })).status).toBe(204);
  const stranger = await house.ask({ method: 'GET', path: '/v1/me', cookie });
  expect([stranger.status, json(stranger)['code']]).toEqual([401, 'not-signed-in']);
});

test('signing in gives a new session: one that was planted before is worth nothing', async () => {
  const planted = `mouding=${house.one}.${'A'.repeat(43)}`;
  const heard = await signIn('one', 'admin', PASSWORD, planted);
  expect(heard.headers.getSetCookie()[0]).not.toContain('A'.repeat(43));
  expect((await house.ask({ method: 'GET', path: '/v1/me', cookie: planted })).status).toBe(401);
});

test('a wrong password, an unknown login and an unknown institution are one answer', async () => {
  const answers = await Promise.all([
    signIn('one', 'admin', 'wrong'),
    signIn('one', 'nobody', PASSWORD),
    signIn('nowhere', 'admin', PASSWORD),
  ]);
  const said = answers.map((heard) => {
    return { ...Problem.parse(json(heard)), traceId: '' };
  });
  expect(said.map(({ status, code }) => [status, code])).toEqual(Array(3).fill([401, 'sign-in-failed']));
  expect(new Set(said.map((problem) => JSON.stringify(problem))).size).toBe(1);
});

test('after five wrong passwords an account has to wait, and only that account', async () => {
  for (let i = 0; i < 5; i += 1) await signIn('other', 'admin', `guess ${i}`);
  const heard = await signIn('other', 'admin', PASSWORD);
  expect([heard.status, json(heard)['code']]).toEqual([429, 'too-many']);
  expect(Number(heard.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await cookieOf(house, 'one')).toMatch(/^mouding=/);
});

test('a session of one institution opens nothing of another', async () => {
  const cookie = await cookieOf(house, 'one');
  const token = cookie.slice(cookie.indexOf('.') + 1);
  const moved = await house.ask({ method: 'GET', path: '/v1/me', cookie: `mouding=${house.other}.${token}` });
  expect(moved.status).toBe(401);
});
