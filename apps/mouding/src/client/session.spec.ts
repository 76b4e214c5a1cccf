import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Problem } from '@mouding/contract';
import { ApiProblem } from './problem.ts';
import { signIn, type Session } from './session.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const STREAM = `chapter/${ID}`;
const NOW = '2026-01-05T01:00:00.000Z';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}
/** What the server says next; `gone` breaks the connection. */
type Said = 'gone' | { readonly status: number; readonly body: object; readonly etag?: string };

const me: Said = {
  status: 200,
  body: {
    person: ID,
    name: '桑若川',
    institution: { id: ID, code: 'demo', name: '单位', mode: 'rehearsal' },
    capacities: [],
    mustChangePassword: false,
    logTrouble: null,
    seenTo: -1,
    now: NOW,
  },
};
const done = (version: number): Said => ({
  status: 200,
  body: {
    receipt: null,
    receipts: [{ stream: STREAM, version, leafHash: 'a'.repeat(64), at: NOW }],
    made: null,
    notices: [],
    may: [],
  },
});
const seen = (version: number): Said => ({ status: 200, body: {}, etag: `"${STREAM}:${version}"` });
const problem = (status: number, code: Problem['code'], more: Partial<Problem> = {}): Said => ({
  status,
  body: { type: `/problems/${code}`, title: code, status, code, detail: '', traceId: 't', ...more },
});

let server: Server;
let script: Said[];
let asked: Asked[];

beforeEach(async () => {
  script = [me];
  asked = [];
  server = createServer((request, response) => void hear(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const { method = '', url = '', headers } = request;
  asked.push({ method, path: url, headers, body: body === '' ? null : JSON.parse(body) });
  const said = script.shift() ?? problem(500, 'internal');
  if (said === 'gone') return void request.socket.destroy();
  response.writeHead(said.status, {
    'set-cookie': 'mouding=token; HttpOnly',
    ...(said.etag ? { etag: said.etag } : {}),
  });
  response.end(JSON.stringify(said.body));
}

afterEach(() => new Promise((resolve) => server.close(resolve)));

async function signedIn(...then: readonly Said[]): Promise<Session> {
  script.push(...then);
  const { port } = server.address() as AddressInfo;
  const session = await signIn(`http://127.0.0.1:${port}`, {
    institution: 'demo',
    login: 'a',
    password: 'p',
  });
  asked = [];
  return session;
}

const keys = (): readonly unknown[] =>
  asked.filter(({ method }) => method === 'POST').map(({ headers }) => headers['idempotency-key']);

test('a command carries the cookie, a key, and the version that was read', async () => {
  const session = await signedIn(seen(3), done(4));
  await session.act(STREAM, 'submit', { text: 1 });
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET /v1/chapters/${ID}`,
    `POST /v1/chapters/${ID}/commands/submit`,
  ]);
  expect(asked[1]?.headers).toMatchObject({
    cookie: 'mouding=token',
    'if-match': `"${STREAM}:3"`,
    'content-type': 'application/json',
  });
  expect(asked[1]?.body).toEqual({ text: 1 });
});

test('the receipt says the next version: nothing is read again', async () => {
  const session = await signedIn(seen(3), done(4), done(5));
  await session.act(STREAM, 'submit');
  await session.act(STREAM, 'sign-off');
  expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
  expect(asked[2]?.headers['if-match']).toBe(`"${STREAM}:4"`);
  expect(new Set(keys()).size).toBe(2);
});

test.each<[string, Said]>([
  ['a broken connection', 'gone'],
  ['a server that is not available', problem(503, 'unavailable')],
  ['the same request still under way', problem(409, 'in-flight')],
  ['a lost race', problem(409, 'conflict')],
])('after %s the same command is sent again under the same key', async (_, trouble) => {
  const session = await signedIn(seen(1), trouble, trouble, done(2));
  await session.act(STREAM, 'submit');
  expect(keys()).toHaveLength(3);
  expect(new Set(keys()).size).toBe(1);
});

test('a stream that has moved is looked at again', async () => {
  const session = await signedIn(
    seen(1),
    problem(412, 'version-mismatch', { currentVersion: 2 }),
    seen(2),
    done(3),
  );
  await session.act(STREAM, 'submit');
  expect(asked.at(-1)?.headers['if-match']).toBe(`"${STREAM}:2"`);
  expect(new Set(keys()).size).toBe(1);
});

test('a refusal is not asked again; it says the rule and the sentence', async () => {
  const said = { zh: '法定人数不足', en: 'No quorum' };
  const session = await signedIn(
    seen(1),
    problem(409, 'refused', { because: 'rule', rule: 'meeting.quorum', said }),
  );
  const failure = await session.act(STREAM, 'submit').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ApiProblem);
  expect((failure as ApiProblem).problem).toMatchObject({ rule: 'meeting.quorum', said });
  expect(String(failure)).toContain('法定人数不足');
  expect(keys()).toHaveLength(1);
});

test('an answer that is no problem document is still a problem', async () => {
  const session = await signedIn({ status: 500, body: { nonsense: true } });
  await expect(session.read('/v1/me', { parse: (value: unknown) => value } as never)).rejects.toMatchObject({
    status: 500,
    problem: { code: 'internal' },
  });
});
