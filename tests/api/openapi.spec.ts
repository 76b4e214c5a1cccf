import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ACTING, bodyOf, COMMANDS } from '@mouding/core';
import { openHouse, type House } from './house.ts';

const COMMITTED = fileURLToPath(new URL('../../libs/contract/openapi.json', import.meta.url));

let house: House;
let text: string;

beforeAll(async () => {
  house = await openHouse();
  const heard = await house.ask({ method: 'GET', path: '/api/openapi.json' });
  text = `${JSON.stringify(JSON.parse(heard.text), null, 2)}\n`;
  if (process.env['UPDATE_OPENAPI'] === '1') writeFileSync(COMMITTED, text);
});
afterAll(() => house?.close());

interface Operation {
  readonly operationId?: string;
  readonly requestBody?: { readonly content: { readonly [media: string]: unknown } };
}
/** An original is no object. */
const BYTES = 'application/octet-stream';

/** A body, or the ways in which it may be given. */
interface Sent {
  readonly additionalProperties?: unknown;
  readonly oneOf?: readonly Sent[];
}
const operations = (): [string, Operation][] => {
  const { paths } = JSON.parse(text) as { paths: { [path: string]: { [method: string]: Operation } } };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
};

test('the committed document is the one that is served (UPDATE_OPENAPI=1 writes it)', () => {
  expect(readFileSync(COMMITTED, 'utf8')).toBe(text);
  expect(JSON.parse(text)).toMatchObject({ openapi: '3.1.0' });
});

test('every command that a person may give has exactly one route, and every route of a command is one of them', () => {
  const making = new Map([
    ['post /v1/cases', 'case.open'],
    ['post /v1/cases/joined', 'case.join'],
    ['post /v1/meetings', 'meeting.call'],
    ['post /v1/meetings/recorded', 'meeting.record'],
    ['post /v1/deposits', 'deposit.issue'],
    ['post /v1/duties', 'duty.give'],
    ['post /v1/indicators', 'indicator.define'],
    ['post /v1/persons', 'person.register'],
    ['post /v1/procedures', 'procedure.publish'],
    ['post /v1/repairs', 'repair.propose'],
    ['post /v1/sittings', 'sitting.call'],
    ['post /v1/tablings', 'tabling.ask'],
  ]);
  const singular: { readonly [plural: string]: string } = {
    org: 'org',
    researches: 'research',
    duties: 'duty',
  };
  const verbs = operations().flatMap(([route]) => {
    const made = making.get(route);
    if (made) return [made];
    const [, plural = '', act] = /^post \/v1\/([a-z]+)(?:\/\{id\})?\/commands\/([a-z-]+)$/.exec(route) ?? [];
    return act ? [`${singular[plural] ?? plural.slice(0, -1)}.${act}`] : [];
  });
  const personal = COMMANDS.map(({ verb }) => verb as string).filter((verb) =>
    ACTING[verb]?.some(({ as }) => as !== 'clock'),
  );
  expect(verbs.toSorted()).toEqual(personal.toSorted());
  for (const verb of personal) expect([verb, bodyOf(verb) !== null]).toEqual([verb, true]);
});

test('every reference leads somewhere', () => {
  const document = JSON.parse(text) as { components: { schemas: { [name: string]: unknown } } };
  const named = [...text.matchAll(/"\$ref": "([^"]*)"/g)].map(([, to = '']) => to);
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(named.length).toBeGreaterThan(100);
  expect([...new Set(named)].filter((to) => !known.includes(to))).toEqual([]);
});

test('every operation has a name of its own, and every object that is sent refuses unknown keys', () => {
  const names = operations().map(([, { operationId }]) => operationId);
  expect(new Set(names).size).toBe(names.length);
  const sent = operations().filter(([, { requestBody }]) => requestBody && !(BYTES in requestBody.content));
  const { components } = JSON.parse(text) as {
    components: { schemas: { [name: string]: Sent } };
  };
  for (const [route, { requestBody }] of sent) {
    const [, name = ''] = /schemas\/([A-Za-z]+)"/.exec(JSON.stringify(requestBody)) ?? [];
    const { oneOf: ways = [components.schemas[name]] } = components.schemas[name] ?? {};
    expect([route, ways.map((way) => way?.additionalProperties)]).toEqual([route, ways.map(() => false)]);
    expect(ways).not.toEqual([]);
  }
});

test('the interface explains itself without any help from elsewhere', async () => {
  const page = await house.ask({ method: 'GET', path: '/api/docs' });
  expect(page.status).toBe(200);
  expect(page.text).not.toMatch(/(src|href)="https?:/);
  const script = await house.ask({ method: 'GET', path: '/api/docs/swagger-ui-bundle.js' });
  expect([script.status, script.text.length > 100_000]).toEqual([200, true]);
});
