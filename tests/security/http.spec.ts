import { connect } from 'node:net';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { inParallel } from 'mouding/in-parallel';
import { cookieOf, json, openHouse, type House } from '../api/house.ts';
import { asRole } from '../ledger/given.ts';
import { outcome } from './people.ts';
import { spellings } from './spellings.ts';

let house: House;
let admin: string;
let port: number;

beforeAll(async () => {
  house = await openHouse({ HEADER_SECONDS: '4', REQUEST_SECONDS: '5', CONNECTIONS: '400' });
  admin = await cookieOf(house, 'one');
  port = Number(new URL(house.services.apiUrl).port);
});
afterAll(() => house?.close());

const file = new URL('../../libs/contract/openapi.json', import.meta.url);
const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly paths: { readonly [path: string]: { readonly [method: string]: object } };
};
const SOME = '00000000-0000-4000-8000-000000000009';
const ROUTES = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => ({
    method: method.toUpperCase(),
    path: path
      .replace('{id}', SOME)
      .replace('{hash}', 'a'.repeat(64))
      .replace('{resource}', 'cases')
      .replaceAll(/\{[a-z]+\}/g, SOME),
  })),
);
const OPEN = /^\/(health\/|v1\/sessions$|v1\/institutions$|v1\/anonymous\/|v1\/deposit-codes\/)/;
const CLOSED = ROUTES.filter(({ path }) => !OPEN.test(path));

/** Sends bytes as they are: no client between us and the server tidies the path. */
async function raw(head: string, body = ''): Promise<{ readonly status: number; readonly text: string }> {
  const socket = connect(port, '127.0.0.1');
  socket.end(
    `${head}\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n${body === '' ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`}\r\n${body}`,
  );
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await once(socket, 'close');
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text };
}

test('no spelling of a protected path reaches a handler without a session', async () => {
  const wishes = CLOSED.flatMap(({ method, path }) =>
    spellings(path).map((spelling) => ({ method, spelling })),
  );
  expect(spellings('/v1/me').length).toBeGreaterThanOrEqual(30);
  const heard = await inParallel(wishes, 32, async ({ method, spelling }) => {
    const { status } = await raw(`${method} ${spelling} HTTP/1.1`, method === 'POST' ? '{}' : '');
    return [400, 401, 403, 404, 405, 414, 415].includes(status) ? '' : `${method} ${spelling}: ${status}`;
  });
  expect([...new Set(heard)]).toEqual(['']);
});

test('no header makes one method of another, or lends a session', async () => {
  const headers: readonly (readonly [string, string])[] = [
    ['X-HTTP-Method-Override', 'DELETE'],
    ['X-HTTP-Method', 'DELETE'],
    ['X-Method-Override', 'DELETE'],
    ['X-Original-URL', '/v1/me'],
    ['X-Rewrite-URL', '/v1/me'],
    ['X-Forwarded-User', 'admin'],
    ['X-Remote-User', 'admin'],
    ['X-Forwarded-Prefix', '/v1/me'],
    ['Authorization', `Bearer ${admin.split('=')[1]}`],
    ['X-Session', admin],
    ['Cookie', admin.replace('mouding', 'Mouding')],
    ['Cookie', admin.replace('mouding=', '__Host-mouding=')],
  ];
  for (const [name, value] of headers) {
    const { status } = await house.ask({ method: 'GET', path: '/v1/me', headers: { [name]: value } });
    expect([name, value.length > 60 ? '' : value, status]).toEqual([
      name,
      value.length > 60 ? '' : value,
      401,
    ]);
  }
  const session = await house.ask({
    method: 'GET',
    path: '/v1/me',
    cookie: admin,
    headers: { 'x-http-method-override': 'DELETE' },
  });
  expect(session.status).toBe(200);
  expect((await house.ask({ method: 'GET', path: '/v1/me', cookie: admin })).status).toBe(200);
  expect((await house.ask({ method: 'GET', path: `/v1/me?${admin}` })).status).toBe(401);
});

test('only the methods that are declared are answered', async () => {
  for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE', 'CONNECT', 'PROPFIND', 'LINK']) {
    const { status } = await raw(`${method} /v1/cases HTTP/1.1\r\nCookie: ${admin}`);
    // Node hangs up on CONNECT without a word.
    expect([method, [0, 400, 404, 405].includes(status)]).toEqual([method, true]);
  }
});

test('every answer, error or not, tells browsers to be strict', async () => {
  const heard = await Promise.all([
    house.ask({ method: 'GET', path: '/problems/not-found' }),
    house.ask({ method: 'GET', path: '/v1/me', cookie: admin }),
    house.ask({ method: 'GET', path: '/v1/me' }),
    house.ask({ method: 'GET', path: '/nowhere' }),
    house.ask({ method: 'POST', path: '/v1/persons', cookie: admin, body: { x: 1 } }),
    house.ask({ method: 'GET', path: '/health/ready' }),
    house.ask({ method: 'GET', path: '/api/openapi.json' }),
  ]);
  for (const { headers } of heard) {
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "script-src 'self'",
      "form-action 'self'",
      "require-trusted-types-for 'script'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|\*|http:/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cache-control': 'no-store',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  }
});

test('a name of somebody else’s that was made to point here writes nothing', async () => {
  const rebound = connect(port, '127.0.0.1');
  const body = '{"institution":"one","login":"admin","password":"x"}';
  rebound.end(
    `POST /v1/sessions HTTP/1.1\r\nHost: evil.example:${port}\r\nOrigin: http://evil.example:${port}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  let text = '';
  rebound.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await once(rebound, 'close');
  expect(text).toMatch(/^HTTP\/1\.1 403 [^]*cross-origin/);
});

test('nothing is changed by reading', async () => {
  const entries = () =>
    asRole(
      house.database.ownerUrl,
      async (owner) => (await owner.query('select count(*)::int as n from ledger.entry')).rows,
    );
  const before = await entries();
  for (const { path } of ROUTES.filter(({ method }) => method === 'GET'))
    await house.ask({ method: 'GET', path, cookie: admin, firstBytes: true });
  expect(await entries()).toEqual(before);
});

test('an address, a head or a body that is too long is cut off', async () => {
  const long = await house.ask({
    method: 'GET',
    path: `/v1/cases?cursor=${'a'.repeat(5000)}`,
    cookie: admin,
  });
  expect(outcome(long)).toEqual([414, 'address-too-long']);
  expect((await raw(`GET /v1/me HTTP/1.1\r\nX-Long: ${'a'.repeat(20_000)}`)).status).toBe(431);
  const body = await house.give(admin, '/v1/org/commands/create-department', {
    name: 'x'.repeat(2_200_000),
    kind: 'clinical',
  });
  expect(outcome(body)).toEqual([413, 'too-large']);
});

test.each([
  ['its head', 'GET /v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '],
  [
    'its body',
    'POST /v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{',
  ],
])('a client that dribbles %s is cut off', async (_, beginning) => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(beginning);
  const dribble = setInterval(() => socket.write('a'), 100);
  socket.resume();
  await once(socket, 'close');
  clearInterval(dribble);
  expect((await house.ask({ method: 'GET', path: '/health/live' })).status).toBe(200);
});

const HOSTILE = [
  "' or 1=1 --",
  '"; drop table ledger.entry; --',
  '$1',
  '$$',
  '\\',
  '%',
  '_',
  "'||pg_sleep(9)||'",
  '{"$gt":""}',
  '\u0000',
  '../../etc/passwd',
];

test('hostile words in queries, paths and bodies are words and nothing else', async () => {
  const tables = () =>
    asRole(
      house.database.ownerUrl,
      async (owner) =>
        (
          await owner.query<{ n: number }>(
            `select count(*)::int as n from information_schema.tables where table_schema = 'ledger'`,
          )
        ).rows[0]?.n,
    );
  const before = await tables();
  for (const word of HOSTILE) {
    const text = encodeURIComponent(word);
    const heard = await Promise.all([
      house.ask({ method: 'GET', path: `/v1/cases?cursor=${text}`, cookie: admin }),
      house.ask({ method: 'GET', path: `/v1/cases?limit=${text}`, cookie: admin }),
      house.ask({ method: 'GET', path: `/v1/cases?limit[$gt]=1&limit[]=2`, cookie: admin }),
      house.ask({ method: 'GET', path: `/v1/persons/${text}`, cookie: admin }),
      house.ask({ method: 'GET', path: `/v1/${text}/${text}/texts/${text}`, cookie: admin }),
      house.ask({
        method: 'POST',
        path: '/v1/sessions',
        body: { institution: word, login: word, password: word },
      }),
      house.ask({
        method: 'POST',
        path: '/v1/sessions',
        body: { institution: { $gt: '' }, login: [word], password: null },
      }),
      house.give(admin, '/v1/persons', { name: word, login: word, password: word }),
      house.ask({ method: 'GET', path: '/v1/me', cookie: `mouding=${text}` }),
    ]);
    expect([
      word,
      heard.filter(({ status }) => status < 400 || status >= 500).map(({ status }) => status),
    ]).toEqual([word, []]);
  }
  const kept = await house.give(admin, '/v1/org/commands/create-department', {
    name: "O'科; drop table x --",
    kind: 'clinical',
  });
  expect(kept.status).toBe(200);
  const org = json(await house.ask({ method: 'GET', path: '/v1/org', cookie: admin }));
  expect(JSON.stringify(org['departments'])).toContain("O'科; drop table x --");
  expect(await tables()).toBe(before);
});
