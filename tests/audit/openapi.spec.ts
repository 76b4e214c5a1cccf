import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { programsFor, startProgram } from '../harness/services.ts';
import { send } from '../play/http.ts';

const COMMITTED = fileURLToPath(new URL('../../libs/contract/openapi-audit.json', import.meta.url));

let database: FreshDatabase;
let text: string;
let closed: { readonly path: string; readonly status: number }[];

interface Operation {
  readonly operationId?: string;
}

const gets = (): readonly string[] => {
  const { paths } = JSON.parse(text) as { paths: { [path: string]: { [method: string]: Operation } } };
  return Object.entries(paths).flatMap(([path, methods]) => ('get' in methods ? [path] : []));
};

beforeAll(async () => {
  database = await freshDatabase();
  const { audit, auditUrl } = await programsFor(database);
  const service = await startProgram(audit);
  const heard = await send(auditUrl, { method: 'GET', path: '/api/openapi.json' });
  text = `${JSON.stringify(JSON.parse(heard.text), null, 2)}\n`;
  if (process.env['UPDATE_OPENAPI'] === '1') writeFileSync(COMMITTED, text);
  closed = [];
  for (const path of gets()) {
    const asked = path.replaceAll(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000');
    closed.push({ path, status: (await send(auditUrl, { method: 'GET', path: asked })).status });
  }
  await service.stop();
});
afterAll(() => database?.drop());

test('the committed document is the one that is served (UPDATE_OPENAPI=1 writes it)', () => {
  expect(readFileSync(COMMITTED, 'utf8')).toBe(text);
  expect(JSON.parse(text)).toMatchObject({ openapi: '3.1.0' });
});

test('every reference leads somewhere, and every operation has a name of its own', () => {
  const { components, paths } = JSON.parse(text) as {
    components: { schemas: { [name: string]: unknown } };
    paths: { [path: string]: { [method: string]: Operation } };
  };
  const known = Object.keys(components.schemas).map((name) => `#/components/schemas/${name}`);
  const named = [...text.matchAll(/"\$ref": "([^"]*)"/g)].map(([, to = '']) => to);
  expect(named.filter((to) => !known.includes(to))).toEqual([]);
  const names = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect([new Set(names).size, names.includes(undefined)]).toEqual([names.length, false]);
});

test('without a session nothing answers but health', () => {
  const open = closed.filter(({ status }) => status !== 401).map(({ path, status }) => `${path} ${status}`);
  expect(open).toEqual(['/health/live 200', '/health/ready 200']);
});
