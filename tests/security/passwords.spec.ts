import { Me } from '@mouding/contract';
import { cookieOf, json, openHouse, PASSWORD, signIn, type House } from '../api/house.ts';
import { asRole } from '../ledger/given.ts';
import { actOn, appoint, cookieIn, outcome, register, secure, somebody, whoIs } from './people.ts';

let house: House;
let admin: string;

beforeAll(async () => {
  house = await openHouse();
  admin = await cookieOf(house, 'one');
});
afterAll(() => house?.close());
afterEach(() => secure(house, admin, {}));

const change = (cookie: string, current: string, next: string) =>
  house.ask({ method: 'POST', path: '/v1/me/password', cookie, body: { current, next } });
const enter = (login: string, password: string) => signIn(house, { institution: 'one', login, password });

test('a person changes their password: every other session ends, and the old password is worth nothing', async () => {
  const { cookie, login, person } = await somebody(house, admin, 'changes');
  const other = await cookieOf(house, 'one', login);
  expect(outcome(await change(cookie, 'not the password', 'another-password'))).toEqual([
    403,
    'password-wrong',
  ]);
  const heard = await change(cookie, PASSWORD, 'another-password');
  expect(heard.status).toBe(200);
  expect(await Promise.all([cookie, other, cookieIn(heard)].map((each) => whoIs(house, each)))).toEqual([
    401,
    401,
    person,
  ]);
  expect([(await enter(login, PASSWORD)).status, (await enter(login, 'another-password')).status]).toEqual([
    401, 201,
  ]);
});

test.each([
  ['short-one11', 'under twelve characters'],
  ['password1234', 'a word that is guessed first'],
  ['aaaabbbbcccc', 'hardly any different characters'],
  ['qwertyuiopas', 'a run along the keyboard'],
  ['plain-people', 'made of the login'],
])('the ASVS profile does not take %s: %s', async (next) => {
  const login = 'plain-people';
  await register(house, admin, login).catch(() => undefined);
  const cookie = await cookieOf(house, 'one', login);
  const heard = await change(cookie, PASSWORD, next);
  expect([...outcome(heard), json(heard)['errors']]).toMatchObject([
    400,
    'invalid-body',
    [{ pointer: '/next' }],
  ]);
});

test.each([
  ['Ab1!xyz', 'under eight characters'],
  ['abcdefg1', 'two classes of characters'],
  ['Strict.1', 'made of the login'],
])('the 等保 profile does not take %s: %s', async (next) => {
  await secure(house, admin, { passwords: 'dengbao' });
  const login = 'strict.1';
  await register(house, admin, login, 'First.Word.1').catch(() => undefined);
  const cookie = await cookieOf(house, 'one', login, 'First.Word.1');
  expect(outcome(await change(cookie, 'First.Word.1', next))).toEqual([400, 'invalid-body']);
});

test('under 等保 none of the last five passwords comes back, and the one before them does', async () => {
  await secure(house, admin, { passwords: 'dengbao' });
  await register(house, admin, 'cycles', 'Number.0.of');
  let cookie = await cookieOf(house, 'one', 'cycles', 'Number.0.of');
  const step = async (from: number, to: number) => {
    const heard = await change(cookie, `Number.${from}.of`, `Number.${to}.of`);
    if (heard.status === 200) cookie = cookieIn(heard);
    return heard.status;
  };
  for (let i = 0; i < 5; i += 1) expect(await step(i, i + 1)).toBe(200);
  expect([await step(5, 5), await step(5, 0), await step(5, 3)]).toEqual([400, 400, 400]);
  expect([await step(5, 6), await step(6, 0)]).toEqual([200, 200]);
});

test('under 等保 a password of more than ninety days must be changed before anything else', async () => {
  await secure(house, admin, { passwords: 'dengbao' });
  await register(house, admin, 'aged', 'Once.good.1');
  await asRole(house.database.ownerUrl, (owner) =>
    owner.query(`update ledger.credential set changed = now() - interval '91 days' where login = 'aged'`),
  );
  const heard = await enter('aged', 'Once.good.1');
  expect(Me.parse(json(heard)).mustChangePassword).toBe(true);
  await secure(house, admin, {});
  expect(Me.parse(json(await enter('aged', 'Once.good.1'))).mustChangePassword).toBe(false);
});

test('a password that somebody else chose opens nothing but its own change', async () => {
  await secure(house, admin, { firstPassword: 'change' });
  await register(house, admin, 'beginner');
  const heard = await enter('beginner', PASSWORD);
  expect([heard.status, Me.parse(json(heard)).mustChangePassword]).toEqual([201, true]);
  const cookie = cookieIn(heard);
  for (const path of ['/v1/obligations', '/v1/cases', '/v1/org', '/v1/stream', '/v1/me/sessions'])
    expect([path, ...outcome(await house.ask({ method: 'GET', path, cookie }))]).toEqual([
      path,
      403,
      'password-change-required',
    ]);
  const changed = await change(cookie, PASSWORD, 'chosen-by-myself');
  expect(Me.parse(json(changed)).mustChangePassword).toBe(false);
  const org = await house.ask({ method: 'GET', path: '/v1/obligations', cookie: cookieIn(changed) });
  expect(org.status).toBe(200);
});

test('an administrator gives a one-time password, and every session of the person ends', async () => {
  const { cookie, login, person } = await somebody(house, admin, 'forgot');
  const reset = await actOn(house, admin, person, {
    verb: 'reset-password',
    body: { password: 'for-one-sign-in' },
  });
  expect(reset.status).toBe(200);
  expect(await whoIs(house, cookie)).toBe(401);
  expect((await enter(login, PASSWORD)).status).toBe(401);
  const heard = await enter(login, 'for-one-sign-in');
  expect(Me.parse(json(heard)).mustChangePassword).toBe(true);
  const weak = await actOn(house, admin, person, {
    verb: 'reset-password',
    body: { password: 'password1234' },
  });
  expect(outcome(weak)).toEqual([400, 'invalid-body']);
});

test('a locked account is opened by the administrator, and the log says so', async () => {
  await secure(house, admin, { passwords: 'dengbao' });
  const person = await register(house, admin, 'locked-out', 'Right.one.1');
  for (let i = 0; i < 5; i += 1) await enter('locked-out', `Wrong.one.${i}`);
  const heard = await enter('locked-out', 'Right.one.1');
  expect(outcome(heard)).toEqual([429, 'too-many']);
  expect(Number(heard.headers.get('retry-after'))).toBeGreaterThan(1700);
  expect((await actOn(house, admin, person, { verb: 'unlock' })).status).toBe(200);
  expect((await enter('locked-out', 'Right.one.1')).status).toBe(201);
  const logged = await asRole(house.database.ownerUrl, (owner) =>
    owner.query(`select 1 from ledger.entry where stream = $1 and entry like '%"AccountUnlocked"%'`, [
      `person/${person}`,
    ]),
  );
  expect(logged.rowCount).toBe(1);
});

test('whoever may not register people cannot make the server compute a hash', async () => {
  const { cookie } = await somebody(house, admin, 'no-clerk');
  // A password that the profile refuses: whoever may not ask hears of nothing, before the password is looked at.
  const heard = await house.give(cookie, '/v1/persons', {
    name: '某人',
    login: 'by-no-clerk',
    password: 'password1234',
  });
  expect(outcome(heard)).toEqual([404, 'not-found']);
  const allowed = await house.give(admin, '/v1/persons', {
    name: '某人',
    login: 'by-clerk',
    password: 'password1234',
  });
  expect(outcome(allowed)).toEqual([400, 'invalid-body']);
});

test('an account without posts, one without a password that fits and none at all are one answer', async () => {
  await register(house, admin, 'known-one');
  const tries = await Promise.all([
    enter('known-one', 'wrong-password-1'),
    enter('unknown-one', 'wrong-password-1'),
    signIn(house, { institution: 'nowhere', login: 'known-one', password: 'wrong-password-1' }),
  ]);
  const said = tries.map(({ text }) => JSON.stringify({ ...(JSON.parse(text) as object), traceId: '' }));
  expect(new Set(said).size).toBe(1);
  expect(tries.map(({ headers }) => [...headers.keys()].toSorted().join())).toEqual(
    Array(3).fill([...(tries[0]?.headers.keys() ?? [])].toSorted().join()),
  );
});

test('posts are given by the security administrator once there is one, where 三员 are kept apart', async () => {
  const guard = await somebody(house, admin, 'guard');
  const appointed = await appoint(house, admin, guard.person, 'security-administrator', '安全管理员');
  expect([appointed.status, json(appointed)['notices']]).toEqual([200, []]);
  expect((await secure(house, admin, { separation: 'block' })).status).toBe(200);
  const staff = await register(house, admin, 'staff-member');
  const byAdmin = await appoint(house, admin, staff, 'secretary', '文书');
  expect([byAdmin.status, json(byAdmin)['rule']]).toEqual([409, 'org.granted-by-security-administrator']);
  expect((await appoint(house, guard.cookie, staff, 'secretary', '文书')).status).toBe(200);
  const own = await house.give(guard.cookie, '/v1/persons', {
    name: '某人',
    login: 'not-by-guard',
    password: PASSWORD,
  });
  expect(outcome(own)).toEqual([403, 'refused']);
  expect((await secure(house, admin, {})).status).toBe(409);
  expect((await secure(house, guard.cookie, {})).status).toBe(200);
});
