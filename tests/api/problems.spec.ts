import { randomUUID } from 'node:crypto';
import { Problem, PROBLEMS } from '@mouding/contract';
import { cookieOf, json, openHouse, type House } from './house.ts';

let house: House;
let admin: string;

beforeAll(async () => {
  house = await openHouse();
  admin = await cookieOf(house, 'one');
});
afterAll(() => house?.close());

const CREATE = '/v1/org/commands/create-department';
const GOOD = { name: '财务科', kind: 'functional' };
const key = () => ({ 'idempotency-key': randomUUID() });

test('a malformed body is answered field by field, in the language that was asked for', async () => {
  const heard = await house.give(admin, CREATE, { name: '', kind: 'odd', more: 1 });
  const problem = Problem.parse(json(heard));
  expect(heard.headers.get('content-type')).toContain('application/problem+json');
  expect(problem).toMatchObject({
    type: '/problems/invalid-body',
    status: 400,
    title: '提交的内容不符合要求',
  });
  expect(problem.errors?.map(({ pointer }) => pointer).toSorted()).toEqual(['', '/kind', '/name']);
  expect(problem.errors?.find(({ pointer }) => pointer === '')?.detail).toBe('不认识的字段：more');
  const english = await house.give(admin, CREATE, {}, { 'accept-language': 'en-GB,zh;q=0.5' });
  expect(Problem.parse(json(english))).toMatchObject({
    title: PROBLEMS['invalid-body'].title.en,
    errors: [{ detail: 'required' }, {}],
  });
});

test.each([
  'role',
  'tenantId',
  'status',
  'institution',
  'seq',
  '__proto__',
  'constructor',
  'prototype',
  '$or',
  'actor',
  'version',
])('the key %s that no command knows is refused', async (name) => {
  const body = `{"name":"某科","kind":"clinical",${JSON.stringify(name)}:"x"}`;
  const response = await fetch(`${house.services.apiUrl}${CREATE}`, {
    method: 'POST',
    headers: { ...key(), cookie: admin, 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBe(400);
  expect(['invalid-body', 'bad-json']).toContain(Problem.parse(await response.json()).code);
});

test('what is not JSON, not parsable or too large is told so', async () => {
  const send = (body: string, type: string) =>
    fetch(`${house.services.apiUrl}${CREATE}`, {
      method: 'POST',
      headers: { ...key(), cookie: admin, 'content-type': type },
      body,
    });
  const heard = await Promise.all([
    send(JSON.stringify(GOOD), 'text/plain'),
    send('name=x', 'application/x-www-form-urlencoded'),
    send('{"name":', 'application/json'),
    send(JSON.stringify({ name: 'x'.repeat(2_200_000) }), 'application/json'),
  ]);
  expect(heard.map(({ status }) => status)).toEqual([415, 415, 400, 413]);
  for (const response of heard) expect(Problem.parse(await response.json()).traceId).not.toBe('');
});

test.each(['a\u0000b', '\ud800'])(
  'a name that cannot be recorded (%j) is refused at the door',
  async (name) => {
    const { status, text } = await house.give(admin, CREATE, { ...GOOD, name });
    expect(status).toBe(400);
    expect(Problem.parse(JSON.parse(text)).code).toBe('invalid-body');
  },
);

test('a command without a key, or with one that cannot be one, is not carried out', async () => {
  const ask = (headers: { readonly [name: string]: string }) =>
    house.ask({ method: 'POST', path: CREATE, cookie: admin, body: GOOD, headers });
  expect(json(await ask({}))['code']).toBe('key-missing');
  expect(json(await ask({ 'idempotency-key': 'a b' }))['code']).toBe('key-invalid');
  expect(json(await ask({ 'idempotency-key': 'k'.repeat(201) }))['code']).toBe('key-invalid');
});

test('a write that another site sends is refused before anything else is looked at', async () => {
  const from = (headers: { readonly [name: string]: string }) => house.give(admin, CREATE, GOOD, headers);
  const heard = await Promise.all([
    from({ origin: 'http://evil.example' }),
    from({ origin: 'null' }),
    from({ 'sec-fetch-site': 'cross-site' }),
    from({ 'sec-fetch-site': 'same-site' }),
  ]);
  expect(heard.map((each) => [each.status, json(each)['code']])).toEqual(
    heard.map(() => [403, 'cross-origin']),
  );
  const own = await from({ origin: house.services.apiUrl, 'sec-fetch-site': 'same-origin' });
  expect(own.status).toBe(200);
});

test.each([
  '/v1/%6de',
  '/v1//me',
  '/v1/./me',
  '/v1/me/',
  '/V1/ME',
  '/v1/me;a=b',
  '/v1/me%2f',
  '/v1/x/../me',
  '/v1/me%00',
  '/v1/cases/..%2f..%2fme',
])('the spelling %s opens nothing to a stranger', async (path) => {
  const { status } = await house.ask({ method: 'GET', path });
  expect([400, 401, 404]).toContain(status);
});

test('an id that cannot be one, an unknown route and an unknown cursor are answered as problems', async () => {
  const read = (path: string) => house.ask({ method: 'GET', path, cookie: admin });
  expect(json(await read('/v1/cases/abc'))).toMatchObject({ status: 404, code: 'not-found' });
  expect(json(await read('/v1/nothing'))).toMatchObject({ status: 404, code: 'not-found' });
  expect(json(await read('/v1/cases?cursor=!!'))).toMatchObject({ status: 400, code: 'invalid-query' });
  expect(json(await read('/v1/cases?limit=0'))).toMatchObject({
    status: 400,
    code: 'invalid-query',
    errors: [{ pointer: '/limit' }],
  });
  expect(json(await read('/v1/cases?sort=x'))).toMatchObject({ status: 400, code: 'invalid-query' });
});

test('every answer forbids framing and sniffing, and every problem has a page', async () => {
  const home = await house.ask({ method: 'GET', path: '/' });
  expect(home.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(home.headers.get('x-content-type-options')).toBe('nosniff');
  expect(home.headers.get('x-powered-by')).toBeNull();
  for (const [code, { title }] of Object.entries(PROBLEMS)) {
    const page = await house.ask({ method: 'GET', path: `/problems/${code}` });
    expect([page.status, page.text.includes(title.zh)]).toEqual([200, true]);
  }
});

test('without its database the service says so and asks to be tried again', async () => {
  await house.database.drop();
  const me = await house.ask({ method: 'GET', path: '/v1/me', cookie: admin });
  expect([me.status, json(me)['code'], me.headers.get('retry-after')]).toEqual([503, 'unavailable', '2']);
  const given = await house.give(admin, CREATE, GOOD);
  expect(given.status).toBe(503);
  expect((await house.ask({ method: 'GET', path: '/health/ready' })).status).toBe(503);
  expect((await house.ask({ method: 'GET', path: '/health/live' })).status).toBe(200);
});
