import { OwnSessions } from '@mouding/contract';
import { cookieOf, json, openHouse, PASSWORD, signIn, type House } from '../api/house.ts';
import { asRole } from '../ledger/given.ts';
import { actOn, cookieIn, outcome, somebody, whoIs } from './people.ts';

let house: House;
let admin: string;

beforeAll(async () => {
  house = await openHouse({ SESSIONS_PER_PERSON: '3', SESSION_IDLE_MINUTES: '20', SESSION_HOURS: '2' });
  admin = await cookieOf(house, 'one');
});
afterAll(() => house?.close());

const mine = async (cookie: string): Promise<OwnSessions['items']> =>
  OwnSessions.parse(json(await house.ask({ method: 'GET', path: '/v1/me/sessions', cookie }))).items;

test('the cookie lasts as long as the settings say', async () => {
  const heard = await signIn(house, { institution: 'one', login: 'admin', password: PASSWORD });
  expect(heard.headers.getSetCookie()[0]).toMatch(/; HttpOnly; SameSite=Lax; Path=\/; Max-Age=7200$/);
});

test('a person sees their own sessions and ends one of them', async () => {
  const { cookie, login } = await somebody(house, admin, 'ends-one');
  const other = await signIn(
    house,
    { institution: 'one', login, password: PASSWORD },
    { 'user-agent': 'Elsewhere 1' },
  );
  const open = await mine(cookie);
  expect(open).toHaveLength(2);
  expect(open.every(({ agent, current }) => agent.startsWith('Elsewhere') !== current)).toBe(true);
  const there = open.find(({ current }) => !current)?.id ?? '';
  const end = (id: string, by: string) =>
    house.ask({ method: 'DELETE', path: `/v1/me/sessions/${id}`, cookie: by });
  expect(outcome(await end(there, admin))).toEqual([404, 'not-found']);
  expect((await end(there, cookie)).status).toBe(204);
  expect(await whoIs(house, cookieIn(other))).toBe(401);
  expect((await mine(cookie)).map(({ current }) => current)).toEqual([true]);
});

test('a person ends every other session at once', async () => {
  const { cookie, login, person } = await somebody(house, admin, 'ends-all');
  const others = [await cookieOf(house, 'one', login), await cookieOf(house, 'one', login)];
  expect((await house.ask({ method: 'DELETE', path: '/v1/me/sessions', cookie })).status).toBe(204);
  expect(await Promise.all(others.map((other) => whoIs(house, other)))).toEqual([401, 401]);
  expect(await whoIs(house, cookie)).toBe(person);
});

test('the session that a sign-in was asked with ends, and the new one was never seen before', async () => {
  const { cookie, login, person } = await somebody(house, admin, 'again');
  const heard = await house.ask({
    method: 'POST',
    path: '/v1/sessions',
    cookie,
    body: { institution: 'one', login, password: PASSWORD },
  });
  expect(cookieIn(heard)).not.toBe(cookie);
  expect([await whoIs(house, cookie), await whoIs(house, cookieIn(heard))]).toEqual([401, person]);
});

test('of more sessions than a person may have, the longest unused ends', async () => {
  const { cookie, login } = await somebody(house, admin, 'many');
  const later: string[] = [];
  for (let i = 0; i < 3; i += 1) later.push(await cookieOf(house, 'one', login));
  expect(await whoIs(house, cookie)).toBe(401);
  expect(await mine(later[2] ?? '')).toHaveLength(3);
});

test('a session that was not used for its idle time is over', async () => {
  const { cookie, person } = await somebody(house, admin, 'idle');
  const unused = (minutes: number) =>
    asRole(house.database.ownerUrl, (owner) =>
      owner.query(`update ledger.session set used = now() - $2 * interval '1 minute' where person = $1`, [
        person,
        minutes,
      ]),
    );
  await unused(19);
  expect(await whoIs(house, cookie)).toBe(person);
  await unused(21);
  expect(await whoIs(house, cookie)).toBe(401);
});

test('an account that is out of use is signed out everywhere at once, and cannot sign in', async () => {
  const { cookie, login, person } = await somebody(house, admin, 'leaver');
  const live = await fetch(`${house.services.apiUrl}/v1/stream`, { headers: { cookie } });
  expect((await actOn(house, admin, person, { verb: 'deactivate' })).status).toBe(200);
  expect(await whoIs(house, cookie)).toBe(401);
  // The stream of changes ends by itself: the end of the account is a change.
  await live.text();
  const again = { institution: 'one', login, password: PASSWORD };
  const unknown = { ...again, login: 'no-such-login' };
  expect(outcome(await signIn(house, again))).toEqual([401, 'sign-in-failed']);
  expect(outcome(await signIn(house, again))).toEqual(outcome(await signIn(house, unknown)));
  expect((await actOn(house, admin, person, { verb: 'reactivate' })).status).toBe(200);
  expect((await signIn(house, again)).status).toBe(201);
});

test('behind TLS the cookie has the name that nobody else can plant, and no other name is read', async () => {
  const url = 'https://plan.example';
  const tls = await openHouse({ PUBLIC_URL: url });
  try {
    const headers = { origin: url };
    const heard = await signIn(tls, { institution: 'one', login: 'admin', password: PASSWORD }, headers);
    expect(heard.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-mouding=\S+; HttpOnly; SameSite=Lax; Path=\/; Secure; Max-Age=43200$/),
    ]);
    const cookie = cookieIn(heard);
    expect(await whoIs(tls, cookie)).toEqual(expect.any(String));
    expect(await whoIs(tls, cookie.replace('__Host-', ''))).toBe(401);
    expect(heard.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  } finally {
    await tls.close();
  }
});
